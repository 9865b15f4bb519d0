#include "services/validation/year_spans.h"

#include <gmock/gmock.h>

#include "services/validation/report_builder.h"

namespace nianbao::validation {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> Spans(const std::string& text) {
  return Found(ReportBuilder()
                   .Text("在校生[3000人|在校生|students|2021年]。")
                   .Text(text),
               FindYearSpans);
}

TEST(YearSpans, LeadToTheReportsYear) {
  EXPECT_THAT(Spans("项目起始于2012年的校企联合体，至今已历时9年。"),
              ElementsAre("recompute consistent 9年 | 2021−2012=9年"));
  // Both ends counted, or told in the year of writing.
  EXPECT_THAT(Spans("学校1985年创办，已走过37年。"),
              ElementsAre("recompute consistent 37年 | 2022−1985=37年"));
}

TEST(YearSpans, AreAskedAboutWhereTheyLeadElsewhere) {
  EXPECT_THAT(Spans("学校创办于1985年，至今已有32年。"),
              ElementsAre("recompute undecided 32年 | 2021−1985=36年"));
}

TEST(YearSpans, AreNotGuessed) {
  EXPECT_THAT(Spans("学校创办于1985年。历时3年建成新校区。"), IsEmpty());
  EXPECT_THAT(Spans("学校创办于1985年，2015年迁建，历时3年。"), IsEmpty());
  EXPECT_THAT(Spans("学校创办于1985年，至今已有近40年。"), IsEmpty());
  EXPECT_THAT(Spans("学校创办于1985年，学制3年。"), IsEmpty());
}

}  // namespace
}  // namespace nianbao::validation

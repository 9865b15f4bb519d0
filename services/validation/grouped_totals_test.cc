#include "services/validation/grouped_totals.h"

#include <gmock/gmock.h>

#include "services/validation/report_builder.h"

namespace nianbao::validation {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// 招生 of 甲学部招生 is the 招生 of the table, though 生 falls off other names.
std::vector<std::string> ByDepartment(const std::string& second) {
  return Found(
      ReportBuilder()
          .Text("分学部看，甲学部招生[358人|甲学部招生数]，乙学部[" + second +
                "人|乙学部招生数]，丙学部[260人|丙学部招生数]。")
          .Table(1, {{"项目", "人数"}, {"合计", "[1012|招生数|intake||人]"}}),
      FindGroupedTotals);
}

TEST(GroupedTotals, MakeUpWhatTheirNamesEndIn) {
  EXPECT_THAT(ByDepartment("394"),
              ElementsAre("sum consistent 1012人 | 358+394+260=1012人"));
  EXPECT_THAT(ByDepartment("384"),
              ElementsAre("sum contradicted 1012人（358人、384人、260人） | "
                          "358+384+260=1002人"));
}

// The ages are those of the base that the sentence before names.
std::vector<std::string> ByAge(const std::string& second,
                               const std::string& more = "") {
  return Found(
      ReportBuilder()
          .Text("专任教师[224人|专任教师总数|teachers]。" + more)
          .Text("硕士[46人|硕士教师数]，占专任教师的[20.54%|占比]。按"
                "年龄分，35岁及以下[72人|硕士教师数]，36至50岁[" +
                second + "人|硕士教师数]，51岁及以上[44人|硕士教师数]。"),
      FindGroupedTotals);
}

TEST(GroupedTotals, MakeUpTheBaseOfTheShareBefore) {
  EXPECT_THAT(ByAge("108"),
              ElementsAre("sum consistent 224人 | 72+108+44=224人"));
  EXPECT_THAT(ByAge("118"),
              ElementsAre("sum contradicted 224人（72人、118人、44人） | "
                          "72+118+44=234人"));
}

TEST(GroupedTotals, MayMakeUpAnotherFigure) {
  EXPECT_THAT(ByAge("118", "教职工[234人|教职工数]。"), IsEmpty());
}

}  // namespace
}  // namespace nianbao::validation

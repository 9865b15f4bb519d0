#include "services/validation/named_rows.h"

#include <gmock/gmock.h>

#include "services/validation/report_builder.h"

namespace nianbao::validation {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> Rows(const std::string& count,
                              const std::string& last = "插花") {
  const auto row = [](const std::string& major) {
    return std::vector<std::string>{
        major, "[90|毕业生总数|graduates||人|专业=" + major + "]"};
  };
  return Found(ReportBuilder()
                   .Text("开设[" + count + "个|专业数]专业。")
                   .Table(1, {{"专业名称", "毕业生"},
                              row("焊接"),
                              row("钳工"),
                              row("书法"),
                              row(last),
                              {"合计", "[360|毕业生总数|graduates||人]"}}),
               FindNamedRows);
}

TEST(NamedRows, AreAsManyAsTheTextCounts) {
  EXPECT_THAT(Rows("4"), ElementsAre("list consistent 4个 | 4行：专业"));
}

TEST(NamedRows, NeedNotBeAll) {
  EXPECT_THAT(Rows("5"), IsEmpty());
  EXPECT_THAT(Rows("4", "焊接"), IsEmpty());
}

}  // namespace
}  // namespace nianbao::validation

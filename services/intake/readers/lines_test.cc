#include "services/intake/readers/lines.h"

#include "gtest/gtest.h"

namespace nianbao::intake {
namespace {

TEST(SplitLines, TellsWhatEachLineLooksLike) {
  const auto lines = SplitLines("学校概况\r\n\n 12 \n专业\t人数\n\t护理");
  ASSERT_EQ(lines.size(), 5u);
  EXPECT_EQ(lines[0].kind, LineKind::kText);
  EXPECT_EQ(lines[0].text, "学校概况");
  EXPECT_EQ(lines[1].kind, LineKind::kBlank);
  EXPECT_EQ(lines[2].kind, LineKind::kPageNumber);
  EXPECT_EQ(lines[3].kind, LineKind::kRow);
  EXPECT_EQ(lines[4].kind, LineKind::kCell);
  EXPECT_EQ(lines[4].number, 5);
}

TEST(SplitCells, KeepsBlankCells) {
  EXPECT_EQ(SplitCells("招生\t\t 12 "),
            (std::vector<std::string>{"招生", "", "12"}));
}

TEST(Trim, TakesFullWidthSpacesToo) { EXPECT_EQ(Trim("　 a\t"), "a"); }

}  // namespace
}  // namespace nianbao::intake

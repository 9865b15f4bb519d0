// Tables made by rule, flattened as text converters do it: the facts must be
// those that the table was made of.
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/intake/reading/reading_test_base.h"

namespace nianbao::intake {
namespace {

using Row = std::vector<std::string>;

const std::vector<std::string>& Names() {
  static const std::vector<std::string> names = {
      "竹编社团", "茶艺社团", "航模社团", "武术社团",
      "书法社团", "合唱社团", "摄影社团", "篆刻社团"};
  return names;
}

std::string Figure(int row, int column) {
  return std::to_string(101 + 17 * row + 311 * column);
}

// `rows` societies and the last `years` years up to 2021.
std::vector<Row> MakeRows(int rows, int years) {
  std::vector<Row> table;
  Row head = {"社团"};
  for (int y = 0; y < years; ++y) {
    head.push_back(std::to_string(2022 - years + y) + "年");
  }
  table.push_back(head);
  for (int r = 0; r < rows; ++r) {
    Row row = {Names()[static_cast<std::size_t>(r)]};
    for (int y = 0; y < years; ++y) row.push_back(Figure(r, y));
    table.push_back(row);
  }
  return table;
}

std::vector<std::string> Expected(int rows, int years) {
  std::vector<std::string> facts;
  for (int r = 0; r < rows; ++r) {
    for (int y = 0; y < years; ++y) {
      facts.push_back(Figure(r, y) + " 人 " +
                      Names()[static_cast<std::size_t>(r)] + "人数 " +
                      std::to_string(2022 - years + y) + "年");
    }
  }
  return facts;
}

// A cell a line behind a tab, an empty line behind each row.
std::string AsWordLines(const std::vector<Row>& table) {
  std::string text;
  for (const Row& row : table) {
    for (const std::string& cell : row) text += "\t" + cell + "\n";
    text += "\n";
  }
  return text;
}

// A row a line; a page ends behind every third row, and the head comes again.
std::string AsPdfLines(const std::vector<Row>& table, bool pages) {
  std::string text;
  for (std::size_t r = 0; r < table.size(); ++r) {
    if (pages && r > 0 && r % 3 == 0) {
      text += "\n— " + std::to_string(r) + " —\n\n";
      for (std::size_t c = 0; c < table[0].size(); ++c) {
        text += (c == 0 ? "" : "\t") + table[0][c];
      }
      text += "\n";
    }
    for (std::size_t c = 0; c < table[r].size(); ++c) {
      text += (c == 0 ? "" : "\t") + table[r][c];
    }
    text += "\n";
  }
  return text;
}

struct Shape {
  int rows;
  int years;
};

class TableFlattenings : public ::testing::TestWithParam<Shape> {
 protected:
  // The names of rows need the caption's unit, and say 人数 themselves.
  std::vector<Row> Table() const {
    auto table = MakeRows(GetParam().rows, GetParam().years);
    for (std::size_t r = 1; r < table.size(); ++r) table[r][0] += "人数";
    return table;
  }
  std::vector<std::string> Facts() const {
    return Expected(GetParam().rows, GetParam().years);
  }
};

TEST_P(TableFlattenings, WordLinesGiveTheTablesFacts) {
  EXPECT_EQ(Shown(FactsOf("表1 社团情况\n" + AsWordLines(Table()))), Facts());
}

TEST_P(TableFlattenings, PdfLinesGiveTheTablesFacts) {
  EXPECT_EQ(Shown(FactsOf("表1 社团情况\n" + AsPdfLines(Table(), false))),
            Facts());
}

TEST_P(TableFlattenings, PdfPagesGiveTheTablesFacts) {
  EXPECT_EQ(Shown(FactsOf("表1 社团情况\n" + AsPdfLines(Table(), true))),
            Facts());
}

TEST_P(TableFlattenings, BlanksAndDashesAreNoFigures) {
  auto table = Table();
  auto facts = Facts();
  table[1][1] = "/";
  table[2].back() = "—";
  const auto years = static_cast<long>(GetParam().years);
  facts.erase(facts.begin() + 2 * years - 1);
  facts.erase(facts.begin());
  EXPECT_EQ(Shown(FactsOf("表1 社团情况\n" + AsPdfLines(table, false))), facts);
  EXPECT_EQ(Shown(FactsOf("表1 社团情况\n" + AsWordLines(table))), facts);
}

INSTANTIATE_TEST_SUITE_P(Shapes, TableFlattenings,
                         ::testing::Values(Shape{3, 1}, Shape{3, 2},
                                           Shape{5, 3}, Shape{8, 2},
                                           Shape{8, 4}));

}  // namespace
}  // namespace nianbao::intake

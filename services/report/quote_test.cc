#include "services/report/quote.h"

#include <string>

#include "gtest/gtest.h"
#include "services/core/document.h"

namespace nianbao::report {
namespace {

using nianbao::document::v1::Block;
using nianbao::document::v1::Place;

Block TextBlock(const std::string& text) {
  Block block;
  block.set_id("b1");
  block.mutable_paragraph()->add_runs()->set_text(text);
  return block;
}

Place PlaceOfText(const std::string& text, const std::string& part) {
  Place place;
  place.set_block("b1");
  place.set_begin(static_cast<int>(text.find(part)));
  place.set_end(place.begin() + static_cast<int>(part.size()));
  return place;
}

std::string Quote(const std::string& text, const std::string& part) {
  return core::TextOf(QuoteOf(TextBlock(text), PlaceOfText(text, part)).runs());
}

TEST(Quote, IsTheSentenceOfTheFigure) {
  EXPECT_EQ(Quote("甲。教师20人，占5%；乙。", "5%"), "教师20人，占5%；");
  EXPECT_EQ(Quote("共5人", "5人"), "共5人");
}

TEST(Quote, CutsLongSentencesBetweenCharacters) {
  std::string padding;
  for (int i = 0; i < 100; ++i) padding += "长";
  const std::string quote = Quote(padding + "7人" + padding, "7人");
  EXPECT_EQ(quote.substr(0, 6), "…长");
  EXPECT_EQ(quote.substr(quote.size() - 6), "长…");
  EXPECT_NE(quote.find("7人"), std::string::npos);
  EXPECT_LT(quote.size(), 450U);
}

TEST(Quote, IsEmptyForAPlaceOutsideTheText) {
  Place place;
  place.set_begin(50);
  place.set_end(60);
  EXPECT_TRUE(QuoteOf(TextBlock("短"), place).empty());
}

TEST(Quote, NamesRowAndColumnOfACell) {
  Block block;
  block.set_id("b1");
  auto& table = *block.mutable_table();
  table.set_header_rows(1);
  const auto add_row = [&](const std::vector<std::string>& texts) {
    auto& row = *table.add_rows();
    for (const std::string& text : texts) {
      auto& cell = *row.add_cells();
      cell.set_column(row.cells_size() - 1);
      cell.add_runs()->set_text(text);
    }
  };
  add_row({"指标", "单位", "2021年"});
  add_row({"教师", "人", "20"});
  Place place;
  place.set_block("b1");
  place.set_row(1);
  place.set_column(2);
  EXPECT_EQ(core::TextOf(QuoteOf(block, place).runs()), "教师 人｜2021年：20");
}

}  // namespace
}  // namespace nianbao::report

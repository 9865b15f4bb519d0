#include "services/intake/fact_pages.h"

#include <gtest/gtest.h>

#include "services/core/document.h"

namespace nianbao::intake {
namespace {

void AddRun(const std::string& text, int page, core::Runs& runs) {
  auto* run = runs.Add();
  run->set_text(text);
  run->mutable_place()->set_page(page);
}

TEST(FactPages, ComeFromTheRunOrCellThatPrintsTheFigure) {
  nianbao::document::v1::Document document;
  auto* text = document.add_blocks();
  text->set_id("b1");
  AddRun("共12人，", 3, *text->mutable_paragraph()->mutable_runs());
  AddRun("另5人。", 4, *text->mutable_paragraph()->mutable_runs());
  auto* table = document.add_blocks();
  table->set_id("b2");
  auto* cell = table->mutable_table()->add_rows()->add_cells();
  cell->set_column(2);
  AddRun("7", 5, *cell->mutable_runs());

  core::Facts facts;
  facts.Add()->mutable_place()->set_block("b1");
  facts.Add()->mutable_place()->set_block("b1");
  facts[1].mutable_place()->set_begin(14);
  facts.Add()->mutable_place()->set_block("b2");
  facts[2].mutable_place()->set_column(2);
  facts.Add()->mutable_place()->set_block("b9");
  SetPages(document, facts);
  EXPECT_EQ(facts[0].place().page(), 3);
  EXPECT_EQ(facts[1].place().page(), 4);
  EXPECT_EQ(facts[2].place().page(), 5);
  EXPECT_EQ(facts[3].place().page(), 0);
}

}  // namespace
}  // namespace nianbao::intake

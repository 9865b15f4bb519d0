#include "services/report/test_builder.h"

#include "gtest/gtest.h"

namespace nianbao::report {

using nianbao::document::v1::Block;
using nianbao::document::v1::Paragraph;
using nianbao::document::v1::Place;
using nianbao::document::v1::Table;
using nianbao::fact::v1::Fact;
using nianbao::fact::v1::Origin;
using nianbao::validation::v1::Check;
using nianbao::validation::v1::Verdict;

Fact FactOf(const std::string& id, const std::string& code,
            const std::string& label, const std::string& value,
            const std::string& unit, const std::string& period) {
  Fact fact;
  fact.set_id(id);
  fact.set_concept_code(code);
  fact.set_label(label);
  fact.mutable_figure()->set_text(value + unit);
  fact.mutable_figure()->set_value(value);
  fact.mutable_figure()->set_unit(unit);
  fact.set_period(period);
  fact.set_fact_class(nianbao::fact::v1::FACT_CLASS_OWN);
  fact.set_origin(nianbao::fact::v1::ORIGIN_TEXT);
  return fact;
}

Block& MaterialBuilder::AddBlock() {
  auto& document = material_.document;
  Block& block = *document.add_blocks();
  block.set_id("b" + std::to_string(document.blocks_size()));
  return block;
}

void MaterialBuilder::AddHeading(int level, const std::string& number,
                                 const std::string& words, int line) {
  Block& block = AddBlock();
  auto& heading = *block.mutable_heading();
  heading.set_level(level);
  heading.set_number(number);
  auto& run = *heading.add_runs();
  run.set_text(words);
  run.mutable_place()->set_line(line);
}

Fact& MaterialBuilder::Define(const Fact& fact) {
  return *material_.facts.Add() = fact;
}

Fact* MaterialBuilder::Find(const std::string& id) {
  for (Fact& fact : material_.facts) {
    if (fact.id() == id) return &fact;
  }
  return nullptr;
}

std::string MaterialBuilder::Fill(const std::string& text, Place place,
                                  Origin origin) {
  std::string filled;
  std::size_t at = 0;
  while (true) {
    const std::size_t open = text.find('{', at);
    filled += text.substr(at, open - at);
    if (open == std::string::npos) return filled;
    const std::size_t close = text.find('}', open);
    Fact* fact = Find(text.substr(open + 1, close - open - 1));
    EXPECT_NE(fact, nullptr) << text;
    if (origin == nianbao::fact::v1::ORIGIN_TABLE) {
      fact->mutable_figure()->set_text(fact->figure().value());
    }
    place.set_begin(static_cast<int>(filled.size()));
    filled += fact->figure().text();
    place.set_end(static_cast<int>(filled.size()));
    *fact->mutable_place() = place;
    fact->set_origin(origin);
    at = close + 1;
  }
}

Paragraph& MaterialBuilder::AddText(const std::string& text, int line) {
  Block& block = AddBlock();
  Place place;
  place.set_block(block.id());
  place.set_line(line);
  auto& run = *block.mutable_paragraph()->add_runs();
  run.set_text(Fill(text, place, nianbao::fact::v1::ORIGIN_TEXT));
  run.mutable_place()->set_line(line);
  return *block.mutable_paragraph();
}

Table& MaterialBuilder::AddTable(
    const std::vector<std::vector<std::string>>& rows, int line) {
  Block& block = AddBlock();
  Table& table = *block.mutable_table();
  table.set_header_rows(1);
  table.set_column_count(static_cast<int>(rows.front().size()));
  Place place;
  place.set_block(block.id());
  for (const auto& texts : rows) {
    auto& row = *table.add_rows();
    place.set_row(table.rows_size() - 1);
    place.set_line(line + place.row());
    row.set_line(place.line());
    for (const std::string& text : texts) {
      auto& cell = *row.add_cells();
      place.set_column(row.cells_size() - 1);
      cell.set_column(place.column());
      if (text.empty()) continue;
      cell.add_runs()->set_text(
          Fill(text, place, nianbao::fact::v1::ORIGIN_TABLE));
    }
  }
  return table;
}

Check& MaterialBuilder::AddCheck(const std::string& id, const std::string& kind,
                                 Verdict verdict,
                                 const std::vector<std::string>& facts) {
  Check check;
  check.set_id(id);
  check.set_kind(kind);
  check.set_verdict(verdict);
  for (const std::string& name : facts) {
    const Fact& fact = *Find(name);
    auto& operand = *check.add_operands();
    operand.set_fact(name);
    operand.set_text(fact.figure().text());
    operand.set_value(fact.figure().value());
    operand.set_label(fact.label());
    *operand.mutable_place() = fact.place();
  }
  material_.checks.push_back(check);
  return material_.checks.back();
}

}  // namespace nianbao::report

#include "services/intake/fact_pages.h"

#include "services/core/document.h"

namespace nianbao::intake {
namespace {

using nianbao::document::v1::Block;
using nianbao::document::v1::Place;
using nianbao::document::v1::Table;

// The page of the run that prints byte `offset`; zero where none says so.
int PageAt(const core::Runs& runs, int offset) {
  int end = 0;
  int page = 0;
  for (const auto& run : runs) {
    page = run.place().page();
    end += static_cast<int>(run.text().size());
    if (offset < end) return page;
  }
  return page;
}

int PageInTable(const Table& table, const Place& place) {
  if (place.row() < 0 || place.row() >= table.rows_size()) return 0;
  for (const auto& cell : table.rows(place.row()).cells()) {
    if (cell.column() == place.column()) {
      return PageAt(cell.runs(), place.begin());
    }
  }
  return 0;
}

int PageOf(const Block& block, const Place& place) {
  if (block.has_table()) return PageInTable(block.table(), place);
  const core::Runs& runs =
      block.has_heading() ? block.heading().runs() : block.paragraph().runs();
  return PageAt(runs, place.begin());
}

}  // namespace

void SetPages(const nianbao::document::v1::Document& document,
              core::Facts& facts) {
  const core::BlockIndex blocks(document);
  for (auto& fact : facts) {
    const Block* block = blocks.Find(fact.place().block());
    const int page = block == nullptr ? 0 : PageOf(*block, fact.place());
    if (page > 0) fact.mutable_place()->set_page(page);
  }
}

}  // namespace nianbao::intake

#include "services/validation/announced_tables.h"

#include <string>
#include <string_view>

#include "services/core/rational.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using nianbao::fact::v1::ORIGIN_TABLE;
using nianbao::fact::v1::ORIGIN_TEXT;

// A caption may stand between the text and the table.
constexpr int kMostBetween = 2;
// Fewer rows may be no split at all.
constexpr int kFewestRows = 3;

// Whether the words say that a table may hold a part of what the text tells.
bool NamesPart(std::string_view words) {
  return HasAny(words, {"其中", "部分", "重点", "主要", "五年", "三年制",
                        "一体化", "校区", "分校", "班", "非"});
}

// Whether the text leads to a table of all that it tells.
bool LeadsToTable(const std::string& text) {
  const std::string words = Compact(text);
  const std::size_t at =
      FindAny(words, {"见表", "见下表", "如表", "如下表", "见附表", "下表为"});
  if (at == std::string::npos) return false;
  const std::string_view before = std::string_view(words).substr(0, at);
  const std::size_t stop = before.rfind("。");
  return !NamesPart(stop == std::string_view::npos ? before
                                                   : before.substr(stop));
}

}  // namespace

AnnouncedTables::AnnouncedTables(const ReportView& view) : view_(view) {
  const auto id_of = [&view](int position) {
    return view.document().blocks(position).id();
  };
  for (const Passage& passage : view.passages()) {
    if (!LeadsToTable(passage.text())) continue;
    for (const Grid& grid : view.grids()) {
      const int between = grid.position() - passage.position() - 1;
      if (between < 0) continue;
      if (between > kMostBetween) break;
      // The figures may stand in the paragraph before the one that leads on.
      auto& paragraphs = paragraphs_[id_of(grid.position())];
      paragraphs.insert(id_of(passage.position()));
      if (passage.position() > 0) {
        paragraphs.insert(id_of(passage.position() - 1));
      }
      break;
    }
  }
}

bool AnnouncedTables::IsTotalOf(const Datum& stated, const Datum& total) const {
  const std::string& block = total.fact->place().block();
  const auto leading = paragraphs_.find(block);
  if (stated.fact->origin() != ORIGIN_TEXT ||
      total.fact->origin() != ORIGIN_TABLE || leading == paragraphs_.end() ||
      leading->second.count(stated.fact->place().block()) == 0) {
    return false;
  }
  core::Rational sum = 0;
  int rows = 0;
  for (const Datum* row : view_.data().InBlock(block)) {
    if (row->code != total.code || !SamePeriod(*row, total) ||
        row->fact->dimensions().empty()) {
      continue;
    }
    if (!Comparable(*row, total)) return false;
    sum += InUnit(row->quantity, total.quantity.unit)->value;
    ++rows;
  }
  return rows >= kFewestRows && sum == total.quantity.value;
}

}  // namespace nianbao::validation

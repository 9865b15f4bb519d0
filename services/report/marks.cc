#include "services/report/marks.h"

#include <algorithm>

namespace nianbao::report {
namespace {

using nianbao::catalogue::v1::SEVERITY_ERROR;
using nianbao::catalogue::v1::SEVERITY_QUERY;
using nianbao::catalogue::v1::SEVERITY_UNSPECIFIED;
using nianbao::document::v1::Place;
using nianbao::document::v1::Run;
using nianbao::validation::v1::Check;

int Gravity(Run::Style style) {
  switch (style) {
    case Run::STYLE_ERROR:
      return 3;
    case Run::STYLE_QUERY:
      return 2;
    case Run::STYLE_GOOD:
      return 1;
    default:
      return 0;
  }
}

void Raise(Mark& mark, Run::Style style) {
  if (Gravity(style) > Gravity(mark.style)) mark.style = style;
}

Run::Style StyleOf(const Check& check) {
  if (check.severity() == SEVERITY_ERROR) return Run::STYLE_ERROR;
  if (check.severity() == SEVERITY_QUERY) return Run::STYLE_QUERY;
  return Run::STYLE_UNSPECIFIED;
}

void AddId(std::vector<std::string>& ids, const std::string& id) {
  if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
}

}  // namespace

Marks::Marks(const core::BlockIndex& blocks, const core::Facts& facts)
    : blocks_(blocks) {
  for (const auto& fact : facts) {
    if (!fact.has_place() || fact.place().block().empty()) continue;
    places_[fact.id()] = fact.place();
    Put(fact.place(), fact.id());
  }
}

Marks::Key Marks::KeyOf(const Place& place) const {
  const auto* block = blocks_.Find(place.block());
  const bool table = block != nullptr && block->has_table();
  if (!table) return {place.block(), -1, -1};
  return {place.block(), place.row(), place.column()};
}

// The mark at the place: a new one, or the one that already covers a part of
// it, since a character can lead to one source only.
Mark* Marks::Put(const Place& place, const std::string& fact) {
  if (place.begin() < 0 || place.end() <= place.begin()) return nullptr;
  auto& marks = marks_[KeyOf(place)];
  auto at = marks.begin();
  while (at != marks.end() && at->end <= place.begin()) ++at;
  if (at != marks.end() && at->begin < place.end()) return &*at;
  Mark mark;
  mark.begin = place.begin();
  mark.end = place.end();
  mark.fact = fact;
  return &*marks.insert(at, mark);
}

Mark* Marks::MarkOf(const Check::Operand& operand) {
  const auto found = places_.find(operand.fact());
  if (found != places_.end()) return Put(found->second, operand.fact());
  if (operand.place().block().empty()) return nullptr;
  return Put(operand.place(), "");
}

void Marks::Add(const std::vector<Check>& checks) {
  for (const Check& check : checks) {
    if (check.severity() != SEVERITY_UNSPECIFIED) AddFinding(check);
  }
  for (const Check& check : checks) {
    if (check.verdict() == nianbao::validation::v1::VERDICT_CONSISTENT &&
        check.severity() == SEVERITY_UNSPECIFIED) {
      AddConsistent(check);
    }
  }
}

void Marks::AddFinding(const Check& check) {
  for (int i = 0; i < check.operands_size(); ++i) {
    Mark* mark = MarkOf(check.operands(i));
    if (mark == nullptr) continue;
    AddId(mark->findings,
          check.finding().empty() ? check.id() : check.finding());
    // Others of the relation may well be right: only the judged one stands out.
    if (i == 0) Raise(*mark, StyleOf(check));
  }
}

void Marks::AddConsistent(const Check& check) {
  for (const auto& operand : check.operands()) {
    Mark* mark = MarkOf(operand);
    if (mark != nullptr && mark->findings.empty()) {
      Raise(*mark, Run::STYLE_GOOD);
    }
  }
}

const std::vector<Mark>& Marks::OfText(const std::string& block) const {
  return OfCell(block, -1, -1);
}

const std::vector<Mark>& Marks::OfCell(const std::string& block, int row,
                                       int column) const {
  static const std::vector<Mark> kNone;
  const auto found = marks_.find({block, row, column});
  return found == marks_.end() ? kNone : found->second;
}

}  // namespace nianbao::report

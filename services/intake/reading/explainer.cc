#include "services/intake/reading/explainer.h"

#include <algorithm>
#include <utility>

#include "services/core/document.h"
#include "services/intake/reading/chars.h"
#include "services/intake/reading/clauses.h"

namespace nianbao::intake {
namespace {

using nianbao::document::v1::Block;
using nianbao::document::v1::Cell;
using nianbao::document::v1::Row;
using nianbao::intake::v1::Explanation;

// The line that a text of digits names; zero for other texts. Lines beyond a
// billion exist in no file that can be read.
int LineNamed(const std::string& place) {
  constexpr std::size_t kMostDigits = 9;
  const bool digits = std::all_of(place.begin(), place.end(),
                                  [](char c) { return c >= '0' && c <= '9'; });
  if (place.empty() || !digits || place.size() > kMostDigits) return 0;
  return std::stoi(place);
}

const core::Runs* RunsOf(const Block& block) {
  if (block.has_paragraph()) return &block.paragraph().runs();
  if (block.has_heading()) return &block.heading().runs();
  return nullptr;
}

bool StandOn(const core::Runs& runs, int line) {
  return std::any_of(runs.begin(), runs.end(), [&](const auto& run) {
    return run.place().line() == line;
  });
}

// Cells may have lines of their own.
bool StandsOn(const Row& row, int line) {
  return row.line() == line ||
         std::any_of(
             row.cells().begin(), row.cells().end(),
             [&](const Cell& cell) { return StandOn(cell.runs(), line); });
}

bool StandsOn(const Block& block, int line) {
  if (block.has_table()) {
    const auto& rows = block.table().rows();
    return std::any_of(rows.begin(), rows.end(),
                       [&](const Row& row) { return StandsOn(row, line); });
  }
  const core::Runs* runs = RunsOf(block);
  return runs != nullptr && StandOn(*runs, line);
}

std::string TextOf(const Row& row) {
  std::string text;
  for (const Cell& cell : row.cells()) {
    if (!text.empty()) text += '\t';
    text += core::TextOf(cell.runs());
  }
  return text;
}

void AddClauses(const std::string& text, Explanation& explanation) {
  const Chars chars(text);
  int begin = 0;
  for (int at = 0; at <= chars.size(); ++at) {
    if (at < chars.size() && !EndsClause(chars, at)) continue;
    if (at > begin) explanation.add_clauses(chars.Text(begin, at));
    begin = at + 1;
  }
}

}  // namespace

Explainer::Explainer(std::string place, const Linker& linker)
    : block_(LineNamed(place) > 0 ? "" : place),
      line_(LineNamed(place)),
      trace_(linker) {}

ReadingTrace* Explainer::TraceOf(const Block& block) {
  const bool wanted = line_ > 0 ? StandsOn(block, line_) : block.id() == block_;
  return wanted ? &trace_ : nullptr;
}

void Explainer::Close(const Block& block, Explanation::Unread unread) {
  auto numbers = trace_.Take();
  numbers.erase(std::remove_if(numbers.begin(), numbers.end(),
                               [&](const auto& number) {
                                 return !Wanted(number.fact().place().line());
                               }),
                numbers.end());
  if (block.has_table()) return ExplainRows(block, numbers);
  ExplainText(block, std::move(numbers), unread);
}

void Explainer::ExplainText(const Block& block, Numbers numbers,
                            Explanation::Unread unread) {
  Explanation& explanation = explanations_.emplace_back();
  explanation.set_block(block.id());
  explanation.set_unread(unread);
  const core::Runs* runs = RunsOf(block);
  if (runs != nullptr) {
    explanation.set_text(core::TextOf(*runs));
    const int first = runs->empty() ? 0 : runs->begin()->place().line();
    explanation.set_line(line_ > 0 ? line_ : first);
    AddClauses(explanation.text(), explanation);
  }
  for (auto& number : numbers) *explanation.add_numbers() = std::move(number);
}

void Explainer::ExplainRows(const Block& block, const Numbers& numbers) {
  for (int row = 0; row < block.table().rows_size(); ++row) {
    const Row& printed = block.table().rows(row);
    if (line_ > 0 && !StandsOn(printed, line_)) continue;
    Explanation& explanation = explanations_.emplace_back();
    explanation.set_block(block.id());
    explanation.set_line(line_ > 0 ? line_ : printed.line());
    explanation.set_text(TextOf(printed));
    for (const auto& number : numbers) {
      if (number.fact().place().row() != row) continue;
      *explanation.add_numbers() = number;
    }
  }
}

std::vector<Explanation> Explainer::Take() {
  return std::exchange(explanations_, {});
}

}  // namespace nianbao::intake

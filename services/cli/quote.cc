#include "services/cli/quote.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "services/core/document.h"

namespace nianbao::cli {
namespace {

using nianbao::document::v1::Block;
using nianbao::document::v1::Cell;
using nianbao::document::v1::Place;
using nianbao::document::v1::Row;
using nianbao::document::v1::Table;

// Bytes on each side of the figure: some fifty characters.
constexpr std::size_t kReach = 150;

constexpr std::array<std::string_view, 5> kStops = {"。", "！", "？", "；",
                                                    "\n"};

// A stretch of text by its bytes.
struct Span {
  std::size_t begin;
  std::size_t end;
};

bool InCharacter(const std::string& text, std::size_t at) {
  return at < text.size() &&
         (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

// The span of `place` in `text`; nothing at its start where it is outside.
Span SpanOf(const std::string& text, const Place& place) {
  if (place.begin() < 0 || place.end() <= place.begin()) return {0, 0};
  const Span span{static_cast<std::size_t>(place.begin()),
                  static_cast<std::size_t>(place.end())};
  return span.end <= text.size() ? span : Span{0, 0};
}

Span SentenceAround(const std::string& text, const Span& figure) {
  Span sentence{0, text.size()};
  for (const std::string_view stop : kStops) {
    const auto before =
        std::string_view(text).substr(0, figure.begin).rfind(stop);
    if (before != std::string_view::npos) {
      sentence.begin = std::max(sentence.begin, before + stop.size());
    }
    const auto behind = text.find(stop, figure.end);
    if (behind != std::string::npos) {
      sentence.end = std::min(sentence.end, behind + stop.size());
    }
  }
  return sentence;
}

std::string Marked(const std::string& text, const Paint& paint) {
  if (text.empty()) return "";
  return paint.coloured() ? paint(Ink::kError, text) : "【" + text + "】";
}

// The lines of a sentence as one.
std::string OneLine(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), '\n'), text.end());
  return text;
}

std::string QuoteText(const std::string& text, const Place& place,
                      const Paint& paint) {
  const Span figure = SpanOf(text, place);
  Span shown = SentenceAround(text, figure);
  const bool cut_before = shown.begin + kReach < figure.begin;
  const bool cut_behind = shown.end > figure.end + kReach;
  if (cut_before) shown.begin = figure.begin - kReach;
  if (cut_behind) shown.end = figure.end + kReach;
  while (InCharacter(text, shown.begin)) ++shown.begin;
  while (InCharacter(text, shown.end)) ++shown.end;
  const auto part = [&](std::size_t begin, std::size_t end) {
    return OneLine(text.substr(begin, end - begin));
  };
  return (cut_before ? "…" : "") + part(shown.begin, figure.begin) +
         Marked(part(figure.begin, figure.end), paint) +
         part(figure.end, shown.end) + (cut_behind ? "…" : "");
}

std::string QuoteCell(const Cell& cell, const Place& place,
                      const Paint& paint) {
  const std::string text = core::TextOf(cell.runs());
  const Span figure = SpanOf(text, place);
  return OneLine(text.substr(0, figure.begin)) +
         Marked(text.substr(figure.begin, figure.end - figure.begin), paint) +
         OneLine(text.substr(figure.end));
}

std::string QuoteRow(const Table& table, const Place& place,
                     const Paint& paint) {
  if (place.row() < 0 || place.row() >= table.rows_size()) return "";
  std::string quote;
  for (const Cell& cell : table.rows(place.row()).cells()) {
    if (cell.runs().empty()) continue;
    if (!quote.empty()) quote += "｜";
    quote += cell.column() == place.column()
                 ? QuoteCell(cell, place, paint)
                 : OneLine(core::TextOf(cell.runs()));
  }
  return quote;
}

}  // namespace

std::string QuoteOf(const Block& block, const Place& place,
                    const Paint& paint) {
  if (block.has_table()) return QuoteRow(block.table(), place, paint);
  // Places in headings count the words without the number.
  const std::string text = block.has_heading()
                               ? core::TextOf(block.heading().runs())
                               : core::TextOf(block);
  return text.empty() ? "" : QuoteText(text, place, paint);
}

}  // namespace nianbao::cli

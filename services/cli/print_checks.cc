#include "services/cli/print_checks.h"

#include <set>

#include "services/cli/print_reading.h"
#include "services/cli/print_summary.h"
#include "services/cli/quote.h"
#include "services/cli/words.h"

namespace nianbao::cli {
namespace {

using nianbao::document::v1::Block;
using nianbao::document::v1::Place;
using nianbao::validation::v1::Check;

constexpr char kIndent[] = "    ";

constexpr std::size_t kLongestTitle = 150;  // bytes: fifty characters

// More figures than this are a table's; the message says which matter.
constexpr int kMostOperands = 8;

Ink InkOf(const Check& check) {
  switch (check.severity()) {
    case nianbao::catalogue::v1::SEVERITY_ERROR:
      return Ink::kError;
    case nianbao::catalogue::v1::SEVERITY_QUERY:
      return Ink::kQuery;
    default:
      return Ink::kStrong;
  }
}

// Where the judged figure stands.
Place PlaceOf(const Check& check) {
  for (const auto& operand : check.operands()) {
    if (!operand.place().block().empty()) return operand.place();
  }
  return {};
}

// A message in two: what is wrong, and how that is seen.
struct Message {
  std::string title;
  std::string rest;
};

// Messages begin with a title and a colon; one that does not has its kind as
// the title.
Message MessageOf(const Check& check, Language language) {
  const std::string& message = In(language, check.message());
  const std::string colon = language == Language::kChinese ? "：" : ": ";
  const std::size_t at = message.find(colon);
  if (at == std::string::npos || at > kLongestTitle) {
    return {KindWord(language, check.kind()), message};
  }
  return {message.substr(0, at), message.substr(at + colon.size())};
}

std::string HeadOf(const Check& check, const std::string& title, int number,
                   const PrintStyle& style) {
  std::string head =
      style.paint(InkOf(check), SeverityWord(style.language, check.severity()) +
                                    " " + std::to_string(number)) +
      " · " + PlaceWord(style.language, PlaceOf(check)) + " · " + title;
  if (!check.rule().empty()) {
    head += style.paint(Ink::kMuted, " [" + check.rule() + "]");
  }
  return head + "\n";
}

std::string QuoteLine(const Check& check, const core::BlockIndex& blocks,
                      const PrintStyle& style) {
  const Place place = PlaceOf(check);
  const Block* block = blocks.Find(place.block());
  if (block == nullptr) return "";
  const std::string quote = QuoteOf(*block, place, style.paint);
  return quote.empty() ? "" : kIndent + ("“" + quote + "”\n");
}

// The figures with their lines; empty where the quoted line shows them all.
std::string OperandsOf(const Check& check, Language language) {
  std::string text;
  std::set<int> lines;
  int shown = 0;
  for (const auto& operand : check.operands()) {
    if (operand.text().empty()) continue;
    lines.insert(operand.place().line());
    if (++shown > kMostOperands) return text + In(language, " 等", " and more");
    if (!text.empty()) text += In(language, "；", "; ");
    if (!operand.label().empty()) text += operand.label() + " ";
    text += operand.text();
    if (operand.place().line() > 0) {
      text += In(language, "（", " (") + PlaceWord(language, operand.place()) +
              In(language, "）", ")");
    }
  }
  return lines.size() > 1 ? text : "";
}

std::string Labelled(const PrintStyle& style, const char* zh, const char* en,
                     const std::string& text) {
  if (text.empty()) return "";
  return kIndent + style.paint(Ink::kMuted, In(style.language, zh, en)) + text +
         "\n";
}

std::string HintLines(const core::FindingGroup& finding,
                      const PrintStyle& style) {
  std::string text;
  const auto add = [&](const nianbao::catalogue::v1::Text& hint) {
    text += Labelled(style, "可能：", "Perhaps: ", In(style.language, hint));
  };
  for (const auto& hint : finding.finding.hints()) add(hint.message());
  // Checks that came without their finding still have its sentences.
  if (text.empty()) {
    for (const auto& hint : finding.head->hints()) add(hint);
  }
  return text;
}

// A check that follows from the same slip, in a line.
std::string ConsequenceLine(const Check& check, Language language) {
  const Message message = MessageOf(check, language);
  std::string line =
      "· " + PlaceWord(language, PlaceOf(check)) + " · " + message.title;
  if (!check.reported().empty() && !check.computed().empty()) {
    line += In(language, "（写", " (printed ") + check.reported() +
            In(language, "，算得", ", computed ") + check.computed() +
            In(language, "）", ")");
  }
  return kIndent + line + "\n";
}

std::string ConsequenceLines(const core::FindingGroup& finding,
                             const PrintStyle& style) {
  if (finding.consequences.empty()) return "";
  const std::string count = std::to_string(finding.consequences.size());
  std::string text =
      Labelled(style, "", "",
               style.language == Language::kChinese
                   ? "由此还有 " + count + " 处不符，改正后一并消除或随之复核："
                   : "From the same cause, " + count + " more:");
  for (const Check* check : finding.consequences) {
    text += ConsequenceLine(*check, style.language);
  }
  return text;
}

}  // namespace

std::string FindingText(const core::FindingGroup& finding, int number,
                        const core::BlockIndex& blocks,
                        const PrintStyle& style) {
  const Check& check = *finding.head;
  const Language language = style.language;
  const Message message = MessageOf(check, language);
  std::string text = HeadOf(check, message.title, number, style) +
                     QuoteLine(check, blocks, style);
  text += Labelled(style, "", "", message.rest);
  text +=
      Labelled(style, "涉及的数：", "Figures: ", OperandsOf(check, language));
  text += Labelled(style, "说明：", "Why: ", In(language, check.reason()));
  text += HintLines(finding, style);
  text +=
      Labelled(style, "怎么办：", "To do: ", In(language, check.instruction()));
  return text + ConsequenceLines(finding, style);
}

std::string ChecksText(const std::string& path, const Reading& reading,
                       const core::CheckResult& result,
                       const PrintStyle& style) {
  const core::BlockIndex blocks(reading.document);
  std::string text =
      ReportLine(path, reading, style) + SummaryText(result, style);
  int number = 0;
  for (const auto& finding :
       core::FindingGroups(result.checks, result.findings)) {
    text += "\n" + FindingText(finding, ++number, blocks, style);
  }
  return text;
}

}  // namespace nianbao::cli

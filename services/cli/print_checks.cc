#include "services/cli/print_checks.h"

#include <algorithm>
#include <set>

#include "services/cli/print_reading.h"
#include "services/cli/quote.h"
#include "services/cli/tally.h"
#include "services/cli/words.h"

namespace nianbao::cli {
namespace {

using nianbao::document::v1::Block;
using nianbao::document::v1::Place;
using nianbao::validation::v1::Check;
using nianbao::validation::v1::Coverage;

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

// Which rules ran, so that nothing is taken for checked that was not.
std::string CoverageLine(const Coverage& coverage, Language language) {
  const auto skipped =
      std::count_if(coverage.rules().begin(), coverage.rules().end(),
                    [](const auto& entry) { return entry.has_skipped(); });
  const std::string all = std::to_string(coverage.rules_size());
  const std::string part = std::to_string(skipped);
  const std::string facts = std::to_string(coverage.facts_checked()) + "/" +
                            std::to_string(coverage.facts_total());
  if (language == Language::kChinese) {
    return "参与核对的数据 " + facts + " 个；规则 " + all + " 条，其中 " +
           part + " 条没有条件执行（不算通过）。\n";
  }
  return "Facts checked: " + facts + "; rules: " + all + ", " + part +
         " of them could not run (which is no pass).\n";
}

std::string SummaryOf(const core::CheckResult& result,
                      const PrintStyle& style) {
  const Tally tally = TallyOf(result.checks);
  const bool none = tally.errors + tally.queries + tally.notes == 0;
  return In(style.language, "核对关系 ", "Relations ") +
         RelationCounts(tally, style) + "\n" +
         CoverageLine(result.coverage, style.language) +
         In(style.language, "发现：", "Findings: ") +
         FindingCounts(tally, style) + "\n" +
         (none ? style.paint(Ink::kGood,
                             In(style.language, "没有需要处理的问题。",
                                "Nothing to do.")) +
                     "\n"
               : "");
}

}  // namespace

std::vector<const Check*> FindingsOf(const std::vector<Check>& checks) {
  std::vector<const Check*> findings;
  for (const Check& check : checks) {
    if (check.severity() != nianbao::catalogue::v1::SEVERITY_UNSPECIFIED) {
      findings.push_back(&check);
    }
  }
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Check* a, const Check* b) {
                     return a->severity() > b->severity();
                   });
  return findings;
}

std::string FindingText(const Check& check, int number,
                        const core::BlockIndex& blocks,
                        const PrintStyle& style) {
  const Language language = style.language;
  const Message message = MessageOf(check, language);
  std::string text = HeadOf(check, message.title, number, style) +
                     QuoteLine(check, blocks, style);
  text += Labelled(style, "", "", message.rest);
  text +=
      Labelled(style, "涉及的数：", "Figures: ", OperandsOf(check, language));
  text += Labelled(style, "说明：", "Why: ", In(language, check.reason()));
  for (const auto& hint : check.hints()) {
    text += Labelled(style, "可能：", "Perhaps: ", In(language, hint));
  }
  return text + Labelled(style, "怎么办：",
                         "To do: ", In(language, check.instruction()));
}

std::string ChecksText(const std::string& path, const Reading& reading,
                       const core::CheckResult& result,
                       const PrintStyle& style) {
  const core::BlockIndex blocks(reading.document);
  std::string text =
      ReportLine(path, reading, style) + SummaryOf(result, style);
  int number = 0;
  for (const Check* check : FindingsOf(result.checks)) {
    text += "\n" + FindingText(*check, ++number, blocks, style);
  }
  return text;
}

}  // namespace nianbao::cli

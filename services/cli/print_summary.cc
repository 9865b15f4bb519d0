#include "services/cli/print_summary.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "services/cli/tally.h"

namespace nianbao::cli {
namespace {

using nianbao::validation::v1::Coverage;
using nianbao::validation::v1::Outcome;

// Reasons that many rules share; the others are blanks of one rule each.
constexpr int kFewestAlike = 2;

std::string Number(int number) { return std::to_string(number); }

// How many rules were skipped for each reason, most first.
std::vector<std::pair<std::string, int>> SkippedBy(const Coverage& coverage,
                                                   Language language) {
  std::map<std::string, int> counts;
  for (const auto& entry : coverage.rules()) {
    if (entry.has_skipped()) ++counts[In(language, entry.skipped())];
  }
  std::vector<std::pair<std::string, int>> reasons;
  int single = 0;
  for (const auto& [reason, count] : counts) {
    if (count < kFewestAlike) {
      single += count;
    } else {
      reasons.emplace_back(reason, count);
    }
  }
  if (single > 0) {
    reasons.emplace_back(
        In(language, "缺少其中某个数", "one of the figures is blank"), single);
  }
  std::stable_sort(reasons.begin(), reasons.end(),
                   [](auto& a, auto& b) { return a.second > b.second; });
  return reasons;
}

std::string FactsLine(const Coverage& coverage, Language language) {
  const std::string facts =
      Number(coverage.facts_checked()) + "/" + Number(coverage.facts_total());
  return language == Language::kChinese
             ? "参与核对的数据 " + facts +
                   " 个；其余没有可对照的关系，不算核对过。\n"
             : "Facts checked: " + facts +
                   "; the others take part in no relation and are unchecked.\n";
}

// "占比与人数不符" is what is wrong; the ledger says what was looked at.
std::string UndecidedLine(const Coverage& coverage, Language language) {
  int undecided = 0;
  for (const auto& entry : coverage.stated()) undecided += entry.undecided();
  for (const auto& entry : coverage.rules()) undecided += entry.undecided();
  if (undecided == 0) return "";
  return language == Language::kChinese
             ? "无法判断的关系：原文没有写明基数、口径或时间（不算通过）。\n"
             : "Undecided: base, scope or date is not stated (no pass).\n";
}

std::string RulesLine(const Coverage& coverage, Language language) {
  int skipped = 0;
  for (const auto& entry : coverage.rules()) {
    if (entry.has_skipped()) ++skipped;
  }
  const std::string all = Number(coverage.rules_size());
  std::string text = language == Language::kChinese
                         ? "规则 " + all + " 条，其中 " + Number(skipped) +
                               " 条没有条件执行（不算通过）"
                         : "Rules: " + all + ", " + Number(skipped) +
                               " of them could not run (which is no pass)";
  std::string reasons;
  for (const auto& [reason, count] : SkippedBy(coverage, language)) {
    std::string words = reason;
    for (const char* stop : {"。", "."}) {
      const std::string end(stop);
      if (words.size() > end.size() &&
          words.compare(words.size() - end.size(), end.size(), end) == 0) {
        words.resize(words.size() - end.size());
      }
    }
    reasons += In(language, reasons.empty() ? "：" : "，",
                  reasons.empty() ? ": " : "; ");
    reasons += words + " " + Number(count) + In(language, " 条", "");
  }
  return text + reasons + In(language, "。\n", ".\n");
}

std::string OutcomeLine(Outcome outcome, const PrintStyle& style) {
  const Language language = style.language;
  const auto line = [&](Ink ink, const char* zh, const char* en) {
    return In(language, "结论：", "Outcome: ") +
           style.paint(ink, In(language, zh, en)) + "\n";
  };
  switch (outcome) {
    case Outcome::OUTCOME_ERRORS:
      return line(Ink::kError, "有错误，改正后才能报送。",
                  "there are errors to correct.");
    case Outcome::OUTCOME_QUERIES:
      return line(Ink::kQuery, "没有发现错误，有疑问需要说明。",
                  "no errors, but queries to explain.");
    case Outcome::OUTCOME_CLEAN:
      return line(Ink::kGood, "在核对到的范围内没有需要处理的问题。",
                  "nothing to do, as far as it was checked.");
    default:
      return line(Ink::kQuery, "没有一条关系得出结论，不能算通过。",
                  "no relation came to a verdict, so this is no pass.");
  }
}

}  // namespace

std::string SummaryText(const core::CheckResult& result,
                        const PrintStyle& style) {
  const Tally tally = TallyOf(result);
  return In(style.language, "核对关系 ", "Relations ") +
         RelationCounts(tally, style) + "\n" +
         UndecidedLine(result.coverage, style.language) +
         FactsLine(result.coverage, style.language) +
         RulesLine(result.coverage, style.language) +
         In(style.language, "发现：", "Findings: ") +
         FindingCounts(tally, style) + "\n" +
         OutcomeLine(result.outcome, style);
}

}  // namespace nianbao::cli

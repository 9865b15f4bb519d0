#include "services/cli/tally.h"

#include "services/core/finding_groups.h"

namespace nianbao::cli {
namespace {

using nianbao::validation::v1::Check;

void CountVerdict(const Check& check, Tally& tally) {
  switch (check.verdict()) {
    case nianbao::validation::v1::VERDICT_CONSISTENT:
      ++tally.consistent;
      break;
    case nianbao::validation::v1::VERDICT_ROUNDED_DIFFERENTLY:
      ++tally.rounded_differently;
      break;
    case nianbao::validation::v1::VERDICT_CONTRADICTED:
      ++tally.contradicted;
      break;
    case nianbao::validation::v1::VERDICT_UNDECIDED:
      ++tally.undecided;
      break;
    default:
      break;
  }
}

void CountSeverity(nianbao::catalogue::v1::Severity severity, Tally& tally) {
  switch (severity) {
    case nianbao::catalogue::v1::SEVERITY_ERROR:
      ++tally.errors;
      break;
    case nianbao::catalogue::v1::SEVERITY_QUERY:
      ++tally.queries;
      break;
    case nianbao::catalogue::v1::SEVERITY_NOTE:
      ++tally.notes;
      break;
    default:
      break;
  }
}

// A name with its number, in colour where there is any of it.
std::string Count(const PrintStyle& style, Ink ink, const std::string& name,
                  int number) {
  const std::string text = name + " " + std::to_string(number);
  return number > 0 ? style.paint(ink, text) : text;
}

}  // namespace

Tally TallyOf(const core::CheckResult& result) {
  Tally tally;
  for (const Check& check : result.checks) CountVerdict(check, tally);
  for (const auto& group :
       core::FindingGroups(result.checks, result.findings)) {
    CountSeverity(group.finding.severity(), tally);
  }
  return tally;
}

std::string FindingCounts(const Tally& tally, const PrintStyle& style) {
  const Language language = style.language;
  const std::string comma = In(language, "，", ", ");
  return Count(style, Ink::kError, In(language, "错误", "errors"),
               tally.errors) +
         comma +
         Count(style, Ink::kQuery, In(language, "疑问", "queries"),
               tally.queries) +
         comma +
         Count(style, Ink::kStrong, In(language, "提示", "notes"), tally.notes);
}

std::string RelationCounts(const Tally& tally, const PrintStyle& style) {
  const Language language = style.language;
  const std::string comma = In(language, "，", ", ");
  const int all = tally.consistent + tally.rounded_differently +
                  tally.contradicted + tally.undecided;
  return std::to_string(all) + In(language, " 条：", ": ") +
         In(language, "一致 ", "consistent ") +
         std::to_string(tally.consistent) + comma +
         In(language, "末位取舍不同 ", "rounded differently ") +
         std::to_string(tally.rounded_differently) + comma +
         In(language, "矛盾 ", "contradicted ") +
         std::to_string(tally.contradicted) + comma +
         In(language, "无法判断 ", "undecided ") +
         std::to_string(tally.undecided);
}

}  // namespace nianbao::cli

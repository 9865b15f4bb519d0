#include "services/report/check_summary.h"

#include <string>

#include "services/core/finding_groups.h"
#include "services/report/run_list.h"
#include "services/report/wording.h"

namespace nianbao::report {
namespace {

using nianbao::catalogue::v1::Edition;
using nianbao::document::v1::Notice;
using nianbao::document::v1::Paragraph;
using nianbao::document::v1::Run;
using nianbao::validation::v1::Check;
using nianbao::validation::v1::Coverage;

void CountSeverity(nianbao::catalogue::v1::Severity severity,
                   CheckCounts& counts) {
  switch (severity) {
    case nianbao::catalogue::v1::SEVERITY_ERROR:
      ++counts.errors;
      break;
    case nianbao::catalogue::v1::SEVERITY_QUERY:
      ++counts.queries;
      break;
    case nianbao::catalogue::v1::SEVERITY_NOTE:
      ++counts.notes;
      break;
    default:
      break;
  }
}

std::string Outcome(const CheckCounts& counts) {
  const std::string queries = std::to_string(counts.queries);
  if (counts.errors > 0) {
    std::string text =
        "发现 " + std::to_string(counts.errors) + " 处错误，改正后才能报送";
    if (counts.queries > 0) text += "；另有 " + queries + " 处疑问，请核实说明";
    return text + "。";
  }
  if (counts.queries > 0) {
    return "没有发现错误；有 " + queries + " 处疑问，请核实说明。";
  }
  if (counts.relations == counts.undecided) {
    return "没有一条关系得出结论，不等于没有错误。";
  }
  return "没有发现错误和疑问。";
}

void AddCount(Notice& notice, int count, const std::string& label,
              Run::Style style) {
  *notice.add_lines() =
      ParagraphOf(RunList().Styled(std::to_string(count), style).Text(label),
                  Paragraph::ROLE_LIST_ITEM);
}

// Zero of something bad is nothing to colour.
void AddProblems(Notice& notice, int count, const std::string& label,
                 Run::Style style) {
  AddCount(notice, count, label, count > 0 ? style : Run::STYLE_STRONG);
}

int Skipped(const Coverage& coverage) {
  int skipped = 0;
  for (const auto& entry : coverage.rules()) {
    if (entry.has_skipped()) ++skipped;
  }
  return skipped;
}

void AddText(Notice& notice, const std::string& label,
             const std::string& text) {
  *notice.add_lines() = ParagraphOf(RunList().Strong(label).Text(text));
}

std::string StatedLine(const Coverage& coverage) {
  std::string text;
  for (const auto& entry : coverage.stated()) {
    if (entry.ran() == 0) continue;
    if (!text.empty()) text += "；";
    text += KindWord(entry.code()) + " " + std::to_string(entry.ran()) + " 条";
  }
  return text.empty() ? "没有" : text;
}

std::string RulesLine(const Coverage& coverage) {
  int ran = 0;
  for (const auto& entry : coverage.rules()) {
    if (entry.ran() > 0) ++ran;
  }
  return "共 " + std::to_string(coverage.rules_size()) + " 条，用上 " +
         std::to_string(ran) + " 条，没有用上 " +
         std::to_string(Skipped(coverage)) + " 条";
}

std::string NotCheckedLine(const Material& material,
                           const CheckCounts& counts) {
  const Coverage& coverage = material.coverage;
  const int unchecked = coverage.facts_total() - coverage.facts_checked();
  std::string text;
  if (unchecked > 0) {
    text += std::to_string(unchecked) + " 个数字没有可以对照的关系；";
  }
  if (counts.undecided > 0) {
    text += std::to_string(counts.undecided) + " 条关系缺少依据，无法判定；";
  }
  if (const int skipped = Skipped(coverage); skipped > 0) {
    text += std::to_string(skipped) + " 条规则没有用上；";
  }
  if (text.empty()) return "没有遗漏。";
  return text + "未核对的不等于正确，详见文末。";
}

}  // namespace

CheckCounts CountChecks(const Material& material) {
  CheckCounts counts;
  for (const auto& group :
       core::FindingGroups(material.checks, material.findings)) {
    CountSeverity(group.finding.severity(), counts);
  }
  for (const Check& check : material.checks) {
    switch (check.verdict()) {
      case nianbao::validation::v1::VERDICT_UNSPECIFIED:
        continue;
      case nianbao::validation::v1::VERDICT_CONSISTENT:
        ++counts.consistent;
        break;
      case nianbao::validation::v1::VERDICT_UNDECIDED:
        ++counts.undecided;
        break;
      default:
        break;
    }
    ++counts.relations;
  }
  return counts;
}

Notice SummaryNotice(const Edition& edition, const std::string& school,
                     const Material& material) {
  const CheckCounts counts = CountChecks(material);
  Notice notice;
  notice.set_kind(Notice::KIND_SUMMARY);
  *notice.mutable_title() = RunList().Text(Outcome(counts)).runs();
  AddProblems(notice, counts.errors, "错误", Run::STYLE_ERROR);
  AddProblems(notice, counts.queries, "疑问", Run::STYLE_QUERY);
  AddCount(notice, counts.notes, "提示", Run::STYLE_STRONG);
  AddCount(notice, counts.consistent, "关系相符", Run::STYLE_GOOD);
  AddCount(notice, counts.undecided, "无法判定", Run::STYLE_STRONG);
  AddCount(notice, material.facts.size(), "读出数字", Run::STYLE_STRONG);
  AddText(notice, "学校：", school);
  AddText(notice, "版本：", edition.title().zh());
  AddText(notice, "核对范围：",
          "读出的 " + std::to_string(material.coverage.facts_total()) +
              " 个数字中，" +
              std::to_string(material.coverage.facts_checked()) +
              " 个参加了核对，共核对 " + std::to_string(counts.relations) +
              " 条关系。");
  AddText(notice, "文中关系：", StatedLine(material.coverage) + "。");
  AddText(notice, "指标规则：", RulesLine(material.coverage) + "。");
  AddText(notice, "没有核对的：", NotCheckedLine(material, counts));
  return notice;
}

}  // namespace nianbao::report

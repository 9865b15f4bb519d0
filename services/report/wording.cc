#include "services/report/wording.h"

#include "services/core/check_kind.h"

namespace nianbao::report {
namespace {

using nianbao::catalogue::v1::Certainty;
using nianbao::catalogue::v1::Severity;
using nianbao::document::v1::Place;
using nianbao::metrics::v1::Attainment;
using nianbao::validation::v1::Check;

const std::string& RuleTitle(const core::Catalogue& catalogue,
                             const std::string& code) {
  static const std::string kNone;
  if (code.empty()) return kNone;
  if (const auto* rule = catalogue.FindRule(code)) return rule->title().zh();
  const auto test = catalogue.outlier_tests().find(code);
  if (test != catalogue.outlier_tests().end())
    return test->second->title().zh();
  const auto standard = catalogue.standards().find(code);
  if (standard == catalogue.standards().end()) return kNone;
  return standard->second->title().zh();
}

}  // namespace

std::string SeverityWord(Severity severity) {
  switch (severity) {
    case nianbao::catalogue::v1::SEVERITY_ERROR:
      return "错误";
    case nianbao::catalogue::v1::SEVERITY_QUERY:
      return "疑问";
    default:
      return "提示";
  }
}

std::string KindWord(const std::string& kind) {
  const core::CheckKind* known = core::FindCheckKind(kind);
  return known == nullptr ? kind : std::string(known->about_zh);
}

std::string FindingTitle(const core::Catalogue& catalogue, const Check& check) {
  if (check.verdict() == nianbao::validation::v1::VERDICT_ROUNDED_DIFFERENTLY) {
    return "末位取舍不同";
  }
  const std::string& rule = RuleTitle(catalogue, check.rule());
  const core::CheckKind* kind = core::FindCheckKind(check.kind());
  const std::string wrong(kind == nullptr ? "数据之间不符" : kind->wrong_zh);
  const bool judged = check.kind() == "standard" || check.kind() == "outlier";
  if (judged && !rule.empty()) {
    return wrong + "“" + rule + "”";
  }
  if (!rule.empty()) return "不符合“" + rule + "”";
  return wrong;
}

std::string RelationTitle(const core::Catalogue& catalogue,
                          const Check& check) {
  const std::string& rule = RuleTitle(catalogue, check.rule());
  return rule.empty() ? KindWord(check.kind()) : rule;
}

std::string StateWord(Attainment::State state) {
  switch (state) {
    case Attainment::STATE_ATTAINED:
      return "达标";
    case Attainment::STATE_MISSED:
      return "未达标";
    default:
      return "待定";
  }
}

std::string CertaintyWord(Certainty certainty) {
  switch (certainty) {
    case nianbao::catalogue::v1::CERTAINTY_OFFICIAL:
      return "官方文件原文";
    case nianbao::catalogue::v1::CERTAINTY_REPORTED:
      return "转引，待核对原文";
    case nianbao::catalogue::v1::CERTAINTY_INFERRED:
      return "由实际报告推得";
    default:
      return "草案，尚未核实";
  }
}

std::string PlaceWord(const Place& place) {
  if (place.line() > 0) return "第 " + std::to_string(place.line()) + " 行";
  if (place.page() > 0) return "第 " + std::to_string(place.page()) + " 页";
  return place.block().empty() ? "全文" : "正文";
}

}  // namespace nianbao::report

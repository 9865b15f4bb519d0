#include "services/report/wording.h"

#include <map>

namespace nianbao::report {
namespace {

using nianbao::catalogue::v1::Certainty;
using nianbao::catalogue::v1::Severity;
using nianbao::document::v1::Place;
using nianbao::metrics::v1::Attainment;
using nianbao::validation::v1::Check;

struct KindWords {
  const char* about;
  const char* wrong;
};

const KindWords* FindKind(const std::string& kind) {
  static const std::map<std::string, KindWords> kKinds = {
      {"share", {"占比与人数", "占比与人数不符"}},
      {"sum", {"各项之和与总数", "各项之和与总数不符"}},
      {"part", {"部分不超过总数", "部分超过了总数"}},
      {"change", {"增减数与两年数", "增减数与两年数不符"}},
      {"growth", {"增减幅度与两年数", "增减幅度与两年数不符"}},
      {"table_total", {"表中合计与各项", "表中合计与各项不符"}},
      {"table_change", {"表中变化与两年数", "表中变化与两年数不符"}},
      {"same_concept", {"同一数据前后一致", "同一数据前后不一致"}},
      {"per_head", {"平均数与总数", "平均数与总数不符"}},
      {"ratio", {"比值与人数", "比值与人数不符"}},
      {"mean", {"平均数与各项", "平均数与各项不符"}},
      {"stock_flow", {"年末数与增减数", "年末数与增减数不符"}},
      {"list", {"列举与个数", "列举的与写的个数不符"}},
      {"standard", {"办学标准", "未达到办学标准"}},
      {"outline", {"规定内容", "缺少规定内容"}},
      {"outlier", {"数值合理", "数值异常"}},
  };
  const auto found = kKinds.find(kind);
  return found == kKinds.end() ? nullptr : &found->second;
}

const std::string& RuleTitle(const core::Catalogue& catalogue,
                             const std::string& code) {
  static const std::string kNone;
  if (code.empty()) return kNone;
  if (const auto* rule = catalogue.FindRule(code)) return rule->title().zh();
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
  const KindWords* words = FindKind(kind);
  return words == nullptr ? kind : words->about;
}

std::string FindingTitle(const core::Catalogue& catalogue, const Check& check) {
  if (check.verdict() == nianbao::validation::v1::VERDICT_ROUNDED_DIFFERENTLY) {
    return "末位取舍不同";
  }
  const std::string& rule = RuleTitle(catalogue, check.rule());
  const KindWords* words = FindKind(check.kind());
  if (check.kind() == "standard" && !rule.empty()) {
    return std::string(words->wrong) + "“" + rule + "”";
  }
  if (!rule.empty()) return "不符合“" + rule + "”";
  return words == nullptr ? "数据之间不符" : words->wrong;
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

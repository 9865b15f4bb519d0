#include "services/cli/words.h"

#include <map>

namespace nianbao::cli {
namespace {

using nianbao::document::v1::Place;
using nianbao::metrics::v1::Attainment;

struct Words {
  const char* zh;
  const char* en;
};

const std::map<std::string, Words>& Kinds() {
  static const std::map<std::string, Words> kKinds = {
      {"share", {"占比与人数不符", "share and counts disagree"}},
      {"sum", {"各项之和与总数不符", "parts do not add up"}},
      {"part", {"部分超过了总数", "a part exceeds its whole"}},
      {"change", {"增减数与两年数不符", "change and years disagree"}},
      {"growth", {"增减幅度与两年数不符", "growth and years disagree"}},
      {"table_total", {"表中合计与各项不符", "table total is off"}},
      {"table_change", {"表中变化与两年数不符", "table change is off"}},
      {"same_concept", {"同一数据前后不一致", "two places disagree"}},
      {"per_head", {"平均数与总数不符", "mean and total disagree"}},
      {"ratio", {"比值与人数不符", "ratio and counts disagree"}},
      {"order", {"大小关系不符", "order is reversed"}},
      {"domain", {"超出取值范围", "outside its range"}},
      {"recompute", {"与重算结果不符", "recomputing gives another figure"}},
      {"attainability", {"取不到这个比率", "no counts make this rate"}},
      {"stock_flow", {"存量与流量不符", "stock and flow disagree"}},
      {"standard", {"未达到办学标准", "below a standard"}},
      {"outline", {"缺少规定内容", "required content is missing"}},
      {"outlier", {"数值异常", "unusual figure"}},
  };
  return kKinds;
}

}  // namespace

std::string SeverityWord(Language language,
                         nianbao::catalogue::v1::Severity severity) {
  switch (severity) {
    case nianbao::catalogue::v1::SEVERITY_ERROR:
      return In(language, "错误", "Error");
    case nianbao::catalogue::v1::SEVERITY_QUERY:
      return In(language, "疑问", "Query");
    default:
      return In(language, "提示", "Note");
  }
}

std::string KindWord(Language language, const std::string& kind) {
  const auto found = Kinds().find(kind);
  if (found == Kinds().end()) return kind;
  return In(language, found->second.zh, found->second.en);
}

std::string StateWord(Language language, Attainment::State state) {
  switch (state) {
    case Attainment::STATE_ATTAINED:
      return In(language, "达标", "attained");
    case Attainment::STATE_MISSED:
      return In(language, "未达标", "missed");
    default:
      return In(language, "待定", "open");
  }
}

std::string PlaceWord(Language language, const Place& place) {
  const bool zh = language == Language::kChinese;
  const auto numbered = [zh](const char* unit_zh, const char* unit_en, int n) {
    return zh ? "第 " + std::to_string(n) + " " + unit_zh
              : unit_en + (" " + std::to_string(n));
  };
  if (place.line() > 0) return numbered("行", "line", place.line());
  if (place.page() > 0) return numbered("页", "page", place.page());
  if (place.block().empty()) return In(language, "全文", "whole report");
  return In(language, "正文", "text");
}

}  // namespace nianbao::cli

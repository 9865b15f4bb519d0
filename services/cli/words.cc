#include "services/cli/words.h"

#include "services/core/check_kind.h"

namespace nianbao::cli {

using nianbao::document::v1::Place;
using nianbao::metrics::v1::Attainment;

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
  const core::CheckKind* known = core::FindCheckKind(kind);
  if (known == nullptr) return kind;
  return std::string(language == Language::kEnglish ? known->wrong_en
                                                    : known->wrong_zh);
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

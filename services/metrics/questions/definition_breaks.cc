#include "services/metrics/questions/definition_breaks.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "services/core/catalogue.h"

namespace nianbao::metrics {
namespace {

using core::Catalogue;
using nianbao::catalogue::v1::Edition;
using nianbao::catalogue::v1::Indicator;
using nianbao::metrics::v1::Break;

Break Make(Break::Kind kind, const std::string& zh, const std::string& en) {
  Break told;
  told.set_kind(kind);
  told.mutable_reason()->set_zh(zh);
  told.mutable_reason()->set_en(en);
  return told;
}

Break NotCollected(const Edition& edition) {
  return Make(Break::KIND_NOT_COLLECTED,
              absl::StrCat(edition.code(), " 版没有此指标"),
              absl::StrCat("not part of edition ", edition.code()));
}

}  // namespace

std::vector<Break> DefinitionBreaks(const Indicator& indicator,
                                    const Edition& before,
                                    const Edition& after) {
  if (indicator.revisions().empty()) return {};
  const auto* old = Catalogue::RevisionOf(indicator, before.code());
  const auto* now = Catalogue::RevisionOf(indicator, after.code());
  std::vector<Break> breaks;
  if (old == nullptr) breaks.push_back(NotCollected(before));
  if (now == nullptr) breaks.push_back(NotCollected(after));
  if (!breaks.empty()) return breaks;
  std::vector<std::string> zh;
  std::vector<std::string> en;
  const std::string& old_title = Catalogue::TitleIn(indicator, before.code());
  const std::string& new_title = Catalogue::TitleIn(indicator, after.code());
  if (old_title != new_title) {
    zh.push_back(absl::StrCat("名称由“", old_title, "”改为“", new_title, "”"));
    en.push_back(absl::StrCat("the title changed from \"", old_title,
                              "\" to \"", new_title, "\""));
  }
  if (old->note() != now->note()) {
    zh.push_back(absl::StrCat("口径说明不同：",
                              now->note().empty() ? "（无）" : now->note()));
    en.emplace_back("the note on its definition differs");
  }
  if (old->row() != 0 && now->row() != 0 &&
      (old->row() != now->row() || old->table() != now->table())) {
    zh.push_back(
        absl::StrCat("表中由第 ", old->row(), " 行改为第 ", now->row(), " 行"));
    en.push_back(
        absl::StrCat("it moved from row ", old->row(), " to row ", now->row()));
  }
  if (zh.empty()) return {};
  return {Make(Break::KIND_DEFINITION, absl::StrJoin(zh, "；"),
               absl::StrJoin(en, "; "))};
}

}  // namespace nianbao::metrics

#include "services/validation/share_form.h"

#include <algorithm>

#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

constexpr std::string_view kHolds = "占";
constexpr std::string_view kRate = "率";

// Words between a share's words and its figure.
std::string_view WithoutVerbs(std::string_view text) {
  return StripEnd(text, {"达到", "高达", "超过", "首次", "将近", "接近", "为",
                         "达", "约", "近", "仅", "是", "均", "已", "则", "了"});
}

std::string_view WithoutLinks(std::string_view text) {
  return StripStart(text, {"其中", "而", "且", "并", "均", "共", "则", "分别"});
}

ShareForm ReadHolding(std::string_view clause, std::size_t at) {
  ShareForm form;
  form.subject =
      WithoutLinks(StripEnd(clause.substr(0, at), {"分别", "均", "约", "共"}));
  std::string_view rest = clause.substr(at + kHolds.size());
  const std::size_t cut =
      FindAny(rest, {"的比", "比例", "比重", "的百分比", "百分比", "比率"});
  if (cut != std::string_view::npos) {
    rest = rest.substr(0, cut);
  } else if (StartsWithAny(rest, {"比"})) {
    rest = {};
  }
  form.base = StripEnd(WithoutVerbs(rest), {"的", "中"});
  return form;
}

std::optional<ShareForm> ReadRate(std::string_view clause) {
  const std::string_view words = WithoutVerbs(clause);
  ShareForm form;
  if (EndsWithAny(words, {"比例", "比重"})) {
    form.subject = WithoutLinks(StripEnd(words, {"比例", "比重", "的", "所"}));
    return form;
  }
  if (!EndsWithAny(words, {kRate})) return std::nullopt;
  form.stem = WithoutLinks(words.substr(0, words.size() - kRate.size()));
  if (form.stem.empty()) return std::nullopt;
  return form;
}

}  // namespace

std::optional<ShareForm> ReadShareForm(std::string_view clause) {
  const std::size_t at = clause.rfind(kHolds);
  // 占地 and 占用 are no shares.
  if (at != std::string_view::npos &&
      !StartsWithAny(clause.substr(at + kHolds.size()), {"地", "用"})) {
    return ReadHolding(clause, at);
  }
  return ReadRate(clause);
}

}  // namespace nianbao::validation

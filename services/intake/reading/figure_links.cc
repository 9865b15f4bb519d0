// What of FigureNamer asks the catalogue: words to indicators.
#include <algorithm>
#include <string_view>

#include "services/intake/reading/figure_names.h"

namespace nianbao::intake {
namespace {

using nianbao::catalogue::v1::Indicator;
using nianbao::fact::v1::Fact;
using Why = ReadingTrace::Reading;

constexpr std::string_view kVerbs[] = {"建有", "建成", "设有", "开设了", "开设",
                                       "配备", "拥有", "完成", "组建",   "聘请",
                                       "聘任", "成立", "形成", "取得",   "具有",
                                       "设置", "开办", "编成", "设"};

bool IsPlainVerb(const std::string& words) {
  return std::find(std::begin(kVerbs), std::end(kVerbs), words) !=
         std::end(kVerbs);
}

// 建有实践基地 → 实践基地
std::string WithoutVerb(const std::string& words) {
  for (const std::string_view verb : kVerbs) {
    if (words.size() > verb.size() && words.starts_with(verb)) {
      return words.substr(verb.size());
    }
  }
  return words;
}

}  // namespace

// 硕士18人，占12.00%: shares that the catalogue knows by part and whole.
void FigureNamer::LinkShare(const std::u32string& part,
                            const std::u32string& whole, Fact& fact) const {
  const std::u32string shares[] = {part + U"占" + whole + U"比例",
                                   part + U"占比"};
  for (const std::u32string& share : shares) {
    if (whole.empty() != (share.back() != U'例')) continue;
    const auto* indicator = Take(ToUtf8(share), Why::REFUSAL_UNSPECIFIED, fact);
    if (indicator == nullptr) continue;
    fact.set_concept_code(indicator->code());
    fact.set_label(
        core::Catalogue::TitleIn(*indicator, context_.edition.code()));
    return;
  }
}

// Links by the phrase where the words as printed named nothing.
bool FigureNamer::LinkPhrase(const std::u32string& phrase, Said& said,
                             Fact& fact) const {
  if (fact.has_link() || !fact.dimensions().empty() || phrase.empty()) {
    return false;
  }
  const std::string noun = ToUtf8(phrase);
  const auto* indicator = Take(noun, Why::REFUSAL_UNSPECIFIED, fact);
  if (indicator == nullptr) return false;
  Note(context_, Why::DECISION_LABEL, Why::SOURCE_EARLIER, noun);
  said.title = core::Catalogue::TitleIn(*indicator, context_.edition.code());
  fact.set_concept_code(indicator->code());
  fact.set_label(said.title);
  return true;
}

const Indicator* FigureNamer::Link(const Label& label, const std::string& text,
                                   Fact& fact) const {
  if (LeansOnSamePeriod(label, fact)) {
    return Take(text, Why::REFUSAL_SAID_ALREADY, fact);
  }
  const bool left_says_more =
      text == label.noun && !label.left.empty() && !IsPlainVerb(label.left);
  for (const std::string& words : {text, label.left, WithoutVerb(label.left)}) {
    const bool more = left_says_more && words == text;
    if (const Indicator* found = Take(
            words, more ? Why::REFUSAL_SAYS_MORE : Why::REFUSAL_UNSPECIFIED,
            fact)) {
      return found;
    }
  }
  return nullptr;
}

// The indicator that the words name, with its points put into the fact; null
// where there is none, or for a `refusal`.
const Indicator* FigureNamer::Take(const std::string& words,
                                   Why::Refusal refusal, Fact& fact) const {
  const LinkResult result = context_.linker.Find(
      words, ToLink(context_, fact.figure(), fact.period()));
  if (context_.trace != nullptr) context_.trace->Consider(result, refusal);
  if (refusal != Why::REFUSAL_UNSPECIFIED || result.indicator == nullptr) {
    return nullptr;
  }
  *fact.mutable_link() = result.ToLink();
  return result.indicator;
}

// A figure without words of its own is the same thing in another period, or
// another thing that the text does not name.
bool FigureNamer::LeansOnSamePeriod(const Label& label,
                                    const Fact& fact) const {
  const Said* last = said_.Last();
  return label.text.empty() && last != nullptr && last->period == fact.period();
}

}  // namespace nianbao::intake

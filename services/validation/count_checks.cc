#include "services/validation/count_checks.h"

#include "services/core/interval.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;

constexpr std::size_t kMostItems = 12;
constexpr std::size_t kLongestItem = 16;  // characters

std::string Shortened(const std::string& item) {
  const auto characters = Characters(item);
  if (characters.size() <= kLongestItem) return item;
  std::string text;
  for (std::size_t i = 0; i < kLongestItem; ++i) text += characters[i];
  return text + "…";
}

// The first name of a list without the words that lead up to it: 护理 of
// 学校设有护理.
std::string WithoutLead(const std::string& item) {
  constexpr std::size_t kShortest = 6;  // bytes: two characters
  std::string_view name = item;
  for (const std::string_view word :
       {"设有", "现有", "拥有", "开设", "开齐", "设置", "通过", "围绕", "实行",
        "包括", "主要有", "分为", "分成", "面向", "集中在", "组建了", "由"}) {
    const std::size_t at = name.rfind(word);
    if (at == std::string_view::npos) continue;
    const std::string_view rest = name.substr(at + word.size());
    if (rest.size() >= kShortest) name = rest;
  }
  return std::string(name);
}

std::string Joined(const std::vector<std::string>& items) {
  std::string text;
  for (std::size_t i = 0; i < items.size() && i < kMostItems; ++i) {
    text +=
        i == 0 ? Shortened(WithoutLead(items[i])) : "、" + Shortened(items[i]);
  }
  return items.size() > kMostItems ? text + "…" : text;
}

}  // namespace

Check CountCheck(const ReportView& view, const CountInText& stated,
                 const Listed& listed) {
  const bool fits = stated.count.value == listed.count;
  const std::string items = Joined(listed.items);
  std::string count = std::to_string(listed.count);
  if (listed.least > 0 && listed.least < listed.count) {
    count = std::to_string(listed.least) + "至" + count;
  }
  CheckMaker maker("list");
  AddCount(view, stated, maker);
  for (const auto& place : listed.places) {
    maker.Operand(TextFigure{place, std::to_string(listed.count),
                             std::to_string(listed.count), stated.noun},
                  "list");
  }
  maker.Verdict(fits ? VERDICT_CONSISTENT : VERDICT_CONTRADICTED)
      .Reported(stated.Printed(), core::Interval::Point(stated.count.value))
      .Computed(count + "个：" + items, core::Interval::Point(listed.count))
      .Message(fits ? MessageId::kCountFits : MessageId::kCountWrong,
               {{"count", stated.Printed()},
                {"noun", stated.noun},
                {"listed", std::to_string(listed.count)},
                {"items", items}});
  if (!fits) maker.Instruction(MessageId::kCountInstruction);
  return maker.Done();
}

}  // namespace nianbao::validation

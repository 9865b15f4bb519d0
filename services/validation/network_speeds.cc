#include "services/validation/network_speeds.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "services/core/interval.h"
#include "services/validation/text_blocks.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using nianbao::fact::v1::FACT_CLASS_OWN;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;

// Bytes between the speed and what has it.
constexpr std::size_t kNear = 24;
constexpr std::string_view kUnit = "Mbps";

struct Speed {
  std::string_view word;
  int megabits;
};
constexpr Speed kSpeeds[] = {{"万兆", 10000}, {"千兆", 1000}, {"百兆", 100}};

bool IsBackbone(std::string_view words) {
  return HasAny(words, {"骨干", "主干"});
}

// The clause from the speed on names the backbone before any other network:
// "万兆有线骨干", not "千兆到桌面，主干…".
bool NamesBackbone(std::string_view behind) {
  const std::string_view near = behind.substr(0, kNear);
  return IsBackbone(near.substr(
      0, FindAny(near, {"，", "。", "、", "；", "到", "与", "和"})));
}

bool IsPlanned(std::string_view text, std::size_t at) {
  std::size_t begin = text.rfind("。", at);
  begin = begin == std::string_view::npos ? 0 : begin;
  return HasAny(text.substr(begin, text.find("。", at) - begin),
                {"计划", "规划", "拟", "将", "目标", "争取", "逐步", "预计"});
}

std::vector<const Datum*> BandwidthsOf(const ReportView& view) {
  std::vector<const Datum*> found;
  for (const Datum& datum : view.data().all()) {
    if (datum.fact->fact_class() == FACT_CLASS_OWN && !datum.change &&
        !IsHedged(datum) && IsBackbone(datum.fact->label()) &&
        InUnit(datum.quantity, kUnit)) {
      found.push_back(&datum);
    }
  }
  return found;
}

Check SpeedCheck(const TextFigure& word, int megabits, const Datum& figure) {
  const bool fits = InUnit(figure.quantity, kUnit)->value == megabits;
  const std::string text = word.text + "（" + word.value + "Mbps）";
  CheckMaker maker("same_concept");
  maker.Operand(word, "place")
      .Operand(figure, "place")
      .Verdict(fits ? VERDICT_CONSISTENT : VERDICT_CONTRADICTED)
      .Reported(text + " / " + Printed(figure), core::Interval::Point(megabits))
      .Computed(text + (fits ? "=" : "≠") + Printed(figure),
                figure.quantity.rounded)
      .Message(fits ? MessageId::kSameFits : MessageId::kSameWrong,
               {{"label", figure.fact->label(), figure.label_en},
                {"period", figure.fact->period()},
                {"odd", text},
                {"figure", Printed(figure)},
                {"count", fits ? "2" : "1"}});
  if (!fits) maker.Instruction(MessageId::kSameInstruction);
  return maker.Done();
}

}  // namespace

void FindNetworkSpeeds(const ReportView& view, Checks& checks) {
  const auto figures = BandwidthsOf(view);
  // Several figures are of several networks.
  if (figures.empty()) return;
  for (const Datum* figure : figures) {
    if (figure->quantity.value != figures.front()->quantity.value) return;
  }
  for (const TextBlock& block : TextBlocksOf(view)) {
    const std::string_view text = block.text;
    for (const Speed& speed : kSpeeds) {
      for (std::size_t at = text.find(speed.word); at != std::string_view::npos;
           at = text.find(speed.word, at + 1)) {
        const std::size_t end = at + speed.word.size();
        if (!NamesBackbone(text.substr(end)) || IsPlanned(text, at)) continue;
        checks.push_back(
            SpeedCheck({block.PlaceOf(at, end), std::string(speed.word),
                        std::to_string(speed.megabits), "带宽"},
                       speed.megabits, *figures.front()));
      }
    }
  }
}

}  // namespace nianbao::validation

#include "services/validation/repair_hints.h"

#include <algorithm>
#include <set>
#include <string>

#include "services/validation/messages.h"

namespace nianbao::validation {
namespace {

using nianbao::validation::v1::Hint;
using nianbao::validation::v1::Slip;

struct SlipWords {
  Slip slip;
  MessageId words;
};

constexpr SlipWords kSlips[] = {
    {Slip::SLIP_STALE_DENOMINATOR, MessageId::kSlipStaleDenominator},
    {Slip::SLIP_WRONG_BASE, MessageId::kSlipWrongBase},
    {Slip::SLIP_NEW_AS_BASE, MessageId::kSlipNewAsBase},
    {Slip::SLIP_TRUNCATED, MessageId::kSlipTruncated},
    {Slip::SLIP_LAST_DIGIT, MessageId::kSlipLastDigit},
    {Slip::SLIP_TRANSPOSED, MessageId::kSlipTransposed},
    {Slip::SLIP_WRONG_DIGIT, MessageId::kSlipWrongDigit},
    {Slip::SLIP_DROPPED_DIGIT, MessageId::kSlipDroppedDigit},
    {Slip::SLIP_EXTRA_DIGIT, MessageId::kSlipExtraDigit},
    {Slip::SLIP_SCALE, MessageId::kSlipScale},
    {Slip::SLIP_PERCENT_FOR_POINT, MessageId::kSlipPercentForPoint},
    {Slip::SLIP_COMPONENT_LEFT_OUT, MessageId::kSlipLeftOut},
    {Slip::SLIP_DIRECTION, MessageId::kSlipDirection},
    {Slip::SLIP_COPIED, MessageId::kSlipCopied},
    {Slip::SLIP_STALE_FIGURE, MessageId::kSlipStaleFigure}};

MessageId WordsOf(Slip slip) {
  for (const SlipWords& row : kSlips) {
    if (row.slip == slip) return row.words;
  }
  return MessageId::kSlipNone;
}

// The prints of the value in the order of their lines.
std::vector<std::size_t> PrintsOf(const FigureGraph& graph, std::size_t value) {
  std::vector<std::size_t> prints = graph.values()[value].prints;
  std::stable_sort(prints.begin(), prints.end(),
                   [&graph](std::size_t a, std::size_t b) {
                     const auto& x = graph.prints()[a].operand.place();
                     const auto& y = graph.prints()[b].operand.place();
                     return std::make_pair(x.line(), x.begin()) <
                            std::make_pair(y.line(), y.begin());
                   });
  return prints;
}

// "第12、41行", and " (lines 12, 41)".
catalogue::v1::Text LinesOf(const Hint& hint) {
  std::set<int> lines;
  for (const auto& correction : hint.corrections()) {
    if (correction.figure().place().line() > 0) {
      lines.insert(correction.figure().place().line());
    }
  }
  std::string zh;
  std::string en;
  for (const int line : lines) {
    zh += (zh.empty() ? "" : "、") + std::to_string(line);
    en += (en.empty() ? "" : ", ") + std::to_string(line);
  }
  catalogue::v1::Text text;
  if (lines.empty()) return text;
  text.set_zh("第" + zh + "行");
  text.set_en((lines.size() == 1 ? " (line " : " (lines ") + en + ")");
  return text;
}

std::string TextOf(const Print& print, const std::string& digits, Slip slip) {
  if (slip == Slip::SLIP_DIRECTION) return TurnedText(print, digits);
  if (slip == Slip::SLIP_SCALE) {
    const std::string text = TextInOtherUnit(print, digits);
    if (!text.empty()) return text;
  }
  return TextWith(print, digits);
}

void AddCorrections(const FigureGraph& graph, const Repair& repair,
                    std::size_t value, const std::string& digits, Hint& hint) {
  for (const std::size_t at : PrintsOf(graph, value)) {
    const Print& print = graph.prints()[at];
    const std::string own = graph.DigitsAfter(at, digits);
    auto& correction = *hint.add_corrections();
    *correction.mutable_figure() = print.operand;
    correction.set_text(TextOf(print, own, repair.slip.slip));
    correction.set_value(FigureWith(print, own).value());
  }
}

Args SourceArgs(const Repair& repair) {
  if (repair.slip.source == nullptr) return {};
  return {Named("source", *repair.slip.source)};
}

catalogue::v1::Text SentenceOf(const Hint& hint, const Repair& repair) {
  const auto why = Say(WordsOf(hint.slip()), SourceArgs(repair));
  const auto lines = LinesOf(hint);
  const auto& first = hint.corrections(0);
  return Say(MessageId::kHint, {{"lines", lines.zh(), lines.en()},
                                {"odd", first.figure().text()},
                                {"right", first.text()},
                                {"why", why.zh(), why.en()},
                                {"count", std::to_string(hint.mends_size())}});
}

}  // namespace

Hint HintOf(const FigureGraph& graph, const Repair& repair) {
  Hint hint;
  hint.set_slip(repair.slip.slip);
  AddCorrections(graph, repair, repair.value, repair.digits, hint);
  for (const auto& [value, digits] : repair.change) {
    if (value != repair.value) {
      AddCorrections(graph, repair, value, digits, hint);
    }
  }
  for (const std::size_t at : repair.mends) {
    hint.add_mends(graph.relations()[at].check->id());
  }
  hint.set_rejudged(
      static_cast<int>(graph.values()[repair.value].relations.size()));
  if (repair.slip.source != nullptr) {
    Check check;
    AddOperand(*repair.slip.source->fact, "source", check);
    *hint.mutable_source() = check.operands(0);
  }
  *hint.mutable_message() = SentenceOf(hint, repair);
  return hint;
}

}  // namespace nianbao::validation

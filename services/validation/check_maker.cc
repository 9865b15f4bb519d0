#include "services/validation/check_maker.h"

#include <cassert>
#include <set>
#include <utility>

#include "services/core/check_kind.h"
#include "services/core/unit.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {

using nianbao::catalogue::v1::Severity;
using nianbao::catalogue::v1::SEVERITY_ERROR;
using nianbao::catalogue::v1::SEVERITY_NOTE;
using nianbao::catalogue::v1::SEVERITY_UNSPECIFIED;
using nianbao::fact::v1::Fact;
using nianbao::validation::v1::VERDICT_CONTRADICTED;
using nianbao::validation::v1::VERDICT_ROUNDED_DIFFERENTLY;

std::string Printed(const Fact& fact) {
  const auto& figure = fact.figure();
  std::string text = Compact(figure.text());
  if (text.empty()) text = figure.value();
  const std::string& unit = figure.unit();
  // A cell prints the number alone; its unit stands in a head.
  const bool bare = !text.empty() && text.find_first_not_of("0123456789.,+-") ==
                                         std::string::npos;
  if (bare && unit != "/") text += unit;
  return text;
}

std::string Printed(const Datum& datum) { return Printed(*datum.fact); }

std::string NumberIn(const core::Quantity& quantity, std::string_view unit) {
  const auto factor = core::ConversionFactor(quantity.unit, unit);
  const core::Rational value =
      factor ? core::Rational(quantity.value * *factor) : quantity.value;
  return core::ToRoundedText(value,
                             2 > quantity.decimals ? 2 : quantity.decimals);
}

Arg Named(std::string_view name, const Datum& datum) {
  const std::string printed = Printed(datum);
  return {std::string(name), datum.fact->label() + printed,
          datum.label_en + " " + printed};
}

Severity SeverityOf(core::Verdict verdict) {
  if (verdict == VERDICT_CONTRADICTED) return SEVERITY_ERROR;
  if (verdict == VERDICT_ROUNDED_DIFFERENTLY) return SEVERITY_NOTE;
  return SEVERITY_UNSPECIFIED;
}

void AddOperand(const Fact& fact, std::string_view role, Check& check) {
  auto& operand = *check.add_operands();
  operand.set_fact(fact.id());
  operand.set_role(std::string(role));
  operand.set_text(Printed(fact));
  operand.set_value(fact.figure().value());
  operand.set_label(fact.label());
  if (fact.has_place()) *operand.mutable_place() = fact.place();
}

void AddLines(Check& check) {
  std::set<int> lines;
  for (const auto& operand : check.operands()) {
    if (operand.place().line() > 0) lines.insert(operand.place().line());
  }
  if (lines.empty() || check.message().zh().empty()) return;
  std::string zh;
  std::string en;
  for (const int line : lines) {
    zh += (zh.empty() ? "" : "、") + std::to_string(line);
    en += (en.empty() ? "" : ", ") + std::to_string(line);
  }
  const auto tail =
      Say(lines.size() == 1 ? MessageId::kLine : MessageId::kLines,
          {{"lines", zh, en}});
  *check.mutable_message()->mutable_zh() += tail.zh();
  *check.mutable_message()->mutable_en() += tail.en();
}

CheckMaker::CheckMaker(std::string_view kind) {
  assert(core::FindCheckKind(kind) != nullptr);
  check_.set_kind(std::string(kind));
}

CheckMaker& CheckMaker::Operand(const Datum& datum, std::string_view role) {
  AddOperand(*datum.fact, role, check_);
  return *this;
}

CheckMaker& CheckMaker::Operand(const TextFigure& figure,
                                std::string_view role) {
  auto& operand = *check_.add_operands();
  operand.set_role(std::string(role));
  operand.set_text(figure.text);
  operand.set_value(figure.value);
  operand.set_label(figure.label);
  *operand.mutable_place() = figure.place;
  return *this;
}

CheckMaker& CheckMaker::Verdict(core::Verdict verdict) {
  check_.set_verdict(verdict);
  check_.set_severity(SeverityOf(verdict));
  return *this;
}

CheckMaker& CheckMaker::Severity(catalogue::v1::Severity severity) {
  check_.set_severity(severity);
  return *this;
}

CheckMaker& CheckMaker::Reported(
    std::string text, const std::optional<core::Interval>& interval) {
  check_.set_reported(std::move(text));
  if (interval) *check_.mutable_reported_interval() = core::ToProto(*interval);
  return *this;
}

CheckMaker& CheckMaker::Computed(
    std::string text, const std::optional<core::Interval>& interval) {
  check_.set_computed(std::move(text));
  if (interval) *check_.mutable_computed_interval() = core::ToProto(*interval);
  return *this;
}

CheckMaker& CheckMaker::Message(MessageId id, const Args& args) {
  *check_.mutable_message() = Say(id, args);
  return *this;
}

CheckMaker& CheckMaker::Instruction(MessageId id) {
  *check_.mutable_instruction() = Say(id, {});
  return *this;
}

CheckMaker& CheckMaker::Reason(MessageId id, const Args& args) {
  *check_.mutable_reason() = Say(id, args);
  return *this;
}

Check CheckMaker::Done() const {
  Check check = check_;
  AddLines(check);
  return check;
}

}  // namespace nianbao::validation

#include "services/validation/products.h"

#include <optional>

#include "services/core/rational.h"
#include "services/core/unit.h"
#include "services/validation/arithmetic.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using core::Rational;
using core::Verdict;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;

bool IsMoney(const Datum& datum) {
  return core::FindUnit(datum.quantity.unit).dimension == "元";
}

bool IsPeople(const Datum& datum) {
  return core::FindUnit(datum.quantity.unit).dimension == "人";
}

bool IsOffByTens(const Rational& a, const Rational& b) {
  if (a == 0 || b == 0) return false;
  for (int power = 1; power <= 4; ++power) {
    if (a == b * core::PowerOfTen(power) || b == a * core::PowerOfTen(power)) {
      return true;
    }
  }
  return false;
}

struct StatedProduct {
  const Datum* total = nullptr;
  const Datum* people = nullptr;
  const Datum* each = nullptr;
};

// People, an amount for each and the total, in this order in one sentence.
std::optional<StatedProduct> ProductAt(const Passage& passage, int total) {
  const int first = passage.SentenceOf(total).first;
  if (total - 2 < first || passage.at(total).change) return std::nullopt;
  const StatedProduct stated{passage.at(total).datum,
                             passage.at(total - 2).datum,
                             passage.at(total - 1).datum};
  const bool each =
      HasAny(passage.Lead(total - 1), {"每人", "每生", "每名", "人均", "生均"});
  const bool all = HasAny(passage.Lead(total),
                          {"共计", "合计", "总计", "计", "共发放", "共"});
  if (!each || !all || !IsMoney(*stated.total) || !IsMoney(*stated.each) ||
      !IsPeople(*stated.people)) {
    return std::nullopt;
  }
  return stated;
}

void Judge(const StatedProduct& stated, Checks& checks) {
  const auto outcome = ProductOf(stated.people->quantity, stated.each->quantity,
                                 stated.total->quantity.unit);
  if (!outcome) return;
  const bool fits = core::JudgeEqual(stated.total->quantity,
                                     outcome->interval) == VERDICT_CONSISTENT;
  if (!fits && !IsOffByTens(stated.total->quantity.value, outcome->printed)) {
    return;
  }
  CheckMaker maker("product");
  maker.Operand(*stated.total, "total")
      .Operand(*stated.people, "people")
      .Operand(*stated.each, "each")
      .Verdict(fits ? VERDICT_CONSISTENT : VERDICT_CONTRADICTED)
      .Reported(Printed(*stated.total), stated.total->quantity.rounded)
      .Computed(outcome->formula, outcome->interval)
      .Message(fits ? MessageId::kProductFits : MessageId::kProductWrong,
               {Named("total", *stated.total), {"formula", outcome->formula}});
  if (!fits) maker.Instruction(MessageId::kProductInstruction);
  checks.push_back(maker.Done());
}

}  // namespace

void FindProducts(const ReportView& view, Checks& checks) {
  for (const Passage& passage : view.passages()) {
    for (int i = 0; i < passage.size(); ++i) {
      if (const auto stated = ProductAt(passage, i)) Judge(*stated, checks);
    }
  }
}

}  // namespace nianbao::validation

#include "services/validation/count_domains.h"

#include <optional>
#include <string_view>

#include "services/core/rational.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using nianbao::fact::v1::FACT_CLASS_OWN;
using nianbao::validation::v1::VERDICT_CONTRADICTED;

// Measure words of what is never divided.
bool IsUndivided(std::string_view unit) {
  for (const std::string_view word :
       {"人", "名", "位", "人次", "家", "所", "间", "台", "册", "张", "项"}) {
    if (unit == word) return true;
  }
  return false;
}

// Whether the words speak of a mean, a ratio or a conversion.
bool MayBeBroken(std::string_view words) {
  return HasAny(words, {"均", "每", "折", "比", "率", "指数", "当量", "倍",
                        "班额", "生师", "千分", "相当"});
}

bool IsBroken(const Datum& datum) {
  return datum.quantity.decimals > 0 &&
         denominator(datum.quantity.value) != 1 && !IsHedged(datum);
}

void Judge(const Passage& passage, int mention, Checks& checks) {
  const Mention& it = passage.at(mention);
  const Datum& datum = *it.datum;
  const std::string_view words =
      passage.Text(passage.SentenceOf(mention).begin, it.begin);
  if (it.change || datum.change || !IsBroken(datum) ||
      datum.fact->fact_class() != FACT_CLASS_OWN ||
      !IsUndivided(datum.fact->figure().unit()) ||
      MayBeBroken(datum.fact->label()) || MayBeBroken(words)) {
    return;
  }
  checks.push_back(
      CheckMaker("domain")
          .Operand(datum, "count")
          .Verdict(VERDICT_CONTRADICTED)
          .Reported(Printed(datum), datum.quantity.rounded)
          .Computed("", std::nullopt)
          .Message(MessageId::kCountBroken, {Named("count", datum)})
          .Instruction(MessageId::kCountBrokenInstruction)
          .Done());
}

}  // namespace

void FindBrokenCounts(const ReportView& view, Checks& checks) {
  for (const Passage& passage : view.passages()) {
    for (int i = 0; i < passage.size(); ++i) Judge(passage, i, checks);
  }
}

}  // namespace nianbao::validation

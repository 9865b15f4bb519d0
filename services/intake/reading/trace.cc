#include "services/intake/reading/trace.h"

#include <algorithm>
#include <utility>

#include "services/core/quantity.h"

namespace nianbao::intake {
namespace {

using nianbao::fact::v1::Fact;
using Reading = ReadingTrace::Reading;

// So many concepts that only sound alike are shown.
constexpr std::size_t kMostAlike = 3;

Reading::Kind KindOf(NumberKind kind) {
  switch (kind) {
    case NumberKind::kFigure:
      return Reading::KIND_FIGURE;
    case NumberKind::kDate:
      return Reading::KIND_DATE;
    case NumberKind::kOrdinal:
      return Reading::KIND_ORDINAL;
    case NumberKind::kName:
      return Reading::KIND_NAME;
    case NumberKind::kModifier:
      return Reading::KIND_MODIFIER;
    case NumberKind::kBare:
      return Reading::KIND_BARE;
  }
  return Reading::KIND_UNSPECIFIED;
}

}  // namespace

void ReadingTrace::Note(Reading::Decision decision, Reading::Source source,
                        const std::string& words) {
  if (words.empty()) return;
  auto* step = open_.add_steps();
  step->set_decision(decision);
  step->set_source(source);
  step->set_words(words);
}

void ReadingTrace::Consider(const LinkResult& result,
                            Reading::Refusal refusal) {
  for (const LinkCandidate& candidate : result.candidates) {
    const bool chosen = candidate.indicator == result.indicator;
    Add(candidate, chosen ? refusal : candidate.refusal);
  }
}

void ReadingTrace::Add(const LinkCandidate& candidate,
                       Reading::Refusal refusal) {
  const std::string& code = candidate.indicator->code();
  const bool known = std::any_of(
      open_.candidates().begin(), open_.candidates().end(),
      [&](const auto& it) {
        return it.code() == code && it.refusal() != Reading::REFUSAL_WORDS;
      });
  if (known) return;
  auto* added = open_.add_candidates();
  added->set_code(code);
  added->set_title(candidate.indicator->title().zh());
  added->set_wording(*candidate.wording);
  added->set_score(candidate.score);
  added->set_refusal(refusal);
}

void ReadingTrace::AddAlike(const std::string& label) {
  for (const auto& candidate : linker_.Alike(label, kMostAlike)) {
    Add(candidate, candidate.refusal);
  }
}

void ReadingTrace::Finish(NumberKind kind, const Fact& fact) {
  open_.set_text(fact.figure().text());
  open_.set_kind(KindOf(kind));
  *open_.mutable_fact() = fact;
  if (kind == NumberKind::kFigure) {
    const auto quantity = core::QuantityOf(fact.figure());
    if (quantity.ok()) *open_.mutable_interval() = ToProto(quantity->rounded);
    if (fact.concept_code().empty()) AddAlike(fact.label());
  }
  finished_.push_back(std::move(open_));
  open_ = Reading();
}

std::vector<Reading> ReadingTrace::Take() {
  return std::exchange(finished_, {});
}

}  // namespace nianbao::intake

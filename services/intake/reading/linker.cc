#include "services/intake/reading/linker.h"

#include <algorithm>

#include "services/core/wording.h"
#include "services/intake/reading/link_score.h"

namespace nianbao::intake {
namespace {

using nianbao::catalogue::v1::Indicator;
using nianbao::fact::v1::Link;
using nianbao::intake::v1::NumberReading;

// Wordings less like the label than this are not worth showing.
constexpr int kAlike = 50;

// Best first; the order of codes decides between equals, so that it is always
// the same.
void Sort(std::vector<LinkCandidate>& candidates) {
  std::sort(candidates.begin(), candidates.end(),
            [](const LinkCandidate& a, const LinkCandidate& b) {
              return a.score != b.score
                         ? a.score > b.score
                         : a.indicator->code() < b.indicator->code();
            });
}

// Takes the best candidate where it leads by enough.
void Decide(LinkResult& result) {
  auto& candidates = result.candidates;
  Sort(candidates);
  if (candidates.empty() || candidates.front().score == 0) return;
  const int lead = candidates.size() > 1
                       ? candidates[0].score - candidates[1].score
                       : kLinkLead;
  if (lead < kLinkLead) {
    candidates[0].refusal = NumberReading::REFUSAL_TIE;
  } else {
    result.indicator = candidates[0].indicator;
  }
  for (std::size_t i = 1; i < candidates.size(); ++i) {
    if (candidates[i].score == 0) continue;
    candidates[i].refusal = lead < kLinkLead
                                ? NumberReading::REFUSAL_TIE
                                : NumberReading::REFUSAL_FEWER_POINTS;
  }
}

}  // namespace

Link LinkResult::ToLink() const {
  Link link;
  if (indicator == nullptr) return link;
  link.set_score(candidates.front().score);
  if (candidates.size() > 1) {
    link.set_runner_up(candidates[1].indicator->code());
    link.set_runner_up_score(candidates[1].score);
  }
  return link;
}

Linker::Linker(const core::Catalogue& catalogue) {
  for (const auto& [code, indicator] : catalogue.indicators()) {
    if (!indicator->formula().empty()) continue;
    AddName(*indicator, indicator->title().zh());
    for (const std::string& wording : indicator->wordings()) {
      AddName(*indicator, wording);
    }
    for (const auto& revision : indicator->revisions()) {
      if (!revision.title().empty()) AddName(*indicator, revision.title());
    }
    if (!indicator->part_of().empty()) {
      parts_[indicator->part_of()].push_back(indicator);
    }
  }
}

void Linker::AddName(const Indicator& indicator, const std::string& wording) {
  const auto add = [&](Names& names, const std::string& key) {
    auto& named = names[key];
    const bool known = std::any_of(
        named.begin(), named.end(),
        [&](const Name& name) { return name.indicator == &indicator; });
    if (!known) named.push_back({&indicator, &wording});
  };
  const std::string key = core::WordingKey(wording);
  add(by_name_, key);
  add(by_core_, WithoutQuantity(key));
}

void Linker::Consider(const Names& names, const std::string& key, int points,
                      const LinkFigure& figure, LinkResult& result) const {
  const auto found = names.find(key);
  if (found == names.end()) return;
  for (const Name& name : found->second) {
    const bool known = std::any_of(
        result.candidates.begin(), result.candidates.end(),
        [&](const LinkCandidate& c) { return c.indicator == name.indicator; });
    if (known) continue;
    result.candidates.push_back(
        ScoreOf(*name.indicator, *name.wording, points, figure));
  }
}

LinkResult Linker::Find(const std::string& label,
                        const LinkFigure& figure) const {
  LinkResult result;
  const std::string key = core::WordingKey(label);
  if (key.empty()) return result;
  Consider(by_name_, key, kSameWords, figure, result);
  Consider(by_core_, WithoutQuantity(key), kSameCore, figure, result);
  Decide(result);
  return result;
}

LinkResult Linker::FindPart(const std::string& whole_code,
                            const std::string& part,
                            const LinkFigure& figure) const {
  LinkResult result;
  const auto found = parts_.find(whole_code);
  if (found == parts_.end()) return result;
  const std::string name = core::WordingKey(part);
  for (const Indicator* indicator : found->second) {
    const std::string& value = indicator->part_key().value();
    if (core::WordingKey(value) != name) continue;
    result.candidates.push_back(
        ScoreOf(*indicator, value, kPartOfWhole, figure));
  }
  Decide(result);
  return result;
}

const Indicator* Linker::FindByName(const std::string& label) const {
  const auto found = by_name_.find(core::WordingKey(label));
  return found == by_name_.end() || found->second.size() != 1
             ? nullptr
             : found->second.front().indicator;
}

std::vector<LinkCandidate> Linker::Alike(const std::string& label,
                                         std::size_t most) const {
  const std::string key = core::WordingKey(label);
  std::map<const Indicator*, LinkCandidate> best;
  for (const auto& [name, named] : by_name_) {
    const int alike = name == key ? 0 : Likeness(key, name);
    if (alike < kAlike) continue;
    for (const Name& it : named) {
      LinkCandidate& candidate = best[it.indicator];
      if (candidate.score >= alike) continue;
      candidate = {it.indicator, it.wording, alike,
                   NumberReading::REFUSAL_WORDS};
    }
  }
  std::vector<LinkCandidate> candidates;
  for (const auto& [indicator, candidate] : best) {
    candidates.push_back(candidate);
  }
  Sort(candidates);
  if (candidates.size() > most) candidates.resize(most);
  return candidates;
}

}  // namespace nianbao::intake

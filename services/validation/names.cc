#include "services/validation/names.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <string>

#include "services/validation/label_key.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// The year that a name tells, as in "2020届毕业生".
std::optional<int> YearIn(std::string_view name) {
  for (std::size_t i = 0; i + 4 < name.size(); ++i) {
    const std::string_view four = name.substr(i, 4);
    if (std::all_of(four.begin(), four.end(), IsDigit) &&
        StartsWithAny(name.substr(i + 4), {"年", "届"})) {
      return std::stoi(std::string(four));
    }
  }
  return std::nullopt;
}

bool IsAmount(const Datum& datum) {
  return !datum.change && !IsPercent(datum) && !IsPercentPoint(datum);
}

// Finds what one name means.
class Search {
 public:
  Search(std::string_view name, const NamePlace& place, const Datum& like)
      : key_(LabelKey(name)),
        code_(place.view.terms().CodeOf(key_)),
        place_(place),
        like_(like),
        year_(YearIn(name)) {}

  NameMeaning Run() const {
    if (key_.size() < 3) return {};
    NameMeaning meaning{InPassage(KeyMatch::kEqual)};
    if (meaning.data.empty()) meaning.data = OfConcept();
    if (meaning.data.empty()) meaning.data = InReport(KeyMatch::kEqual);
    if (meaning.data.empty()) meaning.data = InPassage(KeyMatch::kEnding);
    if (meaning.data.empty()) meaning.data = InReport(KeyMatch::kEnding);
    return meaning;
  }

 private:
  bool Fits(const Datum& datum) const {
    if (!IsAmount(datum)) return false;
    if (year_) return datum.year == year_;
    return SamePeriod(datum, like_);
  }

  std::vector<const Datum*> InPassage(KeyMatch wanted) const {
    std::vector<const Datum*> found;
    const Passage& passage = place_.passage;
    for (int i = place_.mention - 1; i >= 0; --i) {
      const Mention& mention = passage.at(i);
      if (mention.change || mention.datum == &like_ || !Fits(*mention.datum)) {
        continue;
      }
      const bool same_code = !code_.empty() && mention.datum->code == code_;
      const KeyMatch match =
          same_code ? KeyMatch::kEqual
                    : std::max(MatchKeys(key_, mention.datum->key),
                               MatchKeys(key_, LabelKey(passage.Lead(i))));
      if (match == wanted) found.push_back(mention.datum);
    }
    return found;
  }

  // All that the report states of the concept; where places disagree, all.
  std::vector<const Datum*> OfConcept() const {
    const auto year = year_ ? year_ : like_.year;
    std::vector<const Datum*> found;
    if (code_.empty() || !year) return found;
    const Data& data = place_.view.data();
    const Datum* principal = data.Principal(code_, *year);
    if (principal != nullptr && IsAmount(*principal)) {
      found.push_back(principal);
    }
    for (const auto* fact : data.table().Of(code_, *year)) {
      const Datum* datum = data.Find(fact->id());
      if (datum != nullptr && datum != principal && datum != &like_ &&
          IsWholeDatum(*datum) && IsAmount(*datum)) {
        found.push_back(datum);
      }
    }
    return found;
  }

  std::vector<const Datum*> InReport(KeyMatch wanted) const {
    std::vector<const Datum*> found;
    const Data& data = place_.view.data();
    const auto take = [&](const std::vector<const Datum*>& all) {
      for (const Datum* datum : all) {
        if (datum != &like_ && Fits(*datum)) found.push_back(datum);
      }
    };
    if (wanted == KeyMatch::kEqual) {
      take(data.WithKey(key_));
      return found;
    }
    for (const auto& [key, all] : data.by_key()) {
      if (MatchKeys(key_, key) == wanted) take(all);
    }
    return found;
  }

  const std::string key_;
  const std::string code_;
  const NamePlace& place_;
  const Datum& like_;
  const std::optional<int> year_;
};

const Datum* SameIn(const ReportView& view, const Datum& datum,
                    const std::function<bool(const Datum&)>& in_period) {
  for (const Datum* other : view.data().WithKey(datum.key)) {
    if (other != &datum && in_period(*other) && Comparable(*other, datum) &&
        IsPercent(*other) == IsPercent(datum)) {
      return other;
    }
  }
  return nullptr;
}

// Leaves out approximate figures where exact ones are there.
void KeepExact(std::vector<const Datum*>& data) {
  const auto exact = [](const Datum* datum) { return !IsHedged(*datum); };
  if (std::none_of(data.begin(), data.end(), exact)) return;
  data.erase(std::remove_if(data.begin(), data.end(), std::not_fn(exact)),
             data.end());
}

// Leaves out parts that a bracket tells from the whole, as in
// 就业人数（第一产业）, where the whole is there.
void KeepUnbracketed(std::vector<const Datum*>& data) {
  const auto plain = [](const Datum* datum) {
    return !HasAny(datum->fact->label(), {"（", "("});
  };
  if (std::none_of(data.begin(), data.end(), plain)) return;
  data.erase(std::remove_if(data.begin(), data.end(), std::not_fn(plain)),
             data.end());
}

bool SameValue(const Datum& a, const Datum& b) {
  const auto same = InUnit(a.quantity, b.quantity.unit);
  return same && same->value == b.quantity.value;
}

// Leaves only the value that more places state than any other.
void KeepMost(std::vector<const Datum*>& data) {
  const auto votes = [&data](const Datum* datum) {
    return std::count_if(data.begin(), data.end(), [datum](const Datum* other) {
      return SameValue(*other, *datum);
    });
  };
  const Datum* best = nullptr;
  for (const Datum* datum : data) {
    if (best == nullptr || votes(datum) > votes(best)) best = datum;
  }
  if (best == nullptr || votes(best) < 2) return;
  const auto other = [best](const Datum* datum) {
    return !SameValue(*datum, *best);
  };
  const auto rival = std::find_if(data.begin(), data.end(), other);
  const bool tie = std::any_of(data.begin(), data.end(), [&](auto* datum) {
    return other(datum) && votes(datum) == votes(best);
  });
  if (rival == data.end() || tie) return;
  data.erase(std::remove_if(data.begin(), data.end(), other), data.end());
}

}  // namespace

bool NameMeaning::Sure() const {
  return !data.empty() &&
         std::all_of(data.begin(), data.end(), [this](const Datum* datum) {
           return SameValue(*datum, *data.front());
         });
}

NameMeaning MeaningOf(std::string_view name, const NamePlace& place,
                      const Datum& like) {
  NameMeaning meaning = Search(name, place, like).Run();
  KeepExact(meaning.data);
  KeepUnbracketed(meaning.data);
  KeepMost(meaning.data);
  return meaning;
}

int MentionNamed(std::string_view name, const Passage& passage, int mention) {
  const std::string key = LabelKey(name);
  int ending = -1;
  for (int i = mention; i >= 0; --i) {
    const Datum& datum = *passage.at(i).datum;
    if (passage.at(i).change || !IsAmount(datum)) continue;
    const KeyMatch match = std::max(MatchKeys(key, datum.key),
                                    MatchKeys(key, LabelKey(passage.Lead(i))));
    if (match == KeyMatch::kEqual) return i;
    if (match == KeyMatch::kEnding && ending < 0) ending = i;
  }
  return ending;
}

const Datum* InYear(const ReportView& view, const Datum& datum, int year) {
  if (!datum.code.empty() && core::IsWhole(*datum.fact)) {
    const Datum* principal = view.data().Principal(datum.code, year);
    if (principal != nullptr && Comparable(*principal, datum)) return principal;
  }
  if (IsLinked(datum)) return nullptr;
  return SameIn(view, datum, [year](const Datum& other) {
    return other.year == std::optional<int>(year);
  });
}

const Datum* YearBefore(const ReportView& view, const Datum& datum) {
  if (datum.year) return InYear(view, datum, *datum.year - 1);
  const std::string before = PeriodBefore(datum.fact->period());
  if (before.empty()) return nullptr;
  return SameIn(view, datum, [&](const Datum& other) {
    return other.fact->period() == before;
  });
}

}  // namespace nianbao::validation

#include "services/validation/change_search.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "services/validation/change_words.h"
#include "services/validation/label_key.h"
#include "services/validation/names.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

// Whether a change in the unit of `change` can be one of figures like `datum`.
bool Measures(const Datum& change, const Datum& datum) {
  if (IsPercentPoint(change)) return IsPercent(datum);
  if (IsPercent(change)) return true;
  return Comparable(change, datum) && !IsPercent(datum);
}

// Reads the figures around one change.
class ChangeReader {
 public:
  ChangeReader(const ReportView& view, const Passage& passage, int mention,
               const StatedChange* last)
      : view_(view),
        passage_(passage),
        mention_(mention),
        last_(last),
        change_(*passage.at(mention).datum),
        clause_(ClauseOf(passage, mention)) {
    reading_.compares =
        HasAny(clause_.words, {"比", "较", "同比", "相比", "与上年", "与去年"});
  }

  ChangeReading Run() {
    if (FromTo()) return reading_;
    int before = BeforeInClause();
    if (before < 0) before = ComparedBefore();
    if (before >= 0) {
      WithBefore(before);
    } else if (NetOverYear()) {
      return reading_;
    } else if (last_ != nullptr && !OwnSubject(clause_).empty() &&
               !reading_.compares) {
      OfOwnSubject();
    } else {
      SharedWithLast();
      YearInTurn();
      OneOfSeveral();
      // Points between the rates of two years that the passage states.
      if (reading_.pairs.size() == 1 && IsPercentPoint(change_) &&
          reading_.pairs.front().now->key == change_.key) {
        reading_.sure = true;
      }
      PointsOfAmounts();
      WithYearBefore();
    }
    return reading_;
  }

 private:
  bool IsLevel(int i) const {
    return !passage_.at(i).change && Measures(change_, *passage_.at(i).datum);
  }

  void Add(const Datum* now, const Datum* before) {
    if (now == nullptr || before == nullptr || now == before) return;
    reading_.pairs.push_back(
        {&change_, now, before, passage_.at(mention_).direction});
  }

  // "由81%下降到79%，下降2个百分点".
  bool FromTo() {
    for (int i = mention_ - 1; i > passage_.GroupFirst(mention_); --i) {
      const std::string between = Compact(passage_.Before(i));
      if (!HasAny(between, {"到", "至", "为"}) ||
          !HasAny(between, {"增", "升", "提", "降", "减", "缩", "变"}) ||
          HasAny(between, {"，", "；", ","}) || !IsLevel(i) ||
          !IsLevel(i - 1)) {
        continue;
      }
      if (!HasAny(passage_.Lead(i - 1), {"由", "从"})) continue;
      if (i != mention_ - 1 && reading_.compares) return false;
      Add(passage_.at(i).datum, passage_.at(i - 1).datum);
      reading_.sure = true;
      return true;
    }
    return false;
  }

  // The figure before, which stands in the clause: "比2020年的962人增加74人".
  int BeforeInClause() const {
    const int before = mention_ - 1;
    if (before < passage_.SentenceOf(mention_).first ||
        passage_.at(before).begin < clause_.begin || !IsLevel(before)) {
      return -1;
    }
    return before;
  }

  // The figure that the clause before compares with: "低于上年的79.85%，下降".
  int ComparedBefore() const {
    const int before = mention_ - 1;
    if (before <= passage_.SentenceOf(mention_).first || !IsLevel(before) ||
        !HasAny(passage_.Lead(before), {"低于", "高于"}) ||
        !HasAny(passage_.Lead(before), {"上年", "去年", "上一", "上届"}) ||
        !OwnSubject(clause_).empty() || !IsLevel(before - 1)) {
      return -1;
    }
    return before;
  }

  // The one level before the change whose name the change's shortens, 体育教师
  // for 体育课专任教师; null where there is none or several.
  const Datum* Shortened() const {
    const Datum* only = nullptr;
    for (int i = 0; i < mention_; ++i) {
      const Datum& datum = *passage_.at(i).datum;
      if (!IsLevel(i) || !Shortens(change_.key, datum.key)) continue;
      if (only != nullptr) return nullptr;
      only = &datum;
    }
    return only;
  }

  // Whether the change says that it is this level's.
  bool Names(const Datum& level) const {
    return !change_.key.empty() &&
           (level.key == change_.key || &level == Shortened());
  }

  // Levels before the change in its group of sentences, the subject first.
  std::vector<int> Subjects(int before) const {
    std::vector<int> named;
    std::vector<int> others;
    for (int i = mention_ - 1; i >= 0; --i) {
      if (i == before || !IsLevel(i)) continue;
      if (Names(*passage_.at(i).datum)) {
        named.push_back(i);
      } else if (i >= passage_.GroupFirst(mention_)) {
        others.push_back(i);
      }
    }
    named.insert(named.end(), others.begin(), others.end());
    return named;
  }

  void WithBefore(int before) {
    const Datum& base = *passage_.at(before).datum;
    const bool compares =
        HasAny(clause_.words, {"比", "较", "与", "由", "从"}) ||
        before == ComparedBefore();
    if (base.year) Add(InYear(view_, base, *base.year + 1), &base);
    const std::vector<int> subjects = Subjects(before);
    const bool by_concept = !reading_.pairs.empty() &&
                            IsStatedHere(*reading_.pairs.front().now, subjects);
    for (const int i : subjects) Add(passage_.at(i).datum, &base);
    if (!compares) Add(&base, YearBefore(view_, base));
    reading_.sure = compares && (by_concept || OnlyOneIn(subjects));
  }

  // Whether the passage itself gives the figure, under the same concept.
  bool IsStatedHere(const Datum& now, const std::vector<int>& subjects) const {
    return std::any_of(subjects.begin(), subjects.end(), [&](int i) {
      const Datum& datum = *passage_.at(i).datum;
      return datum.key == now.key && SamePeriod(datum, now) &&
             datum.quantity.value == now.quantity.value;
    });
  }

  bool OnlyOneIn(const std::vector<int>& mentions) const {
    return mentions.size() == 1 ||
           (mentions.size() > 1 &&
            passage_.at(mentions[0]).datum->key == change_.key &&
            passage_.at(mentions[0]).sentence ==
                passage_.at(mention_).sentence &&
            passage_.at(mentions[1]).datum->key != change_.key);
  }

  // "专任教师净增6人": between the two years' figures of what it names.
  bool NetOverYear() {
    if (!HasAny(clause_.words, {"净增", "净减"}) || !change_.year ||
        HasAny(clause_.words, {"年来", "累计", "学期", "月", "近"})) {
      return false;
    }
    const auto& all = view_.data().WithKey(LabelKey(OwnSubject(clause_)));
    const auto now = std::find_if(all.begin(), all.end(), [&](auto* datum) {
      return datum->year == change_.year && IsLinked(*datum) &&
             Measures(change_, *datum);
    });
    if (now == all.end()) return false;
    Add(*now, YearBefore(view_, **now));
    reading_.sure = reading_.compares = !reading_.pairs.empty();
    return reading_.sure;
  }

  // Last year's figures of what the clause names.
  void OfOwnSubject() {
    const std::string key = LabelKey(OwnSubject(clause_));
    reading_.compares = true;
    if (key.size() < 6) return;
    for (int i = mention_ - 1; i >= 0; --i) {
      const Datum& now = *passage_.at(i).datum;
      if (IsLevel(i) && (Has(now.key, key) || Has(passage_.Lead(i), key))) {
        Add(&now, YearBefore(view_, now));
      }
    }
    // Points between the rates of two years that the clause names in full.
    reading_.sure = reading_.pairs.size() == 1 && IsPercentPoint(change_) &&
                    NamesRate(key, reading_.pairs.front().now->key);
  }

  // "A 742人，2020年为689人，增加53人": the second figure is named by its year
  // alone, so it is of the first one's subject.
  void YearInTurn() {
    const int second = LastLevel();
    if (!reading_.pairs.empty() || second <= passage_.GroupFirst(mention_)) {
      return;
    }
    const auto year = YearIfAlone(passage_.Lead(second));
    const Datum& other = *passage_.at(second - 1).datum;
    const Datum& named = *passage_.at(second).datum;
    if (!year || !IsLevel(second - 1) || !Comparable(other, named)) return;
    // The first figure is this year's unless its own words name a year.
    const auto other_year = YearIn(passage_.Lead(second - 1));
    const bool back = !other_year || *year < *other_year;
    Add(back ? &other : &named, back ? &named : &other);
    reading_.sure = reading_.pairs.size() == 1;
    reading_.compares = true;
  }

  // The last level before the change, with only changes in between; -1 for
  // none.
  int LastLevel() const {
    for (int i = mention_ - 1; i >= passage_.GroupFirst(mention_); --i) {
      if (passage_.at(i).change) continue;
      return IsLevel(i) ? i : -1;
    }
    return -1;
  }

  // Two levels of one thing in two years before the change.
  void OneOfSeveral() {
    const int first = passage_.GroupFirst(mention_);
    for (int i = mention_ - 1; i >= first; --i) {
      for (int j = i - 1; j >= first; --j) {
        const Datum& now = *passage_.at(i).datum;
        const Datum& before = *passage_.at(j).datum;
        if (!IsLevel(i) || !IsLevel(j) || now.key != before.key || !now.year ||
            !before.year) {
          continue;
        }
        if (*now.year == *before.year + 1) Add(&now, &before);
        if (*before.year == *now.year + 1) Add(&before, &now);
      }
    }
  }

  void SharedWithLast() {
    if (last_ == nullptr || HasAny(clause_.words, {"比", "较"})) return;
    if (Measures(change_, *last_->now)) Add(last_->now, last_->before);
    reading_.sure = !reading_.pairs.empty();
    reading_.compares = true;
  }

  // "增加134人，增长4.00个百分点": points of what is no percentage, which may
  // be a slip for per cent.
  void PointsOfAmounts() {
    if (!reading_.pairs.empty() || last_ == nullptr ||
        !IsPercentPoint(change_) || !OwnSubject(clause_).empty() ||
        HasAny(clause_.words, {"比", "较"})) {
      return;
    }
    Add(last_->now, last_->before);
    reading_.sure = !reading_.pairs.empty();
  }

  const Datum* Before(const Datum& now) const {
    // The year that the clause compares with, as in "比2019年增加".
    const auto year = YearIn(clause_.words);
    if (year && now.year && *year < *now.year) {
      return InYear(view_, now, *year);
    }
    return YearBefore(view_, now);
  }

  // "比上年增加1人": last year's figure stands elsewhere.
  void WithYearBefore() {
    if (!reading_.compares) return;
    const bool had_pairs = !reading_.pairs.empty();
    const std::vector<int> subjects = Subjects(-1);
    for (const int i : subjects) {
      const Datum& now = *passage_.at(i).datum;
      Add(&now, Before(now));
    }
    if (had_pairs || reading_.pairs.empty()) return;
    const Datum& now = *reading_.pairs.front().now;
    reading_.sure = &now == passage_.at(subjects.front()).datum && Names(now) &&
                    IsLinked(now) && core::IsWhole(*now.fact);
  }

  const ReportView& view_;
  const Passage& passage_;
  const int mention_;
  const StatedChange* last_;
  const Datum& change_;
  const Clause clause_;
  ChangeReading reading_;
};

}  // namespace

ChangeReading ReadChange(const ReportView& view, const Passage& passage,
                         int mention, const StatedChange* last) {
  return ChangeReader(view, passage, mention, last).Run();
}

}  // namespace nianbao::validation

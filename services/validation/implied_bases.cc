#include "services/validation/implied_bases.h"

#include <string>
#include <string_view>
#include <vector>

#include "services/validation/label_key.h"
#include "services/validation/partition.h"
#include "services/validation/share_wholes.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using nianbao::fact::v1::FACT_CLASS_OWN;

constexpr std::string_view kStudents = "在校生";

// A place as a base names it: 校区 and 学生 of 该校区学生.
struct PlaceWords {
  std::string_view kind;
  std::string_view noun;
};

PlaceWords PlaceIn(std::string_view base) {
  if (!StartsWithAny(base, {"该", "本"})) return {};
  base.remove_prefix(CharacterSize(base));
  for (const std::string_view kind : {"校区", "学部", "专业部", "分校"}) {
    if (StartsWithAny(base, {kind})) {
      return {kind, StripStart(base.substr(kind.size()), {"的", "全体"})};
    }
  }
  return {};
}

// The name of a place of that kind in the words: 东湖校区 of 其中东湖校区.
std::string_view NameIn(std::string_view lead, std::string_view kind) {
  const std::size_t at = lead.find(kind);
  if (at == std::string_view::npos) return {};
  const std::string_view name = StripStart(lead.substr(0, at + kind.size()),
                                           {"其中", "而", "且", "在", "有"});
  return name.size() > kind.size() ? name : std::string_view();
}

// The label without the name of its place.
std::string WithoutPlace(std::string label, std::string_view place) {
  const std::size_t at = label.find(place);
  if (at != std::string::npos) label.erase(at, place.size());
  return label;
}

bool IsOf(const Terms& terms, std::string_view noun, const std::string& key) {
  if (noun != "学生") return MatchKeys(LabelKey(noun), key) != KeyMatch::kNone;
  const std::string students = terms.CodeOf(LabelKey(kStudents));
  return !students.empty() && terms.CodeOf(key) == students;
}

// The first of the counts that stand beside each other with `part` in its
// sentence, one for each clause, nothing but such counts in between.
int FirstBeside(const Passage& passage, int part) {
  int first = part;
  while (first > passage.SentenceOf(part).first) {
    const Mention& other = passage.at(first - 1);
    if (!IsAmount(other) || IsHedged(*other.datum) ||
        other.depth != passage.at(part).depth ||
        other.datum->quantity.unit != passage.at(part).datum->quantity.unit) {
      break;
    }
    --first;
  }
  return first;
}

bool LeaveNothingOut(const Passage& passage, int first, int last) {
  std::vector<std::string> names;
  for (int i = first; i <= last; ++i) names.push_back(passage.Lead(i));
  const Partition partition = PartitionOf(names);
  return partition.exhaustive &&
         partition.alternatives == static_cast<int>(names.size());
}

}  // namespace

NameMeaning AtSamePlace(const ReportView& view, const Passage& passage,
                        const StatedShare& share) {
  const std::string base = Compact(share.form.base);
  const auto [kind, noun] = PlaceIn(base);
  if (noun.empty() || share.part_mention < 0) return {};
  const std::string lead = passage.Lead(share.part_mention);
  const std::string_view place = NameIn(lead, kind);
  if (place.empty()) return {};
  NameMeaning meaning;
  for (const Datum& datum : view.data().all()) {
    const std::string label = Compact(datum.fact->label());
    if (!datum.change && datum.fact->fact_class() == FACT_CLASS_OWN &&
        !IsHedged(datum) && Has(label, place) &&
        SamePeriod(datum, *share.part) && CanBeWhole(datum, *share.part) &&
        IsOf(view.terms(), noun, LabelKey(WithoutPlace(label, place)))) {
      meaning.data.push_back(&datum);
    }
  }
  return meaning;
}

const Datum* WholeOfAlternatives(const Passage& passage,
                                 const StatedShare& share) {
  const int part = share.part_mention;
  if (part < 0 || !share.form.base.empty() || !share.form.stem.empty()) {
    return nullptr;
  }
  for (int first = FirstBeside(passage, part); first < part; ++first) {
    if (!LeaveNothingOut(passage, first, part)) continue;
    core::Rational sum = 0;
    for (int i = first; i <= part; ++i) {
      sum += passage.at(i).datum->quantity.value;
    }
    for (int i = first - 1; i >= 0; --i) {
      const Mention& whole = passage.at(i);
      if (IsAmount(whole) && !IsHedged(*whole.datum) &&
          whole.datum->quantity.unit == share.part->quantity.unit &&
          SamePeriod(*whole.datum, *share.part) &&
          whole.datum->quantity.value == sum) {
        return whole.datum;
      }
    }
  }
  return nullptr;
}

}  // namespace nianbao::validation

#include "services/core/organisation_tree.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "absl/strings/string_view.h"
#include "services/core/validity.h"

namespace nianbao::core {
namespace {

using nianbao::intake::v1::Organisation;

bool EndsBy(const Organisation& entry, std::string_view day) {
  return !entry.valid_to().empty() && entry.valid_to() <= day;
}

}  // namespace

OrganisationTree::OrganisationTree(std::vector<Organisation> entries)
    : entries_(std::move(entries)) {
  std::sort(entries_.begin(), entries_.end(),
            [](const Organisation& one, const Organisation& other) {
              return std::tie(one.code(), one.valid_from()) <
                     std::tie(other.code(), other.valid_from());
            });
  for (std::uint32_t i = 0; i < entries_.size(); ++i) {
    Range& range =
        ranges_.try_emplace(entries_[i].code(), Range{i, i}).first->second;
    range.end = i + 1;
  }
}

OrganisationTree::Range OrganisationTree::EntriesOf(
    std::string_view code) const {
  const auto found = ranges_.find(absl::string_view(code.data(), code.size()));
  return found == ranges_.end() ? Range{} : found->second;
}

const Organisation* OrganisationTree::Find(std::string_view code,
                                           std::string_view day) const {
  const Range range = EntriesOf(code);
  const auto begin = entries_.begin() + range.begin;
  // The last entry that had begun by then is the only one that can hold.
  const auto behind =
      std::upper_bound(begin, entries_.begin() + range.end, day,
                       [](std::string_view wanted, const Organisation& entry) {
                         return wanted < entry.valid_from();
                       });
  if (behind == begin) return nullptr;
  const Organisation& entry = *(behind - 1);
  return ValidityOf(entry).Holds(day) ? &entry : nullptr;
}

const Organisation* OrganisationTree::Last(std::string_view code) const {
  const Range range = EntriesOf(code);
  return range.begin == range.end ? nullptr : &entries_[range.end - 1];
}

const Organisation* OrganisationTree::Above(std::string_view code,
                                            Organisation::Level level,
                                            std::string_view day) const {
  const Organisation* entry = Find(code, day);
  while (entry != nullptr && entry->level() < level) {
    const Organisation* parent = Find(entry->parent(), day);
    // Levels rise with each step, so that no cycle holds anybody.
    if (parent != nullptr && parent->level() <= entry->level()) return nullptr;
    entry = parent;
  }
  return entry != nullptr && entry->level() == level ? entry : nullptr;
}

bool OrganisationTree::IsBelow(std::string_view code, std::string_view above,
                               std::string_view day) const {
  const Organisation* entry = Find(code, day);
  while (entry != nullptr) {
    const Organisation* parent = Find(entry->parent(), day);
    if (parent == nullptr || parent->level() <= entry->level()) return false;
    if (parent->code() == above) return true;
    entry = parent;
  }
  return false;
}

bool OrganisationTree::WasBelow(const Organisation& entry,
                                std::string_view above) const {
  const Range range = EntriesOf(entry.parent());
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const Organisation& parent = entries_[i];
    if (parent.level() <= entry.level() ||
        !ValidityOf(parent).Meets(ValidityOf(entry))) {
      continue;
    }
    if (parent.code() == above) return true;
    // Only the days on which both held count further up.
    Organisation both = parent;
    both.set_valid_from(std::max(parent.valid_from(), entry.valid_from()));
    if (parent.valid_to().empty() ||
        (!entry.valid_to().empty() && entry.valid_to() < parent.valid_to())) {
      both.set_valid_to(entry.valid_to());
    }
    if (WasBelow(both, above)) return true;
  }
  return false;
}

std::vector<const Organisation*> OrganisationTree::SchoolsOn(
    std::string_view day) const {
  std::vector<const Organisation*> schools;
  for (const Organisation& entry : entries_) {
    if (entry.level() == Organisation::LEVEL_SCHOOL &&
        ValidityOf(entry).Holds(day)) {
      schools.push_back(&entry);
    }
  }
  return schools;
}

const Organisation* OrganisationTree::FirstBehind(std::string_view code,
                                                  std::string_view day) const {
  const Range range = EntriesOf(code);
  const auto end = entries_.begin() + range.end;
  const auto found = std::partition_point(
      entries_.begin() + range.begin, end,
      [day](const Organisation& entry) { return EndsBy(entry, day); });
  return found == end ? nullptr : &*found;
}

std::string OrganisationTree::Heir(std::string_view code, std::string_view from,
                                   std::string_view to) const {
  std::string heir(code);
  const Organisation* entry = Find(code, from);
  // Each step leads to an entry that ends later, so that the way ends.
  while (entry != nullptr && !entry->valid_to().empty() &&
         entry->valid_to() < to) {
    if (entry->ending() == Organisation::ENDING_SPLIT) return "";
    if (entry->ending() == Organisation::ENDING_CLOSED) return heir;
    if (entry->ending() == Organisation::ENDING_MERGED &&
        entry->successors_size() > 0) {
      heir = entry->successors(0);
    }
    entry = FirstBehind(heir, entry->valid_to());
  }
  return heir;
}

}  // namespace nianbao::core

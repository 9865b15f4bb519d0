#include "services/intake/organisations/entry_union.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "services/core/validity.h"

namespace nianbao::intake {
namespace {

using nianbao::intake::v1::Organisation;

absl::string_view View(std::string_view text) {
  return {text.data(), text.size()};
}

std::string KeyOf(const Organisation& entry) {
  return absl::StrCat(entry.code(), "/", entry.valid_from());
}

bool SameEntry(const Organisation& one, const Organisation& other) {
  return one.title() == other.title() && one.parent() == other.parent() &&
         one.level() == other.level() &&
         one.school_class() == other.school_class() &&
         one.valid_to() == other.valid_to() && one.ending() == other.ending() &&
         std::equal(one.successors().begin(), one.successors().end(),
                    other.successors().begin(), other.successors().end());
}

}  // namespace

EntryUnion::EntryUnion(const std::vector<Organisation>& stored,
                       const OrganisationFile& file) {
  entries_.reserve(stored.size() + file.rows.size());
  for (const Organisation& entry : stored) {
    entries_.push_back(std::make_unique<UnionEntry>(UnionEntry{&entry}));
    by_code_[entry.code()].push_back(entries_.back().get());
    keys_[KeyOf(entry)].stored = entries_.back().get();
  }
  for (const OrganisationRow& row : file.rows) AddRow(row);
  for (auto& [code, entries] : by_code_) {
    if (entries.size() > 1)
      std::stable_sort(entries.begin(), entries.end(),
                       [](const UnionEntry* one, const UnionEntry* other) {
                         return one->entry->valid_from() <
                                other->entry->valid_from();
                       });
    for (const UnionEntry* entry : entries) {
      const Organisation& named = *entry->entry;
      if (!named.parent().empty()) {
        named_by_[named.parent()].push_back(&named.code());
      }
      for (const auto& successor : named.successors()) {
        named_by_[successor].push_back(&named.code());
      }
    }
  }
}

void EntryUnion::AddRow(const OrganisationRow& row) {
  Key& key = keys_[KeyOf(row.entry)];
  if (key.row != nullptr) {
    doubles_.push_back({&row, key.row});
    return;
  }
  key.row = &row;
  UnionEntry* const shadowed = key.stored;
  if (shadowed != nullptr && SameEntry(*shadowed->entry, row.entry)) {
    ++unchanged_;
    return;
  }
  if (shadowed != nullptr) shadowed->holds = false;
  entries_.push_back(std::make_unique<UnionEntry>(
      UnionEntry{&row.entry, &row, shadowed, true}));
  by_code_[row.entry.code()].push_back(entries_.back().get());
}

std::vector<UnionEntry*> EntryUnion::Of(std::string_view code) {
  std::vector<UnionEntry*> holding;
  const auto found = by_code_.find(View(code));
  if (found == by_code_.end()) return holding;
  for (UnionEntry* entry : found->second) {
    if (entry->holds) holding.push_back(entry);
  }
  return holding;
}

const UnionEntry* EntryUnion::Find(std::string_view code,
                                   std::string_view day) {
  for (const UnionEntry* entry : Of(code)) {
    if (core::ValidityOf(*entry->entry).Holds(day)) return entry;
  }
  return nullptr;
}

const std::vector<const std::string*>& EntryUnion::NamedBy(
    std::string_view code) const {
  static const std::vector<const std::string*> kNone;
  const auto found = named_by_.find(View(code));
  return found == named_by_.end() ? kNone : found->second;
}

std::vector<const UnionEntry*> EntryUnion::Changed() const {
  std::vector<const UnionEntry*> changed;
  for (const auto& entry : entries_) {
    if (entry->row != nullptr) changed.push_back(entry.get());
  }
  return changed;
}

void EntryUnion::TakeOut(UnionEntry& entry) {
  entry.holds = false;
  if (entry.shadowed != nullptr) entry.shadowed->holds = true;
}

}  // namespace nianbao::intake

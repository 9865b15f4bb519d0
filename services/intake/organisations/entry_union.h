// Entries of a file laid over stored ones.
#ifndef NIANBAO_SERVICES_INTAKE_ORGANISATIONS_ENTRY_UNION_H_
#define NIANBAO_SERVICES_INTAKE_ORGANISATIONS_ENTRY_UNION_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "nianbao/intake/v1/organisation.pb.h"
#include "services/intake/organisations/organisation_file.h"

namespace nianbao::intake {

// An entry that is stored or would be.
struct UnionEntry {
  const nianbao::intake::v1::Organisation* entry = nullptr;
  // The row that it comes from; null for stored entries, and for rows that say
  // what is stored already.
  const OrganisationRow* row = nullptr;
  // The stored entry that the row would take the place of.
  UnionEntry* shadowed = nullptr;
  // Whether it is in the union.
  bool holds = true;
};

// The union, from which rows can be taken out again. For one thread.
class EntryUnion {
 public:
  // All outlive it. Of rows for the same code and first day the first counts;
  // the others are in `doubles`.
  EntryUnion(const std::vector<nianbao::intake::v1::Organisation>& stored,
             const OrganisationFile& file);

  // A row that says what another row of its entry said before.
  struct Double {
    const OrganisationRow* row = nullptr;
    const OrganisationRow* first = nullptr;
  };
  const std::vector<Double>& doubles() const { return doubles_; }

  // Rows whose entries are stored as they are.
  int unchanged() const { return unchanged_; }

  // The entries of a code that hold, in the order of their days.
  std::vector<UnionEntry*> Of(std::string_view code);

  // The entry of a code that holds on a day; null where there is none.
  const UnionEntry* Find(std::string_view code, std::string_view day);

  // Codes whose entries name `code` above themselves or in their place.
  const std::vector<const std::string*>& NamedBy(std::string_view code) const;

  // Entries of rows that would change something, in the order of the file;
  // those that were taken out, too.
  std::vector<const UnionEntry*> Changed() const;

  // Takes a row's entry out; what it had shadowed holds again.
  static void TakeOut(UnionEntry& entry);

 private:
  void AddRow(const OrganisationRow& row);

  // What is known of a code and first day.
  struct Key {
    UnionEntry* stored = nullptr;
    const OrganisationRow* row = nullptr;
  };

  // Entries never move.
  std::vector<std::unique_ptr<UnionEntry>> entries_;
  absl::flat_hash_map<std::string, std::vector<UnionEntry*>> by_code_;
  absl::flat_hash_map<std::string, Key> keys_;
  // Codes of entries that are kept elsewhere.
  absl::flat_hash_map<std::string, std::vector<const std::string*>> named_by_;
  std::vector<Double> doubles_;
  int unchanged_ = 0;
};

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_ORGANISATIONS_ENTRY_UNION_H_

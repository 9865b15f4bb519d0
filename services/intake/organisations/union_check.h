// What does not fit together among entries of organisations.
#ifndef NIANBAO_SERVICES_INTAKE_ORGANISATIONS_UNION_CHECK_H_
#define NIANBAO_SERVICES_INTAKE_ORGANISATIONS_UNION_CHECK_H_

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "services/intake/organisations/entry_union.h"

namespace nianbao::intake {

// A row that can't be stored because of other entries.
struct RowFault {
  UnionEntry* entry = nullptr;
  std::optional<OrganisationColumn> column;
  std::string zh;
  std::string en;
};

// Codes of rows that were rejected, with the first such row.
using RejectedCodes = std::map<std::string, int, std::less<>>;

// Looks at the entries of one code at a time. Only rows that change something
// are ever at fault: first the one that is looked at, otherwise the one that
// takes from a stored entry what it needs.
class UnionCheck {
 public:
  // All outlive it.
  UnionCheck(EntryUnion& entries, const OrganisationFile& file,
             const RejectedCodes& rejected)
      : union_(entries), file_(file), rejected_(rejected) {}

  // A row whose days are those of another entry of its code, too; of two rows
  // the later one.
  std::optional<RowFault> FindOverlap(const std::string& code);

  // Appends what is wrong with what the code's entries name; where days may
  // still overlap, not what is wrong about the next entry.
  void FindFaults(const std::string& code, bool overlaps,
                  std::vector<RowFault>& faults);

 private:
  using Organisation = nianbao::intake::v1::Organisation;
  // The day from which nothing of the wanted kind is there, and what there is.
  struct Gap {
    std::string day;
    const Organisation* found = nullptr;
  };

  std::optional<RowFault> FindParentFault(UnionEntry& entry);
  std::optional<RowFault> FindSuccessorFault(UnionEntry& entry);
  std::optional<RowFault> FindNextFault(UnionEntry& entry, UnionEntry* next);
  std::optional<Gap> ParentGap(const Organisation& entry);
  std::optional<RowFault> BlameOther(const Organisation& entry,
                                     const std::string& code,
                                     const std::string& zh,
                                     const std::string& en);
  // Words for a code that is not there: why and what to try.
  std::pair<std::string, std::string> MissingCode(const std::string& code,
                                                  const std::string& day) const;

  EntryUnion& union_;
  const OrganisationFile& file_;
  const RejectedCodes& rejected_;
};

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_ORGANISATIONS_UNION_CHECK_H_

#include "services/intake/organisations/organisation_plan.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/intake/organisations/entry_union.h"
#include "services/intake/organisations/union_check.h"

namespace nianbao::intake {
namespace {

// Takes rows out of the union until what is left fits together.
class Planner {
 public:
  Planner(const std::vector<nianbao::intake::v1::Organisation>& stored,
          const OrganisationFile& file)
      : file_(file), union_(stored, file) {
    plan_.rejected = file.rejected;
    plan_.unchanged = union_.unchanged();
  }

  OrganisationPlan Plan() {
    for (const auto& [row, first] : union_.doubles()) {
      RejectRow(*row, std::nullopt,
                absl::StrCat("第", first->cells.row,
                             "行已有同一代码、同一起始日期；请只留一行。"),
                absl::StrCat("row ", first->cells.row,
                             " has the same code and first day; keep one of "
                             "them"));
    }
    // First with days that overlap, so that no row falls for another one that
    // would not do anyway.
    Codes touched;
    for (const UnionEntry* entry : union_.Changed()) {
      Touch(entry->entry->code(), touched);
    }
    const Codes all = Sorted(std::move(touched));
    for (const bool overlaps : {true, false}) {
      if (overlaps && !HaveOverlap(all)) continue;
      Codes codes = all;
      while (!codes.empty()) codes = RejectIn(codes, overlaps);
    }
    Count();
    std::stable_sort(plan_.rejected.begin(), plan_.rejected.end(),
                     [](const RejectedRow& one, const RejectedRow& other) {
                       return one.row() < other.row();
                     });
    return std::move(plan_);
  }

 private:
  using Codes = std::vector<std::string>;

  static Codes Sorted(Codes codes) {
    std::sort(codes.begin(), codes.end());
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    return codes;
  }

  bool HaveOverlap(const Codes& codes) {
    UnionCheck check(union_, file_, rejected_codes_);
    return std::any_of(codes.begin(), codes.end(), [&](const auto& code) {
      return check.FindOverlap(code).has_value();
    });
  }

  // The code and all that name it must be looked at.
  void Touch(const std::string& code, Codes& codes) const {
    codes.push_back(code);
    for (const std::string* other : union_.NamedBy(code)) {
      codes.push_back(*other);
    }
  }

  // Rejects rows of what is wrong about these codes, or of what is wrong even
  // where days may overlap; the codes to look at next.
  Codes RejectIn(const Codes& codes, bool overlaps) {
    Codes next;
    UnionCheck check(union_, file_, rejected_codes_);
    for (const std::string& code : codes) {
      while (auto fault = overlaps ? std::nullopt : check.FindOverlap(code)) {
        Take(*std::move(fault), next);
      }
    }
    std::vector<RowFault> faults;
    for (const std::string& code : codes) {
      check.FindFaults(code, overlaps, faults);
    }
    for (RowFault& fault : faults) Take(std::move(fault), next);
    return Sorted(std::move(next));
  }

  void Take(RowFault fault, Codes& next) {
    UnionEntry& entry = *fault.entry;
    // Several faults of one row in a round: the first counts.
    if (!entry.holds) return;
    EntryUnion::TakeOut(entry);
    rejected_codes_.emplace(entry.entry->code(), entry.row->cells.row);
    RejectRow(*entry.row, fault.column, fault.zh, fault.en);
    Touch(entry.entry->code(), next);
  }

  void RejectRow(const OrganisationRow& row,
                 std::optional<OrganisationColumn> column,
                 const std::string& zh, const std::string& en) {
    plan_.rejected.push_back(Reject(file_, row.cells, column, zh, en));
  }

  void Count() {
    for (const UnionEntry* entry : union_.Changed()) {
      if (!entry->holds) continue;
      ++(entry->shadowed == nullptr ? plan_.added : plan_.changed);
      plan_.entries.push_back(*entry->entry);
    }
  }

  const OrganisationFile& file_;
  EntryUnion union_;
  RejectedCodes rejected_codes_;
  OrganisationPlan plan_;
};

}  // namespace

OrganisationPlan PlanImport(
    const std::vector<nianbao::intake::v1::Organisation>& stored,
    const OrganisationFile& file) {
  return Planner(stored, file).Plan();
}

}  // namespace nianbao::intake

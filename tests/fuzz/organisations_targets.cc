// A target for files of organisations.
#include <set>
#include <string>
#include <vector>

#include "services/core/errors.h"
#include "services/core/organisation_tree.h"
#include "services/intake/organisations/organisation_file.h"
#include "services/intake/organisations/organisation_plan.h"
#include "services/intake/readers/reader.h"
#include "services/intake/reading/reading_test_base.h"
#include "tests/fuzz/fuzz_checks.h"
#include "tests/fuzz/fuzz_targets.h"

namespace nianbao::fuzz {

void FuzzOrganisations(std::string_view bytes) {
  static const intake::OrganisationWords words(intake::TestCatalogue());
  const auto sheets = intake::ReadSheets("a.csv", bytes);
  if (!sheets.ok()) return;
  const auto file = intake::ReadOrganisations(intake::TestCatalogue(), words,
                                              "a.csv", *sheets);
  if (!file.ok()) {
    Expect(!core::GetErrorInfo(file.status()).reason.empty(),
           "a refusal has a reason");
    return;
  }
  const auto plan = intake::PlanImport({}, *file);
  std::set<int> rows;
  int last = 0;
  for (const auto& row : plan.rejected) {
    Expect(row.row() >= last, "rows are rejected in their order");
    Expect(!row.reason().zh().empty() && !row.reason().en().empty(),
           "a rejection has a reason");
    rows.insert(last = row.row());
  }
  std::set<int> wrong;
  for (const auto& row : file->rejected) wrong.insert(row.row());
  Expect(plan.entries.size() + rows.size() == file->rows.size() + wrong.size(),
         "each row is stored or rejected");
  const auto again = intake::PlanImport(plan.entries, *file);
  Expect(again.entries.empty(), "the same file again changes nothing");
  const core::OrganisationTree tree(plan.entries);
  for (const auto& entry : tree.entries()) {
    Expect(tree.Find(entry.code(), entry.valid_from()) == &entry,
           "an entry holds on its first day");
  }
}

}  // namespace nianbao::fuzz

// Use case: what the registry of organisations says.
#ifndef NIANBAO_SERVICES_INTAKE_ORGANISATIONS_ORGANISATION_REGISTRY_H_
#define NIANBAO_SERVICES_INTAKE_ORGANISATIONS_ORGANISATION_REGISTRY_H_

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "nianbao/intake/v1/organisation.pb.h"
#include "services/core/organisation_tree.h"
#include "services/core/ports/organisation_store.h"

namespace nianbao::intake {

// Answers from a tree in memory, which is built anew after an import. Safe for
// use from any thread.
class OrganisationRegistry {
 public:
  // The tree of one moment.
  struct State {
    core::OrganisationTree tree;
    // Store revision of the last import.
    std::int64_t revision = 0;
  };

  // The store outlives it.
  explicit OrganisationRegistry(core::OrganisationStore& store)
      : store_(store) {}

  // The registry as it is now. Errors of the store.
  absl::StatusOr<std::shared_ptr<const State>> Now();

  // The organisation "organisations/{code}" on a day, or its last entry where
  // the day is empty. InvalidArgument for a name or day that is none; NotFound
  // says which days it has, if any.
  absl::StatusOr<nianbao::intake::v1::Organisation> Get(const std::string& name,
                                                        const std::string& day);

  // Entries behind the one of `after`, as KeyOf gives it; all from the start
  // where it is empty. `more` says whether there are others behind them.
  struct Page {
    std::vector<nianbao::intake::v1::Organisation> organisations;
    bool more = false;
    std::int64_t revision = 0;
  };
  // Entries as the request asks for them. InvalidArgument for a page size or
  // day that is none; NotFound where it asks for what is below a code that
  // there is not.
  absl::StatusOr<Page> List(
      const nianbao::intake::v1::ListOrganisationsRequest& request,
      const std::string& after);

  // Names an entry in page tokens.
  static std::string KeyOf(const nianbao::intake::v1::Organisation& entry);

  // OK where a school of that code was open at some time from `from` to `to`,
  // and where the tree knows none of that code; otherwise FailedPrecondition
  // with the school's days and successors.
  static absl::Status CheckOpen(const core::OrganisationTree& tree,
                                const std::string& school,
                                const std::string& from, const std::string& to);

 private:
  core::OrganisationStore& store_;
  std::mutex mutex_;
  std::shared_ptr<const State> state_;  // guarded by mutex_
};

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_ORGANISATIONS_ORGANISATION_REGISTRY_H_

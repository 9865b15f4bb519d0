// Port: the registry of organisations.
#ifndef NIANBAO_SERVICES_CORE_PORTS_ORGANISATION_STORE_H_
#define NIANBAO_SERVICES_CORE_PORTS_ORGANISATION_STORE_H_

#include <cstdint>
#include <vector>

#include "absl/status/statusor.h"
#include "nianbao/intake/v1/organisation.pb.h"
#include "services/core/ports/record_feed.h"

namespace nianbao::core {

// Keeps entries of organisations by code and first day. Whether they fit
// together is not its business. Safe for use from any thread.
class OrganisationStore {
 public:
  virtual ~OrganisationStore() = default;

  // All entries, at one moment.
  virtual absl::StatusOr<OrganisationList> List() = 0;

  // Store revision of the last import; zero where there was none.
  virtual absl::StatusOr<std::int64_t> LastImport() = 0;

  // Stores `entries`, each in the place of the one with its code and first day
  // where there is one, and gives the revision of the import, which all of them
  // get; they are on disk when this returns OK, and nothing is kept otherwise.
  // Aborted with reason REGISTRY_CHANGED where the last import is not `after`,
  // so that nothing is decided on entries that have changed since.
  virtual absl::StatusOr<std::int64_t> Import(
      const std::vector<nianbao::intake::v1::Organisation>& entries,
      std::int64_t after) = 0;
};

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_PORTS_ORGANISATION_STORE_H_

// Use case: a file of organisations goes into the registry.
#ifndef NIANBAO_SERVICES_INTAKE_ORGANISATIONS_ORGANISATION_IMPORT_H_
#define NIANBAO_SERVICES_INTAKE_ORGANISATIONS_ORGANISATION_IMPORT_H_

#include <functional>
#include <string>

#include "absl/status/statusor.h"
#include "nianbao/intake/v1/organisation.pb.h"
#include "services/core/catalogue.h"
#include "services/core/ports/organisation_store.h"
#include "services/intake/organisations/organisation_words.h"

namespace nianbao::intake {

// Imports files. Safe for use from any thread.
class OrganisationImport {
 public:
  // What it works with; all outlive it.
  struct Deps {
    const core::Catalogue& catalogue;
    core::OrganisationStore& store;
  };

  explicit OrganisationImport(const Deps& deps)
      : deps_(deps), words_(deps.catalogue) {}

  // Reads `bytes` and stores what can be stored of them, as the header says:
  // all rows or none, or without the rejected ones. The answer's rejected rows
  // are the same whether anything is stored or not. Errors of ReadSheets,
  // ReadOrganisations and the store; Cancelled where `cancelled` says after
  // reading that the caller is gone, whose file may not be whole.
  absl::StatusOr<nianbao::intake::v1::ImportOrganisationsResponse> Import(
      const nianbao::intake::v1::ImportOrganisationsRequest::Header& header,
      const std::string& bytes, const std::function<bool()>& cancelled) const;

 private:
  const Deps deps_;
  const OrganisationWords words_;
};

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_ORGANISATIONS_ORGANISATION_IMPORT_H_

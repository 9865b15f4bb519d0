#include "services/intake/organisations/organisation_import.h"

#include <utility>

#include "services/core/errors.h"
#include "services/intake/organisations/organisation_file.h"
#include "services/intake/organisations/organisation_plan.h"
#include "services/intake/readers/reader.h"

namespace nianbao::intake {
namespace {

using nianbao::intake::v1::ImportOrganisationsRequest;
using nianbao::intake::v1::ImportOrganisationsResponse;

// Imports that come between are few.
constexpr int kTries = 5;

ImportOrganisationsResponse AnswerOf(OrganisationPlan& plan,
                                     std::int64_t revision) {
  ImportOrganisationsResponse answer;
  answer.set_added(plan.added);
  answer.set_changed(plan.changed);
  answer.set_unchanged(plan.unchanged);
  for (RejectedRow& row : plan.rejected) answer.add_rejected()->Swap(&row);
  answer.set_revision(revision);
  return answer;
}

// Whether what `plan` leaves is to be stored.
bool IsWanted(const ImportOrganisationsRequest::Header& header,
              const OrganisationPlan& plan) {
  return !header.validate_only() && !plan.entries.empty() &&
         (plan.rejected.empty() || header.allow_partial());
}

}  // namespace

absl::StatusOr<ImportOrganisationsResponse> OrganisationImport::Import(
    const ImportOrganisationsRequest::Header& header, const std::string& bytes,
    const std::function<bool()>& cancelled) const {
  NIANBAO_ASSIGN_OR_RETURN(const auto sheets,
                           ReadSheets(header.filename(), bytes));
  NIANBAO_ASSIGN_OR_RETURN(
      const OrganisationFile file,
      ReadOrganisations(deps_.catalogue, words_, header.filename(), sheets));
  absl::Status changed;
  for (int i = 0; i < kTries; ++i) {
    NIANBAO_ASSIGN_OR_RETURN(const core::OrganisationList stored,
                             deps_.store.List());
    OrganisationPlan plan = PlanImport(stored.organisations, file);
    if (cancelled()) {
      return absl::CancelledError("the caller is gone; nothing was stored");
    }
    if (!IsWanted(header, plan)) return AnswerOf(plan, stored.revision);
    const auto revision = deps_.store.Import(plan.entries, stored.revision);
    if (revision.ok()) {
      ImportOrganisationsResponse answer = AnswerOf(plan, *revision);
      answer.set_stored(true);
      return answer;
    }
    changed = revision.status();
    // Another import came between: what the rows are held against has changed.
    if (changed.code() != absl::StatusCode::kAborted) return changed;
  }
  return changed;
}

}  // namespace nianbao::intake

#include "services/platform/store/sql_organisation_store.h"

#include "services/core/errors.h"
#include "services/platform/store/sql_changes.h"
#include "services/platform/store/sql_organisations.h"

namespace nianbao::platform {
namespace {

using nianbao::intake::v1::Organisation;

absl::Status RegistryChanged() {
  return core::MakeError(
      absl::StatusCode::kAborted,
      "another import of organisations came between; import again",
      {.reason = "REGISTRY_CHANGED",
       .metadata = {{"zh", "另一次机构导入刚刚完成，请重新导入。"}}});
}

}  // namespace

absl::StatusOr<core::OrganisationList> SqlOrganisationStore::List() {
  core::OrganisationList list;
  NIANBAO_RETURN_IF_ERROR(sessions_->Read([&](soci::session& sql) {
    list.organisations = SelectOrganisations(sql);
    list.revision = SelectLastImport(sql);
    return absl::OkStatus();
  }));
  return list;
}

absl::StatusOr<std::int64_t> SqlOrganisationStore::LastImport() {
  std::int64_t revision = 0;
  NIANBAO_RETURN_IF_ERROR(sessions_->Read([&](soci::session& sql) {
    revision = SelectLastImport(sql);
    return absl::OkStatus();
  }));
  return revision;
}

absl::StatusOr<std::int64_t> SqlOrganisationStore::Import(
    const std::vector<Organisation>& entries, std::int64_t after) {
  std::int64_t revision = 0;
  NIANBAO_RETURN_IF_ERROR(
      sessions_->Write([&](soci::session& sql) -> absl::Status {
        // First, so that no other writer comes between what follows.
        revision = TakeRevisions(sql, 1);
        if (SelectLastImport(sql) != after) return RegistryChanged();
        ReplaceOrganisations(sql, sessions_->dialect(), entries, revision);
        UpdateLastImport(sql, revision);
        ChangeRow change;
        change.revision = revision;
        change.kind = kOrganisationsChange;
        change.entries = static_cast<std::int64_t>(entries.size());
        InsertChanges(sql, sessions_->dialect(), {change});
        return absl::OkStatus();
      }));
  return revision;
}

}  // namespace nianbao::platform

#include "services/platform/store/sql_sessions.h"

#include <exception>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/core/errors.h"

namespace nianbao::platform {
namespace {

constexpr int kTries = 4;

absl::Status StoreError(absl::StatusCode code, const std::string& name,
                        const std::string& what) {
  return core::MakeError(
      code, absl::StrCat("store ", name, ": ", what),
      {.reason = "STORE_FAILED",
       .metadata = {{"store", name},
                    {"what", what},
                    {"zh", "存储暂时不可用，数据未保存。"}}});
}

std::string Trimmed(const char* what) {
  return std::string(absl::StripAsciiWhitespace(what));
}

}  // namespace

SqlSessions::SqlSessions(std::unique_ptr<const SqlDialect> dialect)
    : dialect_(std::move(dialect)), pool_(dialect_->connections()) {
  for (std::size_t i = 0; i < dialect_->connections(); ++i) {
    dialect_->Connect(pool_.at(i));
  }
}

absl::StatusOr<std::unique_ptr<SqlSessions>> SqlSessions::Open(
    const nianbao::config::v1::Store& store) {
  std::unique_ptr<const SqlDialect> dialect = SqlDialect::For(store);
  const std::string name = dialect->name();
  const std::string advice = dialect->Advice();
  try {
    return std::unique_ptr<SqlSessions>(new SqlSessions(std::move(dialect)));
  } catch (const std::exception& error) {
    const std::string what = Trimmed(error.what());
    if (absl::StrContains(what, "not a database") ||
        absl::StrContains(what, "malformed")) {
      return StoreError(absl::StatusCode::kDataLoss, name, what);
    }
    return StoreError(absl::StatusCode::kUnavailable, name,
                      absl::StrCat(what, "; ", advice));
  }
}

absl::Status SqlSessions::Read(const Work& work) {
  return Transact(&SqlDialect::BeginRead, work);
}

absl::Status SqlSessions::Write(const Work& work) {
  absl::Status status;
  {
    const std::lock_guard lock(writing_);
    status = Transact(&SqlDialect::BeginWrite, work);
  }
  if (status.ok()) commits_.Ring();
  return status;
}

absl::Status SqlSessions::Transact(Begin begin, const Work& work) {
  absl::Status status;
  bool again = true;
  for (int i = 0; i < kTries && again; ++i) status = Try(begin, work, again);
  return status;
}

absl::Status SqlSessions::Try(Begin begin, const Work& work, bool& again) {
  soci::session session(pool_);
  absl::Status status;
  again = false;
  bool connected = false;
  bool committing = false;
  try {
    if (dialect_->IsLost(session)) dialect_->Connect(session);
    connected = true;
    (dialect_.get()->*begin)(session);
    status = work(session);
    if (status.ok()) {
      committing = true;
      session << "COMMIT";
      return status;
    }
  } catch (const std::exception& error) {
    const SqlFailure failure = dialect_->FailureOf(session, error);
    status = StatusOf(failure, committing, Trimmed(error.what()));
    again = failure == SqlFailure::kConflict ||
            (failure == SqlFailure::kLost && connected && !committing);
  }
  try {
    session << "ROLLBACK";
  } catch (const std::exception&) {
    // It was rolled back already, never begun, or the connection is gone.
  }
  return status;
}

absl::Status SqlSessions::StatusOf(SqlFailure failure, bool committing,
                                   const std::string& what) const {
  switch (failure) {
    case SqlFailure::kDamaged:
      return StoreError(absl::StatusCode::kDataLoss, name(), what);
    case SqlFailure::kBadValue:
      return StoreError(absl::StatusCode::kInvalidArgument, name(), what);
    case SqlFailure::kLost:
      if (committing) {
        return StoreError(
            absl::StatusCode::kUnavailable, name(),
            absl::StrCat(what,
                         "; lost while committing, so it may have been stored: "
                         "ask again with the same request_id"));
      }
      break;
    case SqlFailure::kConflict:
    case SqlFailure::kOther:
      break;
  }
  return StoreError(absl::StatusCode::kUnavailable, name(), what);
}

}  // namespace nianbao::platform

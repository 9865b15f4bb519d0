#include "services/platform/sql_submission_store.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>

#include <cstdint>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/time/time.h"
#include "services/core/errors.h"
#include "services/platform/rpc_page.h"
#include "services/platform/sql_schema.h"
#include "services/platform/sql_submissions.h"
#include "services/platform/submission_name.h"

namespace nianbao::platform {
namespace {

using nianbao::document::v1::Document;
using nianbao::intake::v1::Submission;

absl::Status NotFound(const std::string& name) {
  return core::MakeError(
      absl::StatusCode::kNotFound,
      absl::StrCat("submission \"", name,
                   "\" not found; ListSubmissions shows what there is"),
      {.reason = "SUBMISSION_NOT_FOUND",
       .metadata = {{"name", name},
                    {"zh", absl::StrCat("没有找到报送 ", name, "。")}}});
}

absl::Status Damaged(const std::string& name, const std::string& column) {
  return core::MakeError(
      absl::StatusCode::kDataLoss,
      absl::StrCat("submission \"", name, "\": the stored ", column,
                   " is damaged; restore the store from a backup"),
      {.reason = "STORE_DAMAGED",
       .metadata = {{"name", name}, {"column", column}}});
}

// The same bytes for the same message.
std::string Serialize(const google::protobuf::Message& message) {
  std::string bytes;
  google::protobuf::io::StringOutputStream stream(&bytes);
  google::protobuf::io::CodedOutputStream coded(&stream);
  coded.SetSerializationDeterministic(true);
  message.SerializeToCodedStream(&coded);
  coded.Trim();
  return bytes;
}

std::string SerializeFacts(const core::Facts& facts) {
  nianbao::intake::v1::StreamFactsResponse holder;
  *holder.mutable_facts() = facts;
  return Serialize(holder);
}

// Names are made of these, so a slash would make two names one.
absl::Status CheckNamePart(const std::string& field, const std::string& part) {
  if (!part.empty() && part.find('/') == std::string::npos) {
    return absl::OkStatus();
  }
  return core::MakeError(
      absl::StatusCode::kInvalidArgument,
      absl::StrCat(field, " \"", part,
                   "\": must not be empty or contain \"/\""),
      {.reason = "BAD_NAME", .metadata = {{"field", field}, {field, part}}});
}

void SetCreateTime(absl::Time now, Submission& submission) {
  const std::int64_t micros = absl::ToUnixMicros(now);
  submission.mutable_create_time()->set_seconds(micros / 1'000'000);
  submission.mutable_create_time()->set_nanos(
      static_cast<int>(micros % 1'000'000) * 1000);
}

// Where a page goes on: behind the submission that its token names.
absl::StatusOr<SubmissionName> AfterToken(const std::string& token) {
  if (token.empty()) return SubmissionName();
  NIANBAO_ASSIGN_OR_RETURN(const std::string last, LastOfPageToken(token));
  return SubmissionName::Parse(last);
}

}  // namespace

SqlSubmissionStore::SqlSubmissionStore(std::unique_ptr<SqlSessions> sessions,
                                       const core::Clock& clock)
    : sessions_(std::move(sessions)), clock_(clock) {}

absl::StatusOr<std::unique_ptr<SqlSubmissionStore>> SqlSubmissionStore::Open(
    const std::string& path, const core::Clock& clock) {
  NIANBAO_ASSIGN_OR_RETURN(auto sessions, SqlSessions::Open(path));
  NIANBAO_RETURN_IF_ERROR(MigrateSchema(*sessions, clock));
  return std::unique_ptr<SqlSubmissionStore>(
      new SqlSubmissionStore(std::move(sessions), clock));
}

absl::StatusOr<Submission> SqlSubmissionStore::Add(
    const Submission& submission, const core::SubmissionContent& content,
    const std::string& request_id) {
  NIANBAO_RETURN_IF_ERROR(CheckNamePart("edition", submission.edition()));
  NIANBAO_RETURN_IF_ERROR(CheckNamePart("school", submission.school()));
  // Serialized before, so that the write lock is held for writing only.
  const std::string document = Serialize(content.document);
  const std::string facts = SerializeFacts(content.facts);
  Submission added = submission;
  const absl::Status status = sessions_->Write([&](soci::session& sql) {
    if (!request_id.empty()) {
      if (const auto before = SelectByRequest(sql, request_id)) {
        added = *before;
        return absl::OkStatus();
      }
    }
    added.set_version(SelectNextVersion(sql, added.edition(), added.school()));
    added.set_name(
        SubmissionName{added.edition(), added.school(), added.version()}
            .ToString());
    SetCreateTime(clock_.Now(), added);
    added.set_revision(InsertSubmission(sql, added));
    InsertContent(sql, added.revision(), content.file, document, facts);
    if (!request_id.empty()) InsertRequest(sql, request_id, added.revision());
    return absl::OkStatus();
  });
  if (!status.ok()) return status;
  return added;
}

absl::StatusOr<Submission> SqlSubmissionStore::Get(const std::string& name) {
  NIANBAO_ASSIGN_OR_RETURN(const SubmissionName parsed,
                           SubmissionName::Parse(name));
  Submission found;
  NIANBAO_RETURN_IF_ERROR(
      sessions_->Read([&](soci::session& sql) -> absl::Status {
        const auto selected = SelectSubmission(sql, parsed);
        if (!selected) return NotFound(name);
        found = *selected;
        return absl::OkStatus();
      }));
  return found;
}

absl::StatusOr<core::SubmissionPage> SqlSubmissionStore::List(
    const std::string& edition, int page_size, const std::string& page_token) {
  NIANBAO_ASSIGN_OR_RETURN(const int size, PageSize(page_size));
  const absl::StatusOr<SubmissionName> after = AfterToken(page_token);
  // A token of another list reads as none of this one.
  if (!after.ok()) return BadPageToken(page_token);
  core::SubmissionPage page;
  NIANBAO_RETURN_IF_ERROR(sessions_->Read([&](soci::session& sql) {
    page.submissions = SelectNewest(sql, edition, *after, size + 1);
    page.revision = SelectRevision(sql, edition);
    return absl::OkStatus();
  }));
  if (static_cast<int>(page.submissions.size()) <= size) return page;
  page.submissions.pop_back();
  const Submission& last = page.submissions.back();
  page.next_page_token = PageTokenAfter(
      SubmissionName{.edition = last.edition(), .school = last.school()}
          .ToString());
  return page;
}

absl::StatusOr<std::string> SqlSubmissionStore::GetContent(
    const std::string& name, const std::string& column) {
  NIANBAO_ASSIGN_OR_RETURN(const SubmissionName parsed,
                           SubmissionName::Parse(name));
  std::string bytes;
  NIANBAO_RETURN_IF_ERROR(
      sessions_->Read([&](soci::session& sql) -> absl::Status {
        const auto selected = SelectSubmission(sql, parsed);
        if (!selected) return NotFound(name);
        bytes = SelectContent(sql, selected->revision(), column);
        return absl::OkStatus();
      }));
  return bytes;
}

absl::StatusOr<Document> SqlSubmissionStore::GetDocument(
    const std::string& name) {
  NIANBAO_ASSIGN_OR_RETURN(const std::string bytes,
                           GetContent(name, "document"));
  Document document;
  if (!document.ParseFromString(bytes)) return Damaged(name, "document");
  return document;
}

absl::StatusOr<core::Facts> SqlSubmissionStore::GetFacts(
    const std::string& name) {
  NIANBAO_ASSIGN_OR_RETURN(const std::string bytes, GetContent(name, "facts"));
  nianbao::intake::v1::StreamFactsResponse holder;
  if (!holder.ParseFromString(bytes)) return Damaged(name, "facts");
  return std::move(*holder.mutable_facts());
}

}  // namespace nianbao::platform

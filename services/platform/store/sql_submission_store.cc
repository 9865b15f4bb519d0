#include "services/platform/store/sql_submission_store.h"

#include <cstdint>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "services/core/errors.h"
#include "services/platform/rpc_page.h"
#include "services/platform/store/facts_bytes.h"
#include "services/platform/store/sql_additions.h"
#include "services/platform/store/sql_changes.h"
#include "services/platform/store/sql_schema.h"
#include "services/platform/store/sql_submissions.h"
#include "services/platform/store/submission_name.h"

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

// How long a commit of another process may stay unseen.
constexpr absl::Duration kPollInterval = absl::Milliseconds(250);

absl::StatusOr<std::int64_t> NewestRevision(SqlSessions& sessions) {
  std::int64_t newest = 0;
  NIANBAO_RETURN_IF_ERROR(sessions.Read([&](soci::session& sql) {
    newest = SelectNewestRevision(sql);
    return absl::OkStatus();
  }));
  return newest;
}

// Changes are read in pieces of about this size.
constexpr int kPageChanges = 256;
constexpr std::int64_t kPageBytes = 2 << 20;

// What one piece is made of.
struct ChangeParts {
  std::vector<ChangeRow> rows;
  // Whether there are no more.
  bool all = false;
  // Of the rows that are submissions, in their order.
  std::vector<Submission> submissions;
  std::vector<std::string> facts;
};

// Cuts `rows` where they become too large for one piece.
void CutRows(std::vector<ChangeRow>& rows) {
  std::int64_t bytes = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    bytes += rows[i].facts_bytes;
    if (i > 0 && bytes > kPageBytes) return rows.resize(i);
  }
}

ChangeParts SelectParts(soci::session& sql, const SqlDialect& dialect,
                        const core::ChangesQuery& query) {
  ChangeParts parts;
  parts.rows = SelectChanges(sql, query.after, query.replaced_by, kPageChanges);
  const std::size_t found = parts.rows.size();
  if (query.with_facts) CutRows(parts.rows);
  parts.all = found < kPageChanges && parts.rows.size() == found;
  std::vector<std::int64_t> revisions;
  for (const ChangeRow& row : parts.rows) {
    if (row.kind == kSubmissionChange) revisions.push_back(row.revision);
  }
  parts.submissions = SelectRevisions(sql, revisions);
  if (query.with_facts) {
    parts.facts = SelectContents(sql, dialect, revisions, "facts");
  }
  return parts;
}

absl::StatusOr<std::vector<core::RecordChange>> ToChanges(ChangeParts& parts,
                                                          bool with_facts) {
  std::vector<core::RecordChange> changes;
  std::size_t next = 0;
  for (const ChangeRow& row : parts.rows) {
    core::RecordChange& change = changes.emplace_back();
    change.revision = row.revision;
    change.organisations = static_cast<int>(row.entries);
    if (row.kind != kSubmissionChange) continue;
    if (next >= parts.submissions.size() ||
        parts.submissions[next].revision() != row.revision) {
      return Damaged(row.subject, "row");
    }
    if (with_facts && !ParseFacts(parts.facts.at(next), change.facts)) {
      return Damaged(parts.submissions[next].name(), "facts");
    }
    change.submission = std::move(parts.submissions[next++]);
  }
  return changes;
}

// Where a page goes on: behind the submission that its token names.
absl::StatusOr<SubmissionName> AfterToken(const std::string& token) {
  if (token.empty()) return SubmissionName();
  NIANBAO_ASSIGN_OR_RETURN(const std::string last, LastOfPageToken(token));
  return SubmissionName::Parse(last);
}

}  // namespace

SqlSubmissionStore::SqlSubmissionStore(std::shared_ptr<SqlSessions> sessions,
                                       const core::Clock& clock)
    : sessions_(std::move(sessions)),
      clock_(clock),
      poll_(sessions_->dialect().IsShared()
                ? std::make_unique<CommitPoll>(
                      sessions_->commits(), kPollInterval,
                      [this] { return NewestRevision(*sessions_); })
                : nullptr) {}

absl::StatusOr<std::unique_ptr<SqlSubmissionStore>> SqlSubmissionStore::Open(
    const nianbao::config::v1::Store& store, const core::Clock& clock) {
  NIANBAO_ASSIGN_OR_RETURN(auto sessions, OpenRecord(store, clock));
  return std::make_unique<SqlSubmissionStore>(std::move(sessions), clock);
}

absl::StatusOr<Submission> SqlSubmissionStore::Add(
    const Submission& submission, const core::SubmissionContent& content,
    const std::string& request_id) {
  std::vector<Addition> additions;
  NIANBAO_RETURN_IF_ERROR(
      AppendAddition(submission, content, request_id, additions));
  NIANBAO_RETURN_IF_ERROR(StoreAdditions(*sessions_, clock_, additions));
  return std::move(additions.front().submission);
}

absl::StatusOr<std::vector<Submission>> SqlSubmissionStore::AddAll(
    const std::vector<core::NewSubmission>& submissions) {
  std::vector<Addition> additions;
  additions.reserve(submissions.size());
  for (const core::NewSubmission& one : submissions) {
    NIANBAO_RETURN_IF_ERROR(
        AppendAddition(one.submission, one.content, one.request_id, additions));
  }
  NIANBAO_RETURN_IF_ERROR(StoreAdditions(*sessions_, clock_, additions));
  std::vector<Submission> stored;
  stored.reserve(additions.size());
  for (Addition& addition : additions) {
    stored.push_back(std::move(addition.submission));
  }
  return stored;
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
        bytes = SelectContents(sql, sessions_->dialect(),
                               {selected->revision()}, column)
                    .at(0);
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
  core::Facts facts;
  if (!ParseFacts(bytes, facts)) return Damaged(name, "facts");
  return facts;
}

absl::StatusOr<core::ChangePage> SqlSubmissionStore::Changes(
    const core::ChangesQuery& query) {
  core::ChangePage page;
  ChangeParts parts;
  NIANBAO_RETURN_IF_ERROR(sessions_->Read([&](soci::session& sql) {
    page.newest = SelectNewestRevision(sql);
    parts = SelectParts(sql, sessions_->dialect(), query);
    page.revision = parts.all ? page.newest : parts.rows.back().revision;
    return absl::OkStatus();
  }));
  NIANBAO_ASSIGN_OR_RETURN(page.changes, ToChanges(parts, query.with_facts));
  return page;
}

std::shared_ptr<void> SqlSubmissionStore::Listen(std::function<void()> wake) {
  std::shared_ptr<void> listener = sessions_->commits().Listen(std::move(wake));
  if (poll_ != nullptr) poll_->Start();
  return listener;
}

}  // namespace nianbao::platform

#include "services/platform/store/sql_additions.h"

#include <cstdint>
#include <map>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "services/core/errors.h"
#include "services/platform/store/facts_bytes.h"
#include "services/platform/store/sql_changes.h"
#include "services/platform/store/sql_submissions.h"

namespace nianbao::platform {
namespace {

using nianbao::intake::v1::Submission;
using SchoolKey = std::pair<std::string, std::string>;

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

absl::Status ReusedId(const std::string& request_id, const Submission& stored) {
  return core::MakeError(
      absl::StatusCode::kInvalidArgument,
      absl::StrCat("request_id \"", request_id,
                   "\" was used before for another school or edition; give "
                   "every request an id of its own"),
      {.reason = "REQUEST_ID_REUSED",
       .metadata = {
           {"field", "request_id"},
           {"request_id", request_id},
           {"edition", stored.edition()},
           {"zh", absl::StrCat("请求编号“", request_id,
                               "”已用于另一学校或另一版年报，请另取编号。")}}});
}

bool SameSchool(const Submission& a, const Submission& b) {
  return a.edition() == b.edition() && a.school() == b.school();
}

// One attempt to store additions within a transaction.
class Storing {
 public:
  Storing(soci::session& sql, const SqlDialect& dialect,
          std::vector<Addition>& additions)
      : sql_(sql), dialect_(dialect), additions_(additions) {}

  absl::Status Run(absl::Time now) {
    // First, so that no other writer comes between what follows.
    const std::int64_t next = TakeRevisions(sql_, 0);
    NIANBAO_RETURN_IF_ERROR(FindRequests());
    NameNewOnes(now, next);
    if (!added_.empty()) {
      TakeRevisions(sql_, static_cast<std::int64_t>(added_.size()));
      Insert();
    }
    FillRepeated();
    return absl::OkStatus();
  }

 private:
  // Takes what was stored for a request before, and tells the new ones apart.
  absl::Status FindRequests() {
    std::vector<std::string> ids;
    for (const Addition& addition : additions_) {
      if (!addition.request_id->empty()) ids.push_back(*addition.request_id);
    }
    const std::vector<std::int64_t> before =
        SelectRequests(sql_, dialect_, ids);
    std::size_t next = 0;
    std::map<std::string, Addition*> first;
    for (Addition& addition : additions_) {
      const std::string& id = *addition.request_id;
      if (id.empty()) {
        added_.push_back(&addition);
        continue;
      }
      const std::int64_t revision = before[next++];
      const auto [found, is_first] = first.emplace(id, &addition);
      if (revision > 0) {
        NIANBAO_RETURN_IF_ERROR(TakeStored(revision, addition));
      } else if (is_first) {
        added_.push_back(&addition);
      } else if (SameSchool(addition.submission, found->second->submission)) {
        repeated_.emplace_back(&addition, found->second);
      } else {
        return ReusedId(id, found->second->submission);
      }
    }
    return absl::OkStatus();
  }

  absl::Status TakeStored(std::int64_t revision, Addition& addition) {
    std::vector<Submission> stored = SelectRevisions(sql_, {revision});
    if (stored.empty() || !SameSchool(stored.front(), addition.submission)) {
      return ReusedId(*addition.request_id,
                      stored.empty() ? Submission() : stored.front());
    }
    addition.submission = std::move(stored.front());
    return absl::OkStatus();
  }

  void NameNewOnes(absl::Time now, std::int64_t revision) {
    std::vector<SchoolKey> schools;
    for (const Addition* addition : added_) {
      schools.emplace_back(addition->submission.edition(),
                           addition->submission.school());
    }
    const std::vector<std::int64_t> newest =
        SelectVersions(sql_, dialect_, schools);
    std::map<SchoolKey, int> versions;
    for (std::size_t i = 0; i < added_.size(); ++i) {
      const auto at =
          versions.emplace(schools[i], static_cast<int>(newest[i])).first;
      Name(++at->second, revision++, now, added_[i]->submission);
    }
  }

  static void Name(int version, std::int64_t revision, absl::Time now,
                   Submission& submission) {
    submission.set_version(version);
    submission.set_name(
        SubmissionName{submission.edition(), submission.school(), version}
            .ToString());
    submission.set_revision(revision);
    const std::int64_t micros = absl::ToUnixMicros(now);
    submission.mutable_create_time()->set_seconds(micros / 1'000'000);
    submission.mutable_create_time()->set_nanos(
        static_cast<int>(micros % 1'000'000) * 1000);
  }

  void Insert() {
    std::vector<SubmissionRow> rows;
    std::vector<ChangeRow> changes;
    for (const Addition* addition : added_) {
      const Submission& submission = addition->submission;
      rows.push_back({&submission, *addition->request_id, *addition->file,
                      addition->document, addition->facts});
      changes.push_back(
          {.revision = submission.revision(),
           .kind = kSubmissionChange,
           .subject = SubmissionName{submission.edition(), submission.school()}
                          .ToString(),
           .entries = 0,
           .facts_bytes = static_cast<std::int64_t>(addition->facts.size())});
    }
    InsertSubmissions(sql_, dialect_, rows);
    InsertChanges(sql_, dialect_, changes);
  }

  void FillRepeated() {
    for (const auto& [addition, first] : repeated_) {
      addition->submission = first->submission;
    }
  }

  soci::session& sql_;
  const SqlDialect& dialect_;
  std::vector<Addition>& additions_;
  std::vector<Addition*> added_;
  // With the first one of the same request id.
  std::vector<std::pair<Addition*, const Addition*>> repeated_;
};

}  // namespace

absl::Status AppendAddition(const Submission& submission,
                            const core::SubmissionContent& content,
                            const std::string& request_id,
                            std::vector<Addition>& additions) {
  NIANBAO_RETURN_IF_ERROR(CheckNamePart("edition", submission.edition()));
  NIANBAO_RETURN_IF_ERROR(CheckNamePart("school", submission.school()));
  additions.push_back({.submission = submission,
                       .file = &content.file,
                       .request_id = &request_id,
                       .document = SerializeMessage(content.document),
                       .facts = SerializeFacts(content.facts)});
  return absl::OkStatus();
}

absl::Status StoreAdditions(SqlSessions& sessions, const core::Clock& clock,
                            std::vector<Addition>& additions) {
  return sessions.Write([&](soci::session& sql) {
    return Storing(sql, sessions.dialect(), additions).Run(clock.Now());
  });
}

}  // namespace nianbao::platform

// Port: the record of submissions.
#ifndef NIANBAO_SERVICES_CORE_PORTS_SUBMISSION_STORE_H_
#define NIANBAO_SERVICES_CORE_PORTS_SUBMISSION_STORE_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "nianbao/document/v1/document.pb.h"
#include "nianbao/intake/v1/intake.pb.h"
#include "services/core/fact_table.h"

namespace nianbao::core {

// What a submission is made of.
struct SubmissionContent {
  // The file's bytes as handed in.
  std::string file;
  nianbao::document::v1::Document document;
  Facts facts;
};

// A submission to store.
struct NewSubmission {
  nianbao::intake::v1::Submission submission;
  SubmissionContent content;
  // Caller's id of the request; empty for none.
  std::string request_id;
};

// A change of the record: of a submission or of organisations.
struct RecordChange {
  std::int64_t revision = 0;
  // The submission that was stored; nothing where organisations changed.
  std::optional<nianbao::intake::v1::Submission> submission;
  // Facts of the submission, where they were asked for.
  Facts facts;
  // Organisations that were added or changed.
  int organisations = 0;
};

// What is asked of the changes.
struct ChangesQuery {
  // Only those behind this revision.
  std::int64_t after = 0;
  // Submissions are left out that newer versions up to this revision had
  // replaced; zero for none.
  std::int64_t replaced_by = 0;
  bool with_facts = false;
};

// Some changes.
struct ChangePage {
  // In the order of their revisions; a part of those that there are.
  std::vector<RecordChange> changes;
  // Revision up to which these are all, and the newest one there is.
  std::int64_t revision = 0;
  std::int64_t newest = 0;
};

// A page of submissions.
struct SubmissionPage {
  std::vector<nianbao::intake::v1::Submission> submissions;
  // Where the next page starts; empty at the end.
  std::string next_page_token;
  // Newest store revision among the submissions of the edition.
  std::int64_t revision = 0;
};

// Keeps submissions in versions; a stored version never changes. Safe for use
// from any thread. Names are "editions/{e}/submissions/{s}" for the newest
// version, with "/versions/{n}" behind for one of them.
class SubmissionStore {
 public:
  virtual ~SubmissionStore() = default;

  // Stores a new version; it is on disk when this returns OK, and nothing is
  // kept otherwise. Sets name, version, revision and create_time of the
  // returned submission. A `request_id` seen before returns the version stored
  // then; an empty one is never remembered. InvalidArgument where that version
  // is another school's or of another edition.
  virtual absl::StatusOr<nianbao::intake::v1::Submission> Add(
      const nianbao::intake::v1::Submission& submission,
      const SubmissionContent& content, const std::string& request_id) = 0;

  // Stores all or none, as Add does each; in the order given.
  virtual absl::StatusOr<std::vector<nianbao::intake::v1::Submission>> AddAll(
      const std::vector<NewSubmission>& submissions) = 0;

  // NotFound where there is none of that name.
  virtual absl::StatusOr<nianbao::intake::v1::Submission> Get(
      const std::string& name) = 0;

  // Newest versions in name order; all editions where `edition` is empty.
  // InvalidArgument for a token that is none.
  virtual absl::StatusOr<SubmissionPage> List(
      const std::string& edition, int page_size,
      const std::string& page_token) = 0;

  // NotFound where there is none of that name.
  virtual absl::StatusOr<nianbao::document::v1::Document> GetDocument(
      const std::string& name) = 0;

  // Facts in document order. NotFound where there is none of that name.
  virtual absl::StatusOr<Facts> GetFacts(const std::string& name) = 0;

  // The next changes behind a revision: at least one where there is one that is
  // not left out, and no more than fit well into memory. Every stored version
  // and every import of organisations has a revision of its own, one more than
  // the one before, and is seen here in that order: never one before another
  // with a lower revision.
  virtual absl::StatusOr<ChangePage> Changes(const ChangesQuery& query) = 0;

  // Has `wake` called whenever the record may have changed, on any thread,
  // until the returned object is gone; one last call may still be on its way
  // then. `wake` must not wait.
  virtual std::shared_ptr<void> Listen(std::function<void()> wake) = 0;
};

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_PORTS_SUBMISSION_STORE_H_

// Port: the record of submissions.
#ifndef NIANBAO_SERVICES_CORE_PORTS_SUBMISSION_STORE_H_
#define NIANBAO_SERVICES_CORE_PORTS_SUBMISSION_STORE_H_

#include <cstdint>
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
  // then; an empty one is never remembered.
  virtual absl::StatusOr<nianbao::intake::v1::Submission> Add(
      const nianbao::intake::v1::Submission& submission,
      const SubmissionContent& content, const std::string& request_id) = 0;

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
};

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_PORTS_SUBMISSION_STORE_H_

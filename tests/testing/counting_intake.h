// Intake in memory, which counts what it is asked.
#ifndef NIANBAO_TESTS_TESTING_COUNTING_INTAKE_H_
#define NIANBAO_TESTS_TESTING_COUNTING_INTAKE_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "services/core/ports/peers.h"

namespace nianbao::testing {

// Holds the submissions of edition "2021", newest versions only. For one
// thread.
class CountingIntake final : public core::IntakePeer {
 public:
  // Stores a new version of the school's submission.
  void Add(const std::string& school, const std::string& region,
           const std::vector<fact::v1::Fact>& facts) {
    Stored& stored = by_school_[school];
    auto& submission = stored.submission;
    submission.set_version(submission.version() + 1);
    submission.set_name(absl::StrCat("editions/2021/submissions/", school,
                                     "/versions/", submission.version()));
    submission.set_edition("2021");
    submission.set_school(school);
    submission.set_region(region);
    submission.set_fact_count(static_cast<int>(facts.size()));
    submission.set_revision(++revision_);
    stored.facts = core::Facts(facts.begin(), facts.end());
  }

  absl::StatusOr<intake::v1::Submission> GetSubmission(
      const std::string& name) override {
    return absl::NotFoundError(name);
  }

  absl::StatusOr<core::SubmissionList> ListSubmissions(
      const std::string& edition) override {
    ++lists_;
    if (!lists_fail_.ok()) return lists_fail_;
    core::SubmissionList list;
    list.revision = revision_;
    if (edition != "2021") return list;
    for (const auto& [school, stored] : by_school_) {
      list.submissions.push_back(stored.submission);
    }
    return list;
  }

  absl::StatusOr<document::v1::Document> GetDocument(
      const std::string& name) override {
    return absl::NotFoundError(name);
  }

  absl::StatusOr<core::Facts> GetFacts(const std::string& name) override {
    ++fact_reads_;
    if (!facts_fail_.ok()) return facts_fail_;
    for (const auto& [school, stored] : by_school_) {
      if (stored.submission.name() == name) return stored.facts;
    }
    return absl::NotFoundError(absl::StrCat("no submission ", name));
  }

  // Makes ListSubmissions or GetFacts fail.
  void FailLists(const absl::Status& failure) { lists_fail_ = failure; }
  void FailFacts(const absl::Status& failure) { facts_fail_ = failure; }

  int lists() const { return lists_; }
  int fact_reads() const { return fact_reads_; }

 private:
  struct Stored {
    intake::v1::Submission submission;
    core::Facts facts;
  };

  std::map<std::string, Stored> by_school_;
  std::int64_t revision_ = 0;
  absl::Status lists_fail_;
  absl::Status facts_fail_;
  int lists_ = 0;
  int fact_reads_ = 0;
};

}  // namespace nianbao::testing

#endif  // NIANBAO_TESTS_TESTING_COUNTING_INTAKE_H_

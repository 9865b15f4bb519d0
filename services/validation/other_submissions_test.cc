#include "services/validation/other_submissions.h"

#include <gmock/gmock.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "services/validation/report_builder.h"

namespace nianbao::validation {
namespace {

using nianbao::intake::v1::Submission;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr char kPeerTest[] = R"pb(
  outlier_tests {
    code: "peers"
    title { zh: "与他校相比" en: "Against schools" }
    against: AGAINST_PEERS
    indicators: "ratio"
    least_values: 3
    deviations: "6"
    tolerance: "50"
    severity: SEVERITY_NOTE
    instruction { zh: "核对。" en: "Check." }
    reference: "经验"
    certainty: CERTAINTY_INFERRED
    examples {
      name: "usual"
      value: "15"
      others: [ "14", "15", "16" ]
      outcome: "usual"
    }
    examples {
      name: "unusual"
      value: "150"
      others: [ "14", "15", "16" ]
      outcome: "unusual"
    }
  }
)pb";

// Intake with submissions by name; every one has the same fact.
class StoredSubmissions final : public core::IntakePeer {
 public:
  Submission Add(const std::string& edition, const std::string& school,
                 const std::string& region) {
    Submission submission;
    submission.set_edition(edition);
    submission.set_school(school);
    submission.set_region(region);
    const std::string name = "editions/" + edition + "/submissions/" + school;
    submission.set_name(name + "/versions/1");
    by_name_[name] = submission;
    return submission;
  }

  absl::StatusOr<Submission> GetSubmission(const std::string& name) override {
    if (!down_.ok()) return down_;
    const auto found = by_name_.find(name);
    if (found == by_name_.end()) return absl::NotFoundError(name);
    return found->second;
  }

  absl::StatusOr<core::SubmissionList> ListSubmissions(
      const std::string& edition) override {
    ++lists_;
    core::SubmissionList list;
    for (const auto& [name, submission] : by_name_) {
      if (submission.edition() == edition) {
        list.submissions.push_back(submission);
      }
    }
    return list;
  }

  absl::StatusOr<document::v1::Document> GetDocument(
      const std::string& name) override {
    return absl::NotFoundError(name);
  }

  absl::StatusOr<core::Facts> GetFacts(const std::string&) override {
    core::Facts facts;
    facts.Add()->set_id("f1");
    return facts;
  }

  void GoDown() { down_ = absl::UnavailableError("down"); }
  int lists() const { return lists_; }

 private:
  std::map<std::string, Submission> by_name_;
  absl::Status down_;
  int lists_ = 0;
};

std::vector<std::string> NamesOf(const std::vector<OtherSubmission>& others) {
  std::vector<std::string> names;
  for (const auto& other : others) names.push_back(other.name);
  return names;
}

Surroundings Found(StoredSubmissions& intake, const Submission& submission) {
  static const auto catalogue = SmallCatalogueWith(kPeerTest);
  auto found = SurroundingsOf(*catalogue, intake, submission);
  EXPECT_TRUE(found.ok()) << found.status();
  return found.ok() ? *std::move(found) : Surroundings();
}

TEST(OtherSubmissions, AreTheSchoolsOwnOfEarlierEditions) {
  StoredSubmissions intake;
  const auto now = intake.Add("2021", "1", "330802");
  intake.Add("2020", "1", "330802");
  intake.Add("2020", "2", "330802");
  const auto found = Found(intake, now);
  EXPECT_THAT(NamesOf(found.earlier),
              ElementsAre("editions/2020/submissions/1/versions/1"));
  EXPECT_EQ(found.earlier[0].data_year, 2020);
  EXPECT_THAT(found.earlier[0].facts, SizeIs(1));
  EXPECT_EQ(found.school.region, "330802");
}

TEST(OtherSubmissions, ASchoolsFirstReportHasNoneAndThatIsNoError) {
  StoredSubmissions intake;
  const auto found = Found(intake, intake.Add("2020", "1", "330802"));
  EXPECT_THAT(found.earlier, IsEmpty());
  EXPECT_THAT(found.peers, IsEmpty());
}

TEST(OtherSubmissions, PeersOfThePrefectureComeFirstAndAreBounded) {
  StoredSubmissions intake;
  const auto now = intake.Add("2021", "500", "330802");
  for (int i = 100; i < 160; ++i) {
    intake.Add("2021", std::to_string(i), "330102");
  }
  intake.Add("2021", "900", "330881");
  const auto found = Found(intake, now);
  ASSERT_THAT(found.peers, SizeIs(40));
  EXPECT_EQ(found.peers[0].name, "editions/2021/submissions/900/versions/1");
  EXPECT_EQ(found.peers[1].name, "editions/2021/submissions/100/versions/1");
}

TEST(OtherSubmissions, PeersThatNoTestAsksForAreNotFetched) {
  StoredSubmissions intake;
  const auto now = intake.Add("2021", "1", "330802");
  intake.Add("2021", "2", "330802");
  const auto found = SurroundingsOf(SmallCatalogue(), intake, now);
  ASSERT_TRUE(found.ok());
  EXPECT_THAT(found->peers, IsEmpty());
  EXPECT_EQ(intake.lists(), 0);
}

TEST(OtherSubmissions, AnErrorOfIntakeComesThrough) {
  StoredSubmissions intake;
  const auto now = intake.Add("2021", "1", "330802");
  intake.GoDown();
  EXPECT_EQ(SurroundingsOf(SmallCatalogue(), intake, now).status().code(),
            absl::StatusCode::kUnavailable);
}

}  // namespace
}  // namespace nianbao::validation

#include "services/validation/other_submissions.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "services/core/errors.h"

namespace nianbao::validation {
namespace {

using nianbao::catalogue::v1::Edition;
using nianbao::catalogue::v1::OutlierTest;
using nianbao::intake::v1::Submission;

constexpr std::size_t kMostEarlier = 5;
constexpr std::size_t kMostPeers = 40;
constexpr std::size_t kPrefectureDigits = 4;

// Editions about earlier years, newest first.
std::vector<const Edition*> EarlierEditions(const core::Catalogue& catalogue,
                                            const Edition& edition) {
  std::vector<const Edition*> earlier;
  for (const auto& [code, other] : catalogue.editions()) {
    if (other->data_year() < edition.data_year()) earlier.push_back(other);
  }
  std::stable_sort(earlier.begin(), earlier.end(),
                   [](const Edition* a, const Edition* b) {
                     return a->data_year() > b->data_year();
                   });
  return earlier;
}

absl::StatusOr<OtherSubmission> Fetch(core::IntakePeer& intake,
                                      const Submission& submission,
                                      int data_year) {
  NIANBAO_ASSIGN_OR_RETURN(core::Facts facts,
                           intake.GetFacts(submission.name()));
  return OtherSubmission{submission.name(), submission.edition(), data_year,
                         std::move(facts)};
}

absl::StatusOr<std::vector<OtherSubmission>> EarlierOf(
    const core::Catalogue& catalogue, core::IntakePeer& intake,
    const Edition& edition, const std::string& school) {
  std::vector<OtherSubmission> earlier;
  for (const Edition* other : EarlierEditions(catalogue, edition)) {
    if (earlier.size() == kMostEarlier) break;
    const auto found = intake.GetSubmission("editions/" + other->code() +
                                            "/submissions/" + school);
    if (found.status().code() == absl::StatusCode::kNotFound) continue;
    NIANBAO_RETURN_IF_ERROR(found.status());
    NIANBAO_ASSIGN_OR_RETURN(OtherSubmission fetched,
                             Fetch(intake, *found, other->data_year()));
    earlier.push_back(std::move(fetched));
  }
  return earlier;
}

bool AsksForPeers(const core::Catalogue& catalogue) {
  const auto& tests = catalogue.outlier_tests();
  return std::any_of(tests.begin(), tests.end(), [](const auto& test) {
    return test.second->against() == OutlierTest::AGAINST_PEERS;
  });
}

absl::StatusOr<std::vector<OtherSubmission>> PeersOf(
    core::IntakePeer& intake, const Edition& edition,
    const Submission& submission) {
  NIANBAO_ASSIGN_OR_RETURN(core::SubmissionList list,
                           intake.ListSubmissions(submission.edition()));
  auto& all = list.submissions;
  const auto prefecture = submission.region().substr(0, kPrefectureDigits);
  std::stable_partition(all.begin(), all.end(), [&](const Submission& other) {
    return other.region().substr(0, kPrefectureDigits) == prefecture;
  });
  std::vector<OtherSubmission> peers;
  for (const Submission& other : all) {
    if (peers.size() == kMostPeers) break;
    if (other.school() == submission.school()) continue;
    NIANBAO_ASSIGN_OR_RETURN(OtherSubmission fetched,
                             Fetch(intake, other, edition.data_year()));
    peers.push_back(std::move(fetched));
  }
  return peers;
}

}  // namespace

absl::StatusOr<Surroundings> SurroundingsOf(const core::Catalogue& catalogue,
                                            core::IntakePeer& intake,
                                            const Submission& submission) {
  Surroundings surroundings;
  surroundings.school = {submission.region(), submission.school_class()};
  // The checker says that an edition is unknown.
  const Edition* edition = catalogue.FindEdition(submission.edition());
  if (edition == nullptr) return surroundings;
  NIANBAO_ASSIGN_OR_RETURN(
      surroundings.earlier,
      EarlierOf(catalogue, intake, *edition, submission.school()));
  if (!AsksForPeers(catalogue)) return surroundings;
  NIANBAO_ASSIGN_OR_RETURN(surroundings.peers,
                           PeersOf(intake, *edition, submission));
  return surroundings;
}

}  // namespace nianbao::validation

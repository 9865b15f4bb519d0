#include "services/intake/submit_facts.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "services/core/errors.h"
#include "services/intake/field_problems.h"
#include "services/intake/typed_facts.h"
#include "services/intake/upload.h"

namespace nianbao::intake {
namespace {

namespace api = nianbao::intake::v1;

constexpr int kMostRequests = 1000;
constexpr char kHeaderPrefix[] = "header.";

// What both ways of handing in say of the school.
api::UploadHeader HeaderOf(const api::SubmitFactsRequest& request) {
  api::UploadHeader header;
  header.set_edition(request.edition());
  header.set_school(request.school());
  header.set_region(request.region());
  header.set_request_id(request.request_id());
  header.set_school_title(request.school_title());
  header.set_school_class(request.school_class());
  return header;
}

// `prefix` stands before the request's fields: "requests[2].", or nothing.
void CheckRequest(const core::Catalogue& catalogue,
                  const core::OrganisationTree& organisations,
                  const std::string& prefix,
                  const api::SubmitFactsRequest& request,
                  FieldProblems& problems) {
  const absl::Status header = CheckUploadHeader(catalogue, HeaderOf(request));
  if (!header.ok()) {
    const auto info = core::GetErrorInfo(header);
    const auto field = info.metadata.find("field");
    const std::string name =
        field == info.metadata.end() ? std::string() : field->second;
    problems.Add(absl::StrCat(prefix, absl::StripPrefix(name, kHeaderPrefix)),
                 std::string(header.message()));
  }
  const absl::Status open = CheckSchoolOpen(
      catalogue, organisations, request.school(), request.edition());
  if (!open.ok()) {
    problems.Add(prefix + "school", std::string(open.message()));
  }
  if (request.facts().empty()) {
    problems.Add(prefix + "facts", "at least one fact is needed");
  }
  CheckTypedFacts(catalogue, prefix + "facts", request.facts(), problems);
}

core::NewSubmission ToSubmission(const core::Catalogue& catalogue,
                                 const api::SubmitFactsRequest& request) {
  core::NewSubmission made;
  api::Submission& submission = made.submission;
  submission.set_edition(request.edition());
  submission.set_school(request.school());
  submission.set_region(request.region());
  submission.set_school_title(request.school_title());
  submission.set_school_class(request.school_class());
  submission.set_fact_count(request.facts_size());
  made.content.facts =
      CompleteTypedFacts(catalogue, request.edition(), request.facts());
  made.request_id = request.request_id();
  return made;
}

void CheckBatch(const api::BatchSubmitFactsRequest& request,
                FieldProblems& problems) {
  const auto& requests = request.requests();
  if (requests.empty() || requests.size() > kMostRequests) {
    problems.Add("requests",
                 absl::StrCat(requests.size(), " are none of 1 to ",
                              kMostRequests, "; send several batches"));
  }
  const auto checked =
      std::count_if(requests.begin(), requests.end(),
                    [](const auto& one) { return one.validate_only(); });
  if (checked != 0 && checked != requests.size()) {
    problems.Add("requests.validate_only", "set it in all requests or in none");
  }
}

}  // namespace

absl::StatusOr<api::Submission> FactSubmissions::Store(
    const api::SubmitFactsRequest& request) const {
  NIANBAO_ASSIGN_OR_RETURN(const auto registry, deps_.organisations.Now());
  FieldProblems problems;
  CheckRequest(deps_.catalogue, registry->tree, "", request, problems);
  NIANBAO_RETURN_IF_ERROR(problems.ToStatus());
  const core::NewSubmission made = ToSubmission(deps_.catalogue, request);
  if (request.validate_only()) return made.submission;
  return deps_.store.Add(made.submission, made.content, made.request_id);
}

absl::StatusOr<api::BatchSubmitFactsResponse> FactSubmissions::StoreAll(
    const api::BatchSubmitFactsRequest& request) const {
  NIANBAO_ASSIGN_OR_RETURN(const auto registry, deps_.organisations.Now());
  FieldProblems problems;
  CheckBatch(request, problems);
  for (int i = 0; i < request.requests_size(); ++i) {
    CheckRequest(deps_.catalogue, registry->tree,
                 absl::StrCat("requests[", i, "]."), request.requests(i),
                 problems);
  }
  NIANBAO_RETURN_IF_ERROR(problems.ToStatus());
  std::vector<core::NewSubmission> made;
  made.reserve(static_cast<std::size_t>(request.requests_size()));
  for (const auto& one : request.requests()) {
    made.push_back(ToSubmission(deps_.catalogue, one));
  }
  api::BatchSubmitFactsResponse response;
  if (request.requests(0).validate_only()) {
    for (auto& one : made) response.add_submissions()->Swap(&one.submission);
    return response;
  }
  NIANBAO_ASSIGN_OR_RETURN(std::vector<api::Submission> stored,
                           deps_.store.AddAll(made));
  for (auto& one : stored) response.add_submissions()->Swap(&one);
  return response;
}

}  // namespace nianbao::intake

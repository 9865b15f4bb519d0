#include "services/clients/record_feed_client.h"

#include <optional>

#include "absl/strings/str_cat.h"
#include "nianbao/intake/v1/intake.grpc.pb.h"
#include "services/core/errors.h"
#include "services/platform/rpc_status.h"

namespace nianbao::clients {
namespace {

namespace api = nianbao::intake::v1;

constexpr char kName[] = "intake";
constexpr int kPageSize = 10'000;
constexpr int kListTries = 5;

absl::Status NotBound() {
  return core::MakeError(
      absl::StatusCode::kUnavailable, "intake: not connected yet; try again",
      {.reason = "PEER_NOT_BOUND", .metadata = {{"peer", kName}}});
}

absl::Status KeepsChanging() {
  return core::MakeError(
      absl::StatusCode::kAborted,
      "organisations keep changing while they are listed; try again",
      {.reason = "LIST_CHANGED", .metadata = {}});
}

// A running stream. It keeps the channel.
class Stream : public core::SubmissionWatch {
 public:
  Stream(std::shared_ptr<grpc::Channel> channel,
         const api::WatchSubmissionsRequest& request)
      : channel_(std::move(channel)) {
    if (channel_ == nullptr) return;
    reader_ =
        api::Intake::NewStub(channel_)->WatchSubmissions(&context_, request);
  }

  ~Stream() override {
    if (reader_ == nullptr || finished_) return;
    context_.TryCancel();
    reader_->Finish();
  }

  absl::StatusOr<std::optional<api::WatchSubmissionsResponse>> Next() override {
    if (reader_ == nullptr) return NotBound();
    if (finished_) return End();
    api::WatchSubmissionsResponse response;
    if (reader_->Read(&response)) return std::optional(std::move(response));
    finished_ = true;
    status_ = platform::FromGrpcStatus(reader_->Finish());
    return End();
  }

  void Cancel() override { context_.TryCancel(); }

 private:
  absl::StatusOr<std::optional<api::WatchSubmissionsResponse>> End() const {
    if (status_.ok()) return std::nullopt;
    return status_;
  }

  const std::shared_ptr<grpc::Channel> channel_;
  grpc::ClientContext context_;
  std::unique_ptr<grpc::ClientReader<api::WatchSubmissionsResponse>> reader_;
  bool finished_ = false;
  absl::Status status_;
};

}  // namespace

std::unique_ptr<core::SubmissionWatch> RecordFeedClient::Watch(
    const api::WatchSubmissionsRequest& request) {
  return std::make_unique<Stream>(deps_.channel.Get(), request);
}

absl::StatusOr<api::ListOrganisationsResponse> RecordFeedClient::ListPage(
    const std::string& page_token) {
  api::ListOrganisationsRequest request;
  request.set_page_size(kPageSize);
  request.set_page_token(page_token);
  api::ListOrganisationsResponse response;
  NIANBAO_RETURN_IF_ERROR(deps_.policy.Call(
      kName, deps_.channel, [&](const auto& channel, auto& context) {
        return api::Intake::NewStub(channel)->ListOrganisations(
            &context, request, &response);
      }));
  return response;
}

absl::StatusOr<core::OrganisationList> RecordFeedClient::ListOrganisations() {
  for (int i = 0; i < kListTries; ++i) {
    core::OrganisationList list;
    std::optional<std::int64_t> revision;
    std::string token;
    bool same = true;
    do {
      NIANBAO_ASSIGN_OR_RETURN(auto page, ListPage(token));
      same = revision.value_or(page.revision()) == page.revision();
      revision = page.revision();
      for (auto& organisation : *page.mutable_organisations()) {
        list.organisations.emplace_back().Swap(&organisation);
      }
      token = page.next_page_token();
    } while (same && !token.empty());
    list.revision = *revision;
    if (same) return list;
  }
  return KeepsChanging();
}

}  // namespace nianbao::clients

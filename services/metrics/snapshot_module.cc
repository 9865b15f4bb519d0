#include "services/metrics/snapshot_module.h"

#include <algorithm>
#include <string>
#include <utility>

#include "services/core/errors.h"

namespace nianbao::metrics {

using nianbao::intake::v1::WatchSubmissionsRequest;

SnapshotFeeder::SnapshotFeeder(Deps deps) : deps_(std::move(deps)) {
  StartAnew();
  thread_ = std::thread([this] { Run(); });
}

SnapshotFeeder::~SnapshotFeeder() {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    stopping_ = true;
    if (watch_ != nullptr) watch_->Cancel();
  }
  stop_.notify_all();
  thread_.join();
}

void SnapshotFeeder::StartAnew() {
  builder_ = std::make_unique<SnapshotBuilder>(deps_.catalogue);
  loaded_ = false;
  received_ = 0;
  organisations_known_ = false;
  organisations_revision_ = 0;
  deps_.store.Publish(nullptr);
  deps_.on_serving(false);
}

void SnapshotFeeder::Run() {
  absl::Duration wait = deps_.first_wait;
  bool said = false;
  while (!IsStopping()) {
    const std::int64_t before = received_;
    const absl::Status status = Follow();
    if (IsStopping()) return;
    if (absl::IsOutOfRange(status)) StartAnew();
    if (received_ > before) {
      wait = deps_.first_wait;
      said = false;
    }
    if (!status.ok() && !said) {
      deps_.log.Write(platform::LogLevel::kWarning,
                      "the record can't be followed; trying again",
                      {{"error", std::string(status.message())}});
      said = true;
    }
    if (!Sleep(wait)) return;
    wait = std::min(wait * 2, deps_.most_wait);
  }
}

absl::Status SnapshotFeeder::Follow() {
  builder_->DropPieces();
  if (!organisations_known_) NIANBAO_RETURN_IF_ERROR(LoadOrganisations());
  WatchSubmissionsRequest request;
  request.set_after_revision(received_);
  request.set_facts(WatchSubmissionsRequest::FACTS_VIEW_LINKED);
  request.set_newest_only(!loaded_);
  core::SubmissionWatch* watch = Open(request);
  while (watch != nullptr) {
    NIANBAO_ASSIGN_OR_RETURN(const auto message, watch->Next());
    if (!message) break;
    NIANBAO_RETURN_IF_ERROR(Take(*message));
  }
  return absl::OkStatus();
}

absl::Status SnapshotFeeder::Take(const Response& message) {
  bool organisations = false;
  for (const auto& change : message.changes()) {
    organisations =
        organisations || (change.has_organisations() &&
                          change.revision() > organisations_revision_);
    builder_->Apply(change);
  }
  if (organisations) NIANBAO_RETURN_IF_ERROR(LoadOrganisations());
  const bool advanced = message.revision() > received_;
  received_ = std::max(received_, message.revision());
  if (!loaded_) {
    if (!message.current()) return absl::OkStatus();
    NIANBAO_RETURN_IF_ERROR(LoadFirstTimes());
    loaded_ = true;
    Publish(received_);
    deps_.on_serving(true);
    deps_.log.Write(platform::LogLevel::kInfo, "the record is loaded",
                    {{"revision", received_}});
    return absl::OkStatus();
  }
  // Organisations can be ahead of the stream: then more is on its way.
  if (advanced && received_ >= organisations_revision_) Publish(received_);
  return absl::OkStatus();
}

absl::Status SnapshotFeeder::LoadFirstTimes() {
  WatchSubmissionsRequest request;
  request.set_until_current(true);
  const auto watch = deps_.feed.Watch(request);
  while (!IsStopping()) {
    NIANBAO_ASSIGN_OR_RETURN(const auto message, watch->Next());
    if (!message) break;
    for (const auto& change : message->changes()) {
      if (change.has_submission()) builder_->NoteVersion(change.submission());
    }
  }
  return absl::OkStatus();
}

absl::Status SnapshotFeeder::LoadOrganisations() {
  NIANBAO_ASSIGN_OR_RETURN(core::OrganisationList list,
                           deps_.feed.ListOrganisations());
  organisations_known_ = true;
  if (list.revision == organisations_revision_) return absl::OkStatus();
  organisations_revision_ = list.revision;
  builder_->SetOrganisations(std::move(list));
  return absl::OkStatus();
}

void SnapshotFeeder::Publish(std::int64_t revision) {
  deps_.store.Publish(builder_->Build(revision));
}

core::SubmissionWatch* SnapshotFeeder::Open(
    const WatchSubmissionsRequest& request) {
  auto watch = deps_.feed.Watch(request);
  const std::lock_guard<std::mutex> lock(mutex_);
  if (stopping_) return nullptr;
  watch_ = std::move(watch);
  return watch_.get();
}

bool SnapshotFeeder::IsStopping() {
  const std::lock_guard<std::mutex> lock(mutex_);
  return stopping_;
}

bool SnapshotFeeder::Sleep(absl::Duration wait) {
  std::unique_lock<std::mutex> lock(mutex_);
  return !stop_.wait_for(lock, absl::ToChronoMilliseconds(wait),
                         [this] { return stopping_; });
}

}  // namespace nianbao::metrics

#include "services/metrics/snapshot/snapshot_store.h"

#include <algorithm>
#include <utility>

#include "services/core/errors.h"
#include "services/metrics/request_errors.h"

namespace nianbao::metrics {
namespace {

constexpr absl::Duration kLoadPatience = absl::Seconds(1);

}  // namespace

void SnapshotStore::Publish(Pointer snapshot) {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    current_.store(std::move(snapshot));
  }
  published_.notify_all();
}

absl::StatusOr<SnapshotStore::Pointer> SnapshotStore::Current() const {
  Pointer snapshot = current_.load();
  if (snapshot != nullptr) return snapshot;
  return core::MakeError(absl::StatusCode::kUnavailable,
                         "the record is still being loaded; try again soon",
                         {.reason = "SNAPSHOT_LOADING", .metadata = {}});
}

absl::StatusOr<SnapshotStore::Pointer> SnapshotStore::AtLeast(
    std::int64_t revision, absl::Duration patience) const {
  Pointer snapshot = current_.load();
  const auto reached = [&] {
    snapshot = current_.load();
    return snapshot != nullptr && snapshot->revision() >= revision;
  };
  if (snapshot != nullptr && snapshot->revision() >= revision) return snapshot;
  // Whoever asks for nothing in particular waits for a load that is nearly
  // done.
  const absl::Duration most =
      revision > 0 ? patience : std::min(patience, kLoadPatience);
  if (most > absl::ZeroDuration()) {
    std::unique_lock<std::mutex> lock(mutex_);
    published_.wait_for(lock, absl::ToChronoMilliseconds(most), reached);
  }
  if (snapshot == nullptr) return Current();
  if (snapshot->revision() >= revision) return snapshot;
  return RevisionTooOld(snapshot->revision(), revision);
}

}  // namespace nianbao::metrics

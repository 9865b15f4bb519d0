// The snapshot that answers are made from.
#ifndef NIANBAO_SERVICES_METRICS_SNAPSHOT_SNAPSHOT_STORE_H_
#define NIANBAO_SERVICES_METRICS_SNAPSHOT_SNAPSHOT_STORE_H_

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/metrics/snapshot/snapshot.h"

namespace nianbao::metrics {

// Holds the newest snapshot. Readers take it and keep it as long as they like;
// they never wait for a writer. Safe for use from any thread.
class SnapshotStore {
 public:
  using Pointer = std::shared_ptr<const Snapshot>;

  // Puts a snapshot in place; null while the record is loaded anew.
  void Publish(Pointer snapshot);

  // The newest snapshot. Unavailable, SNAPSHOT_LOADING, before the first.
  absl::StatusOr<Pointer> Current() const;

  // A snapshot that has everything up to `revision`, waiting for it as long as
  // `patience`, and no longer than a second where that is zero and the record
  // is being loaded. Unavailable as Current; FailedPrecondition,
  // REVISION_TOO_OLD, where it does not come.
  absl::StatusOr<Pointer> AtLeast(std::int64_t revision,
                                  absl::Duration patience) const;

 private:
  std::atomic<Pointer> current_;
  // For those who wait for a revision.
  mutable std::mutex mutex_;
  mutable std::condition_variable published_;
};

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_SNAPSHOT_SNAPSHOT_STORE_H_

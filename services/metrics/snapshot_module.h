// What keeps the snapshot up to date.
#ifndef NIANBAO_SERVICES_METRICS_SNAPSHOT_MODULE_H_
#define NIANBAO_SERVICES_METRICS_SNAPSHOT_MODULE_H_

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "nianbao/intake/v1/intake.pb.h"
#include "services/core/catalogue.h"
#include "services/core/ports/record_feed.h"
#include "services/metrics/snapshot/snapshot_builder.h"
#include "services/metrics/snapshot/snapshot_store.h"
#include "services/platform/log.h"

namespace nianbao::metrics {

// Follows intake's record on a thread of its own: loads it, publishes a
// snapshot, then one for each message with changes. A stream that breaks is
// taken up again behind the last revision received, after a wait that grows to
// `most_wait`. Where the record is older than what was received, as after it
// was restored, everything is loaded anew and nothing is answered meanwhile.
class SnapshotFeeder {
 public:
  // What it works with; all outlive it.
  struct Deps {
    const core::Catalogue& catalogue;
    core::RecordFeed& feed;
    SnapshotStore& store;
    const platform::Log& log;
    // Called with whether there is a snapshot, whenever that changes.
    std::function<void(bool)> on_serving;
    absl::Duration first_wait = absl::Milliseconds(50);
    absl::Duration most_wait = absl::Seconds(5);
  };

  // Starts to follow.
  explicit SnapshotFeeder(Deps deps);

  // Stops and waits for the thread.
  ~SnapshotFeeder();

  SnapshotFeeder(const SnapshotFeeder&) = delete;
  SnapshotFeeder& operator=(const SnapshotFeeder&) = delete;

 private:
  using Response = nianbao::intake::v1::WatchSubmissionsResponse;

  void Run();
  // Follows until the stream breaks.
  absl::Status Follow();
  absl::Status Take(const Response& message);
  // Reads when schools first filed.
  absl::Status LoadFirstTimes();
  absl::Status LoadOrganisations();
  void Publish(std::int64_t revision);
  void StartAnew();

  // The stream to read, which the destructor can end; null once stopping.
  core::SubmissionWatch* Open(
      const nianbao::intake::v1::WatchSubmissionsRequest& request);
  bool IsStopping();
  // Waits; false where it is time to stop.
  bool Sleep(absl::Duration wait);

  const Deps deps_;
  std::unique_ptr<SnapshotBuilder> builder_;
  // Whether everything was received once, and up to which revision.
  bool loaded_ = false;
  std::int64_t received_ = 0;
  std::int64_t organisations_revision_ = 0;
  bool organisations_known_ = false;

  std::mutex mutex_;
  std::condition_variable stop_;
  bool stopping_ = false;                         // guarded by mutex_
  std::unique_ptr<core::SubmissionWatch> watch_;  // guarded by mutex_
  std::thread thread_;
};

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_SNAPSHOT_MODULE_H_

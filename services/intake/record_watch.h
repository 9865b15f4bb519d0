// Use case: the changes of the record, one message after another.
#ifndef NIANBAO_SERVICES_INTAKE_RECORD_WATCH_H_
#define NIANBAO_SERVICES_INTAKE_RECORD_WATCH_H_

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>

#include "absl/status/statusor.h"
#include "nianbao/intake/v1/intake.pb.h"
#include "services/core/ports/submission_store.h"

namespace nianbao::intake {

// One caller's way through the record. For one thread at a time.
class RecordWatch {
 public:
  // `store` outlives it.
  RecordWatch(core::SubmissionStore& store,
              const nianbao::intake::v1::WatchSubmissionsRequest& request);

  // The next message, of about a megabyte at most; nothing where there is none
  // now. With `alive` there is one in any case. OutOfRange where the caller has
  // seen more than there is; errors of the store.
  absl::StatusOr<std::optional<nianbao::intake::v1::WatchSubmissionsResponse>>
  Next(bool alive);

  // Whether the caller has everything and wants no more.
  bool ended() const { return told_current_ && request_.until_current(); }

  // Has `wake` called whenever Next may have something, until the returned
  // object is gone.
  std::shared_ptr<void> Listen(std::function<void()> wake) {
    return store_.Listen(std::move(wake));
  }

 private:
  using Response = nianbao::intake::v1::WatchSubmissionsResponse;

  absl::Status Begin();
  absl::Status Fetch();
  void Append(core::RecordChange& change);
  Response TakeMessage();

  core::SubmissionStore& store_;
  const nianbao::intake::v1::WatchSubmissionsRequest request_;
  bool begun_ = false;
  // Newest revision when the stream began, where replaced versions are left
  // out.
  std::int64_t replaced_by_ = 0;
  // Revision up to which changes were fetched, whether that was the newest one,
  // and the revision up to which they were given out.
  std::int64_t fetched_ = 0;
  bool fetched_newest_ = false;
  std::int64_t given_ = 0;
  // Whether the caller was told that it has everything.
  bool told_current_ = false;
  std::deque<Response::Change> waiting_;
};

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_RECORD_WATCH_H_

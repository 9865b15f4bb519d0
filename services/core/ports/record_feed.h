// Port: the changes of intake's record.
#ifndef NIANBAO_SERVICES_CORE_PORTS_RECORD_FEED_H_
#define NIANBAO_SERVICES_CORE_PORTS_RECORD_FEED_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "nianbao/intake/v1/intake.pb.h"
#include "nianbao/intake/v1/organisation.pb.h"

namespace nianbao::core {

// All entries of organisations at one moment.
struct OrganisationList {
  // In the order of their codes and first days.
  std::vector<nianbao::intake::v1::Organisation> organisations;
  // Store revision of the last import; zero where there was none.
  std::int64_t revision = 0;
};

// A stream of changes. Next is for one thread; Cancel for any.
class SubmissionWatch {
 public:
  virtual ~SubmissionWatch() = default;

  // The next message; waits for it. Nothing where the stream has ended as it
  // was asked to. Cancelled after Cancel; Unavailable where intake can't be
  // reached: then a new watch goes on behind the last revision received.
  virtual absl::StatusOr<
      std::optional<nianbao::intake::v1::WatchSubmissionsResponse>>
  Next() = 0;

  // Ends the stream and wakes Next.
  virtual void Cancel() = 0;
};

// Intake's record as a stream. Safe for use from any thread.
class RecordFeed {
 public:
  virtual ~RecordFeed() = default;

  // Opens a stream; errors come from its Next.
  virtual std::unique_ptr<SubmissionWatch> Watch(
      const nianbao::intake::v1::WatchSubmissionsRequest& request) = 0;

  // Entries of all days.
  virtual absl::StatusOr<OrganisationList> ListOrganisations() = 0;
};

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_PORTS_RECORD_FEED_H_

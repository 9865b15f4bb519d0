// Cache events for tests to look at.
#ifndef NIANBAO_TESTS_TESTING_RECORDING_CACHE_EVENTS_H_
#define NIANBAO_TESTS_TESTING_RECORDING_CACHE_EVENTS_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "services/platform/cache/cache_events.h"

namespace nianbao::testing {

// Keeps what it hears as "gone" and "back", and the failures.
class RecordingCacheEvents final : public platform::CacheEvents {
 public:
  void OnFailure(const absl::Status& status) override {
    heard_.push_back("gone");
    failures_.push_back(status);
  }
  void OnRecovery() override { heard_.push_back("back"); }
  void OnFigures(const platform::CacheFigures&) override { ++figures_; }

  const std::vector<std::string>& heard() const { return heard_; }
  const std::vector<absl::Status>& failures() const { return failures_; }
  int figures() const { return figures_; }

 private:
  std::vector<std::string> heard_;
  std::vector<absl::Status> failures_;
  int figures_ = 0;
};

}  // namespace nianbao::testing

#endif  // NIANBAO_TESTS_TESTING_RECORDING_CACHE_EVENTS_H_

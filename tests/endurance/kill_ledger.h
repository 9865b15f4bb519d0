// What a trial of kills acknowledged and saw.
#ifndef NIANBAO_TESTS_ENDURANCE_KILL_LEDGER_H_
#define NIANBAO_TESTS_ENDURANCE_KILL_LEDGER_H_

#include <cstdint>
#include <map>
#include <mutex>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"

namespace nianbao::testing {

// What was acknowledged and seen, by revision: the one figure of a submission,
// which tells its request. Safe for use from any thread.
class Ledger {
 public:
  void Acknowledge(std::int64_t revision, const std::string& figure) {
    const std::lock_guard lock(mutex_);
    acknowledged_[revision] = figure;
  }

  // Fails where the revision is not the next one.
  absl::Status See(std::int64_t revision, const std::string& figure) {
    const std::lock_guard lock(mutex_);
    if (revision != seen_ + 1) {
      return absl::DataLossError(
          absl::StrCat("revision ", revision, " was seen behind ", seen_));
    }
    seen_ = revision;
    if (!figures_.emplace(figure, revision).second) {
      return absl::DataLossError(absl::StrCat(
          "request ", figure, " was stored twice, again as ", revision));
    }
    by_revision_[revision] = figure;
    return absl::OkStatus();
  }

  std::int64_t seen() const {
    const std::lock_guard lock(mutex_);
    return seen_;
  }
  std::size_t acknowledged() const {
    const std::lock_guard lock(mutex_);
    return acknowledged_.size();
  }

  // Whether everything acknowledged was seen as what it was.
  absl::Status Compare() const {
    const std::lock_guard lock(mutex_);
    for (const auto& [revision, figure] : acknowledged_) {
      const auto found = by_revision_.find(revision);
      if (found == by_revision_.end() || found->second != figure) {
        return absl::DataLossError(absl::StrCat("revision ", revision,
                                                " was acknowledged as request ",
                                                figure, " and not seen so"));
      }
    }
    return absl::OkStatus();
  }

  // Whether the watcher has all that was acknowledged.
  bool IsComplete() const {
    const std::lock_guard lock(mutex_);
    return acknowledged_.empty() || acknowledged_.rbegin()->first <= seen_;
  }

 private:
  mutable std::mutex mutex_;
  std::int64_t seen_ = 0;
  std::map<std::int64_t, std::string> acknowledged_;
  std::map<std::int64_t, std::string> by_revision_;
  std::map<std::string, std::int64_t> figures_;
};

}  // namespace nianbao::testing

#endif  // NIANBAO_TESTS_ENDURANCE_KILL_LEDGER_H_

// When something in the record last changed.
#ifndef NIANBAO_SERVICES_METRICS_SNAPSHOT_DATA_VERSION_H_
#define NIANBAO_SERVICES_METRICS_SNAPSHOT_DATA_VERSION_H_

#include <cstdint>

namespace nianbao::metrics {

// The last change of some part of the record: its store revision, and a hash of
// what was stored then, which sets two stores apart that came to the same
// revision. It names the state of that part: a store that has the same change
// at the same revision has the same changes before it. Zero before any change.
struct DataVersion {
  std::int64_t revision = 0;
  std::uint64_t stamp = 0;

  // Takes the later of both.
  void Include(const DataVersion& other) {
    if (other.revision > revision) *this = other;
  }

  friend bool operator==(const DataVersion&, const DataVersion&) = default;
};

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_SNAPSHOT_DATA_VERSION_H_

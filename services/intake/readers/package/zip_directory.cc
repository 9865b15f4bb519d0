#include "services/intake/readers/package/zip_directory.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace nianbao::intake {
namespace {

constexpr std::string_view kEndMark = "PK\x05\x06";
constexpr std::string_view kEntryMark = "PK\x01\x02";
constexpr std::size_t kEndBytes = 22;
constexpr std::size_t kEntryBytes = 46;
// What stands before an entry's bytes, besides its name.
constexpr std::size_t kHeadBytes = 30;

// `size` bytes at `at`, the lowest first; they must lie in `bytes`.
std::size_t Number(std::string_view bytes, std::size_t at, std::size_t size) {
  std::size_t number = 0;
  for (std::size_t i = size; i-- > 0;) {
    number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
  }
  return number;
}

// First and last byte of an entry; its head may have more than is counted.
using Extent = std::pair<std::size_t, std::size_t>;

std::vector<Extent> ExtentsOf(std::string_view bytes) {
  std::vector<Extent> extents;
  const std::size_t end = bytes.rfind(kEndMark);
  if (end == std::string_view::npos || end + kEndBytes > bytes.size()) {
    return extents;
  }
  std::size_t at = Number(bytes, end + 16, 4);
  while (at < end && end - at >= kEntryBytes &&
         bytes.substr(at, kEntryMark.size()) == kEntryMark) {
    const std::size_t packed = Number(bytes, at + 20, 4);
    const std::size_t name = Number(bytes, at + 28, 2);
    const std::size_t begin = Number(bytes, at + 42, 4);
    extents.emplace_back(begin, begin + kHeadBytes + name + packed);
    at += kEntryBytes + name + Number(bytes, at + 30, 2) +
          Number(bytes, at + 32, 2);
  }
  return extents;
}

}  // namespace

bool EntriesOverlap(std::string_view bytes) {
  std::vector<Extent> extents = ExtentsOf(bytes);
  std::sort(extents.begin(), extents.end());
  for (std::size_t i = 1; i < extents.size(); ++i) {
    if (extents[i].first < extents[i - 1].second) return true;
  }
  return false;
}

}  // namespace nianbao::intake

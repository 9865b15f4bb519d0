#include "services/metrics/nearest_code.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>

namespace nianbao::metrics {
namespace {

constexpr std::size_t kMostSuggestions = 3;
// Longer texts are no codes; comparing them would only cost time.
constexpr std::size_t kLongestCode = 100;

// Insertions, deletions and replacements between both.
std::size_t EditDistance(const std::string& a, const std::string& b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), 0U);
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row[b.size()];
}

// One error in three characters still reads as the same word; a longer code
// has room for many and then reads as another.
std::size_t MostErrors(const std::string& code) {
  return std::clamp<std::size_t>(code.size() / 3, 1, 3);
}

}  // namespace

std::vector<std::string> NearestCodes(const std::string& code,
                                      const std::vector<std::string>& known) {
  if (code.empty() || code.size() > kLongestCode) return {};
  std::vector<std::pair<std::size_t, std::string>> like;
  for (const std::string& candidate : known) {
    const bool contains = candidate.find(code) != std::string::npos;
    const std::size_t distance = EditDistance(code, candidate);
    if (contains || distance <= MostErrors(code)) {
      like.emplace_back(distance, candidate);
    }
  }
  std::sort(like.begin(), like.end());
  if (like.size() > kMostSuggestions) like.resize(kMostSuggestions);
  std::vector<std::string> codes;
  for (auto& [distance, candidate] : like) codes.push_back(candidate);
  return codes;
}

}  // namespace nianbao::metrics

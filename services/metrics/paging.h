// Pages of long answers. A token is the code of the page's first element.
#ifndef NIANBAO_SERVICES_METRICS_PAGING_H_
#define NIANBAO_SERVICES_METRICS_PAGING_H_

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "services/metrics/request_errors.h"

namespace nianbao::metrics {

inline constexpr int kUsualPage = 1000;
inline constexpr int kLargestPage = 10000;

// InvalidArgument where the size is below zero or too large.
inline absl::Status CheckPage(int page_size) {
  if (page_size >= 0 && page_size <= kLargestPage) return absl::OkStatus();
  return BadField("page_size", absl::StrCat(page_size),
                  absl::StrCat("0 to ", kLargestPage));
}

inline std::size_t PageSize(int page_size) {
  return static_cast<std::size_t>(page_size == 0 ? kUsualPage : page_size);
}

// Where a page lies among all elements: the first, and the one behind the last.
struct PageRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The page of `size` that begins with the element that `is_first` is true of,
// at the beginning where `token` is empty; an empty one where there is none.
template <typename Elements, typename IsFirst>
PageRange PageAt(const Elements& elements, const std::string& token, int size,
                 IsFirst is_first) {
  auto first = elements.begin();
  if (!token.empty()) first = std::find_if(first, elements.end(), is_first);
  const auto begin = static_cast<std::size_t>(first - elements.begin());
  const auto count = static_cast<std::size_t>(elements.end() - first);
  return {begin, begin + std::min(count, PageSize(size))};
}

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_PAGING_H_

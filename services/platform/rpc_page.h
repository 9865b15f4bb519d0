// Pages of lists, as AIP-158 has them.
#ifndef NIANBAO_SERVICES_PLATFORM_RPC_PAGE_H_
#define NIANBAO_SERVICES_PLATFORM_RPC_PAGE_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "services/core/errors.h"

namespace nianbao::platform {

// The number of items that a page has: 50 where `asked` is zero, at most 1000.
// InvalidArgument where it is negative.
absl::StatusOr<int> PageSize(int asked);

// The opaque token of the page that starts behind the item `last`.
std::string PageTokenAfter(const std::string& last);

// The item that the token was made of; empty for an empty token, which asks for
// the first page. InvalidArgument where it is no token of PageTokenAfter.
absl::StatusOr<std::string> LastOfPageToken(const std::string& token);

// The error for a token that is none of this list.
absl::Status BadPageToken(const std::string& token);

// A page of a map from code to pointer.
template <class Value>
struct Page {
  std::vector<Value> items;
  // Empty at the end.
  std::string next_page_token;
};

// The page of `all` that a request asks for. Errors as above.
template <class Map>
absl::StatusOr<Page<typename Map::mapped_type>> PageOf(
    const Map& all, int page_size, const std::string& page_token) {
  NIANBAO_ASSIGN_OR_RETURN(const int size, PageSize(page_size));
  NIANBAO_ASSIGN_OR_RETURN(const std::string last, LastOfPageToken(page_token));
  Page<typename Map::mapped_type> page;
  auto at = page_token.empty() ? all.begin() : all.upper_bound(last);
  std::string code;
  for (; at != all.end() && static_cast<int>(page.items.size()) < size; ++at) {
    code = at->first;
    page.items.push_back(at->second);
  }
  if (at != all.end()) page.next_page_token = PageTokenAfter(code);
  return page;
}

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_RPC_PAGE_H_

#include "services/platform/rpc_page.h"

#include <algorithm>

#include "absl/strings/escaping.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace nianbao::platform {
namespace {

constexpr int kDefaultSize = 50;
constexpr int kLargestSize = 1000;

// Stands before the item so that foreign text is not taken for a token.
constexpr char kMark[] = "after:";

}  // namespace

absl::StatusOr<int> PageSize(int asked) {
  if (asked < 0) {
    return core::MakeError(
        absl::StatusCode::kInvalidArgument,
        absl::StrCat("page_size ", asked,
                     " is negative; leave it out for the usual size"),
        {.reason = "BAD_PAGE_SIZE",
         .metadata = {{"field", "page_size"},
                      {"page_size", absl::StrCat(asked)}}});
  }
  return asked == 0 ? kDefaultSize : std::min(asked, kLargestSize);
}

std::string PageTokenAfter(const std::string& last) {
  return absl::WebSafeBase64Escape(absl::StrCat(kMark, last));
}

absl::StatusOr<std::string> LastOfPageToken(const std::string& token) {
  if (token.empty()) return std::string();
  std::string text;
  if (absl::WebSafeBase64Unescape(token, &text) &&
      absl::StartsWith(text, kMark)) {
    return text.substr(sizeof(kMark) - 1);
  }
  return BadPageToken(token);
}

absl::Status BadPageToken(const std::string& token) {
  return core::MakeError(
      absl::StatusCode::kInvalidArgument,
      absl::StrCat("page_token \"", token,
                   "\" is none; give next_page_token of the page before, or "
                   "nothing for the first page"),
      {.reason = "BAD_PAGE_TOKEN",
       .metadata = {{"field", "page_token"}, {"page_token", token}}});
}

}  // namespace nianbao::platform

#include "services/platform/rpc_budget.h"

#include "absl/strings/str_cat.h"
#include "services/core/errors.h"

namespace nianbao::platform {

absl::Status RpcBudget::Spend(std::size_t bytes) {
  spent_ += static_cast<std::int64_t>(bytes);
  if (spent_ <= max_bytes_) return absl::OkStatus();
  return core::MakeError(
      absl::StatusCode::kResourceExhausted,
      absl::StrCat("request: more than ", max_bytes_,
                   " bytes in one call; send less, or raise "
                   "limits.max_file_bytes"),
      {.reason = "REQUEST_TOO_LARGE",
       .metadata = {
           {"limit", absl::StrCat(max_bytes_)},
           {"zh", absl::StrCat("一次请求不得超过", max_bytes_, "字节。")}}});
}

}  // namespace nianbao::platform

#include "services/cli/call_outcome.h"

#include "absl/strings/str_cat.h"
#include "services/core/errors.h"
#include "services/platform/rpc_status.h"

namespace nianbao::cli {
namespace {

struct Words {
  const char* reason;
  const char* zh;
  const char* en;
};

Words WordsFor(absl::StatusCode code) {
  switch (code) {
    case absl::StatusCode::kUnavailable:
      return {
          "SERVER_NOT_REACHED", "连不上；服务开着吗？地址对吗？",
          "can't be reached; is the server running, and the address right?"};
    case absl::StatusCode::kDeadlineExceeded:
      return {"SERVER_TOO_SLOW", "太久没有答复；请过一会儿再试",
              "did not answer in time; try again later"};
    case absl::StatusCode::kUnimplemented:
      return {"NOT_THIS_SERVICE", "没有要用的服务；请核对地址",
              "does not have the service that is needed; check the address"};
    case absl::StatusCode::kCancelled:
      return {"CALL_CANCELLED", "中断了；服务可能正在停止，请再试",
              "broke off; the server may be stopping, try again"};
    default:
      return {"CALL_FAILED", "出错了；请看服务的日志",
              "failed; see the server's log"};
  }
}

}  // namespace

absl::Status CallOutcome(const grpc::Status& status,
                         const std::string& address) {
  const absl::Status outcome = platform::FromGrpcStatus(status);
  if (outcome.ok() || !core::GetErrorInfo(outcome).reason.empty()) {
    return outcome;
  }
  const Words words = WordsFor(outcome.code());
  // Only the unexpected keeps the words of the library.
  const std::string cause =
      std::string(words.reason) == "CALL_FAILED" && !outcome.message().empty()
          ? absl::StrCat(" (", outcome.message(), ")")
          : "";
  return core::MakeError(
      outcome.code(),
      absl::StrCat("server ", address.empty() ? "inside this process" : address,
                   " ", words.en, cause),
      {.reason = words.reason,
       .metadata = {{"address", address},
                    {"zh", absl::StrCat(address.empty() ? "程序内部的服务"
                                                        : "服务 " + address,
                                        " ", words.zh, cause)}}});
}

}  // namespace nianbao::cli

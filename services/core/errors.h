// Errors with a reason and metadata, and the macros that pass them on.
#ifndef NIANBAO_SERVICES_CORE_ERRORS_H_
#define NIANBAO_SERVICES_CORE_ERRORS_H_

#include <map>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace nianbao::core {

// The machine-readable part of an error: what google.rpc.ErrorInfo carries.
struct ErrorInfo {
  // Upper snake case, such as "UNKNOWN_EDITION".
  std::string reason;
  // Every variable of the message, by name.
  std::map<std::string, std::string> metadata;
};

// Makes an error whose message says what is wrong, where, and what to try.
absl::Status MakeError(absl::StatusCode code, const std::string& message,
                       const ErrorInfo& info);

// The ErrorInfo of `status`; an empty reason where it has none.
ErrorInfo GetErrorInfo(const absl::Status& status);

// Puts `info` on `status`, replacing what was there. No effect on OK.
void SetErrorInfo(absl::Status& status, const ErrorInfo& info);

// `status` with "`where`: " before its message; code and info are kept.
absl::Status Annotate(const absl::Status& status, const std::string& where);

}  // namespace nianbao::core

// Returns the status of `expression` from the function unless it is OK.
#define NIANBAO_RETURN_IF_ERROR(expression)                       \
  do {                                                            \
    if (auto nianbao_status = (expression); !nianbao_status.ok()) \
      return nianbao_status;                                      \
  } while (false)

#define NIANBAO_CONCAT_INNER(a, b) a##b
#define NIANBAO_CONCAT(a, b) NIANBAO_CONCAT_INNER(a, b)

// Declares or sets `target` from the StatusOr `expression`, or returns its
// status from the function.
#define NIANBAO_ASSIGN_OR_RETURN(target, expression)                    \
  NIANBAO_ASSIGN_OR_RETURN_INNER(NIANBAO_CONCAT(nianbao_or_, __LINE__), \
                                 target, expression)
#define NIANBAO_ASSIGN_OR_RETURN_INNER(holder, target, expression) \
  auto holder = (expression);                                      \
  if (!holder.ok()) return holder.status();                        \
  target = *std::move(holder)

#endif  // NIANBAO_SERVICES_CORE_ERRORS_H_

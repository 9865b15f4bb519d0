// Structured log lines.
#ifndef NIANBAO_SERVICES_PLATFORM_LOG_H_
#define NIANBAO_SERVICES_PLATFORM_LOG_H_

#include <cstdint>
#include <cstdio>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "services/core/ports/clock.h"

namespace nianbao::platform {

// How much a line matters.
enum class LogLevel { kInfo, kWarning, kError };

// A named value of a line.
using LogField =
    std::pair<std::string, std::variant<std::string, std::int64_t, double>>;

// Writes one JSON object a line, with "time", "level" and "message" first. Safe
// for use from any thread; lines are never mixed.
class Log {
 public:
  // Lines go to `file`, which stays open longer than the log; null for nowhere.
  Log(std::FILE* file, const core::Clock& clock) : file_(file), clock_(clock) {}

  void Write(LogLevel level, const std::string& message,
             const std::vector<LogField>& fields = {}) const;

 private:
  std::FILE* const file_;
  const core::Clock& clock_;
};

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_LOG_H_

#include "services/platform/log.h"

#include <nlohmann/json.hpp>

#include "absl/time/time.h"

namespace nianbao::platform {
namespace {

const char* NameOf(LogLevel level) {
  switch (level) {
    case LogLevel::kInfo:
      return "info";
    case LogLevel::kWarning:
      return "warning";
    case LogLevel::kError:
      return "error";
  }
  return "error";
}

}  // namespace

void Log::Write(LogLevel level, const std::string& message,
                const std::vector<LogField>& fields) const {
  if (file_ == nullptr) return;
  nlohmann::ordered_json line;
  line["time"] = absl::FormatTime("%Y-%m-%dT%H:%M:%E3SZ", clock_.Now(),
                                  absl::UTCTimeZone());
  line["level"] = NameOf(level);
  line["message"] = message;
  for (const auto& [name, value] : fields) {
    std::visit([&](const auto& v) { line[name] = v; }, value);
  }
  // Bytes that are no UTF-8 must not cost the line.
  const std::string text =
      line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) +
      "\n";
  // One call holds the stream's lock, so lines of threads do not mix.
  std::fwrite(text.data(), 1, text.size(), file_);
  std::fflush(file_);
}

}  // namespace nianbao::platform

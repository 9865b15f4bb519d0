#include "services/platform/log.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>

#include "absl/time/time.h"

namespace nianbao::platform {
namespace {

// A line for each call is written on the threads that answer, so that its cost
// counts: plain text is appended as it is, and a second's time made once.

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

bool IsPlain(char c) { return c >= ' ' && c < 0x7f && c != '"' && c != '\\'; }

void AppendText(const std::string& text, std::string& line) {
  if (std::all_of(text.begin(), text.end(), IsPlain)) {
    line.append(1, '"').append(text).append(1, '"');
    return;
  }
  // Bytes that are no UTF-8 must not cost the line.
  line.append(nlohmann::json(text).dump(
      -1, ' ', false, nlohmann::json::error_handler_t::replace));
}

template <class Number>
void AppendNumber(Number number, std::string& line) {
  std::array<char, 32> digits;
  const auto end =
      std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  line.append(digits.data(), end);
}

void AppendTime(absl::Time now, std::string& line) {
  thread_local std::int64_t second = -1;
  thread_local std::string seconds_text;
  const std::int64_t ms = absl::ToUnixMillis(now);
  if (ms / 1000 != second) {
    second = ms / 1000;
    seconds_text =
        absl::FormatTime("%Y-%m-%dT%H:%M:%S.", absl::FromUnixSeconds(second),
                         absl::UTCTimeZone());
  }
  line.append(seconds_text);
  const auto rest = static_cast<int>(ms % 1000);
  for (const int digit : {rest / 100, rest / 10 % 10, rest % 10}) {
    line.append(1, static_cast<char>('0' + digit));
  }
}

struct Appender {
  std::string& line;

  void operator()(const std::string& text) const { AppendText(text, line); }
  void operator()(std::int64_t number) const { AppendNumber(number, line); }
  void operator()(double number) const { AppendNumber(number, line); }
};

}  // namespace

void Log::Write(LogLevel level, const std::string& message,
                const std::vector<LogField>& fields) const {
  if (file_ == nullptr) return;
  thread_local std::string line;
  line.assign(R"({"time":")");
  AppendTime(clock_.Now(), line);
  line.append(R"(Z","level":")").append(NameOf(level));
  line.append(R"(","message":)");
  AppendText(message, line);
  for (const auto& [name, value] : fields) {
    line.append(1, ',');
    AppendText(name, line);
    line.append(1, ':');
    std::visit(Appender{line}, value);
  }
  line.append("}\n");
  // One call holds the stream's lock, so lines of threads do not mix.
  std::fwrite(line.data(), 1, line.size(), file_);
  std::fflush(file_);
}

}  // namespace nianbao::platform

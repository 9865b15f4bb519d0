#include "services/platform/log.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "absl/time/time.h"

namespace nianbao::platform {
namespace {

class FixedClock : public core::Clock {
 public:
  absl::Time Now() const override { return absl::FromUnixMillis(1234); }
};

std::string Written(LogLevel level, const std::string& message,
                    const std::vector<LogField>& fields) {
  const FixedClock clock;
  std::FILE* file = std::tmpfile();
  Log(file, clock).Write(level, message, fields);
  std::rewind(file);
  std::string text(4096, '\0');
  text.resize(std::fread(text.data(), 1, text.size(), file));
  std::fclose(file);
  return text;
}

TEST(Log, WritesOneJsonObjectInOneLine) {
  const std::string text = Written(LogLevel::kWarning, "cache \"lost\"\n",
                                   {{"cache", "redis"}, {"tries", 3}});
  EXPECT_EQ(text,
            "{\"time\":\"1970-01-01T00:00:01.234Z\",\"level\":\"warning\","
            "\"message\":\"cache \\\"lost\\\"\\n\",\"cache\":\"redis\","
            "\"tries\":3}\n");
}

TEST(Log, KeepsLineThatIsNoUtf8) {
  const std::string text =
      Written(LogLevel::kError, "bad", {{"file", "\xff.txt"}});
  EXPECT_EQ(nlohmann::json::parse(text)["file"], "\xEF\xBF\xBD.txt");
}

TEST(Log, WithoutFileWritesNothing) {
  const FixedClock clock;
  Log(nullptr, clock).Write(LogLevel::kInfo, "unheard");
}

}  // namespace
}  // namespace nianbao::platform

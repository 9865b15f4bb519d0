#include "services/cli/terminal.h"

#include <unistd.h>

#include <cstdlib>

#include "services/cli/error_line.h"

namespace nianbao::cli {
namespace {

bool IsSet(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr && *value != '\0';
}

// Whether a person looks at the stream, over a terminal that knows escapes.
bool IsScreen(int descriptor) {
  const char* term = std::getenv("TERM");
  return isatty(descriptor) != 0 && term != nullptr &&
         std::string(term) != "dumb";
}

bool Colours(int descriptor) {
  return IsScreen(descriptor) && !IsSet("NO_COLOR");
}

void Write(const std::string& text, std::FILE* file) {
  std::fwrite(text.data(), 1, text.size(), file);
}

}  // namespace

Terminal::Terminal(Language language)
    : language_(language),
      error_is_screen_(IsScreen(STDERR_FILENO)),
      out_paint_(Colours(STDOUT_FILENO)),
      error_paint_(Colours(STDERR_FILENO)) {}

void Terminal::Print(const std::string& text) const { Write(text, stdout); }

void Terminal::Say(const std::string& text) const { Write(text, stderr); }

void Terminal::Fail(const absl::Status& status,
                    const std::string& subject) const {
  Say(error_paint_(Ink::kError, "nianbao: ") +
      ErrorLine(status, subject, language_) + "\n");
}

}  // namespace nianbao::cli

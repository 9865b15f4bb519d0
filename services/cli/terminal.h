// Where the command line prints.
#ifndef NIANBAO_SERVICES_CLI_TERMINAL_H_
#define NIANBAO_SERVICES_CLI_TERMINAL_H_

#include <cstdio>
#include <string>

#include "absl/status/status.h"
#include "services/cli/language.h"
#include "services/cli/paint.h"

namespace nianbao::cli {

// Standard output for results, standard error for all else. For one thread.
class Terminal {
 public:
  // The process's own; colours only where a stream is a terminal, NO_COLOR is
  // not set and TERM is not "dumb".
  explicit Terminal(Language language);

  Language language() const { return language_; }

  // How to set text for standard output and standard error.
  PrintStyle OutStyle() const { return {language_, out_paint_}; }
  PrintStyle ErrorStyle() const { return {language_, error_paint_}; }

  // Whether a person looks at standard error.
  bool error_is_screen() const { return error_is_screen_; }

  // Prints a result.
  void Print(const std::string& text) const;

  // Prints something that is no result, such as what was done.
  void Say(const std::string& text) const;

  // Prints an error line about `subject`.
  void Fail(const absl::Status& status, const std::string& subject) const;

  // `words` of the language.
  std::string In(const char* zh, const char* en) const {
    return cli::In(language_, zh, en);
  }

 private:
  Language language_;
  bool error_is_screen_;
  Paint out_paint_;
  Paint error_paint_;
};

}  // namespace nianbao::cli

#endif  // NIANBAO_SERVICES_CLI_TERMINAL_H_

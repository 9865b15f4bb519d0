// What a long command is at, on a terminal.
#ifndef NIANBAO_SERVICES_CLI_PROGRESS_H_
#define NIANBAO_SERVICES_CLI_PROGRESS_H_

#include <cstdint>
#include <string>

#include "services/cli/terminal.h"

namespace nianbao::cli {

// What a command works at.
enum class Stage { kRead, kCheck, kCompute, kCompose, kWrite, kUpload };

// One line on standard error that is written over and over; nothing where
// standard error is no terminal. For one thread.
class Progress {
 public:
  explicit Progress(const Terminal& terminal) : terminal_(terminal) {}

  // Takes the line away.
  ~Progress() { Clear(); }

  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // Names the file at work, the `number`th of `count`.
  void StartFile(const std::string& name, int number, int count);

  // Shows the stage.
  void Show(Stage stage);

  // Shows how much of the file is sent; `all` of zero is not known.
  void ShowSent(std::int64_t bytes, std::int64_t all);

  // Takes the line away, so that other text can be printed.
  void Clear();

 private:
  void Draw(const std::string& detail);

  const Terminal& terminal_;
  std::string file_;
  Stage stage_ = Stage::kRead;
  bool drawn_ = false;
};

// The line: "2/3 · x.txt · 检查" with its detail, at most `columns` wide.
std::string ProgressLine(const std::string& file, const std::string& stage,
                         const std::string& detail, int columns);

}  // namespace nianbao::cli

#endif  // NIANBAO_SERVICES_CLI_PROGRESS_H_

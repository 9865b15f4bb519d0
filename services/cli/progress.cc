#include "services/cli/progress.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>

#include "services/cli/display_width.h"

namespace nianbao::cli {
namespace {

constexpr int kDefaultColumns = 80;

std::string WordOf(Stage stage, Language language) {
  switch (stage) {
    case Stage::kRead:
      return In(language, "读取", "reading");
    case Stage::kCheck:
      return In(language, "核对", "checking");
    case Stage::kCompute:
      return In(language, "计算", "computing");
    case Stage::kCompose:
      return In(language, "成文", "composing");
    case Stage::kWrite:
      return In(language, "写入", "writing");
    case Stage::kUpload:
      return In(language, "上传", "uploading");
  }
  return "";
}

int ColumnsOfTerminal() {
  winsize size{};
  if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) {
    return kDefaultColumns;
  }
  return size.ws_col;
}

}  // namespace

std::string ProgressLine(const std::string& file, const std::string& stage,
                         const std::string& detail, int columns) {
  const std::string tail = " · " + stage + (detail.empty() ? "" : " " + detail);
  // The stage matters more than a long name; the last column stays free, since
  // some terminals break the line after it.
  const int room = std::max(0, columns - 1 - DisplayWidth(tail));
  return CutToWidth(CutToWidth(file, room) + tail, columns - 1);
}

void Progress::StartFile(const std::string& name, int number, int count) {
  file_ = count > 1 ? std::to_string(number) + "/" + std::to_string(count) +
                          " · " + name
                    : name;
}

void Progress::Show(Stage stage) {
  stage_ = stage;
  Draw("");
}

void Progress::ShowSent(std::int64_t bytes, std::int64_t all) {
  if (all <= 0) return Draw(std::to_string(bytes >> 10) + " KB");
  Draw(std::to_string(std::min<std::int64_t>(100, bytes * 100 / all)) + "%");
}

void Progress::Clear() {
  if (drawn_) terminal_.Say("\r\x1b[K");
  drawn_ = false;
}

void Progress::Draw(const std::string& detail) {
  if (!terminal_.error_is_screen()) return;
  terminal_.Say("\r\x1b[K" + ProgressLine(file_,
                                          WordOf(stage_, terminal_.language()),
                                          detail, ColumnsOfTerminal()));
  drawn_ = true;
}

}  // namespace nianbao::cli

#include "services/platform/programs/limited_programs.h"

#include <sys/mman.h>
#include <unistd.h>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "services/core/errors.h"
#include "services/platform/programs/child_process.h"
#include "services/platform/programs/child_watch.h"

namespace nianbao::platform {
namespace {

absl::Status NoProcess(const core::ProgramOrder& order, const char* step) {
  return core::MakeError(
      absl::StatusCode::kResourceExhausted,
      absl::StrCat("the program \"", order.program,
                   "\" could not be started: ", step,
                   " failed; the system is short of memory, files or "
                   "processes, so try again later"),
      {.reason = "PROGRAM_NOT_STARTED",
       .metadata = {{"program", order.program}, {"step", step}}});
}

// A file in memory that holds `bytes` and is read from its beginning.
FileHandle InputFile(std::string_view bytes) {
  FileHandle file(memfd_create("input", MFD_CLOEXEC));
  while (file.ok() && !bytes.empty()) {
    const ssize_t written = write(file.get(), bytes.data(), bytes.size());
    if (written <= 0) return FileHandle();
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (file.ok() && lseek(file.get(), 0, SEEK_SET) != 0) return FileHandle();
  return file;
}

}  // namespace

absl::StatusOr<std::string> LimitedPrograms::Find(
    const core::ProgramOrder& order) const {
  for (const std::string& folder : folders_) {
    std::string path = absl::StrCat(folder, "/", order.program);
    if (access(path.c_str(), X_OK) == 0) return path;
  }
  return core::MakeError(
      absl::StatusCode::kFailedPrecondition,
      absl::StrCat("the program \"", order.program, "\" is in none of ",
                   absl::StrJoin(folders_, ", "), "; install the package ",
                   order.package),
      {.reason = "PROGRAM_MISSING",
       .metadata = {{"program", order.program}, {"package", order.package}}});
}

absl::StatusOr<core::ProgramOutcome> LimitedPrograms::Run(
    const core::ProgramOrder& order) const {
  NIANBAO_ASSIGN_OR_RETURN(const std::string path, Find(order));
  const FileHandle input = InputFile(order.input);
  if (!input.ok()) return NoProcess(order, "memfd_create");
  Pipe output;
  Pipe complaints;
  if (!output.Open() || !complaints.Open()) return NoProcess(order, "pipe2");
  ChildProcess child(path, order,
                     {input.get(), output.end.get(), complaints.end.get()});
  if (!child.started()) return NoProcess(order, "fork");
  output.end.Close();
  complaints.end.Close();
  return WatchChild(order, output.begin, complaints.begin, child);
}

}  // namespace nianbao::platform

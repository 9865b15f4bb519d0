// Open files that close themselves.
#ifndef NIANBAO_SERVICES_PLATFORM_PROGRAMS_FILE_HANDLE_H_
#define NIANBAO_SERVICES_PLATFORM_PROGRAMS_FILE_HANDLE_H_

#include <fcntl.h>
#include <unistd.h>

#include <utility>

namespace nianbao::platform {

// Owns a file descriptor.
class FileHandle {
 public:
  explicit FileHandle(int descriptor = -1) : descriptor_(descriptor) {}
  FileHandle(FileHandle&& other) noexcept
      : descriptor_(std::exchange(other.descriptor_, -1)) {}
  FileHandle& operator=(FileHandle&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
  }
  ~FileHandle() { Close(); }

  bool ok() const { return descriptor_ >= 0; }
  int get() const { return descriptor_; }

  void Close() {
    if (descriptor_ >= 0) close(std::exchange(descriptor_, -1));
  }

 private:
  int descriptor_;
};

// A pipe: what is written at its end comes out at its beginning.
struct Pipe {
  FileHandle begin;
  FileHandle end;

  // False where the process has too many open files.
  bool Open() {
    int both[2];
    if (pipe2(both, O_CLOEXEC) != 0) return false;
    begin = FileHandle(both[0]);
    end = FileHandle(both[1]);
    return true;
  }
};

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_PROGRAMS_FILE_HANDLE_H_

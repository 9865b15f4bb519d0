// A connection that carries bytes, plain or encrypted.
#ifndef NIANBAO_SERVICES_PLATFORM_CACHE_BYTE_STREAM_H_
#define NIANBAO_SERVICES_PLATFORM_CACHE_BYTE_STREAM_H_

#include <cstddef>
#include <string>

#include "absl/strings/string_view.h"

namespace nianbao::platform {

// A socket that never blocks. For one thread at a time.
class ByteStream {
 public:
  virtual ~ByteStream() = default;

  // What became of a step. Nothing of all this: it has to wait.
  struct Step {
    // Bytes read or written; one for a connection that stands.
    std::size_t moved = 0;
    // The other side closed the connection.
    bool closed = false;
    // Why it can't go on; empty where it can.
    std::string error = "";
  };

  // Goes on with connecting; `moved` is one once bytes can be carried.
  virtual Step Connect() = 0;

  // Reads at most `size` bytes.
  virtual Step Read(char* bytes, std::size_t size) = 0;

  // Writes as much of `bytes` as goes now.
  virtual Step Write(absl::string_view bytes) = 0;

  // What to poll, and whether the step that has to wait does so for room to
  // write rather than for bytes to read.
  virtual int fd() const = 0;
  virtual bool waits_to_write() const = 0;
};

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_CACHE_BYTE_STREAM_H_

// Redis' protocol: commands and answers as bytes.
#ifndef NIANBAO_SERVICES_PLATFORM_CACHE_REDIS_PROTOCOL_H_
#define NIANBAO_SERVICES_PLATFORM_CACHE_REDIS_PROTOCOL_H_

#include <hiredis/read.h>

#include <cstddef>
#include <initializer_list>
#include <memory>
#include <string>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace nianbao::platform {

// Puts a command behind `bytes`.
void AppendCommand(std::initializer_list<absl::string_view> parts,
                   std::string& bytes);

// An answer to a command.
struct RedisReply {
  enum class Kind { kNothing, kString, kStatus, kNumber, kError, kList };
  Kind kind = Kind::kNothing;
  // The string, status or error; of a list nothing is kept.
  std::string text = "";
};

// Answers to the commands of a request, in their order.
using RedisReplies = absl::InlinedVector<RedisReply, 2>;

// OK unless `reply` is an error or a list; then Unavailable with what
// `address` answered, and what to try where that is known. Redis of a cluster
// and sentinels are told by their answers and named as not supported.
absl::Status CheckReply(const RedisReply& reply, const std::string& address);

// Puts pieces of a stream together to answers.
class RedisReader {
 public:
  RedisReader();

  // Takes bytes in. False where they are no protocol of Redis, or memory is
  // short; the reader is then of no use.
  bool Feed(absl::string_view bytes);

  // Moves the next answer into `reply`: 1, or 0 where it is not whole yet, or
  // -1 where it is none.
  int Next(RedisReply& reply);

 private:
  struct Free {
    void operator()(redisReader* reader) const { redisReaderFree(reader); }
  };
  const std::unique_ptr<redisReader, Free> reader_;
};

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_CACHE_REDIS_PROTOCOL_H_

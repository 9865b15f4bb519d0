#include "services/platform/cache/redis_connection.h"

#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/core/errors.h"

namespace nianbao::platform {
namespace {

struct FreeReply {
  void operator()(redisReply* reply) const { freeReplyObject(reply); }
};
using Reply = std::unique_ptr<redisReply, FreeReply>;

// hiredis takes zero for no limit at all.
timeval ToTimeout(absl::Duration timeout) {
  return absl::ToTimeval(std::max(timeout, absl::Milliseconds(1)));
}

bool IsTimeout(int error_number) {
  return error_number == EAGAIN || error_number == EWOULDBLOCK ||
         error_number == ETIMEDOUT || error_number == EINPROGRESS;
}

absl::Status Failure(const std::string& name, const std::string& what,
                     bool timeout) {
  const std::string message =
      absl::StrCat("redis ", name, ": ", what,
                   "; check that it runs and that the address is right");
  return core::MakeError(timeout ? absl::StatusCode::kDeadlineExceeded
                                 : absl::StatusCode::kUnavailable,
                         message,
                         {.reason = timeout ? "CACHE_TIMEOUT" : "CACHE_GONE",
                          .metadata = {{"address", name}, {"error", what}}});
}

absl::StatusOr<std::optional<std::string>> ToValue(const redisReply& reply,
                                                   const std::string& name) {
  switch (reply.type) {
    case REDIS_REPLY_NIL:
      return std::optional<std::string>();
    case REDIS_REPLY_STRING:
    case REDIS_REPLY_STATUS:
      return std::optional<std::string>(std::string(reply.str, reply.len));
    case REDIS_REPLY_ERROR:
      return Failure(
          name, absl::StrCat("answered ", std::string(reply.str, reply.len)),
          false);
    default:
      return Failure(name, absl::StrCat("sent a reply of type ", reply.type),
                     false);
  }
}

}  // namespace

RedisConnection::RedisConnection(std::unique_ptr<redisContext, Free> context,
                                 std::string name)
    : context_(std::move(context)), name_(std::move(name)) {}

absl::StatusOr<std::unique_ptr<RedisConnection>> RedisConnection::Open(
    const RedisAddress& address, absl::Duration timeout) {
  const std::string name = absl::StrCat(address.host, ":", address.port);
  errno = 0;
  std::unique_ptr<redisContext, Free> context(redisConnectWithTimeout(
      address.host.c_str(), address.port, ToTimeout(timeout)));
  const int error_number = errno;
  if (context == nullptr) return Failure(name, "out of memory", false);
  if (context->err != 0) {
    return Failure(name, absl::StrCat("can't connect: ", context->errstr),
                   context->err == REDIS_ERR_IO && IsTimeout(error_number));
  }
  return std::unique_ptr<RedisConnection>(
      new RedisConnection(std::move(context), name));
}

absl::StatusOr<std::optional<std::string>> RedisConnection::Run(
    const std::vector<std::string>& command, absl::Duration timeout) {
  closed_by_peer_ = false;
  if (redisSetTimeout(context_.get(), ToTimeout(timeout)) != REDIS_OK) {
    return Broken("can't set a timeout", errno);
  }
  if (!Send(command)) return Broken("can't send", errno);
  void* answer = nullptr;
  errno = 0;
  if (redisGetReply(context_.get(), &answer) != REDIS_OK) {
    return Broken("gave no answer", errno);
  }
  const Reply reply(static_cast<redisReply*>(answer));
  return ToValue(*reply, name_);
}

bool RedisConnection::Send(const std::vector<std::string>& command) {
  std::vector<const char*> parts;
  std::vector<std::size_t> sizes;
  for (const std::string& part : command) {
    parts.push_back(part.data());
    sizes.push_back(part.size());
  }
  char* formatted = nullptr;
  const int size = redisFormatCommandArgv(
      &formatted, static_cast<int>(command.size()), parts.data(), sizes.data());
  if (size < 0) {
    errno = ENOMEM;
    return false;
  }
  const std::unique_ptr<char, void (*)(char*)> owner(formatted,
                                                     redisFreeCommand);
  // Not through hiredis, whose write() raises SIGPIPE where the server went
  // away, and that ends the process.
  std::size_t sent = 0;
  while (sent < static_cast<std::size_t>(size)) {
    const ssize_t count =
        send(context_->fd, formatted + sent,
             static_cast<std::size_t>(size) - sent, MSG_NOSIGNAL);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    sent += static_cast<std::size_t>(count);
  }
  return true;
}

absl::Status RedisConnection::Broken(const char* action, int error_number) {
  const bool eof = context_->err == REDIS_ERR_EOF;
  closed_by_peer_ = eof || error_number == EPIPE || error_number == ECONNRESET;
  const bool timeout = !closed_by_peer_ && IsTimeout(error_number);
  const std::string why = timeout              ? "timed out"
                          : context_->err != 0 ? std::string(context_->errstr)
                          : error_number == EPIPE
                              ? "connection closed"
                              : absl::StrCat("error ", error_number);
  // An answer may still come for this command, so none may follow it.
  if (context_->err == 0) context_->err = REDIS_ERR_OTHER;
  return Failure(name_, absl::StrCat(action, ": ", why), timeout);
}

}  // namespace nianbao::platform

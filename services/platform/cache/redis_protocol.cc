#include "services/platform/cache/redis_protocol.h"

#include <hiredis/hiredis.h>

#include <new>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/core/errors.h"

namespace nianbao::platform {
namespace {

constexpr std::size_t kUsualParts = 8;

// Memory that a reader keeps between answers.
constexpr std::size_t kKeptBytes = 256 * 1024;

// hiredis' reader makes its answers through these, so that a value is copied
// once, out of the reader's buffer.

void* Make(const redisReadTask* task, RedisReply reply) {
  // Only lists have parts, and of these nothing is kept.
  if (task->parent != nullptr) return task->parent->obj;
  return new RedisReply(std::move(reply));
}

void* MakeString(const redisReadTask* task, char* text, std::size_t size) {
  if (task->parent != nullptr) return task->parent->obj;
  const auto kind = task->type == REDIS_REPLY_ERROR ? RedisReply::Kind::kError
                    : task->type == REDIS_REPLY_STATUS
                        ? RedisReply::Kind::kStatus
                        : RedisReply::Kind::kString;
  return new RedisReply{.kind = kind, .text = std::string(text, size)};
}

void* MakeList(const redisReadTask* task, int) {
  return Make(task, {.kind = RedisReply::Kind::kList, .text = ""});
}

void* MakeNumber(const redisReadTask* task, long long number) {
  return Make(
      task, {.kind = RedisReply::Kind::kNumber, .text = absl::StrCat(number)});
}

void* MakeNothing(const redisReadTask* task) { return Make(task, {}); }

void FreeReply(void* reply) { delete static_cast<RedisReply*>(reply); }

redisReplyObjectFunctions reply_functions = {MakeString, MakeList, MakeNumber,
                                             MakeNothing, FreeReply};

// Errors by how they begin, and what to do about them.
struct Advice {
  const char* begins;
  const char* advice;
};
constexpr Advice kAdvice[] = {
    {"MOVED",
     "it is part of a Redis cluster, which is not supported; name a "
     "server that stands alone"},
    {"ASK",
     "it is part of a Redis cluster, which is not supported; name a "
     "server that stands alone"},
    {"CLUSTERDOWN",
     "it is part of a Redis cluster, which is not supported; "
     "name a server that stands alone"},
    {"ERR unknown command",
     "it keeps no values; if it is a sentinel, which is "
     "not supported, name the server that it watches"},
    {"READONLY", "it is a replica; name the primary"},
    {"NOAUTH", "set cache.password_file"},
    {"WRONGPASS", "check cache.username and cache.password_file"},
    {"NOPERM",
     "let the user of cache.username read, set and delete keys that "
     "begin with nianbao:"},
    {"OOM", "it is full; set a maxmemory-policy such as allkeys-lru"},
    {"LOADING", "it is starting"},
};

const char* AdviceFor(const std::string& error) {
  for (const Advice& row : kAdvice) {
    if (absl::StartsWith(error, row.begins)) return row.advice;
  }
  return "look into its log";
}

}  // namespace

void AppendCommand(std::initializer_list<absl::string_view> parts,
                   std::string& bytes) {
  absl::InlinedVector<const char*, kUsualParts> starts;
  absl::InlinedVector<std::size_t, kUsualParts> sizes;
  for (const absl::string_view part : parts) {
    starts.push_back(part.data());
    sizes.push_back(part.size());
  }
  char* formatted = nullptr;
  const int size = redisFormatCommandArgv(
      &formatted, static_cast<int>(parts.size()), starts.data(), sizes.data());
  if (size < 0) throw std::bad_alloc();
  bytes.append(formatted, static_cast<std::size_t>(size));
  redisFreeCommand(formatted);
}

absl::Status CheckReply(const RedisReply& reply, const std::string& address) {
  std::string what;
  if (reply.kind == RedisReply::Kind::kError) {
    what = absl::StrCat("answered ", reply.text, "; ", AdviceFor(reply.text));
  } else if (reply.kind == RedisReply::Kind::kList) {
    what = "answered with a list; check that it is Redis";
  } else {
    return absl::OkStatus();
  }
  return core::MakeError(
      absl::StatusCode::kUnavailable,
      absl::StrCat("redis ", address, ": ", what),
      {.reason = "CACHE_REFUSES",
       .metadata = {{"address", address}, {"error", reply.text}}});
}

RedisReader::RedisReader()
    : reader_(redisReaderCreateWithFunctions(&reply_functions)) {
  reader_->maxbuf = kKeptBytes;
}

bool RedisReader::Feed(absl::string_view bytes) {
  return redisReaderFeed(reader_.get(), bytes.data(), bytes.size()) == REDIS_OK;
}

int RedisReader::Next(RedisReply& reply) {
  void* made = nullptr;
  if (redisReaderGetReply(reader_.get(), &made) != REDIS_OK) return -1;
  if (made == nullptr) return 0;
  const std::unique_ptr<RedisReply> owner(static_cast<RedisReply*>(made));
  reply = std::move(*owner);
  return 1;
}

}  // namespace nianbao::platform

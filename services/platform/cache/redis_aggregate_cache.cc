#include "services/platform/cache/redis_aggregate_cache.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/core/errors.h"
#include "services/platform/cache/cache_envelope.h"

namespace nianbao::platform {
namespace {

std::string GetCommand(const std::string& key) {
  std::string bytes;
  AppendCommand({"GET", key}, bytes);
  return bytes;
}

std::string LeaseOf(const std::string& key) {
  return absl::StrCat(key, ":lease");
}

}  // namespace

RedisAggregateCache::RedisAggregateCache(const Options& options,
                                         const core::Clock& clock,
                                         CacheCounters& counters)
    : options_(options), counters_(counters), client_(options.client, clock) {}

absl::StatusOr<std::optional<std::string>> RedisAggregateCache::Get(
    const std::string& key) {
  NIANBAO_ASSIGN_OR_RETURN(RedisReplies replies,
                           client_.Run(GetCommand(key), 1));
  return ValueOf(key, std::move(replies[0]));
}

void RedisAggregateCache::Find(const std::string& key, Found found) {
  client_.Send(
      GetCommand(key), 1,
      [this, key,
       found = std::move(found)](absl::StatusOr<RedisReplies> replies) {
        if (!replies.ok()) return found(replies.status());
        auto value = ValueOf(key, std::move((*replies)[0]));
        if (!value.ok()) return found(value.status());
        found(value->has_value()
                  ? std::make_shared<const std::string>(**std::move(value))
                  : core::CachedValue());
      });
}

absl::Status RedisAggregateCache::Put(const std::string& key,
                                      const std::string& value) {
  if (static_cast<std::int64_t>(value.size()) > options_.max_value_bytes) {
    ++counters_.too_large;
    return absl::OkStatus();
  }
  std::string bytes;
  AppendCommand({"SET", key, Seal(key, value), "EX",
                 absl::StrCat(absl::ToInt64Seconds(options_.ttl))},
                bytes);
  NIANBAO_ASSIGN_OR_RETURN(const RedisReplies replies,
                           client_.Run(std::move(bytes), 1));
  return CheckReply(replies[0], options_.client.connection.address);
}

std::string RedisAggregateCache::Name() const {
  return absl::StrCat("redis ", options_.client.connection.address);
}

absl::StatusOr<FillLeases::Claimed> RedisAggregateCache::Claim(
    const std::string& key, absl::Duration length) {
  const auto milliseconds =
      std::max<std::int64_t>(absl::ToInt64Milliseconds(length), 1);
  std::string bytes;
  AppendCommand(
      {"SET", LeaseOf(key), "", "NX", "PX", absl::StrCat(milliseconds)}, bytes);
  // Behind the lease: whoever gets it after another has put the value sees it.
  AppendCommand({"GET", key}, bytes);
  NIANBAO_ASSIGN_OR_RETURN(RedisReplies replies,
                           client_.Run(std::move(bytes), 2));
  NIANBAO_RETURN_IF_ERROR(
      CheckReply(replies[0], options_.client.connection.address));
  Claimed claimed;
  claimed.ours = replies[0].kind == RedisReply::Kind::kStatus;
  NIANBAO_ASSIGN_OR_RETURN(claimed.value, ValueOf(key, std::move(replies[1])));
  return claimed;
}

void RedisAggregateCache::Drop(const std::string& key) {
  std::string bytes;
  AppendCommand({"DEL", LeaseOf(key)}, bytes);
  // A lease that stays ends by itself.
  client_.Send(std::move(bytes), 1, [](const auto&) {});
}

absl::StatusOr<std::optional<std::string>> RedisAggregateCache::ValueOf(
    const std::string& key, RedisReply reply) {
  NIANBAO_RETURN_IF_ERROR(
      CheckReply(reply, options_.client.connection.address));
  if (reply.kind != RedisReply::Kind::kString) {
    return std::optional<std::string>();
  }
  if (!Unseal(key, reply.text)) {
    ++counters_.damaged;
    return std::optional<std::string>();
  }
  return std::optional<std::string>(std::move(reply.text));
}

}  // namespace nianbao::platform

#include "services/platform/config_keys.h"

#include <cstdint>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "services/core/errors.h"

namespace nianbao::platform {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using nianbao::config::v1::ServerConfig;

struct Row {
  const char* name;
  const char* default_value;
  const char* description;
};

// In the order of the message's fields; a test holds it against the message.
constexpr Row kRows[] = {
    {"address", "127.0.0.1:8700",
     "Address to listen at; port 0 takes any free one."},
    {"catalogue", "deploy/catalogue", "Folder of the catalogue."},
    {"store.path", "nianbao.sqlite3",
     "SQLite file of submissions; \":memory:\" keeps nothing. Unused with "
     "store.postgres."},
    {"store.postgres", "",
     "PostgreSQL as libpq takes it, such as \"host=db dbname=nianbao\"; empty "
     "for SQLite. The password belongs into PGPASSWORD or PGPASSFILE."},
    {"store.connections", "4", "Connections to the store at once."},
    {"cache.redis", "",
     "Redis as host:port; empty for a cache inside the process."},
    {"cache.max_entries", "10000",
     "Entries that the cache inside the process holds at most."},
    {"cache.timeout_ms", "200", "Longest wait for Redis in milliseconds."},
    {"cache.ttl_seconds", "86400", "Seconds until an entry expires."},
    {"cache.max_bytes", "268435456",
     "Bytes of keys and values that the cache inside the process holds at "
     "most."},
    {"cache.max_value_bytes", "4194304",
     "Bytes of a value that is kept at most; larger answers are computed "
     "again."},
    {"cache.password_file", "",
     "File with Redis' password in its first line; empty for none."},
    {"cache.username", "",
     "User of Redis' access list; empty for the default user."},
    {"cache.tls_ca_file", "",
     "Certificates that Redis' certificate is checked against; empty for no "
     "TLS."},
    {"cache.tls_cert_file", "", "Our certificate for Redis; empty for none."},
    {"cache.tls_key_file", "", "Key of that certificate."},
    {"cache.tls_server_name", "",
     "Name in Redis' certificate; empty for the host of cache.redis."},
    {"cache.connections", "4", "Connections to Redis at once."},
    {"cache.fill_wait_ms", "1000",
     "Milliseconds that a replica waits for another one to compute a value "
     "before it computes it itself."},
    {"peers.intake", "127.0.0.1:8701", "Address of intake."},
    {"peers.validation", "127.0.0.1:8702", "Address of validation."},
    {"peers.metrics", "127.0.0.1:8703", "Address of metrics."},
    {"peers.timeout_ms", "30000",
     "Longest wait for a peer's answer in milliseconds."},
    {"limits.max_file_bytes", "67108864",
     "Bytes of a file that is read at most."},
    {"limits.worker_threads", "4", "Threads that do a service's work."},
    {"limits.max_queued_calls", "256",
     "Calls that wait for a thread at most; more are refused."},
    {"limits.drain_ms", "10000",
     "Milliseconds that running calls get to finish after SIGTERM."},
};

struct Range {
  const char* key;
  std::int64_t least;
  std::int64_t most;
};

constexpr Range kRanges[] = {
    {"store.connections", 1, 1'000},
    {"cache.max_entries", 1, 10'000'000},
    {"cache.timeout_ms", 1, 60'000},
    {"cache.ttl_seconds", 1, 31'536'000},
    {"cache.max_bytes", 1, 1'000'000'000'000},
    {"cache.max_value_bytes", 1, 500'000'000},
    {"cache.connections", 1, 1'000},
    {"cache.fill_wait_ms", 0, 60'000},
    {"peers.timeout_ms", 1, 3'600'000},
    // SQLite holds no larger blob than 1,000,000,000 bytes.
    {"limits.max_file_bytes", 1, 1'000'000'000},
    {"limits.worker_threads", 1, 1'024},
    {"limits.max_queued_calls", 1, 1'000'000},
    {"limits.drain_ms", 0, 3'600'000},
};

// The field that `key` names, with the message that holds it.
struct Slot {
  Message* owner;
  const FieldDescriptor* field;
};

Slot Find(const std::string& key, ServerConfig& config) {
  Message* owner = &config;
  const std::vector<std::string> steps = absl::StrSplit(key, '.');
  for (std::size_t i = 0; i + 1 < steps.size(); ++i) {
    owner = owner->GetReflection()->MutableMessage(
        owner, owner->GetDescriptor()->FindFieldByName(steps[i]));
  }
  return {owner, owner->GetDescriptor()->FindFieldByName(steps.back())};
}

absl::Status BadValue(const std::string& key, const std::string& value,
                      const std::string& message) {
  return core::MakeError(absl::StatusCode::kInvalidArgument, message,
                         {.reason = "BAD_CONFIG_VALUE",
                          .metadata = {{"field", key}, {"value", value}}});
}

// OK where `text` is "host:port" with a port of at least `least_port`.
absl::Status CheckAddress(const std::string& key, const std::string& text,
                          int least_port) {
  const std::size_t colon = text.rfind(':');
  int port = -1;
  const bool good = colon != std::string::npos && colon > 0 &&
                    absl::SimpleAtoi(text.substr(colon + 1), &port) &&
                    port >= least_port && port <= 65535;
  if (good) return absl::OkStatus();
  return BadValue(key, text,
                  absl::StrCat(key, ": \"", text,
                               "\" is no address; give host:port with a port "
                               "from ",
                               least_port, " to 65535"));
}

absl::Status CheckRange(const Range& range, ServerConfig& config) {
  const Slot slot = Find(range.key, config);
  const auto* reflection = slot.owner->GetReflection();
  const std::int64_t value =
      slot.field->cpp_type() == FieldDescriptor::CPPTYPE_INT64
          ? reflection->GetInt64(*slot.owner, slot.field)
          : reflection->GetInt32(*slot.owner, slot.field);
  if (value >= range.least && value <= range.most) return absl::OkStatus();
  return BadValue(range.key, absl::StrCat(value),
                  absl::StrCat(range.key, ": ", value, " is not from ",
                               range.least, " to ", range.most));
}

absl::Status CheckNotEmpty(const std::string& key, const std::string& value) {
  if (!value.empty()) return absl::OkStatus();
  return BadValue(key, value, absl::StrCat(key, ": must not be empty"));
}

}  // namespace

std::vector<ConfigKey> ConfigKeys() {
  std::vector<ConfigKey> keys;
  for (const Row& row : kRows) {
    const std::string variable = absl::AsciiStrToUpper(
        absl::StrCat("NIANBAO_", absl::StrReplaceAll(row.name, {{".", "_"}})));
    keys.push_back({row.name, variable, row.default_value, row.description});
  }
  return keys;
}

absl::Status SetConfigKey(const std::string& key, const std::string& value,
                          const std::string& source, ServerConfig& config) {
  const Slot slot = Find(key, config);
  const auto* reflection = slot.owner->GetReflection();
  if (slot.field->cpp_type() == FieldDescriptor::CPPTYPE_STRING) {
    reflection->SetString(slot.owner, slot.field, value);
    return absl::OkStatus();
  }
  const bool wide = slot.field->cpp_type() == FieldDescriptor::CPPTYPE_INT64;
  std::int64_t number = 0;
  std::int32_t narrow = 0;
  if (wide ? absl::SimpleAtoi(value, &number)
           : absl::SimpleAtoi(value, &narrow)) {
    if (wide) reflection->SetInt64(slot.owner, slot.field, number);
    if (!wide) reflection->SetInt32(slot.owner, slot.field, narrow);
    return absl::OkStatus();
  }
  return BadValue(key, value,
                  absl::StrCat(source, ": \"", value,
                               "\" is no whole number of this size"));
}

ServerConfig DefaultConfig() {
  ServerConfig config;
  for (const Row& row : kRows) {
    // The table's own values always fit; a test says so.
    SetConfigKey(row.name, row.default_value, row.name, config).IgnoreError();
  }
  return config;
}

absl::Status CheckConfig(const ServerConfig& config) {
  NIANBAO_RETURN_IF_ERROR(CheckAddress("address", config.address(), 0));
  NIANBAO_RETURN_IF_ERROR(CheckNotEmpty("catalogue", config.catalogue()));
  NIANBAO_RETURN_IF_ERROR(CheckNotEmpty("store.path", config.store().path()));
  if (!config.cache().redis().empty()) {
    NIANBAO_RETURN_IF_ERROR(
        CheckAddress("cache.redis", config.cache().redis(), 1));
  }
  const auto& peers = config.peers();
  NIANBAO_RETURN_IF_ERROR(CheckAddress("peers.intake", peers.intake(), 1));
  NIANBAO_RETURN_IF_ERROR(
      CheckAddress("peers.validation", peers.validation(), 1));
  NIANBAO_RETURN_IF_ERROR(CheckAddress("peers.metrics", peers.metrics(), 1));
  ServerConfig copy = config;
  for (const Range& range : kRanges) {
    NIANBAO_RETURN_IF_ERROR(CheckRange(range, copy));
  }
  return absl::OkStatus();
}

}  // namespace nianbao::platform

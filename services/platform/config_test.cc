#include "services/platform/config.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <set>

namespace nianbao::platform {
namespace {

using google::protobuf::Descriptor;
using nianbao::config::v1::ServerConfig;
using testing::HasSubstr;

std::string MessageOf(const absl::Status& status) {
  return std::string(status.message());
}

std::string FileWith(const std::string& text) {
  const std::string path = testing::TempDir() + "/config_test.textproto";
  std::ofstream(path) << text;
  return path;
}

absl::StatusOr<Invocation> Read(const std::vector<std::string>& arguments,
                                const Environment& environment = {}) {
  return ReadInvocation(DefaultConfig(), arguments, environment);
}

std::vector<std::string> LeavesOf(const Descriptor& type,
                                  const std::string& prefix) {
  std::vector<std::string> leaves;
  for (int i = 0; i < type.field_count(); ++i) {
    const auto* field = type.field(i);
    if (field->message_type() == nullptr) {
      leaves.push_back(prefix + field->name());
      continue;
    }
    for (const std::string& leaf :
         LeavesOf(*field->message_type(), prefix + field->name() + ".")) {
      leaves.push_back(leaf);
    }
  }
  return leaves;
}

TEST(Config, EveryFieldIsAKeyInTheSameOrder) {
  std::vector<std::string> names;
  for (const ConfigKey& key : ConfigKeys()) names.push_back(key.name);
  EXPECT_EQ(names, LeavesOf(*ServerConfig::descriptor(), ""));
}

TEST(Config, EveryKeyIsDescribedAndHasAVariableOfItsOwn) {
  std::set<std::string> variables;
  for (const ConfigKey& key : ConfigKeys()) {
    EXPECT_FALSE(key.description.empty()) << key.name;
    EXPECT_TRUE(variables.insert(key.variable).second) << key.variable;
  }
}

TEST(Config, DefaultsFitTheirFieldsAndPassTheCheck) {
  ServerConfig config;
  for (const ConfigKey& key : ConfigKeys()) {
    EXPECT_TRUE(
        SetConfigKey(key.name, key.default_value, key.name, config).ok())
        << key.name;
  }
  EXPECT_TRUE(CheckConfig(DefaultConfig()).ok());
}

TEST(Config, FileOverridesDefaultsEnvironmentFileAndFlagsAll) {
  const std::string file = FileWith(
      "store { path: \"f.db\" } cache { redis: \"f:1\" max_entries: 7 }");
  const auto read = Read({"--config=" + file, "--cache.redis", "flag:3"},
                         {{"NIANBAO_CACHE_REDIS", "e:2"},
                          {"NIANBAO_CACHE_MAX_ENTRIES", "8"},
                          {"HOME", "/"}});
  ASSERT_TRUE(read.ok()) << read.status();
  EXPECT_EQ(read->config.store().path(), "f.db");
  EXPECT_EQ(read->config.cache().max_entries(), 8);
  EXPECT_EQ(read->config.cache().redis(), "flag:3");
  EXPECT_EQ(read->config.cache().timeout_ms(), 200);
}

TEST(Config, FileSetsZeroOverADefault) {
  const auto read =
      Read({}, {{"NIANBAO_CONFIG", FileWith("limits { drain_ms: 0 }")}});
  ASSERT_TRUE(read.ok()) << read.status();
  EXPECT_EQ(read->config.limits().drain_ms(), 0);
}

TEST(Config, FileErrorNamesFileLineColumnAndNearestKey) {
  const std::string file = FileWith("cache {\n  redsi: \"h:1\"\n}\n");
  const auto read = Read({"--config=" + file});
  EXPECT_EQ(read.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(MessageOf(read.status()), HasSubstr(file + ":2:"));
  EXPECT_THAT(MessageOf(read.status()), HasSubstr("Did you mean \"redis\"?"));
}

TEST(Config, FileWithAKeyTwiceIsRefused) {
  const auto read =
      Read({"--config=" + FileWith("address: \"a:1\"\naddress: \"b:2\"\n")});
  EXPECT_THAT(MessageOf(read.status()), HasSubstr(":2:"));
}

TEST(Config, MissingFileIsNotFound) {
  const auto read = Read({"--config=/nowhere/at.all"});
  EXPECT_EQ(read.status().code(), absl::StatusCode::kNotFound);
  EXPECT_THAT(MessageOf(read.status()), HasSubstr("/nowhere/at.all"));
}

TEST(Config, UnknownFlagSuggestsTheNearest) {
  EXPECT_EQ(MessageOf(Read({"--cahce.redis=h:1"}).status()),
            "unknown flag --cahce.redis; did you mean --cache.redis?");
  EXPECT_EQ(MessageOf(Read({"help"}).status()),
            "unknown argument help; did you mean --help?");
}

TEST(Config, UnknownVariableSuggestsTheNearest) {
  EXPECT_EQ(MessageOf(Read({}, {{"NIANBAO_CACHE_REDSI", "h:1"}}).status()),
            "unknown environment variable NIANBAO_CACHE_REDSI; did you mean "
            "NIANBAO_CACHE_REDIS?");
}

TEST(Config, VariablesOfTestsArePassedOver) {
  EXPECT_TRUE(Read({}, {{"NIANBAO_BIN", "x"},
                        {"NIANBAO_REPORTS", "x"},
                        {"NIANBAO_KEYS", "x"},
                        {"NIANBAO_SCORER", "x"},
                        {"NIANBAO_TEST_REDIS", "x"}})
                  .ok());
}

TEST(Config, FlagWithoutValueSaysSo) {
  EXPECT_THAT(MessageOf(Read({"--address"}).status()),
              HasSubstr("its value is missing"));
}

TEST(Config, ValuesAreCheckedAndTheKeyIsNamed) {
  const std::pair<const char*, const char*> cases[] = {
      {"--address=localhost", "address: \"localhost\" is no address"},
      {"--address=localhost:70000", "address"},
      {"--peers.intake=h:0", "peers.intake"},
      {"--cache.redis=h", "cache.redis"},
      {"--limits.worker_threads=0",
       "limits.worker_threads: 0 is not from 1 to 1024"},
      {"--limits.worker_threads=many",
       "flag --limits.worker_threads: \"many\" is no whole number"},
      {"--limits.max_file_bytes=-1", "limits.max_file_bytes"},
      {"--store.path=", "store.path: must not be empty"},
  };
  for (const auto& [argument, expected] : cases) {
    const auto read = Read({argument});
    EXPECT_EQ(read.status().code(), absl::StatusCode::kInvalidArgument);
    EXPECT_THAT(MessageOf(read.status()), HasSubstr(expected)) << argument;
  }
}

TEST(Config, HelpListsEveryKeyAndWinsOverWrongValues) {
  const auto read = Read({"--help"}, {{"NIANBAO_ADDRESS", "wrong"}});
  ASSERT_TRUE(read.ok());
  EXPECT_TRUE(read->help);
  ServerConfig defaults = DefaultConfig();
  defaults.set_address("127.0.0.1:8701");
  const std::string text = HelpText("nianbao-intake", defaults);
  for (const ConfigKey& key : ConfigKeys()) {
    EXPECT_THAT(text, HasSubstr("--" + key.name));
    EXPECT_THAT(text, HasSubstr(key.variable));
    EXPECT_THAT(text, HasSubstr(key.description));
  }
  EXPECT_THAT(text, HasSubstr("127.0.0.1:8701"));
}

}  // namespace
}  // namespace nianbao::platform

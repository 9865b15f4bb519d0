// The registry of organisations on the command line.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/system/cli_fixture.h"

namespace nianbao::testing {
namespace {

using nlohmann::json;

constexpr char kRegistry[] = "samples/organisations.csv";

class OrganisationsCommandTest : public CliTest {
 protected:
  // A file of which the second row is good and the third is not.
  std::string HalfGood() {
    return Made("机构.csv",
                "代码,级别,名称,上级\n"
                "330000,省,浙江省,\n"
                "3633000001,学校,甲校,330100\n");
  }
};

TEST_F(OrganisationsCommandTest, ADryRunNeedsNoServer) {
  const CommandResult good =
      Nianbao({"organisations", "import", kRegistry, "--dry-run"}, {});
  EXPECT_EQ(good.exit_code, 0) << good.err;
  EXPECT_TRUE(good.out.empty()) << good.out;
  EXPECT_NE(good.err.find("新增 20"), std::string::npos) << good.err;
  const CommandResult bad = Nianbao(
      {"organisations", "import", HalfGood(), "--dry-run", "--format", "jsonl"},
      {});
  EXPECT_EQ(bad.exit_code, 1) << bad.err;
  const auto lines = LinesOf(bad.out);
  ASSERT_EQ(lines.size(), 2u) << bad.out;
  EXPECT_EQ(json::parse(lines[0])["row"], 3);
  EXPECT_EQ(json::parse(lines[0])["column"], "上级");
  EXPECT_EQ(json::parse(lines[1])["added"], 1);
  EXPECT_EQ(json::parse(lines[1])["stored"], false);
}

TEST_F(OrganisationsCommandTest, WhatIsImportedIsListed) {
  auto intake = ServerProcess::Start("nianbao-intake",
                                     {"--store.path=" + folder_.Path("store")});
  ASSERT_TRUE(intake.ok()) << intake.status();
  const std::string address = (*intake)->address();
  const auto organisations = [&](const std::vector<std::string>& rest) {
    return Nianbao({"organisations"}, [&] {
      std::vector<std::string> all = rest;
      all.insert(all.end(), {"--server", address});
      return all;
    }());
  };
  const CommandResult whole = organisations({"import", HalfGood()});
  EXPECT_EQ(whole.exit_code, 1) << whole.err;
  EXPECT_NE(whole.out.find("第 3 行，上级"), std::string::npos) << whole.out;
  EXPECT_TRUE(
      LinesOf(organisations({"list", "--format", "jsonl"}).out).empty());
  EXPECT_EQ(organisations({"import", HalfGood(), "--partial"}).exit_code, 1);
  EXPECT_EQ(LinesOf(organisations({"list", "--format", "jsonl"}).out).size(),
            1u);
  EXPECT_EQ(organisations({"import", kRegistry}).exit_code, 0);
  const CommandResult listed =
      organisations({"list", "--day", "2021-12-31", "--below", "330802",
                     "--format", "jsonl"});
  ASSERT_EQ(LinesOf(listed.out).size(), 1u) << listed.out << listed.err;
  EXPECT_EQ(json::parse(listed.out)["code"], "3633000001");
  EXPECT_EQ(organisations({"list", "--below", "339999"}).exit_code, 2);
}

}  // namespace
}  // namespace nianbao::testing

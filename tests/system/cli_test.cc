// The command line as people and scripts use it: the real program, its exit
// codes, and what it prints where.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/system/cli_fixture.h"

namespace nianbao::testing {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using ::testing::AllOf;
using ::testing::EndsWith;
using ::testing::Ge;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::StartsWith;

std::vector<json> JsonLines(const std::string& text) {
  std::vector<json> lines;
  for (const std::string& line : LinesOf(text)) {
    lines.push_back(json::parse(line));
  }
  return lines;
}

using Cli = CliTest;

TEST_F(Cli, ReadPrintsASummaryForPeople) {
  const CommandResult result = Nianbao({"read", kSample});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.err, IsEmpty());
  EXPECT_THAT(
      result.out,
      AllOf(StartsWith(std::string(kSample) + " · "),
            HasSubstr("2021 年版 · 495 行 · UTF-8\n"), HasSubstr("读出数据 "),
            HasSubstr("2. 学生发展"), Not(HasSubstr("\x1b"))));
}

TEST_F(Cli, ReadPrintsAFactALine) {
  const CommandResult result = Nianbao({"read", kSample, "--format", "jsonl"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.err, IsEmpty());
  const std::vector<json> facts = JsonLines(result.out);
  EXPECT_THAT(facts, SizeIs(Ge(500U)));
  bool found = false;
  for (const json& fact : facts) {
    EXPECT_FALSE(fact.contains("class"));
    found |= fact["line"] == 115 && fact["value"] == "2960" &&
             fact["unit"] == "人" && fact["where"] == "text";
  }
  EXPECT_TRUE(found) << "the boarders of line 115";
}

TEST_F(Cli, ReadExplainsALine) {
  const CommandResult result = Nianbao({"read", kSample, "--explain", "93"});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(result.out,
              AllOf(HasSubstr("第 93 行 · "), HasSubstr("3686人 → "),
                    HasSubstr("指标  full_time_students ")));
  const CommandResult nowhere =
      Nianbao({"read", kSample, "--explain", "99999"});
  EXPECT_EQ(nowhere.exit_code, 2);
  EXPECT_THAT(nowhere.err, HasSubstr("“99999”处没有文字"));
}

TEST_F(Cli, ReadOfAllFiguresNamesTheirClass) {
  const auto own =
      JsonLines(Nianbao({"read", kSample, "--format", "jsonl"}).out);
  const auto all =
      JsonLines(Nianbao({"read", kSample, "--format", "jsonl", "--all"}).out);
  EXPECT_GT(all.size(), own.size());
  EXPECT_TRUE(all.front().contains("class"));
}

TEST_F(Cli, CheckPrintsFindingsWithTheirLineQuoted) {
  const CommandResult result = Nianbao({"check", kSample});
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_THAT(result.err, IsEmpty());
  EXPECT_THAT(result.out,
              AllOf(HasSubstr("发现：错误 "), HasSubstr("\n错误 1 · 第 "),
                    HasSubstr("住校生2960人，占在校生的【81.95%】"),
                    Not(HasSubstr("\x1b"))));
}

TEST_F(Cli, CheckPrintsACheckALine) {
  const CommandResult result = Nianbao({"check", kSample, "--format", "jsonl"});
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_THAT(result.err, IsEmpty());
  bool found = false;
  for (const json& check : JsonLines(result.out)) {
    found |= check["kind"] == "share" && check["verdict"] == "contradicted" &&
             check["severity"] == "error" && check["lines"] == json({115});
  }
  EXPECT_TRUE(found) << "the share of boarders of line 115";
}

TEST_F(Cli, CheckSpeaksEnglishWhereAsked) {
  const CommandResult result = Nianbao({"check", kSample, "--lang", "en"});
  EXPECT_THAT(result.out, AllOf(HasSubstr("Findings: errors "),
                                HasSubstr("\nError 1 · line ")));
}

TEST_F(Cli, CheckOfAReportWithoutErrorsEndsWell) {
  const std::string path =
      Made("good.txt",
           "教育质量年度报告\n\n（2021年度）\n\n1. 学校情况\n\n1.1 学生情况\n\n"
           "全日制在校生200人，其中男生120人，占60%，女生80人，占40%。\n");
  const CommandResult result = Nianbao({"check", path, "--lang", "en"});
  EXPECT_EQ(result.exit_code, 0) << result.out << result.err;
  EXPECT_THAT(result.out, HasSubstr("Relations 4: consistent 4,"));
}

TEST_F(Cli, ComputePrintsIndicatorsAndStandards) {
  const CommandResult result = Nianbao({"compute", kSample});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.out,
              AllOf(HasSubstr("计算指标 ("), HasSubstr("办学标准 (")));
  const auto facts =
      JsonLines(Nianbao({"compute", kSample, "--format", "jsonl"}).out);
  ASSERT_THAT(facts, Not(IsEmpty()));
  EXPECT_EQ(facts.front()["where"], "computed");
}

TEST_F(Cli, RunWritesBothReportsAndEndsWithTheirPaths) {
  const std::string out = folder_.Path("a/b");
  const CommandResult result = Nianbao({"run", kSample, "-o", out});
  EXPECT_EQ(result.exit_code, 1) << result.err;
  EXPECT_EQ(result.out, out + "/linjiang-2021.findings.html\n" + out +
                            "/linjiang-2021.report.html\n");
  EXPECT_THAT(result.err, HasSubstr("linjiang-2021.txt：错误 "));
  for (const std::string& path : LinesOf(result.out)) {
    EXPECT_THAT(ReadTestFile(path),
                AllOf(StartsWith("<!DOCTYPE html>"), HasSubstr("临江市"),
                      EndsWith("</html>\n")));
  }
}

TEST_F(Cli, RunGoesOnWhereAFileFails) {
  const std::string empty = Made("empty.txt", "");
  const std::string out = folder_.Path("out");
  const CommandResult result = Nianbao({"run", empty, kSample, "-o", out});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(LinesOf(result.out), SizeIs(2));
  EXPECT_THAT(result.err, AllOf(HasSubstr(empty + ": 文件是空的"),
                                HasSubstr("共 2 个文件，没有做成的 1 个")));
  EXPECT_FALSE(fs::exists(out + "/empty.findings.html"));
}

TEST_F(Cli, RunDoesNotLetFilesOfOneNameOverwriteEachOther) {
  fs::create_directories(folder_.Path("other"));
  fs::copy_file(kSample, folder_.Path("other/linjiang-2021.txt"));
  const CommandResult result =
      Nianbao({"run", kSample, folder_.Path("other/linjiang-2021.txt"), "-o",
               folder_.Path("out")});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(LinesOf(result.out), SizeIs(2));
  EXPECT_THAT(result.err,
              HasSubstr("other/linjiang-2021.txt: 与前面的文件同名"));
}

TEST_F(Cli, RunIntoAFileSaysSo) {
  const CommandResult result =
      Nianbao({"run", kSample, "-o", Made("file", "")});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(result.err, HasSubstr("这个文件夹建不了"));
  EXPECT_THAT(LinesOf(result.err), SizeIs(1));
}

TEST_F(Cli, HelpAndVersion) {
  EXPECT_THAT(Nianbao({"help"}).out, HasSubstr("用法 Usage: nianbao"));
  EXPECT_EQ(Nianbao({"help", "run"}).out, Nianbao({"run", "--help"}).out);
  EXPECT_THAT(Nianbao({"run", "--help"}).out,
              HasSubstr("nianbao run FILE… -o DIR"));
  EXPECT_THAT(Nianbao({"--version"}).out, StartsWith("nianbao "));
  EXPECT_EQ(Nianbao({"help"}).exit_code, 0);
}

TEST_F(Cli, CatalogueCheckCountsOrListsErrors) {
  const CommandResult good =
      Nianbao({"catalogue", "check", "deploy/catalogue"});
  EXPECT_EQ(good.exit_code, 0) << good.err;
  EXPECT_THAT(good.out, HasSubstr("没有错误"));
  Made("broken.textproto", "indicators {\n  code: 7\n}\n");
  const CommandResult bad = Nianbao({"catalogue", "check", folder_.Path("")});
  EXPECT_EQ(bad.exit_code, 2);
  EXPECT_THAT(bad.err, HasSubstr("broken.textproto:2:"));
  const CommandResult read =
      Nianbao({"read", kSample, "--catalogue", folder_.Path("")});
  EXPECT_EQ(read.exit_code, 2);
  EXPECT_THAT(read.err, AllOf(HasSubstr("broken.textproto:2:"),
                              HasSubstr("nianbao catalogue check")));
}

TEST_F(Cli, RulesLintSaysWhereRulesAreDouble) {
  const CommandResult good = Nianbao({"rules", "lint", "deploy/catalogue"});
  EXPECT_EQ(good.exit_code, 0) << good.out << good.err;
  EXPECT_EQ(good.out, "");
  fs::copy("deploy/catalogue", folder_.Path(""), fs::copy_options::recursive);
  Made("twice.textproto",
       R"pb(rules {
              code: "twice"
              title { zh: "不多于" en: "Within" }
              expression: "full_time_teachers >= ideology_teachers + 0"
              severity: SEVERITY_NOTE
              kind: "order"
              instruction { zh: "核对。" en: "Check." }
              reference: "例"
              certainty: CERTAINTY_DRAFT
              examples {
                name: "少"
                inputs { key: "full_time_teachers" value: "268" }
                inputs { key: "ideology_teachers" value: "9" }
                verdict: "consistent"
              }
              examples {
                name: "多"
                inputs { key: "full_time_teachers" value: "8" }
                inputs { key: "ideology_teachers" value: "9" }
                verdict: "contradicted"
              }
            }
       )pb");
  const CommandResult twice = Nianbao({"rules", "lint", folder_.Path("")});
  EXPECT_EQ(twice.exit_code, 1) << twice.err;
  EXPECT_THAT(twice.out,
              AllOf(StartsWith("twice.textproto:4:"),
                    HasSubstr("rule \"twice\": states the same as rule")));
  Made("broken.textproto", "rules {\n  code: 7\n}\n");
  const CommandResult bad = Nianbao({"rules", "lint", folder_.Path("")});
  EXPECT_EQ(bad.exit_code, 2);
  EXPECT_THAT(bad.err, HasSubstr("broken.textproto:2:"));
  EXPECT_THAT(Nianbao({"rules", "lint", "--help"}).out,
              HasSubstr("nianbao rules lint deploy/catalogue"));
}

TEST_F(Cli, SubmittedReportIsRenderedAndAggregated) {
  auto server = ServerProcess::Start("nianbao-allinone",
                                     {"--store.path=" + folder_.Path("store")});
  ASSERT_TRUE(server.ok()) << server.status();
  const std::string address = (*server)->address();
  const CommandResult submitted =
      Nianbao({"submit", kSample, "--school", "3633000001", "--region",
               "330100", "--edition", "2021", "--server", address});
  EXPECT_EQ(submitted.exit_code, 0) << submitted.err;
  EXPECT_EQ(submitted.out, "editions/2021/submissions/3633000001/versions/1\n");
  const std::string path = folder_.Path("findings.html");
  const CommandResult rendered =
      Nianbao({"render", "editions/2021/submissions/3633000001", "--kind",
               "findings", "--server", address, "-o", path});
  EXPECT_EQ(rendered.exit_code, 0) << rendered.err;
  EXPECT_EQ(rendered.out, path + "\n");
  EXPECT_THAT(ReadTestFile(path), HasSubstr("81.95%"));
  const CommandResult aggregates = Nianbao(
      {"aggregates", "--edition", "2021", "--indicators", "full_time_students",
       "--by", "prefecture", "--server", address});
  EXPECT_EQ(aggregates.exit_code, 0) << aggregates.err;
  EXPECT_THAT(aggregates.out, AllOf(HasSubstr("杭州市"), HasSubstr("3686")));
}

}  // namespace
}  // namespace nianbao::testing

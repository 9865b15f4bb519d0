// The command line as people and scripts use it: the real program, its exit
// codes, what it prints where, and what it says of bad input.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iconv.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "tests/system/cluster.h"
#include "tests/testing/command.h"
#include "tests/testing/golden.h"
#include "tests/testing/scratch_folder.h"
#include "tests/testing/server_process.h"

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
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    lines.push_back(json::parse(line));
  }
  return lines;
}

std::vector<std::string> LinesOf(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string InGb18030(std::string utf8) {
  std::string gb(utf8.size() * 2, '\0');
  char* from = utf8.data();
  std::size_t from_left = utf8.size();
  char* to = gb.data();
  std::size_t to_left = gb.size();
  const iconv_t converter = iconv_open("GB18030", "UTF-8");
  EXPECT_EQ(iconv(converter, &from, &from_left, &to, &to_left), 0U);
  iconv_close(converter);
  gb.resize(gb.size() - to_left);
  return gb;
}

class Cli : public ::testing::Test {
 protected:
  std::string Made(const std::string& name, const std::string& bytes) {
    std::ofstream(folder_.Path(name), std::ios::binary) << bytes;
    return folder_.Path(name);
  }

  // Expects that reading `path` fails with one line that names it, with `zh`
  // in Chinese and `en` in English, and that nothing else is printed.
  static void ExpectUnreadable(const std::string& path, const std::string& zh,
                               const std::string& en) {
    const CommandResult chinese = Nianbao({"read", path, "--format", "jsonl"});
    EXPECT_EQ(chinese.exit_code, 2);
    EXPECT_THAT(chinese.out, IsEmpty());
    EXPECT_THAT(LinesOf(chinese.err), SizeIs(1));
    EXPECT_THAT(chinese.err,
                AllOf(StartsWith("nianbao: " + path + ": "), HasSubstr(zh)));
    const CommandResult english = Nianbao({"check", path, "--lang", "en"});
    EXPECT_EQ(english.exit_code, 2);
    EXPECT_THAT(english.err,
                AllOf(StartsWith("nianbao: " + path + ": "), HasSubstr(en)));
  }

  ScratchFolder folder_;
};

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
  EXPECT_THAT(result.out, HasSubstr("Relations 3: consistent 3,"));
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

TEST_F(Cli, EmptyFile) {
  ExpectUnreadable(Made("empty.txt", ""), "文件是空的", "the file is empty");
}

TEST_F(Cli, BinaryFile) {
  ExpectUnreadable(Made("x.txt", std::string("ELF\x01\x00\x02", 6)),
                   "不是文本文件", "not a text file");
}

TEST_F(Cli, WordFile) {
  ExpectUnreadable(Made("x.docx", "PK\x03\x04 and so on"), "另存为纯文本",
                   "save it as plain text");
}

TEST_F(Cli, FileOfNeitherEncoding) {
  ExpectUnreadable(Made("x.txt", "2021\xFF\xFF\xFF"),
                   "既不是 UTF-8 也不是 GB18030", "neither UTF-8 nor GB18030");
}

TEST_F(Cli, FileOf200MegabytesIsRefusedUnread) {
  const std::string path = Made("big.txt", "");
  fs::resize_file(path, 200 << 20);
  ExpectUnreadable(path, "文件太大：200.0 MB，最多能读 64.0 MB",
                   "the file is too large: 200.0 MB, at most 64.0 MB");
}

TEST_F(Cli, MissingFile) {
  ExpectUnreadable(folder_.Path("no.txt"), "没有这个文件", "no such file");
}

TEST_F(Cli, Folder) {
  fs::create_directories(folder_.Path("folder"));
  ExpectUnreadable(folder_.Path("folder"), "这是文件夹", "this is a folder");
}

TEST_F(Cli, TextThatNamesNoEdition) {
  ExpectUnreadable(Made("x.txt", "学校概况\n"), "--edition 2021",
                   "does not say of which edition");
}

TEST_F(Cli, TextWithoutFiguresIsNeverAPass) {
  const CommandResult result =
      Nianbao({"check", Made("x.txt", "学校概况\n"), "--edition", "2021"});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(result.err, HasSubstr("没有读出学校的任何数据"));
}

TEST_F(Cli, UnknownEditionNamesTheKnownOnes) {
  const CommandResult result = Nianbao({"read", kSample, "--edition", "2030"});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(result.out, IsEmpty());
  EXPECT_THAT(result.err, AllOf(HasSubstr(kSample), HasSubstr("2030"),
                                HasSubstr("2020, 2021")));
}

TEST_F(Cli, Gb18030ReadsAsUtf8Does) {
  const std::string path = Made("gb.txt", InGb18030(ReadTestFile(kSample)));
  const CommandResult in_gb = Nianbao({"read", path, "--format", "jsonl"});
  EXPECT_EQ(in_gb.exit_code, 0) << in_gb.err;
  EXPECT_EQ(in_gb.out, Nianbao({"read", kSample, "--format", "jsonl"}).out);
  EXPECT_THAT(Nianbao({"read", path}).out, HasSubstr(" · GB18030\n"));
}

TEST_F(Cli, WrongArgumentsNameTheCommandsHelp) {
  for (const auto& arguments : std::vector<std::vector<std::string>>{
           {"read"}, {"read", "x", "--fromat"}, {"read", "--format", "xml"}}) {
    const CommandResult result = Nianbao(arguments);
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_THAT(result.err, AllOf(StartsWith("nianbao: 参数不对："),
                                  EndsWith("用法见 nianbao help read\n")));
  }
  EXPECT_EQ(Nianbao({"frob"}).exit_code, 2);
  EXPECT_EQ(Nianbao({"help", "frob"}).exit_code, 2);
  EXPECT_EQ(Nianbao({}).exit_code, 2);
}

TEST_F(Cli, HelpAndVersion) {
  EXPECT_THAT(Nianbao({"help"}).out, HasSubstr("用法 Usage: nianbao"));
  EXPECT_EQ(Nianbao({"help", "run"}).out, Nianbao({"run", "--help"}).out);
  EXPECT_THAT(Nianbao({"run", "--help"}).out,
              HasSubstr("nianbao run FILE… -o DIR"));
  EXPECT_THAT(Nianbao({"--version"}).out, StartsWith("nianbao "));
  EXPECT_EQ(Nianbao({"help"}).exit_code, 0);
}

TEST_F(Cli, ServerThatIsNotThereIsNamed) {
  const CommandResult result =
      Nianbao({"read", kSample, "--server", "127.0.0.1:1"});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_EQ(result.err,
            std::string("nianbao: ") + kSample +
                ": 服务 127.0.0.1:1 连不上；服务开着吗？地址对吗？\n");
}

TEST_F(Cli, AddressOfAServiceThatIsNeededMayNotBeMissing) {
  const CommandResult result =
      Nianbao({"check", kSample, "--intake", "127.0.0.1:1"});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(result.err, HasSubstr("--validation"));
}

TEST_F(Cli, CatalogueThatIsNotThereIsNamed) {
  const CommandResult result =
      Nianbao({"read", kSample, "--catalogue", folder_.Path("no")});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(result.err, HasSubstr(folder_.Path("no")));
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

TEST_F(Cli, SubmissionThatIsRefusedSaysWhy) {
  auto server =
      ServerProcess::Start("nianbao-allinone", {"--store.path=:memory:"});
  ASSERT_TRUE(server.ok()) << server.status();
  const std::string address = (*server)->address();
  const auto submit = [&](const std::string& path, const std::string& school) {
    return Nianbao({"submit", path, "--school", school, "--region", "330100",
                    "--edition", "2021", "--server", address, "--lang", "en"});
  };
  const std::string big = Made("big.txt", "");
  fs::resize_file(big, 200 << 20);
  EXPECT_THAT(submit(big, "3633000001").err,
              AllOf(HasSubstr(big), HasSubstr("larger than")));
  EXPECT_THAT(submit(kSample, "12").err, HasSubstr("\"12\""));
  EXPECT_THAT(submit(Made("empty.txt", ""), "3633000001").err,
              HasSubstr("the file is empty"));
  // Nothing of them was kept.
  EXPECT_EQ(submit(kSample, "3633000001").out,
            "editions/2021/submissions/3633000001/versions/1\n");
}

}  // namespace
}  // namespace nianbao::testing

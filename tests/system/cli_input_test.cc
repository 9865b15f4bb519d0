// What the command line says of bad input: one line that names what and where,
// and exit code 2.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iconv.h>

#include <filesystem>

#include "tests/system/cli_fixture.h"

namespace nianbao::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::StartsWith;

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

class CliInput : public CliTest {
 protected:
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
};

TEST_F(CliInput, EmptyFile) {
  ExpectUnreadable(Made("empty.txt", ""), "文件是空的", "the file is empty");
}

TEST_F(CliInput, BinaryFile) {
  ExpectUnreadable(Made("x.txt", std::string("ELF\x01\x00\x02", 6)),
                   "不是文本文件", "not a text file");
}

TEST_F(CliInput, DamagedWordFile) {
  ExpectUnreadable(Made("x.docx", "PK\x03\x04 and so on"), "文件残缺或已损坏",
                   "the file is cut off or damaged");
}

TEST_F(CliInput, DamagedPdfFile) {
  ExpectUnreadable(Made("x.pdf", "%PDF-1.7 and so on"), "文件残缺或已损坏",
                   "the end of the PDF file is missing");
}

TEST_F(CliInput, FileOfNeitherEncoding) {
  ExpectUnreadable(Made("x.txt", "2021\xFF\xFF\xFF"),
                   "既不是 UTF-8 也不是 GB18030", "neither UTF-8 nor GB18030");
}

TEST_F(CliInput, FileOf200MegabytesIsRefusedUnread) {
  const std::string path = Made("big.txt", "");
  fs::resize_file(path, 200 << 20);
  ExpectUnreadable(path, "文件太大：200.0 MB，最多能读 64.0 MB",
                   "the file is too large: 200.0 MB, at most 64.0 MB");
}

TEST_F(CliInput, MissingFile) {
  ExpectUnreadable(folder_.Path("no.txt"), "没有这个文件", "no such file");
}

TEST_F(CliInput, Folder) {
  fs::create_directories(folder_.Path("folder"));
  ExpectUnreadable(folder_.Path("folder"), "这是文件夹", "this is a folder");
}

TEST_F(CliInput, TextThatNamesNoEdition) {
  ExpectUnreadable(Made("x.txt", "学校概况\n"), "--edition 2021",
                   "does not say of which edition");
}

TEST_F(CliInput, TextWithoutFiguresIsNeverAPass) {
  const CommandResult result =
      Nianbao({"check", Made("x.txt", "学校概况\n"), "--edition", "2021"});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(result.err, HasSubstr("没有读出学校的任何数据"));
}

TEST_F(CliInput, UnknownEditionNamesTheKnownOnes) {
  const CommandResult result = Nianbao({"read", kSample, "--edition", "2030"});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(result.out, IsEmpty());
  EXPECT_THAT(result.err, AllOf(HasSubstr(kSample), HasSubstr("2030"),
                                HasSubstr("2020, 2021")));
}

TEST_F(CliInput, Gb18030ReadsAsUtf8Does) {
  const std::string path = Made("gb.txt", InGb18030(ReadTestFile(kSample)));
  const CommandResult in_gb = Nianbao({"read", path, "--format", "jsonl"});
  EXPECT_EQ(in_gb.exit_code, 0) << in_gb.err;
  EXPECT_EQ(in_gb.out, Nianbao({"read", kSample, "--format", "jsonl"}).out);
  EXPECT_THAT(Nianbao({"read", path}).out, HasSubstr(" · GB18030\n"));
}

TEST_F(CliInput, WrongArgumentsNameTheCommandsHelp) {
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

TEST_F(CliInput, ServerThatIsNotThereIsNamed) {
  const CommandResult result =
      Nianbao({"read", kSample, "--server", "127.0.0.1:1"});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_EQ(result.err,
            std::string("nianbao: ") + kSample +
                ": 服务 127.0.0.1:1 连不上；服务开着吗？地址对吗？\n");
}

TEST_F(CliInput, AddressOfAServiceThatIsNeededMayNotBeMissing) {
  const CommandResult result =
      Nianbao({"check", kSample, "--intake", "127.0.0.1:1"});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(result.err, HasSubstr("--validation"));
}

TEST_F(CliInput, CatalogueThatIsNotThereIsNamed) {
  const CommandResult result =
      Nianbao({"read", kSample, "--catalogue", folder_.Path("no")});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(result.err, HasSubstr(folder_.Path("no")));
}

TEST_F(CliInput, SubmissionThatIsRefusedSaysWhy) {
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

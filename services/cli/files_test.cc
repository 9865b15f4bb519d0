#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "services/cli/output_file.h"
#include "services/cli/report_file.h"
#include "services/core/errors.h"

namespace nianbao::cli {
namespace {

namespace fs = std::filesystem;

class Files : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::path(::testing::TempDir()) / "cli_files" / test->name();
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string PathOf(const std::string& name) const { return folder_ / name; }

  std::string Made(const std::string& name, const std::string& bytes) const {
    std::ofstream(PathOf(name), std::ios::binary) << bytes;
    return PathOf(name);
  }

  static std::string ReasonOf(const absl::Status& status) {
    return core::GetErrorInfo(status).reason;
  }

  static std::string BytesOf(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  fs::path folder_;
};

TEST_F(Files, ReportComesInPieces) {
  const std::string bytes(600'000, 'x');
  auto file = ReportFile::Open(Made("x.txt", bytes), 600'000);
  ASSERT_TRUE(file.ok());
  EXPECT_EQ(file->Name(), "x.txt");
  EXPECT_EQ(file->size(), 600'000);
  std::string read;
  int pieces = 0;
  for (auto piece = file->Next(); piece.ok() && !piece->empty();
       piece = file->Next()) {
    read += *piece;
    ++pieces;
  }
  EXPECT_EQ(read, bytes);
  EXPECT_EQ(pieces, 3);
}

TEST_F(Files, ReportThatCannotBeReadSaysWhy) {
  EXPECT_EQ(ReasonOf(ReportFile::Open(PathOf("no"), {}).status()),
            "FILE_NOT_FOUND");
  EXPECT_EQ(ReasonOf(ReportFile::Open(folder_, {}).status()), "FILE_IS_FOLDER");
  const std::string path = Made("x.txt", "12345");
  EXPECT_EQ(ReasonOf(ReportFile::Open(path, 4).status()), "FILE_TOO_LARGE");
  EXPECT_TRUE(ReportFile::Open(path, 5).ok());
}

TEST_F(Files, LargeReportIsRefusedBeforeItIsRead) {
  const std::string path = Made("x.txt", "");
  fs::resize_file(path, 200 << 20);
  const auto file = ReportFile::Open(path, 64 << 20);
  EXPECT_THAT(std::string(file.status().message()),
              ::testing::HasSubstr("200.0 MB, at most 64.0 MB"));
}

TEST_F(Files, WrittenFileReplacesTheOldOneAndLeavesNoOther) {
  const std::string path = Made("out.html", "old");
  ASSERT_TRUE(WriteFile(path, "new").ok());
  EXPECT_EQ(BytesOf(path), "new");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_), {}), 1);
}

TEST_F(Files, WrittenFileIsReadableAsAnyOther) {
  const std::string path = PathOf("out.html");
  ASSERT_TRUE(WriteFile(path, "new").ok());
  EXPECT_EQ(fs::status(path).permissions(),
            fs::status(Made("plain", "")).permissions());
}

TEST_F(Files, FileInNoFolderIsNotWritten) {
  EXPECT_EQ(ReasonOf(WriteFile(PathOf("no/out.html"), "new")),
            "FILE_NOT_WRITTEN");
}

TEST_F(Files, FailedWriteLeavesNothingBehind) {
  const std::string path = PathOf("out.html");
  fs::create_directories(path + "/full");  // no file can take its place
  EXPECT_EQ(ReasonOf(WriteFile(path, "new")), "FILE_NOT_WRITTEN");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_), {}), 1);
}

TEST_F(Files, FolderIsMadeWithThoseAboveIt) {
  EXPECT_TRUE(MakeFolder(PathOf("a/b/c")).ok());
  EXPECT_TRUE(MakeFolder(PathOf("a/b/c")).ok());
  EXPECT_EQ(ReasonOf(MakeFolder(Made("file", ""))), "FOLDER_NOT_MADE");
}

}  // namespace
}  // namespace nianbao::cli

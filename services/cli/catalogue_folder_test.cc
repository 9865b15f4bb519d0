#include "services/cli/catalogue_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "services/core/errors.h"

namespace nianbao::cli {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::HasSubstr;

class CatalogueFolder : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    root_ = fs::path(::testing::TempDir()) / "catalogue_folder" / test->name();
    fs::remove_all(root_);
    clues_.working_folder = Made("here");
    clues_.program_folder = Made("source/build/dev/bin");
  }
  void TearDown() override { fs::remove_all(root_); }

  fs::path Made(const std::string& name) {
    fs::create_directories(root_ / name);
    return root_ / name;
  }

  fs::path root_;
  CatalogueClues clues_;
};

TEST_F(CatalogueFolder, IsWhatTheFlagNamesBeforeAllElse) {
  clues_.flag = Made("flag");
  clues_.variable = Made("variable");
  Made("here/deploy/catalogue");
  EXPECT_EQ(*FindCatalogueFolder(clues_), clues_.flag);
}

TEST_F(CatalogueFolder, IsWhatTheVariableNamesBeforeThePlacesKnown) {
  clues_.variable = Made("variable");
  Made("here/deploy/catalogue");
  EXPECT_EQ(*FindCatalogueFolder(clues_), clues_.variable);
}

TEST_F(CatalogueFolder, IsSoughtInTheWorkingFolderFirst) {
  const fs::path here = Made("here/deploy/catalogue");
  Made("source/deploy/catalogue");
  EXPECT_EQ(*FindCatalogueFolder(clues_), here);
}

TEST_F(CatalogueFolder, IsSoughtBesideAnInstalledProgram) {
  const fs::path shared = Made("source/build/dev/share/nianbao/catalogue");
  Made("source/deploy/catalogue");
  EXPECT_EQ(*FindCatalogueFolder(clues_), shared);
}

TEST_F(CatalogueFolder, IsSoughtInTheSourceTreeOfABuiltProgram) {
  const fs::path sources = Made("source/deploy/catalogue");
  EXPECT_EQ(*FindCatalogueFolder(clues_), sources);
}

TEST_F(CatalogueFolder, ErrorNamesThePlacesTried) {
  const auto folder = FindCatalogueFolder(clues_);
  ASSERT_FALSE(folder.ok());
  EXPECT_EQ(core::GetErrorInfo(folder.status()).reason, "CATALOGUE_NOT_FOUND");
  EXPECT_THAT(
      std::string(folder.status().message()),
      AllOf(HasSubstr((root_ / "here/deploy/catalogue").string()),
            HasSubstr((root_ / "source/deploy/catalogue").string()),
            HasSubstr("share/nianbao/catalogue"), HasSubstr("--catalogue")));
}

TEST_F(CatalogueFolder, ThatIsNamedWronglyIsNotPassedOver) {
  Made("here/deploy/catalogue");
  clues_.flag = "no/such/folder";
  const auto folder = FindCatalogueFolder(clues_);
  ASSERT_FALSE(folder.ok());
  EXPECT_THAT(std::string(folder.status().message()),
              AllOf(HasSubstr("no/such/folder"), HasSubstr("--catalogue")));
}

}  // namespace
}  // namespace nianbao::cli

#include "services/platform/catalogue_loader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "services/core/errors.h"
#include "services/core/rule_plan.h"
#include "services/platform/catalogue_loader_parse.h"

namespace nianbao::platform {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr char kRegion[] = R"(regions {
  code: "330000"
  name: "浙江省"
}
)";

// A rule over no indicator, with its error at 3:3.
constexpr char kBadRule[] = R"(rules {
  code: "r"
  expression: "a <"
}
)";

class LoadCatalogueTest : public testing::Test {
 protected:
  LoadCatalogueTest() {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::path(testing::TempDir()) /
              ("nianbao_loader_" + std::string(test->name()));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  ~LoadCatalogueTest() override { fs::remove_all(folder_); }

  void Write(const std::string& name, const std::string& bytes) {
    const fs::path path = folder_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
  }

  absl::StatusOr<std::unique_ptr<const core::Catalogue>> Load() {
    return LoadCatalogue(folder_.string());
  }

  std::string Error() { return std::string(Load().status().message()); }

  std::string Revision() { return (*Load())->revision(); }

  fs::path folder_;
};

TEST_F(LoadCatalogueTest, LoadsAllFilesOfAllFolders) {
  Write("regions/province.textproto", kRegion);
  Write("regions/cities/a.textproto",
        "regions { code: '330800' name: '衢州市' parent: '330000' }");
  Write("README.md", "not a catalogue file");
  const auto catalogue = Load();
  ASSERT_TRUE(catalogue.ok()) << catalogue.status();
  EXPECT_EQ((*catalogue)->FindRegion("330800")->parent(), "330000");
}

TEST_F(LoadCatalogueTest, LeavesHiddenFilesAndFoldersOut) {
  Write("a.textproto", kRegion);
  Write(".a.textproto", "broken");
  Write("..2021_12_31/a.textproto", kRegion);
  EXPECT_TRUE(Load().ok());
}

TEST_F(LoadCatalogueTest, FollowsLinksToFiles) {
  Write(".data/a.textproto", kRegion);
  fs::create_symlink(folder_ / ".data/a.textproto", folder_ / "a.textproto");
  const auto catalogue = Load();
  ASSERT_TRUE(catalogue.ok()) << catalogue.status();
  EXPECT_NE((*catalogue)->FindRegion("330000"), nullptr);
}

TEST_F(LoadCatalogueTest, RevisionFollowsNamesAndBytes) {
  Write("a.textproto", kRegion);
  const std::string first = Revision();
  EXPECT_EQ(first.size(), 64U);
  EXPECT_EQ(Revision(), first);
  Write("a.textproto", std::string(kRegion) + "\n");
  EXPECT_NE(Revision(), first);
  Write("a.textproto", kRegion);
  EXPECT_EQ(Revision(), first);
  fs::rename(folder_ / "a.textproto", folder_ / "b.textproto");
  EXPECT_NE(Revision(), first);
}

TEST_F(LoadCatalogueTest, RevisionIsTheSameWhereverTheFolderStands) {
  Write("one/a.textproto", kRegion);
  Write("two/a.textproto", kRegion);
  const auto one = LoadCatalogue((folder_ / "one").string());
  const auto two = LoadCatalogue((folder_ / "two" / "").string());
  EXPECT_EQ((*one)->revision(), (*two)->revision());
}

TEST_F(LoadCatalogueTest, RefusesAFolderThatIsNotThere) {
  const auto catalogue = LoadCatalogue((folder_ / "none").string());
  EXPECT_EQ(catalogue.status().code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(core::GetErrorInfo(catalogue.status()).reason,
            "CATALOGUE_NOT_FOUND");
  EXPECT_THAT(std::string(catalogue.status().message()),
              HasSubstr("catalogue: no folder " + folder_.string() +
                        "/none; name the folder"));
}

TEST_F(LoadCatalogueTest, RefusesAFolderWithoutFiles) {
  Write("a.txt", kRegion);
  EXPECT_THAT(Error(), StartsWith("catalogue: no *.textproto file in "));
}

// The parser places an unknown field behind its name.
TEST_F(LoadCatalogueTest, PlacesUnknownFields) {
  Write("a.textproto", kRegion);
  Write("rules/b.textproto", "rules {\n  code: 'x'\n  colour: 'red'\n}\n");
  const auto catalogue = Load();
  EXPECT_EQ(catalogue.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(catalogue.status().message()),
              StartsWith("rules/b.textproto:3:9: Message type "
                         "\"nianbao.catalogue.v1.Rule\" has no field named "
                         "\"colour\"."));
  const auto info = core::GetErrorInfo(catalogue.status());
  EXPECT_EQ(info.reason, "BAD_CATALOGUE");
  EXPECT_EQ(info.metadata.at("file"), "rules/b.textproto");
  EXPECT_EQ(info.metadata.at("line"), "3");
  EXPECT_EQ(info.metadata.at("column"), "9");
}

TEST_F(LoadCatalogueTest, ListsSyntaxErrorsOfAllFiles) {
  Write("a.textproto", "rules {");
  Write("b.textproto", "\n\nrules { severity: SEVERITY_HUGE }");
  EXPECT_THAT(Error(), StartsWith("a.textproto:1:8: "));
  EXPECT_THAT(Error(), HasSubstr("\nb.textproto:3:"));
  EXPECT_THAT(Error(), HasSubstr("SEVERITY_HUGE"));
}

TEST_F(LoadCatalogueTest, PlacesErrorsOfTheSelfCheckAtTheField) {
  Write("a.textproto", kBadRule);
  EXPECT_THAT(Error(), HasSubstr("a.textproto:3:3: rule \"r\": expected a "));
  EXPECT_THAT(Error(), HasSubstr("\n  a <\n     ^"));
  EXPECT_THAT(Error(), StartsWith("a.textproto:1:1: rule \"r\": "));
}

TEST_F(LoadCatalogueTest, RefusesOtherEncodings) {
  Write("a.textproto", "# \xD6\xD0\n");
  EXPECT_EQ(Error(), "a.textproto:1:3: not UTF-8; save the file as UTF-8");
}

TEST_F(LoadCatalogueTest, TakesAByteOrderMark) {
  Write("a.textproto", std::string("\xEF\xBB\xBF") + kRegion);
  EXPECT_TRUE(Load().ok()) << Error();
}

TEST_F(LoadCatalogueTest, RefusesAnInputGivenTwice) {
  Write("a.textproto",
        "rules { examples {\n"
        "  inputs { key: 'a' value: '1' }\n"
        "  inputs { key: 'a' value: '2' }\n"
        "} }\n");
  EXPECT_EQ(Error(), "a.textproto:3:3: \"a\" is there twice; keep one");
}

// The first look at a file notes no places, and must refuse what the second
// would: otherwise nobody looks twice.
TEST(ParseCatalogueFile, RefusesTheSameWithoutPlaces) {
  const std::string bad[] = {
      "rules {", "rules { colour: 'red' }", "\xD6",
      "rules { examples { inputs { key: 'a' } inputs { key: 'a' } } }"};
  for (const std::string& bytes : bad) {
    for (const Places places : {Places::kUnknown, Places::kKnown}) {
      EXPECT_FALSE(
          ParseCatalogueFile("a.textproto", bytes, places).problems.empty())
          << bytes;
    }
  }
}

TEST(ParseCatalogueFile, KnowsThePlacesOfElementsAndFields) {
  const ParsedFile parsed = ParseCatalogueFile("a.textproto",
                                               "rules {\n"
                                               "  code: 'x'\n"
                                               "  editions: ['2020',\n"
                                               "             '2021']\n"
                                               "  examples {\n"
                                               "    name: 'n'\n"
                                               "    inputs {\n"
                                               "      key: 'z' value: '1' }\n"
                                               "    inputs { key: 'a' }\n"
                                               "  }\n"
                                               "}\n"
                                               "rules {}\n",
                                               Places::kKnown);
  ASSERT_TRUE(parsed.problems.empty());
  const auto place = [&](const google::protobuf::Message& element,
                         const std::string& field) {
    const auto found = parsed.file.positions.find({&element, field});
    if (found == parsed.file.positions.end()) return std::string("none");
    return std::to_string(found->second.line) + ":" +
           std::to_string(found->second.column);
  };
  const auto& rule = parsed.file.content->rules(0);
  EXPECT_EQ(place(rule, ""), "1:1");
  EXPECT_EQ(place(rule, "code"), "2:3");
  EXPECT_EQ(place(rule, "editions"), "3:3");
  EXPECT_EQ(place(rule, "editions[1]"), "3:3");
  EXPECT_EQ(place(rule.examples(0), ""), "5:3");
  EXPECT_EQ(place(rule.examples(0), "name"), "6:5");
  EXPECT_EQ(place(rule.examples(0), "inputs"), "7:5");
  EXPECT_EQ(place(rule.examples(0), "inputs[z]"), "7:5");
  EXPECT_EQ(place(rule.examples(0), "inputs[a]"), "9:5");
  EXPECT_EQ(place(rule, "severity"), "none");
  EXPECT_EQ(place(parsed.file.content->rules(1), ""), "12:1");
}

// What programs carry may speed a start up, and never say more or less than the
// folder does.
TEST_F(LoadCatalogueTest, TakesWhatWasCompiledFromTheSameBytes) {
  Write("a.textproto", kRegion);
  const std::string revision = Revision();
  Write("a.textproto", "regions { code: '330000' name: 'compiled' }");
  const auto content = CompileCatalogue(folder_.string());
  Write("a.textproto", kRegion);
  const auto catalogue = LoadCatalogue(folder_.string(), {revision, *content});
  ASSERT_TRUE(catalogue.ok()) << catalogue.status();
  EXPECT_EQ((*catalogue)->FindRegion("330000")->name(), "compiled");
  EXPECT_EQ((*catalogue)->revision(), revision);
}

TEST_F(LoadCatalogueTest, ReadsFilesThatChangedSinceTheyWereCompiled) {
  Write("a.textproto", kRegion);
  const std::string revision = Revision();
  const auto content = CompileCatalogue(folder_.string());
  Write("a.textproto", "regions { code: '330000' name: 'changed' }");
  const auto changed = LoadCatalogue(folder_.string(), {revision, *content});
  ASSERT_TRUE(changed.ok()) << changed.status();
  EXPECT_EQ((*changed)->FindRegion("330000")->name(), "changed");
  Write("b.textproto", "regions {");
  const auto broken = LoadCatalogue(folder_.string(), {revision, *content});
  EXPECT_THAT(std::string(broken.status().message()),
              StartsWith("b.textproto:1:10: "));
}

TEST_F(LoadCatalogueTest, ReadsTheFilesWhereWhatWasCompiledIsDamaged) {
  Write("a.textproto", kRegion);
  const auto catalogue = LoadCatalogue(folder_.string(), {Revision(), "\xFF"});
  ASSERT_TRUE(catalogue.ok()) << catalogue.status();
  EXPECT_NE((*catalogue)->FindRegion("330000"), nullptr);
}

TEST_F(LoadCatalogueTest, CompilesNoCatalogueWithErrors) {
  Write("a.textproto", kBadRule);
  EXPECT_THAT(
      std::string(CompileCatalogue(folder_.string()).status().message()),
      HasSubstr("a.textproto:3:3: rule \"r\": expected a "));
}

// All definitions, words in the order of their files, and how rules run.
std::string Definitions(const core::Catalogue& catalogue) {
  using nianbao::catalogue::v1::Vocabulary;
  std::string all = catalogue.revision();
  all += std::to_string(catalogue.rule_plan().rules().size()) + " rules, " +
         std::to_string(catalogue.rule_plan().steps()) + " steps\n";
  for (const auto& [code, it] : catalogue.editions()) {
    all += it->DebugString();
    for (const auto* row : catalogue.TableOf(code)) all += row->code() + "\n";
    for (const auto* row : catalogue.DerivedOf(code)) all += row->code() + "\n";
  }
  for (const auto& [code, it] : catalogue.indicators())
    all += it->DebugString();
  for (const auto& [code, it] : catalogue.rules()) all += it->DebugString();
  for (const auto& [code, it] : catalogue.standards()) all += it->DebugString();
  for (int i = 0; i < Vocabulary::Kind_ARRAYSIZE; ++i) {
    for (const auto* it : catalogue.Words(static_cast<Vocabulary::Kind>(i))) {
      all += it->DebugString();
    }
  }
  return all;
}

TEST(DeployedCatalogue, IsWhatTheFolderHolds) {
  const auto read = LoadCatalogue("deploy/catalogue");
  ASSERT_TRUE(read.ok()) << read.status();
  EXPECT_EQ(DeployedCatalogue().revision, (*read)->revision());
  const auto taken = LoadCatalogue("deploy/catalogue", DeployedCatalogue());
  EXPECT_TRUE(Definitions(**taken) == Definitions(**read));
}

TEST(DeployedCatalogue, HasNoErrors) {
  const auto catalogue = LoadCatalogue("deploy/catalogue");
  EXPECT_TRUE(catalogue.ok()) << catalogue.status();
}

}  // namespace
}  // namespace nianbao::platform

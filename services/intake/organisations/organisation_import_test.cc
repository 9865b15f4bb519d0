#include "services/intake/organisations/organisation_import.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/intake/organisations/organisations_test_base.h"
#include "services/platform/store/sql_organisation_store.h"
#include "services/platform/store/sql_schema.h"
#include "tests/testing/manual_clock.h"

namespace nianbao::intake {
namespace {

using nianbao::intake::v1::ImportOrganisationsResponse;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// Goes between a plan and its import.
class BusyStore : public core::OrganisationStore {
 public:
  explicit BusyStore(core::OrganisationStore& store) : store_(store) {}

  absl::StatusOr<core::OrganisationList> List() override {
    return store_.List();
  }
  absl::StatusOr<std::int64_t> LastImport() override {
    return store_.LastImport();
  }
  absl::StatusOr<std::int64_t> Import(
      const std::vector<nianbao::intake::v1::Organisation>& entries,
      std::int64_t after) override {
    if (!between.empty()) {
      EXPECT_TRUE(store_.Import(between, after).ok());
      between.clear();
    }
    return store_.Import(entries, after);
  }

  std::vector<nianbao::intake::v1::Organisation> between;

 private:
  core::OrganisationStore& store_;
};

class OrganisationImportTest : public ::testing::Test {
 protected:
  static std::shared_ptr<platform::SqlSessions> Open() {
    static const testing::ManualClock clock;
    nianbao::config::v1::Store config;
    config.set_path(":memory:");
    return platform::OpenRecord(config, clock).value();
  }

  absl::StatusOr<ImportOrganisationsResponse> Import(const std::string& lines,
                                                     bool validate_only = false,
                                                     bool allow_partial = false,
                                                     bool cancelled = false) {
    nianbao::intake::v1::ImportOrganisationsRequest::Header header;
    header.set_filename("机构.csv");
    header.set_validate_only(validate_only);
    header.set_allow_partial(allow_partial);
    return OrganisationImport({TestCatalogue(), busy_})
        .Import(header, kTestHeads + lines, [cancelled] { return cancelled; });
  }

  // "+added ~changed =unchanged !rejected", stored or not, revision.
  static std::string Outcome(const ImportOrganisationsResponse& answer) {
    return absl::StrCat("+", answer.added(), " ~", answer.changed(), " =",
                        answer.unchanged(), " !", answer.rejected_size(),
                        answer.stored() ? " stored " : " kept out ",
                        answer.revision());
  }

  platform::SqlOrganisationStore store_{Open()};
  BusyStore busy_{store_};
};

constexpr char kGood[] =
    "330000,省,浙江省,,,,,,\n"
    "330100,地市,杭州市,330000,,,,,\n";
constexpr char kBad[] = "3633000001,学校,甲校,330103,,,,,\n";

TEST_F(OrganisationImportTest, TheSameFileAgainTakesNoRevision) {
  EXPECT_EQ(Outcome(*Import(kGood)), "+2 ~0 =0 !0 stored 1");
  EXPECT_EQ(Outcome(*Import(kGood)), "+0 ~0 =2 !0 kept out 1");
  EXPECT_EQ(Outcome(*Import("330000,省,浙江,,,,,,\n")), "+0 ~1 =0 !0 stored 2");
  EXPECT_EQ(store_.List()->organisations[0].title(), "浙江");
}

TEST_F(OrganisationImportTest, OneRejectedRowKeepsTheWholeFileOut) {
  EXPECT_EQ(Outcome(*Import(absl::StrCat(kGood, kBad))),
            "+2 ~0 =0 !1 kept out 0");
  EXPECT_THAT(store_.List()->organisations, IsEmpty());
}

TEST_F(OrganisationImportTest, PartialImportsLeaveOnlyRejectedRowsOut) {
  EXPECT_EQ(Outcome(*Import(absl::StrCat(kBad, kGood), false, true)),
            "+2 ~0 =0 !1 stored 1");
  EXPECT_EQ(store_.List()->organisations.size(), 2u);
}

TEST_F(OrganisationImportTest, ADryRunListsWhatARealRunRejects) {
  const std::string lines = absl::StrCat(
      kGood, kBad, "3633000002,学校,,330100,,,昨天,,\n",
      "3633000003,学校,乙校,330100,,,2020-08-31,合并,3633000001\n");
  const auto dry = Import(lines, true, true);
  EXPECT_EQ(Outcome(*dry), "+2 ~0 =0 !5 kept out 0");
  EXPECT_THAT(store_.List()->organisations, IsEmpty());
  const auto real = Import(lines, false, true);
  EXPECT_EQ(Outcome(*real), "+2 ~0 =0 !5 stored 1");
  ASSERT_EQ(dry->rejected_size(), real->rejected_size());
  for (int i = 0; i < dry->rejected_size(); ++i) {
    EXPECT_EQ(dry->rejected(i).ShortDebugString(),
              real->rejected(i).ShortDebugString());
  }
}

TEST_F(OrganisationImportTest, NothingIsStoredWhereTheCallerIsGone) {
  EXPECT_EQ(Import(kGood, false, false, true).status().code(),
            absl::StatusCode::kCancelled);
  EXPECT_THAT(store_.List()->organisations, IsEmpty());
}

TEST_F(OrganisationImportTest, AnImportThatComesBetweenIsTakenIntoAccount) {
  ASSERT_TRUE(Import(kGood).ok());
  // Somebody else stores the very school while this file is being checked.
  nianbao::intake::v1::Organisation school;
  school.set_code("3633000009");
  school.set_level(nianbao::intake::v1::Organisation::LEVEL_SCHOOL);
  school.set_title("丙校");
  school.set_parent("330100");
  busy_.between = {school};
  EXPECT_EQ(Outcome(*Import("3633000009,学校,丙校,330100,,,,,\n")),
            "+0 ~0 =1 !0 kept out 2");
}

}  // namespace
}  // namespace nianbao::intake

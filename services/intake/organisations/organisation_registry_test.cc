#include "services/intake/organisations/organisation_registry.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/core/errors.h"

namespace nianbao::intake {
namespace {

using nianbao::intake::v1::ListOrganisationsRequest;
using nianbao::intake::v1::Organisation;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// Counts how often everything is asked for.
class CountingStore : public core::OrganisationStore {
 public:
  absl::StatusOr<core::OrganisationList> List() override {
    ++lists;
    return list;
  }
  absl::StatusOr<std::int64_t> LastImport() override { return list.revision; }
  absl::StatusOr<std::int64_t> Import(const std::vector<Organisation>&,
                                      std::int64_t) override {
    return absl::UnimplementedError("not of this test");
  }

  core::OrganisationList list;
  int lists = 0;
};

class OrganisationRegistryTest : public ::testing::Test {
 protected:
  void Add(Organisation::Level level, const std::string& code,
           const std::string& parent, const std::string& from = "",
           const std::string& to = "", const std::string& successor = "") {
    Organisation entry;
    entry.set_level(level);
    entry.set_code(code);
    entry.set_title("名" + code);
    entry.set_parent(parent);
    entry.set_valid_from(from);
    entry.set_valid_to(to);
    if (!successor.empty()) entry.add_successors(successor);
    store_.list.organisations.push_back(entry);
    ++store_.list.revision;
  }

  void SetUp() override {
    Add(Organisation::LEVEL_PROVINCE, "330000", "");
    Add(Organisation::LEVEL_CITY, "330100", "330000");
    Add(Organisation::LEVEL_CITY, "330200", "330000");
    Add(Organisation::LEVEL_SCHOOL, "3633000001", "330100", "", "2020-08-31");
    Add(Organisation::LEVEL_SCHOOL, "3633000001", "330200", "2020-09-01");
    Add(Organisation::LEVEL_SCHOOL, "3633000002", "330200", "2015-09-01",
        "2019-08-31", "3633000001");
  }

  // "code@first day" of all pages.
  std::vector<std::string> List(const std::string& day,
                                const std::string& below, int page_size = 0) {
    ListOrganisationsRequest request;
    request.set_day(day);
    request.set_below(below);
    request.set_page_size(page_size);
    std::vector<std::string> found;
    std::string after;
    for (bool more = true; more;) {
      const auto page = registry_.List(request, after);
      EXPECT_TRUE(page.ok()) << page.status();
      for (const auto& entry : page->organisations) {
        found.push_back(entry.code() + "@" + entry.valid_from());
        after = OrganisationRegistry::KeyOf(entry);
      }
      more = page->more;
    }
    return found;
  }

  CountingStore store_;
  OrganisationRegistry registry_{store_};
};

TEST_F(OrganisationRegistryTest, GetsAnOrganisationAsItWasOnADay) {
  const std::string name = "organisations/3633000001";
  EXPECT_EQ(registry_.Get(name, "2020-08-31")->parent(), "330100");
  EXPECT_EQ(registry_.Get(name, "2020-09-01")->parent(), "330200");
  EXPECT_EQ(registry_.Get(name, "")->parent(), "330200");
  EXPECT_EQ(registry_.Get("organisations/3633000002", "")->parent(), "330200");
}

TEST_F(OrganisationRegistryTest, SaysWhichDaysAnOrganisationHas) {
  const auto late = registry_.Get("organisations/3633000002", "2021-12-31");
  EXPECT_EQ(late.status().code(), absl::StatusCode::kNotFound);
  EXPECT_THAT(late.status().message(), HasSubstr("2015-09-01 – 2019-08-31"));
  EXPECT_EQ(registry_.Get("organisations/1", "").status().code(),
            absl::StatusCode::kNotFound);
  EXPECT_EQ(registry_.Get("3633000002", "").status().code(),
            absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(registry_.Get("organisations/1", "2021-2-3").status().code(),
            absl::StatusCode::kInvalidArgument);
}

TEST_F(OrganisationRegistryTest, ListsPageByPageInTheOrderOfCodesAndDays) {
  for (const int size : {0, 1, 2, 5, 6, 7}) {
    EXPECT_THAT(List("", "", size),
                ElementsAre("330000@", "330100@", "330200@", "3633000001@",
                            "3633000001@2020-09-01", "3633000002@2015-09-01"))
        << size;
  }
}

TEST_F(OrganisationRegistryTest, ListsADayAndWhatIsBelow) {
  EXPECT_THAT(List("2018-01-01", "330200"),
              ElementsAre("3633000002@2015-09-01"));
  EXPECT_THAT(List("2021-01-01", "330200"),
              ElementsAre("3633000001@2020-09-01"));
  EXPECT_THAT(List("", "330200"),
              ElementsAre("3633000001@2020-09-01", "3633000002@2015-09-01"));
  EXPECT_THAT(List("2021-01-01", "330100"), IsEmpty());
  ListOrganisationsRequest request;
  request.set_below("330300");
  EXPECT_EQ(registry_.List(request, "").status().code(),
            absl::StatusCode::kNotFound);
  request.set_below("");
  request.set_page_size(-1);
  EXPECT_EQ(registry_.List(request, "").status().code(),
            absl::StatusCode::kInvalidArgument);
}

TEST_F(OrganisationRegistryTest, ReadsTheStoreAgainOnlyAfterAnImport) {
  List("", "", 1);
  EXPECT_EQ(store_.lists, 1);
  Add(Organisation::LEVEL_CITY, "330300", "330000");
  EXPECT_EQ(registry_.Get("organisations/330300", "")->code(), "330300");
  List("", "");
  EXPECT_EQ(store_.lists, 2);
}

TEST_F(OrganisationRegistryTest, RefusesAKnownSchoolThatWasNotOpen) {
  const auto state = *registry_.Now();
  const auto check = [&](const char* school, int from, int to) {
    return OrganisationRegistry::CheckOpen(state->tree, school,
                                           absl::StrCat(from, "-01-01"),
                                           absl::StrCat(to, "-12-31"));
  };
  EXPECT_TRUE(check("3633000002", 2019, 2020).ok());
  EXPECT_TRUE(check("3633009999", 2021, 2022).ok());
  const absl::Status late = check("3633000002", 2021, 2022);
  EXPECT_EQ(core::GetErrorInfo(late).reason, "SCHOOL_NOT_OPEN");
  EXPECT_THAT(late.message(), HasSubstr("its place was taken by 3633000001"));
}

TEST_F(OrganisationRegistryTest, AnEmptyRegistryRefusesNothing) {
  EXPECT_TRUE(OrganisationRegistry::CheckOpen({}, "3633000001", "2021-01-01",
                                              "2022-12-31")
                  .ok());
}

}  // namespace
}  // namespace nianbao::intake

// What the port of the registry says, over both back ends.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/core/errors.h"
#include "services/platform/store/sql_organisation_store.h"
#include "services/platform/store/sql_schema.h"
#include "tests/contract/store_backends.h"
#include "tests/testing/made_province.h"

namespace nianbao::testing {
namespace {

using nianbao::intake::v1::Organisation;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class OrganisationStoreTest : public ::testing::TestWithParam<Backend> {
 protected:
  void SetUp() override {
    auto opened = platform::OpenRecord(empty_.config(), clock_);
    ASSERT_TRUE(opened.ok()) << opened.status();
    store_ = std::make_unique<platform::SqlOrganisationStore>(*opened);
    submissions_ =
        std::make_unique<platform::SqlSubmissionStore>(*opened, clock_);
  }

  static Organisation Entry(const std::string& code, const std::string& from,
                            const std::string& title = "名") {
    Organisation entry;
    entry.set_name("organisations/" + code);
    entry.set_code(code);
    entry.set_valid_from(from);
    entry.set_title(title);
    entry.set_level(Organisation::LEVEL_SCHOOL);
    return entry;
  }

  // "code@from title r1" of all entries.
  std::vector<std::string> Texts() {
    std::vector<std::string> texts;
    const auto list = store_->List();
    EXPECT_TRUE(list.ok()) << list.status();
    for (const auto& entry : list->organisations) {
      texts.push_back(absl::StrCat(entry.code(), "@", entry.valid_from(), " ",
                                   entry.title(), " r", entry.revision()));
    }
    return texts;
  }

  const FixedClock clock_;
  const EmptyStore empty_{GetParam()};
  std::unique_ptr<platform::SqlOrganisationStore> store_;
  std::unique_ptr<platform::SqlSubmissionStore> submissions_;
};

INSTANTIATE_TEST_SUITE_P(Stores, OrganisationStoreTest,
                         ::testing::Values(Backend::kMemory, Backend::kFile,
                                           Backend::kPostgres),
                         BackendName);

TEST_P(OrganisationStoreTest, AnEmptyRegistryHasNothing) {
  EXPECT_THAT(store_->List()->organisations, IsEmpty());
  EXPECT_EQ(store_->List()->revision, 0);
  EXPECT_EQ(*store_->LastImport(), 0);
}

TEST_P(OrganisationStoreTest, GivesBackEveryFieldAsItWas) {
  Organisation entry =
      Entry("3633000001", "2018-09-01", "O'Hara \"校\"\\:a;--");
  entry.set_valid_to("2021-08-31");
  entry.set_parent("330103");
  entry.set_school_class("arts");
  entry.set_ending(Organisation::ENDING_SPLIT);
  entry.add_successors("3633000002");
  entry.add_successors("3633000003");
  ASSERT_EQ(*store_->Import({entry}, 0), 1);
  entry.set_revision(1);
  EXPECT_EQ(store_->List()->organisations[0].DebugString(),
            entry.DebugString());
}

TEST_P(OrganisationStoreTest, ReplacesEntriesOfTheSameCodeAndFirstDayOnly) {
  ASSERT_EQ(*store_->Import({Entry("2", "", "a"), Entry("1", "2020-01-01", "b"),
                             Entry("1", "", "c")},
                            0),
            1);
  ASSERT_EQ(
      *store_->Import({Entry("1", "2020-01-01", "d"), Entry("3", "", "e")}, 1),
      2);
  EXPECT_THAT(Texts(), ElementsAre("1@ c r1", "1@2020-01-01 d r2", "2@ a r1",
                                   "3@ e r2"));
  EXPECT_EQ(*store_->LastImport(), 2);
}

TEST_P(OrganisationStoreTest, AnImportTakesOneRevisionAndOneChange) {
  ASSERT_TRUE(
      submissions_->Add(SubmissionOf("2021", "1"), ContentOf("t"), "").ok());
  ASSERT_EQ(*store_->Import({Entry("1", ""), Entry("2", "")}, 0), 2);
  ASSERT_TRUE(
      submissions_->Add(SubmissionOf("2021", "1"), ContentOf("t"), "").ok());
  const auto page = submissions_->Changes({});
  ASSERT_TRUE(page.ok()) << page.status();
  EXPECT_EQ(page->revision, 3);
  ASSERT_EQ(page->changes.size(), 3u);
  EXPECT_EQ(page->changes[1].revision, 2);
  EXPECT_EQ(page->changes[1].organisations, 2);
  EXPECT_EQ(*store_->LastImport(), 2);
}

TEST_P(OrganisationStoreTest, RefusesWhatWasDecidedBeforeAnotherImport) {
  ASSERT_EQ(*store_->Import({Entry("1", "")}, 0), 1);
  const auto late = store_->Import({Entry("2", "")}, 0);
  EXPECT_EQ(late.status().code(), absl::StatusCode::kAborted);
  EXPECT_EQ(core::GetErrorInfo(late.status()).reason, "REGISTRY_CHANGED");
  EXPECT_EQ(Texts().size(), 1u);
  // The revision that it would have taken is still to be had.
  EXPECT_EQ(*store_->Import({Entry("2", "")}, 1), 2);
}

TEST_P(OrganisationStoreTest, OfImportsAtOnceOneComesThrough) {
  std::atomic<int> through = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&, i] {
      const auto revision = store_->Import({Entry(absl::StrCat(i), "")}, 0);
      if (revision.ok()) ++through;
      if (!revision.ok()) {
        EXPECT_EQ(revision.status().code(), absl::StatusCode::kAborted);
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(through, 1);
  EXPECT_EQ(store_->List()->organisations.size(), 1u);
}

TEST_P(OrganisationStoreTest, TakesAWholeProvinceAndItsChanges) {
  ProvinceShape shape;
  shape.schools = 1500;
  shape.editions = {{"2019", 2019}, {"2020", 2020}, {"2021", 2021}};
  const MadeProvince province(shape);
  const auto& entries = province.organisations();
  ASSERT_EQ(*store_->Import(entries, 0), 1);
  std::vector<Organisation> changed = entries;
  for (auto& entry : changed) entry.set_title(entry.title() + "改");
  ASSERT_EQ(*store_->Import(changed, 1), 2);
  const auto list = store_->List();
  ASSERT_EQ(list->organisations.size(), entries.size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    changed[i].set_revision(2);
    ASSERT_EQ(list->organisations[i].SerializeAsString(),
              changed[i].SerializeAsString());
  }
}

}  // namespace
}  // namespace nianbao::testing

// Many submissions at once, and the changes of the record, over both back ends.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <future>
#include <string>
#include <thread>
#include <vector>

#include "google/protobuf/util/message_differencer.h"
#include "services/core/errors.h"
#include "services/platform/store/sql_changes.h"
#include "services/platform/store/sql_sessions.h"
#include "tests/contract/store_backends.h"

namespace nianbao::testing {
namespace {

using core::ChangePage;
using core::NewSubmission;
using google::protobuf::util::MessageDifferencer;
using nianbao::intake::v1::Submission;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

NewSubmission New(const std::string& school, const std::string& request = "",
                  const std::string& text = "t") {
  return {SubmissionOf("2021", school), ContentOf(text), request};
}

class SubmissionChangesTest : public SubmissionStoreTest {
 protected:
  std::vector<Submission> AddAll(const std::vector<NewSubmission>& all) {
    const auto added = store_->AddAll(all);
    EXPECT_TRUE(added.ok()) << added.status();
    return added.ok() ? *added : std::vector<Submission>();
  }

  ChangePage Changes(const core::ChangesQuery& query) {
    const auto page = store_->Changes(query);
    EXPECT_TRUE(page.ok()) << page.status();
    return page.ok() ? *page : ChangePage();
  }

  // "revision:school" of all changes behind a revision, page by page.
  std::vector<std::string> All(core::ChangesQuery query) {
    std::vector<std::string> all;
    for (;;) {
      const ChangePage page = Changes(query);
      for (const auto& change : page.changes) {
        all.push_back(
            std::to_string(change.revision) + ":" +
            (change.submission ? change.submission->school() : "tree"));
      }
      EXPECT_GE(page.revision, query.after);
      query.after = page.revision;
      if (page.revision == page.newest) return all;
    }
  }

  // Another user of the same store.
  std::unique_ptr<platform::SqlSessions> Sessions() {
    auto sessions = platform::SqlSessions::Open(empty_.config());
    EXPECT_TRUE(sessions.ok()) << sessions.status();
    return *std::move(sessions);
  }

  void ChangeOrganisations(int entries) {
    const auto sessions = Sessions();
    const absl::Status status = sessions->Write([&](soci::session& sql) {
      const std::int64_t revision = platform::TakeRevisions(sql, 1);
      platform::InsertChanges(sql, sessions->dialect(),
                              {{.revision = revision,
                                .kind = platform::kOrganisationsChange,
                                .subject = "",
                                .entries = entries,
                                .facts_bytes = 0}});
      return absl::OkStatus();
    });
    EXPECT_TRUE(status.ok()) << status;
  }
};

INSTANTIATE_TEST_SUITE_P(Stores, SubmissionChangesTest,
                         ::testing::Values(Backend::kMemory, Backend::kFile,
                                           Backend::kPostgres),
                         BackendName);

// What other users of the store do can be seen only where there can be any.
class SharedChangesTest : public SubmissionChangesTest {};
INSTANTIATE_TEST_SUITE_P(Stores, SharedChangesTest,
                         ::testing::Values(Backend::kFile, Backend::kPostgres),
                         BackendName);

TEST_P(SubmissionChangesTest, AddsAllInTheOrderGiven) {
  const auto added = AddAll({New("2", "", "a"), New("1"), New("2", "", "b")});
  ASSERT_EQ(added.size(), 3u);
  EXPECT_EQ(added[0].revision(), 1);
  EXPECT_EQ(added[1].revision(), 2);
  EXPECT_EQ(added[2].revision(), 3);
  EXPECT_EQ(added[2].name(), "editions/2021/submissions/2/versions/2");
  EXPECT_EQ(store_->GetFacts(added[0].name())->Get(0).label(), "a");
  EXPECT_EQ(store_->GetFacts(added[2].name())->Get(0).label(), "b");
  EXPECT_THAT(AddAll({}), IsEmpty());
}

TEST_P(SubmissionChangesTest, AddsNoneWhereOneIsRefused) {
  Add("2021", "9", "t", "of 9");
  EXPECT_EQ(store_->AddAll({New("1"), New("a/b")}).status().code(),
            absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(store_->AddAll({New("1"), New("2", "of 9")}).status().code(),
            absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(All({}), ElementsAre("1:9"));
  EXPECT_EQ(Add("2021", "1").revision(), 2) << "no revision is lost";
}

TEST_P(SubmissionChangesTest, RepeatedBatchStoresOnlyWhatIsNew) {
  const auto first = AddAll({New("1", "r1"), New("2", "r2")});
  const auto again =
      AddAll({New("2", "r2"), New("3", "r3"), New("1", "r1"), New("3", "r3")});
  ASSERT_EQ(again.size(), 4u);
  EXPECT_TRUE(MessageDifferencer::Equals(again[0], first[1]));
  EXPECT_TRUE(MessageDifferencer::Equals(again[2], first[0]));
  EXPECT_EQ(again[1].revision(), 3);
  EXPECT_TRUE(MessageDifferencer::Equals(again[3], again[1]));
  EXPECT_THAT(All({}), ElementsAre("1:1", "2:2", "3:3"));
}

// Once such a request got the other school's version, and its own was lost.
TEST_P(SubmissionChangesTest, RequestIdOfAnotherSchoolIsRefused) {
  Add("2021", "1", "t", "r");
  for (const Submission& other :
       {SubmissionOf("2021", "2"), SubmissionOf("2020", "1")}) {
    const absl::Status status =
        store_->Add(other, ContentOf("t"), "r").status();
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
    EXPECT_EQ(core::GetErrorInfo(status).reason, "REQUEST_ID_REUSED");
  }
  EXPECT_EQ(store_->AddAll({New("5", "new"), New("6", "new")}).status().code(),
            absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(All({}), ElementsAre("1:1"));
}

TEST_P(SubmissionChangesTest, ChangesGoOnBehindEveryRevision) {
  EXPECT_THAT(All({}), IsEmpty());
  for (const char* school : {"1", "2", "1", "3"}) Add("2021", school);
  EXPECT_THAT(All({}), ElementsAre("1:1", "2:2", "3:1", "4:3"));
  EXPECT_THAT(All({.after = 2}), ElementsAre("3:1", "4:3"));
  EXPECT_THAT(All({.after = 4}), IsEmpty());
  EXPECT_EQ(Changes({.after = 4}).newest, 4);
}

TEST_P(SubmissionChangesTest, FactsComeWhereTheyAreAskedFor) {
  Add("2021", "1", "first");
  ASSERT_TRUE(store_->Add(SubmissionOf("2021", "2"), {}, "").ok());
  Add("2021", "3", "third");
  EXPECT_THAT(Changes({}).changes.at(0).facts, IsEmpty());
  const ChangePage page = Changes({.with_facts = true});
  ASSERT_EQ(page.changes.size(), 3u);
  EXPECT_EQ(page.changes[0].facts.Get(0).label(), "first");
  EXPECT_THAT(page.changes[1].facts, IsEmpty());
  EXPECT_EQ(page.changes[2].facts.Get(0).label(), "third");
  EXPECT_TRUE(
      MessageDifferencer::Equals(*page.changes[2].submission,
                                 *store_->Get("editions/2021/submissions/3")));
}

TEST_P(SubmissionChangesTest, LargeFactsComeInPieces) {
  for (int i = 0; i < 5; ++i) {
    Add("2021", std::to_string(i), std::string(1'500'000, 'x'));
  }
  const ChangePage page = Changes({.with_facts = true});
  EXPECT_EQ(page.changes.size(), 1u);
  EXPECT_EQ(page.revision, 1);
  EXPECT_EQ(page.newest, 5);
  EXPECT_EQ(All({.with_facts = true}).size(), 5u);
  EXPECT_EQ(Changes({}).changes.size(), 5u) << "without them they are small";
}

TEST_P(SubmissionChangesTest, ManyChangesComeInPieces) {
  std::vector<NewSubmission> many;
  for (int i = 0; i < 600; ++i) many.push_back(New(std::to_string(i)));
  AddAll(many);
  EXPECT_LT(Changes({}).changes.size(), 600u);
  const auto all = All({});
  ASSERT_EQ(all.size(), 600u);
  for (int i = 0; i < 600; ++i) {
    EXPECT_EQ(all[static_cast<std::size_t>(i)],
              std::to_string(i + 1) + ":" + std::to_string(i));
  }
}

TEST_P(SubmissionChangesTest, ReplacedVersionsAreLeftOutUpToARevision) {
  for (const char* school : {"1", "2", "1", "2", "1"}) Add("2021", school);
  EXPECT_THAT(All({.replaced_by = 5}), ElementsAre("4:2", "5:1"));
  EXPECT_THAT(All({.replaced_by = 3}), ElementsAre("2:2", "3:1", "4:2", "5:1"))
      << "what replaces them later does not count";
  Add("2020", "1");
  EXPECT_THAT(All({.replaced_by = 6}), ElementsAre("4:2", "5:1", "6:1"))
      << "another edition replaces nothing";
}

TEST_P(SubmissionChangesTest, PageOfNothingButReplacedOnesStillGoesOn) {
  std::vector<NewSubmission> many;
  for (int i = 0; i < 700; ++i) many.push_back(New("1"));
  AddAll(many);
  EXPECT_THAT(All({.replaced_by = 700}), ElementsAre("700:1"));
}

TEST_P(SharedChangesTest, OrganisationsHaveRevisionsAmongSubmissions) {
  Add("2021", "1");
  ChangeOrganisations(12);
  ChangeOrganisations(3);
  Add("2021", "1");
  EXPECT_THAT(All({}), ElementsAre("1:1", "2:tree", "3:tree", "4:1"));
  EXPECT_EQ(Changes({.after = 1}).changes.at(0).organisations, 12);
  EXPECT_THAT(All({.replaced_by = 4}), ElementsAre("2:tree", "3:tree", "4:1"));
  EXPECT_EQ(store_->List("2021", 1, "")->revision, 4);
}

TEST_P(SharedChangesTest, NobodySeesARevisionBeforeALowerOne) {
  constexpr int kWriters = 4;
  constexpr int kEach = 25;
  std::vector<std::thread> writers;
  for (int i = 0; i < kWriters; ++i) {
    writers.emplace_back([this, i] {
      // Each is another process as far as the store can tell.
      const auto other =
          platform::SqlSubmissionStore::Open(empty_.config(), clock_);
      ASSERT_TRUE(other.ok()) << other.status();
      for (int j = 0; j < kEach; ++j) {
        const auto added =
            (*other)->AddAll({New(std::to_string(i)), New("all")});
        EXPECT_TRUE(added.ok()) << added.status();
      }
    });
  }
  std::int64_t seen = 0;
  while (seen < 2 * kWriters * kEach) {
    const auto page = store_->Changes({.after = seen});
    ASSERT_TRUE(page.ok()) << page.status();
    for (const auto& change : page->changes) {
      ASSERT_EQ(change.revision, ++seen) << "a gap, or out of order";
    }
    ASSERT_EQ(page->revision, seen);
  }
  for (std::thread& writer : writers) writer.join();
  EXPECT_EQ(store_->Get("editions/2021/submissions/all")->version(),
            kWriters * kEach);
}

TEST_P(SubmissionChangesTest, CommitsWakeWhoListens) {
  std::atomic<int> first = 0;
  std::atomic<int> second = 0;
  auto one = store_->Listen([&] { ++first; });
  auto two = store_->Listen([&] { ++second; });
  const int before = first;
  Add("2021", "1");
  EXPECT_GT(first, before);
  two = nullptr;
  const int after = second;
  Add("2021", "1");
  EXPECT_LE(second, after);
}

TEST_P(SubmissionChangesTest, FailedWritesWakeNobody) {
  std::atomic<int> calls = 0;
  if (GetParam() == Backend::kPostgres) return;  // looks for others' commits
  const auto listener = store_->Listen([&] { ++calls; });
  EXPECT_FALSE(store_->AddAll({New("a/b")}).ok());
  EXPECT_EQ(calls, 0);
}

TEST_P(SharedChangesTest, DamagedFactsAreTold) {
  const Submission added = Add("2021", "1");
  ASSERT_TRUE(Sessions()
                  ->Write([&](soci::session& sql) {
                    sql << (GetParam() == Backend::kPostgres
                                ? R"(UPDATE contents SET facts = '\x0bff')"
                                : "UPDATE contents SET facts = x'0bff'");
                    return absl::OkStatus();
                  })
                  .ok());
  EXPECT_EQ(store_->GetFacts(added.name()).status().code(),
            absl::StatusCode::kDataLoss);
  EXPECT_EQ(store_->Changes({.with_facts = true}).status().code(),
            absl::StatusCode::kDataLoss);
  EXPECT_TRUE(store_->Changes({}).ok());
}

TEST_P(SharedChangesTest, SurvivesReopening) {
  const Submission added = Add("2021", "1", "kept", "request-1");
  Open();
  EXPECT_TRUE(MessageDifferencer::Equals(*store_->Get(added.name()), added));
  EXPECT_EQ(store_->GetDocument(added.name())->title(), "kept");
  EXPECT_EQ(Add("2021", "1", "b", "request-1").version(), 1);
  EXPECT_EQ(Add("2021", "1").revision(), 2);
  EXPECT_THAT(All({}), ElementsAre("1:1", "2:1"));
}

TEST_P(SharedChangesTest, FailureInTheMiddleLeavesNothing) {
  const absl::Status status = Sessions()->Write([](soci::session& sql) {
    platform::TakeRevisions(sql, 1);
    sql << "INSERT INTO requests VALUES ('r', 1)";
    return absl::OkStatus();
  });
  EXPECT_EQ(status.code(), absl::StatusCode::kUnavailable)
      << "a request without its submission";
  EXPECT_EQ(Add("2021", "1", "t", "r").revision(), 1);
}

TEST_P(SharedChangesTest, StoreOfANewerProgramIsRefused) {
  ASSERT_TRUE(Sessions()
                  ->Write([](soci::session& sql) {
                    sql << "INSERT INTO migrations VALUES (99, 'later')";
                    return absl::OkStatus();
                  })
                  .ok());
  const absl::Status status =
      platform::SqlSubmissionStore::Open(empty_.config(), clock_).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_THAT(std::string(status.message()),
              ::testing::HasSubstr("version 99"));
}

}  // namespace
}  // namespace nianbao::testing

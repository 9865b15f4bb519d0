// What the port of the store says, over both back ends.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

#include "google/protobuf/util/message_differencer.h"
#include "services/core/errors.h"
#include "services/core/ports/submission_store.h"
#include "tests/contract/store_backends.h"

namespace nianbao::testing {
namespace {

using google::protobuf::util::MessageDifferencer;
using nianbao::intake::v1::Submission;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

INSTANTIATE_TEST_SUITE_P(Stores, SubmissionStoreTest,
                         ::testing::Values(Backend::kMemory, Backend::kFile,
                                           Backend::kPostgres),
                         BackendName);

TEST_P(SubmissionStoreTest, GivesBackWhatWasAdded) {
  const Submission added = Add("2021", "3633000001");
  EXPECT_EQ(added.name(), "editions/2021/submissions/3633000001/versions/1");
  EXPECT_EQ(added.version(), 1);
  EXPECT_EQ(added.revision(), 1);
  EXPECT_EQ(added.create_time().seconds(), 1'640'000'000);
  EXPECT_EQ(added.create_time().nanos(), 123'456'000);
  const auto got = store_->Get(added.name());
  ASSERT_TRUE(got.ok()) << got.status();
  EXPECT_TRUE(MessageDifferencer::Equals(*got, added));
  Submission expected = SubmissionOf("2021", "3633000001");
  EXPECT_TRUE(MessageDifferencer::Equals(got->source(), expected.source()));
  EXPECT_EQ(got->school_title(), "临江职业学校");
  EXPECT_EQ(got->school_class(), "arts");
  EXPECT_EQ(store_->GetDocument(added.name())->title(), "t");
  EXPECT_EQ(store_->GetFacts(added.name())->Get(0).label(), "t");
}

TEST_P(SubmissionStoreTest, NewVersionLeavesTheOldOne) {
  Add("2021", "3633000001", "old");
  const Submission second = Add("2021", "3633000001", "new");
  EXPECT_EQ(second.version(), 2);
  EXPECT_EQ(second.revision(), 2);
  const std::string name = "editions/2021/submissions/3633000001";
  EXPECT_EQ(store_->Get(name)->version(), 2);
  EXPECT_EQ(store_->GetDocument(name)->title(), "new");
  EXPECT_EQ(store_->GetDocument(name + "/versions/1")->title(), "old");
  EXPECT_EQ(store_->GetFacts(name + "/versions/1")->Get(0).label(), "old");
}

TEST_P(SubmissionStoreTest, SameRequestIdGivesTheSameVersion) {
  const Submission first = Add("2021", "3633000001", "a", "request-1");
  const Submission again = Add("2021", "3633000001", "b", "request-1");
  EXPECT_TRUE(MessageDifferencer::Equals(first, again));
  EXPECT_EQ(store_->GetDocument(first.name())->title(), "a");
  EXPECT_EQ(Add("2021", "3633000001", "b", "request-2").version(), 2);
  EXPECT_EQ(Add("2021", "3633000001", "c").version(), 3);
}

TEST_P(SubmissionStoreTest, EmptyContentIsKeptAsEmpty) {
  const auto added = store_->Add(SubmissionOf("2021", "1"), {}, "");
  ASSERT_TRUE(added.ok()) << added.status();
  EXPECT_EQ(store_->GetDocument(added->name())->ByteSizeLong(), 0u);
  EXPECT_TRUE(store_->GetFacts(added->name())->empty());
}

TEST_P(SubmissionStoreTest, ListsNewestVersionsInNameOrderPageByPage) {
  for (const char* school : {"3", "1", "5", "2", "4"}) Add("2021", school);
  Add("2021", "2");
  Add("2020", "9");
  const std::string in2021 = "editions/2021/submissions/";
  EXPECT_THAT(Names("2021"),
              ElementsAre(in2021 + "1/versions/1", in2021 + "2/versions/2",
                          in2021 + "3/versions/1", in2021 + "4/versions/1",
                          in2021 + "5/versions/1"));
  EXPECT_EQ(Names("").size(), 6u);
  EXPECT_EQ(Names("").front(), "editions/2020/submissions/9/versions/1");
  EXPECT_EQ(Names("2019").size(), 0u);
}

TEST_P(SubmissionStoreTest, RevisionIsTheEditionsNewest) {
  Add("2021", "1");
  Add("2020", "1");
  EXPECT_EQ(store_->List("2021", 1, "")->revision, 1);
  EXPECT_EQ(store_->List("2020", 1, "")->revision, 2);
  EXPECT_EQ(store_->List("", 1, "")->revision, 2);
  EXPECT_EQ(store_->List("2019", 1, "")->revision, 0);
}

TEST_P(SubmissionStoreTest, NamesThatAreNoneAreRefused) {
  for (const char* name :
       {"", "editions", "editions/2021/submissions", "editions//submissions/1",
        "editions/2021/submissions/1/versions/0",
        "editions/2021/submissions/1/versions/x",
        "editions/2021/submissions/1/versions", "schools/2021/submissions/1"}) {
    const absl::Status status = store_->Get(name).status();
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument) << name;
    EXPECT_THAT(std::string(status.message()),
                HasSubstr("editions/{edition}/submissions/{school}"));
  }
}

TEST_P(SubmissionStoreTest, UnknownNamesAreNotFound) {
  Add("2021", "1");
  for (const char* name :
       {"editions/2021/submissions/2", "editions/2020/submissions/1",
        "editions/2021/submissions/1/versions/2"}) {
    EXPECT_EQ(store_->Get(name).status().code(), absl::StatusCode::kNotFound);
    EXPECT_EQ(store_->GetDocument(name).status().code(),
              absl::StatusCode::kNotFound);
    const absl::Status status = store_->GetFacts(name).status();
    EXPECT_EQ(status.code(), absl::StatusCode::kNotFound);
    EXPECT_THAT(std::string(status.message()), HasSubstr(name));
  }
}

TEST_P(SubmissionStoreTest, TokenThatIsNoneIsRefused) {
  for (const char* token : {"x", "YWZ0ZXI6bm8tbmFtZQ"}) {
    EXPECT_EQ(store_->List("2021", 1, token).status().code(),
              absl::StatusCode::kInvalidArgument);
  }
}

TEST_P(SubmissionStoreTest, PartsThatWouldBreakNamesAreRefused) {
  for (const char* school : {"", "1/2"}) {
    EXPECT_EQ(store_->Add(SubmissionOf("2021", school), {}, "").status().code(),
              absl::StatusCode::kInvalidArgument);
  }
  EXPECT_EQ(Names("").size(), 0u);
}

TEST_P(SubmissionStoreTest, ConcurrentAddsGetVersionsOfTheirOwn) {
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([this] {
      for (int j = 0; j < 10; ++j) {
        Add("2021", "1");
        EXPECT_TRUE(store_->Get("editions/2021/submissions/1").ok());
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(store_->Get("editions/2021/submissions/1")->version(), 40);
  EXPECT_EQ(store_->List("2021", 1, "")->revision, 40);
}
}  // namespace
}  // namespace nianbao::testing

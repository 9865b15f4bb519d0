#include "services/platform/sql_submission_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <thread>

#include "google/protobuf/util/message_differencer.h"
#include "services/core/errors.h"
#include "services/platform/sql_sessions.h"

namespace nianbao::platform {
namespace {

using google::protobuf::util::MessageDifferencer;
using nianbao::intake::v1::Submission;
using testing::ElementsAre;
using testing::HasSubstr;

class FixedClock : public core::Clock {
 public:
  absl::Time Now() const override {
    return absl::FromUnixMicros(1'640'000'000'123'456);
  }
};

Submission SubmissionOf(const std::string& edition, const std::string& school) {
  Submission submission;
  submission.set_edition(edition);
  submission.set_school(school);
  submission.set_region("330802");
  submission.set_school_title("临江职业学校");
  submission.set_school_class("arts");
  submission.set_fact_count(1);
  auto* source = submission.mutable_source();
  source->set_filename("年报.txt");
  source->set_media_type("text/plain");
  source->set_encoding("GB18030");
  source->set_sha256("ab");
  source->set_size_bytes(5'000'000'000);
  source->set_line_count(7);
  return submission;
}

core::SubmissionContent ContentOf(const std::string& text) {
  core::SubmissionContent content;
  content.file = std::string("a\0b\xff", 4) + text;
  content.document.set_title(text);
  auto* fact = content.facts.Add();
  fact->set_id("f1");
  fact->set_label(text);
  return content;
}

// What must hold wherever the store keeps its data.
class SubmissionStoreTest : public testing::TestWithParam<bool> {
 protected:
  void SetUp() override {
    std::string folder = testing::TempDir() + "/store_XXXXXX";
    ASSERT_NE(mkdtemp(folder.data()), nullptr);
    folder_ = folder;
    Open();
  }
  void TearDown() override {
    store_ = nullptr;
    std::filesystem::remove_all(folder_);
  }

  void Open() {
    store_ = nullptr;
    auto opened = SqlSubmissionStore::Open(path(), clock_);
    ASSERT_TRUE(opened.ok()) << opened.status();
    store_ = *std::move(opened);
  }

  std::string path() const {
    return GetParam() ? folder_ + "/s.sqlite3" : ":memory:";
  }

  Submission Add(const std::string& edition, const std::string& school,
                 const std::string& text = "t",
                 const std::string& request = "") {
    const auto added =
        store_->Add(SubmissionOf(edition, school), ContentOf(text), request);
    EXPECT_TRUE(added.ok()) << added.status();
    return added.ok() ? *added : Submission();
  }

  std::vector<std::string> Names(const std::string& edition) {
    std::vector<std::string> names;
    std::string token;
    do {
      const auto page = store_->List(edition, 2, token);
      EXPECT_TRUE(page.ok()) << page.status();
      for (const auto& s : page->submissions) names.push_back(s.name());
      token = page->next_page_token;
    } while (!token.empty());
    return names;
  }

  const FixedClock clock_;
  std::string folder_;
  std::unique_ptr<SqlSubmissionStore> store_;
};

INSTANTIATE_TEST_SUITE_P(MemoryAndFile, SubmissionStoreTest, testing::Bool());

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

class SubmissionStoreFileTest : public SubmissionStoreTest {};
INSTANTIATE_TEST_SUITE_P(File, SubmissionStoreFileTest, testing::Values(true));

TEST_P(SubmissionStoreFileTest, SurvivesReopening) {
  const Submission added = Add("2021", "1", "kept", "request-1");
  Open();
  EXPECT_TRUE(MessageDifferencer::Equals(*store_->Get(added.name()), added));
  EXPECT_EQ(store_->GetDocument(added.name())->title(), "kept");
  EXPECT_EQ(Add("2021", "1", "b", "request-1").version(), 1);
  EXPECT_EQ(Add("2021", "1").revision(), 2);
}

TEST_P(SubmissionStoreFileTest, FileOfANewerProgramIsRefused) {
  store_ = nullptr;
  auto sessions = SqlSessions::Open(path());
  ASSERT_TRUE((*sessions)
                  ->Write([](soci::session& sql) {
                    sql << "INSERT INTO migrations VALUES (99, 'later')";
                    return absl::OkStatus();
                  })
                  .ok());
  const absl::Status status = SqlSubmissionStore::Open(path(), clock_).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_THAT(std::string(status.message()), HasSubstr("version 99"));
}

TEST_P(SubmissionStoreFileTest, FileThatIsNoDatabaseIsRefusedByName) {
  const std::string other = folder_ + "/text.txt";
  std::ofstream(other) << std::string(5000, 'x');
  const absl::Status status = SqlSubmissionStore::Open(other, clock_).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kDataLoss) << status;
  EXPECT_THAT(std::string(status.message()), HasSubstr(other));
}

TEST_P(SubmissionStoreFileTest, MissingFolderIsUnavailable) {
  const absl::Status status =
      SqlSubmissionStore::Open(folder_ + "/none/s.sqlite3", clock_).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kUnavailable) << status;
  EXPECT_THAT(std::string(status.message()), HasSubstr("/none/s.sqlite3"));
}

TEST_P(SubmissionStoreFileTest, FailureInTheMiddleLeavesNothing) {
  auto sessions = SqlSessions::Open(path());
  const absl::Status status = (*sessions)->Write([](soci::session& sql) {
    sql << "INSERT INTO requests VALUES ('r', 1)";
    return absl::OkStatus();
  });
  EXPECT_EQ(status.code(), absl::StatusCode::kUnavailable)
      << "a request without its submission";
  EXPECT_EQ(Add("2021", "1", "t", "r").version(), 1);
}

}  // namespace
}  // namespace nianbao::platform

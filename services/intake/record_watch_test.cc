#include "services/intake/record_watch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "services/platform/store/sql_submission_store.h"
#include "services/platform/system_clock.h"

namespace nianbao::intake {
namespace {

namespace api = nianbao::intake::v1;
using api::WatchSubmissionsRequest;
using api::WatchSubmissionsResponse;

class RecordWatchTest : public testing::Test {
 protected:
  RecordWatchTest() {
    nianbao::config::v1::Store nowhere;
    nowhere.set_path(":memory:");
    store_ = *platform::SqlSubmissionStore::Open(nowhere, clock_);
  }

  // Stores a submission of facts, every second of which is linked.
  void Add(const std::string& school, int facts,
           const std::string& label = "l") {
    api::Submission submission;
    submission.set_edition("2021");
    submission.set_school(school);
    core::SubmissionContent content;
    for (int i = 0; i < facts; ++i) {
      auto* fact = content.facts.Add();
      fact->set_id("f" + std::to_string(i));
      fact->set_label(label);
      fact->set_period("2021年");
      fact->mutable_figure()->set_value(std::to_string(i));
      fact->set_fact_class(nianbao::fact::v1::FACT_CLASS_OWN);
      if (i % 2 == 1) fact->set_concept_code("c");
    }
    ASSERT_TRUE(store_->Add(submission, content, "").ok());
  }

  RecordWatch Watch(const WatchSubmissionsRequest& request = {}) {
    return RecordWatch(*store_, request);
  }

  static WatchSubmissionsResponse Message(RecordWatch& watch,
                                          bool alive = false) {
    auto next = watch.Next(alive);
    EXPECT_TRUE(next.ok()) << next.status();
    EXPECT_TRUE(next.ok() && next->has_value());
    return next.ok() ? next->value_or(WatchSubmissionsResponse())
                     : WatchSubmissionsResponse();
  }

  static bool IsSilent(RecordWatch& watch) {
    const auto next = watch.Next(false);
    EXPECT_TRUE(next.ok()) << next.status();
    return next.ok() && !next->has_value();
  }

  const platform::SystemClock clock_;
  std::unique_ptr<core::SubmissionStore> store_;
};

TEST_F(RecordWatchTest, EmptyRecordIsCurrent) {
  RecordWatch watch = Watch();
  const auto first = Message(watch);
  EXPECT_TRUE(first.current());
  EXPECT_EQ(first.revision(), 0);
  EXPECT_TRUE(IsSilent(watch));
  EXPECT_EQ(Message(watch, true).changes_size(), 0) << "a sign of life";
}

TEST_F(RecordWatchTest, GivesChangesOnceAndSaysWhenTheyAreAll) {
  Add("1", 1);
  Add("2", 1);
  RecordWatch watch = Watch();
  const auto first = Message(watch);
  ASSERT_EQ(first.changes_size(), 2);
  EXPECT_EQ(first.changes(1).submission().school(), "2");
  EXPECT_EQ(first.changes(1).facts_size(), 0);
  EXPECT_EQ(first.revision(), 2);
  EXPECT_TRUE(first.current());
  EXPECT_TRUE(IsSilent(watch));
  Add("3", 1);
  EXPECT_EQ(Message(watch).changes(0).revision(), 3);
  EXPECT_TRUE(IsSilent(watch));
}

TEST_F(RecordWatchTest, GoesOnBehindTheRevisionNamed) {
  Add("1", 1);
  Add("2", 1);
  WatchSubmissionsRequest request;
  request.set_after_revision(1);
  RecordWatch watch = Watch(request);
  EXPECT_EQ(Message(watch).changes(0).revision(), 2);
}

TEST_F(RecordWatchTest, RevisionThatIsNoneIsRefused) {
  Add("1", 1);
  WatchSubmissionsRequest request;
  request.set_after_revision(2);
  RecordWatch late = Watch(request);
  EXPECT_EQ(late.Next(false).status().code(), absl::StatusCode::kOutOfRange);
  request.set_after_revision(-1);
  RecordWatch negative = Watch(request);
  EXPECT_EQ(negative.Next(false).status().code(),
            absl::StatusCode::kInvalidArgument);
}

TEST_F(RecordWatchTest, EndsWhenCurrentWhereAsked) {
  Add("1", 1);
  WatchSubmissionsRequest request;
  request.set_until_current(true);
  RecordWatch watch = Watch(request);
  EXPECT_FALSE(watch.ended());
  EXPECT_TRUE(Message(watch).current());
  Add("2", 1);
  EXPECT_TRUE(IsSilent(watch));
  EXPECT_TRUE(watch.ended());
}

TEST_F(RecordWatchTest, LinkedViewShowsWhatMetricsNeed) {
  Add("1", 4);
  WatchSubmissionsRequest request;
  request.set_facts(WatchSubmissionsRequest::FACTS_VIEW_LINKED);
  RecordWatch linked = Watch(request);
  const auto change = Message(linked).changes(0);
  ASSERT_EQ(change.facts_size(), 2);
  EXPECT_EQ(change.facts(0).id(), "f1");
  EXPECT_EQ(change.facts(1).id(), "f3");
  EXPECT_EQ(change.facts(0).figure().value(), "1");
  EXPECT_EQ(change.facts(0).period(), "2021年");
  EXPECT_EQ(change.facts(0).label(), "");
  request.set_facts(WatchSubmissionsRequest::FACTS_VIEW_FULL);
  RecordWatch full = Watch(request);
  const auto whole = Message(full).changes(0);
  ASSERT_EQ(whole.facts_size(), 4);
  EXPECT_EQ(whole.facts(0).label(), "l");
}

TEST_F(RecordWatchTest, ReplacedVersionsOfBeforeAreLeftOutWhereAsked) {
  for (const char* school : {"1", "2", "1"}) Add(school, 1);
  WatchSubmissionsRequest request;
  request.set_newest_only(true);
  RecordWatch watch = Watch(request);
  const auto first = Message(watch);
  ASSERT_EQ(first.changes_size(), 2);
  EXPECT_EQ(first.changes(0).revision(), 2);
  EXPECT_EQ(first.changes(1).revision(), 3);
  for (const char* school : {"2", "2"}) Add(school, 1);
  const auto later = Message(watch);
  EXPECT_EQ(later.changes_size(), 2) << "what came since is there in full";
}

TEST_F(RecordWatchTest, LargeSubmissionComesInPiecesOfOneRevision) {
  Add("1", 1);
  Add("2", 30, std::string(100'000, 'x'));
  WatchSubmissionsRequest request;
  request.set_facts(WatchSubmissionsRequest::FACTS_VIEW_FULL);
  RecordWatch watch = Watch(request);
  int facts = 0;
  WatchSubmissionsResponse message;
  while (!message.current()) {
    message = Message(watch);
    EXPECT_LT(message.ByteSizeLong(), 2u << 20);
    for (const auto& change : message.changes()) {
      if (change.revision() == 2) facts += change.facts_size();
      EXPECT_EQ(change.submission().revision(), change.revision());
      EXPECT_EQ(change.more(), change.revision() == 2 && facts < 30);
    }
    EXPECT_EQ(message.revision(), facts < 30 ? 1 : 2);
  }
  EXPECT_EQ(facts, 30);
}

TEST_F(RecordWatchTest, ManyChangesComeInOrderWithoutGaps) {
  for (int i = 0; i < 400; ++i) Add(std::to_string(i % 7), 3);
  WatchSubmissionsRequest request;
  request.set_facts(WatchSubmissionsRequest::FACTS_VIEW_FULL);
  request.set_until_current(true);
  RecordWatch watch = Watch(request);
  std::int64_t seen = 0;
  while (!watch.ended()) {
    const auto message = Message(watch);
    for (const auto& change : message.changes()) {
      ASSERT_EQ(change.revision(), ++seen);
    }
    EXPECT_EQ(message.revision(), seen);
  }
  EXPECT_EQ(seen, 400);
}

}  // namespace
}  // namespace nianbao::intake

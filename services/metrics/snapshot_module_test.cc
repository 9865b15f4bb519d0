#include "services/metrics/snapshot_module.h"

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/core/errors.h"
#include "tests/testing/manual_clock.h"
#include "tests/testing/metrics_catalogue.h"

namespace nianbao::metrics {
namespace {

using nianbao::intake::v1::WatchSubmissionsRequest;
using nianbao::intake::v1::WatchSubmissionsResponse;
using ::testing::ElementsAre;

using Told = absl::StatusOr<std::optional<WatchSubmissionsResponse>>;

constexpr absl::Duration kPatience = absl::Seconds(30);

// A record whose streams say what a test gives them. Safe from any thread.
class ScriptedFeed final : public core::RecordFeed {
 public:
  std::unique_ptr<core::SubmissionWatch> Watch(
      const WatchSubmissionsRequest& request) override {
    if (request.until_current()) return std::make_unique<Headers>();
    const std::lock_guard<std::mutex> lock(mutex_);
    opened_.push_back(absl::StrCat(request.after_revision(),
                                   request.newest_only() ? " newest" : ""));
    return std::make_unique<Stream>(*this);
  }

  absl::StatusOr<core::OrganisationList> ListOrganisations() override {
    return core::OrganisationList();
  }

  // What the stream that is open, or the next one, gives.
  void Give(Told next) {
    const std::lock_guard<std::mutex> lock(mutex_);
    waiting_.push_back(std::move(next));
    wake_.notify_all();
  }

  // A submission of a school with so many students.
  void GiveSubmission(std::int64_t revision, const std::string& school,
                      int students, bool current = true, int version = 1) {
    WatchSubmissionsResponse message;
    auto& change = *message.add_changes();
    change.set_revision(revision);
    auto& submission = *change.mutable_submission();
    submission.set_name(absl::StrCat("editions/2021/submissions/", school,
                                     "/versions/", version));
    submission.set_edition("2021");
    submission.set_school(school);
    submission.set_version(version);
    submission.set_revision(revision);
    *change.add_facts() =
        testing::MakeFact("f1", "students", absl::StrCat(students), "人");
    message.set_revision(revision);
    message.set_current(current);
    Give(Told(std::move(message)));
  }

  std::vector<std::string> opened() {
    const std::lock_guard<std::mutex> lock(mutex_);
    return opened_;
  }

 private:
  class Stream final : public core::SubmissionWatch {
   public:
    explicit Stream(ScriptedFeed& feed) : feed_(feed) {}
    Told Next() override {
      std::unique_lock<std::mutex> lock(feed_.mutex_);
      feed_.wake_.wait(lock, [&] { return ended_ || !feed_.waiting_.empty(); });
      if (ended_) return absl::CancelledError("ended");
      auto next = std::move(feed_.waiting_.front());
      feed_.waiting_.pop_front();
      return next;
    }
    void Cancel() override {
      const std::lock_guard<std::mutex> lock(feed_.mutex_);
      ended_ = true;
      feed_.wake_.notify_all();
    }

   private:
    ScriptedFeed& feed_;
    bool ended_ = false;
  };

  // First versions of long ago.
  class Headers final : public core::SubmissionWatch {
   public:
    Told Next() override {
      if (std::exchange(told_, true)) {
        return std::optional<WatchSubmissionsResponse>();
      }
      WatchSubmissionsResponse message;
      auto& submission = *message.add_changes()->mutable_submission();
      submission.set_edition("2021");
      submission.set_school("1");
      submission.set_version(1);
      submission.mutable_create_time()->set_seconds(77);
      return std::optional<WatchSubmissionsResponse>(std::move(message));
    }
    void Cancel() override {}

   private:
    bool told_ = false;
  };

  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Told> waiting_;
  std::vector<std::string> opened_;
};

class SnapshotFeederTest : public ::testing::Test {
 protected:
  std::unique_ptr<SnapshotFeeder> Start() {
    return std::make_unique<SnapshotFeeder>(SnapshotFeeder::Deps{
        .catalogue = *catalogue_,
        .feed = feed_,
        .store = store_,
        .log = log_,
        .on_serving = [this](bool serving) { serving_.push_back(serving); },
        .first_wait = absl::Milliseconds(1),
        .most_wait = absl::Milliseconds(1)});
  }

  std::string Students(std::int64_t revision, const std::string& school) {
    const auto snapshot = store_.AtLeast(revision, kPatience);
    EXPECT_TRUE(snapshot.ok()) << snapshot.status();
    if (!snapshot.ok()) return "";
    const EditionTable& table = *(*snapshot)->Find("2021");
    const auto row = table.Find(school);
    if (!row) return "none";
    const auto figure = (*snapshot)->Figure(table, *row, {"students", 2021});
    return figure.quantity ? core::ToText(figure.quantity->value) : "blank";
  }

  std::unique_ptr<const core::Catalogue> catalogue_ =
      testing::MakeMetricsCatalogue();
  testing::ManualClock clock_;
  const platform::Log log_{nullptr, clock_};
  ScriptedFeed feed_;
  SnapshotStore store_;
  std::vector<bool> serving_;
};

TEST_F(SnapshotFeederTest, ServesOnceEverythingIsThere) {
  auto feeder = Start();
  feed_.GiveSubmission(4, "1", 100, /*current=*/false, /*version=*/3);
  feed_.GiveSubmission(5, "2", 200);
  EXPECT_EQ(Students(5, "1"), "100");
  EXPECT_EQ(Students(5, "2"), "200");
  feeder.reset();
  EXPECT_THAT(serving_, ElementsAre(false, true));
  // The third version came; the first is that of long ago.
  const auto snapshot = *store_.Current();
  const EditionTable& table = *snapshot->Find("2021");
  const SchoolRow& row = table.row(*table.Find("1"));
  EXPECT_EQ(row.versions, 3);
  EXPECT_EQ(row.first_time, absl::FromUnixSeconds(77));
}

TEST_F(SnapshotFeederTest, GoesOnBehindWhatItHasWhereAStreamBreaks) {
  auto feeder = Start();
  feed_.GiveSubmission(5, "1", 100);
  EXPECT_EQ(Students(5, "1"), "100");
  feed_.Give(absl::UnavailableError("gone"));
  feed_.GiveSubmission(6, "1", 110, true, 2);
  EXPECT_EQ(Students(6, "1"), "110");
  // At least once: what came already changes nothing.
  feed_.GiveSubmission(6, "1", 999, true, 2);
  feed_.GiveSubmission(7, "2", 5);
  EXPECT_EQ(Students(7, "1"), "110");
  EXPECT_THAT(feed_.opened(), ElementsAre("0 newest", "5"));
}

TEST_F(SnapshotFeederTest, ARecordThatIsOlderIsLoadedAnew) {
  auto feeder = Start();
  feed_.GiveSubmission(9, "1", 100);
  EXPECT_EQ(Students(9, "1"), "100");
  feed_.Give(absl::OutOfRangeError("the record is at revision 3"));
  feed_.GiveSubmission(10, "2", 300);
  EXPECT_EQ(Students(10, "1"), "none");
  EXPECT_EQ(Students(10, "2"), "300");
  EXPECT_THAT(feed_.opened(), ElementsAre("0 newest", "0 newest"));
  feeder.reset();
  EXPECT_THAT(serving_, ElementsAre(false, true, false, true));
}

TEST_F(SnapshotFeederTest, ASnapshotInHandStaysAsItWas) {
  auto feeder = Start();
  feed_.GiveSubmission(1, "1", 100);
  const auto before = *store_.AtLeast(1, kPatience);
  feed_.GiveSubmission(2, "1", 250, true, 2);
  EXPECT_EQ(Students(2, "1"), "250");
  const EditionTable& table = *before->Find("2021");
  EXPECT_EQ(before->revision(), 1);
  EXPECT_EQ(before->Figure(table, *table.Find("1"), {"students", 2021})
                .quantity->value,
            100);
}

TEST_F(SnapshotFeederTest, AnOldRevisionIsRefusedAndANewOneWaitedFor) {
  auto feeder = Start();
  feed_.GiveSubmission(1, "1", 100);
  EXPECT_TRUE(store_.AtLeast(1, kPatience).ok());
  const auto late = store_.AtLeast(2, absl::Milliseconds(1));
  EXPECT_EQ(core::GetErrorInfo(late.status()).reason, "REVISION_TOO_OLD");
}

}  // namespace
}  // namespace nianbao::metrics

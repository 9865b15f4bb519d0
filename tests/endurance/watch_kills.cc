// Kills intake again and again while schools hand facts in and a watcher
// follows, and checks that the watcher saw exactly what was acknowledged.
//
// usage: watch_kills --store sqlite|postgres [--kills N] [--seed N]
//
// On PostgreSQL two replicas of intake share the store, and now and then a
// process of PostgreSQL is killed, too. Prints one line and exits 0 where
// nothing was missed.
#include <atomic>
#include <cstdio>
#include <functional>
#include <memory>
#include <mutex>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "nianbao/intake/v1/intake.grpc.pb.h"
#include "services/clients/record_feed_client.h"
#include "services/core/errors.h"
#include "services/platform/rpc_status.h"
#include "tests/endurance/intake_replicas.h"
#include "tests/endurance/kill_ledger.h"
#include "tests/testing/postgres_server.h"
#include "tests/testing/scratch_folder.h"

namespace nianbao::testing {
namespace {

namespace api = nianbao::intake::v1;

constexpr int kWriters = 2;
constexpr int kSchools = 7;
constexpr absl::Duration kCallTime = absl::Seconds(10);

struct Options {
  std::string store = "sqlite";
  int kills = 5;
  int seed = 1;
};

api::SubmitFactsRequest RequestOf(int writer, int number) {
  api::SubmitFactsRequest request;
  request.set_edition("2021");
  request.set_school(absl::StrCat("363300000", number % kSchools));
  request.set_region("330802");
  request.set_request_id(absl::StrCat("writer-", writer, "-", number));
  auto* fact = request.add_facts();
  fact->set_concept_code("full_time_students");
  fact->mutable_figure()->set_value(absl::StrCat(number * kWriters + writer));
  fact->mutable_figure()->set_unit("人");
  fact->set_period("2021年");
  return request;
}

// The whole trial.
class Trial {
 public:
  Trial(const Options& options, Replicas& replicas, PostgresServer* postgres)
      : options_(options), replicas_(replicas), postgres_(postgres) {}

  absl::Status Run() {
    for (std::size_t i = 0; i < replicas_.size(); ++i) {
      NIANBAO_RETURN_IF_ERROR(replicas_.Restart(i));
    }
    std::vector<std::thread> writers;
    for (int i = 0; i < kWriters; ++i) {
      writers.emplace_back([this, i] { WriteAll(i); });
    }
    std::thread watcher([this] { WatchAll(); });
    std::thread reader([this] {
      while (reading_) {
        replicas_.Drain();
        absl::SleepFor(kPause);
      }
    });
    const absl::Status killed = KillAll();
    writing_ = false;
    for (std::thread& writer : writers) writer.join();
    const absl::Status complete = killed.ok() ? AwaitComplete() : killed;
    watching_ = false;
    watcher.join();
    reading_ = false;
    reader.join();
    NIANBAO_RETURN_IF_ERROR(complete);
    const std::lock_guard lock(mutex_);
    NIANBAO_RETURN_IF_ERROR(problem_);
    return ledger_.Compare();
  }

  const Ledger& ledger() const { return ledger_; }
  int resumed() const { return resumed_; }
  int repeated() const { return repeated_; }
  int backends() const { return backends_; }

 private:
  void Fail(const absl::Status& status) {
    const std::lock_guard lock(mutex_);
    if (problem_.ok()) problem_ = status;
  }
  bool Failed() {
    const std::lock_guard lock(mutex_);
    return !problem_.ok();
  }

  void WriteAll(int writer) {
    for (int number = 0; writing_; ++number) {
      const api::SubmitFactsRequest request = RequestOf(writer, number);
      // The same request until it is acknowledged, by whichever replica.
      for (std::size_t attempt = 0; writing_; ++attempt) {
        if (Submit(request, (attempt + static_cast<std::size_t>(writer)) %
                                replicas_.size())) {
          break;
        }
        ++repeated_;
        absl::SleepFor(kPause);
      }
    }
  }

  bool Submit(const api::SubmitFactsRequest& request, std::size_t replica) {
    const auto channel = replicas_.channel(replica).Get();
    if (channel == nullptr) return false;
    grpc::ClientContext context;
    context.set_deadline(absl::ToChronoTime(absl::Now() + kCallTime));
    api::Submission stored;
    const absl::Status status = platform::FromGrpcStatus(
        api::Intake::NewStub(channel)->SubmitFacts(&context, request, &stored));
    if (absl::IsInvalidArgument(status) || absl::IsInternal(status)) {
      Fail(status);
    }
    if (!status.ok()) return false;
    ledger_.Acknowledge(stored.revision(), request.facts(0).figure().value());
    return true;
  }

  void WatchAll() {
    for (std::size_t attempt = 0; watching_ && !Failed(); ++attempt) {
      clients::RecordFeedClient feed(
          {replicas_.channel(attempt % replicas_.size()),
           clients::CallPolicy(kCallTime)});
      api::WatchSubmissionsRequest request;
      request.set_after_revision(ledger_.seen());
      request.set_facts(api::WatchSubmissionsRequest::FACTS_VIEW_LINKED);
      const auto watch = feed.Watch(request);
      while (watching_ && !Failed() && TakeNext(*watch)) {
      }
      ++resumed_;
      absl::SleepFor(kPause);
    }
  }

  // False where the stream is over.
  bool TakeNext(core::SubmissionWatch& watch) {
    const auto next = watch.Next();
    if (!next.ok() || !next->has_value()) {
      if (absl::IsOutOfRange(next.status())) Fail(next.status());
      return false;
    }
    for (const auto& change : (*next)->changes()) {
      const absl::Status seen = ledger_.See(
          change.revision(),
          change.facts_size() == 1 ? change.facts(0).figure().value() : "");
      if (!seen.ok()) Fail(seen);
    }
    return true;
  }

  absl::Status KillAll() {
    std::mt19937 random(static_cast<unsigned>(options_.seed));
    for (int kill = 1; kill <= options_.kills && !Failed(); ++kill) {
      // Somewhere in the middle of the work, at another place each time.
      NIANBAO_RETURN_IF_ERROR(
          AwaitWork(std::uniform_int_distribution<std::size_t>(1, 30)(random)));
      const auto which = std::uniform_int_distribution<std::size_t>(
          0, replicas_.size() - 1)(random);
      if (postgres_ != nullptr && kill % 5 == 0) {
        backends_ += postgres_->KillBackend() ? 1 : 0;
      }
      NIANBAO_RETURN_IF_ERROR(replicas_.Restart(which));
    }
    return absl::OkStatus();
  }

  // Waits until `more` submissions were acknowledged.
  absl::Status AwaitWork(std::size_t more) {
    const std::size_t enough = ledger_.acknowledged() + more;
    return Await([&] { return ledger_.acknowledged() >= enough; });
  }

  absl::Status AwaitComplete() {
    return Await([&] { return ledger_.IsComplete(); });
  }

  absl::Status Await(const std::function<bool()>& done) {
    const absl::Time until = absl::Now() + kPatience;
    while (!done() && !Failed()) {
      if (absl::Now() > until) {
        return absl::DeadlineExceededError(
            absl::StrCat("nothing moves: ", ledger_.acknowledged(),
                         " acknowledged, ", ledger_.seen(), " seen"));
      }
      absl::SleepFor(absl::Milliseconds(1));
    }
    return absl::OkStatus();
  }

  const Options options_;
  Replicas& replicas_;
  PostgresServer* const postgres_;
  Ledger ledger_;
  std::atomic<bool> writing_ = true;
  std::atomic<bool> watching_ = true;
  std::atomic<bool> reading_ = true;
  std::atomic<int> resumed_ = 0;
  std::atomic<int> repeated_ = 0;
  int backends_ = 0;
  std::mutex mutex_;
  absl::Status problem_;
};

int Report(const Options& options, const absl::Status& status,
           const Trial& trial) {
  std::printf(
      "%s %s: %d kills of intake, %d of PostgreSQL; %zu submissions "
      "acknowledged, %d requests repeated, %lld revisions seen in order, "
      "%d streams\n",
      status.ok() ? "ok    " : "FAILED", options.store.c_str(), options.kills,
      trial.backends(), trial.ledger().acknowledged(), trial.repeated(),
      static_cast<long long>(trial.ledger().seen()), trial.resumed());
  if (status.ok()) return 0;
  std::printf("%s\n", status.ToString().c_str());
  return 1;
}

int RunOn(const Options& options) {
  const ScratchFolder folder;
  if (options.store == "sqlite") {
    Replicas replicas("--store.path=" + folder.Path("s.sqlite3"), 1);
    Trial trial(options, replicas, nullptr);
    return Report(options, trial.Run(), trial);
  }
  const auto postgres = PostgresServer::Start();
  if (!postgres.ok()) {
    std::printf("%s\n", postgres.status().ToString().c_str());
    return 1;
  }
  Replicas replicas("--store.postgres=" + (*postgres)->connection(), 2);
  Trial trial(options, replicas, postgres->get());
  return Report(options, trial.Run(), trial);
}

bool Parse(int argc, char** argv, Options& options) {
  for (int i = 1; i < argc; i += 2) {
    const std::string flag = argv[i];
    if (i + 1 == argc) return false;
    if (flag == "--store") {
      options.store = argv[i + 1];
    } else if (!(flag == "--kills" &&
                 absl::SimpleAtoi(argv[i + 1], &options.kills)) &&
               !(flag == "--seed" &&
                 absl::SimpleAtoi(argv[i + 1], &options.seed))) {
      return false;
    }
  }
  return options.store == "sqlite" || options.store == "postgres";
}

}  // namespace
}  // namespace nianbao::testing

int main(int argc, char** argv) {
  nianbao::testing::Options options;
  if (!nianbao::testing::Parse(argc, argv, options)) {
    std::fprintf(stderr,
                 "usage: watch_kills --store sqlite|postgres [--kills N] "
                 "[--seed N]\n");
    return 2;
  }
  return nianbao::testing::RunOn(options);
}

// A stream that goes on for as long as its caller wants: messages come when
// there is something to tell, and no thread waits in between.
#ifndef NIANBAO_SERVICES_PLATFORM_RPC_WATCH_H_
#define NIANBAO_SERVICES_PLATFORM_RPC_WATCH_H_

#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "grpcpp/alarm.h"
#include "grpcpp/support/server_callback.h"
#include "services/platform/rpc_streams.h"

namespace nianbao::platform {

// What a stream's turns, wakes, alarms and cancellation agree on. It outlives
// the stream, so that a late wake finds nobody. At each moment one holder has
// the turn, and only the holder starts a gRPC operation. Safe for use from any
// thread.
class WatchTurn {
 public:
  // What a turn is taken for.
  enum class Cause { kWake, kAlive, kCancel, kStop };

  // `go` takes over with the turn; called outside of any lock.
  explicit WatchTurn(std::function<void(Cause)> go) : go_(std::move(go)) {}

  // Something may be there; at rest the turn starts, otherwise it is
  // remembered.
  void Wake() { Take(Cause::kWake); }
  void Cancel() { Take(Cause::kCancel); }
  void Stop() { Take(Cause::kStop); }

  // Gives the turn back, until something happens or `wait` is over. Where
  // something did while it was held, gives the cause instead and the turn
  // stays. Called by the holder.
  std::optional<Cause> Rest(const std::shared_ptr<WatchTurn>& self,
                            absl::Duration wait);

  // The turn is never given back.
  void End();

 private:
  void Take(Cause cause);
  void Ring(std::int64_t rest);

  std::mutex mutex_;
  std::function<void(Cause)> go_;  // null after the end
  bool resting_ = false;
  std::int64_t rests_ = 0;
  std::optional<Cause> waiting_;
  std::unique_ptr<grpc::Alarm> alarm_;
};

// Streams of one service, to be ended together. Safe for use from any thread.
class Watches {
 public:
  // `turn` is stopped with the others, at once where they were.
  void Add(const std::shared_ptr<WatchTurn>& turn);

  // Ends all streams with Unavailable, those that begin later too.
  void Stop();

 private:
  std::mutex mutex_;
  bool stopped_ = false;
  std::list<std::weak_ptr<WatchTurn>> turns_;
};

// The status of a stream that the server ends.
grpc::Status WatchStopped();

// How long a stream may stay silent, and waits where the executor is full.
inline constexpr absl::Duration kSignOfLife = absl::Seconds(5);
inline constexpr absl::Duration kRetryTurn = absl::Milliseconds(200);

// Writes what a source gives. Source has
//   absl::StatusOr<std::optional<Response>> Next(bool alive);
//     the next message, nothing where there is none now; with `alive` there is
//     one in any case. Runs on the executor, one call at a time.
//   bool ended() const;
//     whether there will never be another one.
//   std::shared_ptr<void> Listen(std::function<void()> wake);
//     has `wake` called whenever Next may have something.
template <class Response, class Source>
class WatchStream final : public grpc::ServerWriteReactor<Response> {
 public:
  WatchStream(const RpcScope& scope, std::unique_ptr<Source> source,
              Watches& watches, absl::Duration sign_of_life)
      : scope_(scope),
        source_(std::move(source)),
        sign_of_life_(sign_of_life),
        turn_(std::make_shared<WatchTurn>(
            [this](WatchTurn::Cause cause) { Go(cause); })) {
    const std::shared_ptr<WatchTurn> turn = turn_;
    listener_ = source_->Listen([turn] { turn->Wake(); });
    watches.Add(turn);
    Go(WatchTurn::Cause::kWake);
  }

 private:
  using Cause = WatchTurn::Cause;

  void Go(Cause cause) {
    if (cause == Cause::kCancel) return End(grpc::Status::CANCELLED);
    if (cause == Cause::kStop) return End(WatchStopped());
    const absl::Status taken =
        scope_.executor.Submit([this, cause] { Pull(cause == Cause::kAlive); });
    if (taken.ok()) return;
    if (!begun_) return End(ToGrpcStatus(taken));
    Rest(kRetryTurn);
  }

  void Pull(bool alive) {
    begun_ = true;
    std::optional<Response> next;
    const absl::Status status = DoCall(scope_.context, [&]() -> absl::Status {
      NIANBAO_ASSIGN_OR_RETURN(next, source_->Next(alive));
      return absl::OkStatus();
    });
    if (!status.ok()) return End(ToGrpcStatus(status));
    if (next) {
      message_ = *std::move(next);
      return this->StartWrite(&message_);
    }
    if (source_->ended()) return End(grpc::Status::OK);
    Rest(sign_of_life_);
  }

  void Rest(absl::Duration wait) {
    // Once the turn is given back, this may be gone.
    const std::shared_ptr<WatchTurn> turn = turn_;
    if (const auto cause = turn->Rest(turn, wait)) Go(*cause);
  }

  void OnWriteDone(bool ok) override {
    if (!ok) return End(grpc::Status::CANCELLED);
    Go(scope_.context.IsCancelled() ? Cause::kCancel : Cause::kWake);
  }

  void OnCancel() override { turn_->Cancel(); }

  void End(const grpc::Status& status) {
    turn_->End();
    this->Finish(status);
  }

  void OnDone() override { delete this; }

  const RpcScope scope_;
  const std::unique_ptr<Source> source_;
  const absl::Duration sign_of_life_;
  const std::shared_ptr<WatchTurn> turn_;
  std::shared_ptr<void> listener_;
  bool begun_ = false;
  Response message_;
};

// Answers with what `source` gives; it is the reactor that a handler returns.
template <class Response, class Source>
grpc::ServerWriteReactor<Response>* AnswerWatch(
    const RpcScope& scope, std::unique_ptr<Source> source, Watches& watches,
    absl::Duration sign_of_life = kSignOfLife) {
  return new WatchStream<Response, Source>(scope, std::move(source), watches,
                                           sign_of_life);
}

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_RPC_WATCH_H_

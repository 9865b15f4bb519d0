#include "services/platform/worker_pool.h"

#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/core/errors.h"

namespace nianbao::platform {

WorkerPool::WorkerPool(const Options& options) : options_(options) {
  for (int i = 0; i < options_.threads; ++i) {
    threads_.emplace_back([this] { Work(); });
  }
}

WorkerPool::~WorkerPool() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

absl::Status WorkerPool::Submit(std::function<void()> task) {
  {
    const std::lock_guard lock(mutex_);
    if (waiting_.size() >= static_cast<std::size_t>(options_.max_waiting)) {
      return core::MakeError(
          absl::StatusCode::kResourceExhausted,
          absl::StrCat("server is busy: ", waiting_.size(),
                       " calls wait for a thread; try again later, or raise "
                       "limits.max_queued_calls or limits.worker_threads"),
          {.reason = "SERVER_BUSY",
           .metadata = {{"waiting", absl::StrCat(waiting_.size())},
                        {"zh", "服务器繁忙，请稍后再试。"}}});
    }
    waiting_.push_back(std::move(task));
  }
  wake_.notify_one();
  return absl::OkStatus();
}

void WorkerPool::Work() {
  std::unique_lock lock(mutex_);
  while (true) {
    wake_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    std::function<void()> task = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    task();
    task = nullptr;  // what the task holds goes before the next wait
    lock.lock();
  }
}

}  // namespace nianbao::platform

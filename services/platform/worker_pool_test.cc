#include "services/platform/worker_pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <latch>
#include <thread>

#include "services/core/errors.h"

namespace nianbao::platform {
namespace {

TEST(WorkerPool, RunsEveryTaskOnceFromManyThreads) {
  std::atomic<int> runs = 0;
  {
    WorkerPool pool({.threads = 3, .max_waiting = 10000});
    std::vector<std::thread> callers;
    for (int i = 0; i < 4; ++i) {
      callers.emplace_back([&] {
        for (int j = 0; j < 500; ++j) {
          EXPECT_TRUE(pool.Submit([&] { ++runs; }).ok());
        }
      });
    }
    for (std::thread& caller : callers) caller.join();
  }
  EXPECT_EQ(runs, 2000);
}

TEST(WorkerPool, RefusesWhenTooManyWait) {
  std::latch started(1);
  std::latch release(1);
  WorkerPool pool({.threads = 1, .max_waiting = 2});
  ASSERT_TRUE(pool.Submit([&] {
                    started.count_down();
                    release.wait();
                  })
                  .ok());
  started.wait();
  EXPECT_TRUE(pool.Submit([] {}).ok());
  EXPECT_TRUE(pool.Submit([] {}).ok());
  bool ran = false;
  const absl::Status refused = pool.Submit([&] { ran = true; });
  EXPECT_EQ(refused.code(), absl::StatusCode::kResourceExhausted);
  EXPECT_EQ(core::GetErrorInfo(refused).reason, "SERVER_BUSY");
  release.count_down();
  EXPECT_FALSE(ran);
}

TEST(WorkerPool, RunsTasksAtTheSameTime) {
  // Each task waits for the other, so one thread would never end.
  std::latch both(2);
  WorkerPool pool({.threads = 2, .max_waiting = 2});
  ASSERT_TRUE(pool.Submit([&] { both.arrive_and_wait(); }).ok());
  ASSERT_TRUE(pool.Submit([&] { both.arrive_and_wait(); }).ok());
}

TEST(WorkerPool, FinishesWhatWaitsBeforeItStops) {
  int runs = 0;
  {
    WorkerPool pool({.threads = 1, .max_waiting = 100});
    for (int i = 0; i < 100; ++i) {
      ASSERT_TRUE(pool.Submit([&] { ++runs; }).ok());
    }
  }
  EXPECT_EQ(runs, 100);
}

}  // namespace
}  // namespace nianbao::platform

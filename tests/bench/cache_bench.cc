// Fills a cache of aggregates up to each of the sizes and looks values up at
// random. Prints a line of JSON after each filling and looking up.
//
// usage: cache_bench REDIS_ADDRESS|- SIZE...     "-" is the in-process cache
#include <sys/resource.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <functional>
#include <memory>
#include <mutex>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "services/platform/cache/cache_factory.h"
#include "services/platform/system_clock.h"

namespace nianbao {
namespace {

using std::chrono::steady_clock;

constexpr int kThreads = 16;
constexpr int kWindow = 512;
constexpr std::int64_t kLookups = 1'000'000;
constexpr std::size_t kValueBytes = 256;

// As long as the keys of aggregates are.
std::string KeyOf(std::int64_t number) {
  return absl::StrCat(
      "nianbao:v2:aggregate:5f0c6a1b2d3e4f50:2021:",
      absl::Hex(static_cast<std::uint64_t>(number) * 0x9e3779b97f4a7c15,
                absl::kZeroPad16),
      ":county:full_time_students+full_time_teachers");
}

std::string ValueOf(std::int64_t number) {
  std::string value = absl::StrCat("value ", number, " ");
  value.resize(kValueBytes, 'v');
  return value;
}

class Deaf final : public platform::CacheEvents {
 public:
  void OnFailure(const absl::Status& status) override {
    std::fprintf(stderr, "cache: %s\n", std::string(status.message()).c_str());
  }
  void OnRecovery() override {}
  void OnFigures(const platform::CacheFigures&) override {}
};

double CpuSeconds() {
  rusage usage = {};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) +
           static_cast<double>(time.tv_usec) * 1e-6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

std::int64_t ResidentBytes() {
  std::ifstream file("/proc/self/statm");
  std::int64_t all = 0;
  std::int64_t resident = 0;
  file >> all >> resident;
  return resident * sysconf(_SC_PAGESIZE);
}

struct Cost {
  double rate = 0;
  double cpu_us = 0;
};

Cost Measure(std::int64_t count, const std::function<void()>& work) {
  const double cpu = CpuSeconds();
  const auto start = steady_clock::now();
  work();
  const std::chrono::duration<double> took = steady_clock::now() - start;
  const auto calls = static_cast<double>(count);
  return {.rate = calls / took.count(),
          .cpu_us = (CpuSeconds() - cpu) / calls * 1e6};
}

void Fill(core::AggregateCache& cache, std::int64_t from, std::int64_t to) {
  std::vector<std::thread> threads;
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&cache, from, to, t] {
      for (std::int64_t i = from + t; i < to; i += kThreads) {
        cache.Put(KeyOf(i), ValueOf(i)).IgnoreError();
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

// Keeps kWindow lookups under way; those that did not find their value.
std::int64_t LookUp(core::AggregateCache& cache, std::int64_t size) {
  std::mutex mutex;
  std::condition_variable room;
  int under_way = 0;
  std::int64_t missed = 0;
  std::mt19937_64 random(17);
  for (std::int64_t i = 0; i < kLookups; ++i) {
    {
      std::unique_lock lock(mutex);
      room.wait(lock, [&] { return under_way < kWindow; });
      ++under_way;
    }
    const auto number =
        static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(size));
    cache.Find(KeyOf(number), [&, number](auto found) {
      const bool right =
          found.ok() && *found != nullptr && **found == ValueOf(number);
      const std::lock_guard lock(mutex);
      if (!right) ++missed;
      --under_way;
      room.notify_one();
    });
  }
  std::unique_lock lock(mutex);
  room.wait(lock, [&] { return under_way == 0; });
  return missed;
}

void Print(const char* what, std::int64_t size, const Cost& cost,
           std::int64_t missed) {
  std::printf(
      "{\"what\": \"%s\", \"size\": %lld, \"rate\": %.0f, "
      "\"cpu_us\": %.3f, \"missed\": %lld, \"rss\": %lld}\n",
      what, static_cast<long long>(size), cost.rate, cost.cpu_us,
      static_cast<long long>(missed), static_cast<long long>(ResidentBytes()));
  std::fflush(stdout);
}

int Run(const std::string& address, const std::vector<std::int64_t>& sizes) {
  config::v1::Cache config;
  if (address != "-") config.set_redis(address);
  config.set_max_entries(10'000'000);
  config.set_max_bytes(std::int64_t{1} << 40);
  config.set_timeout_ms(10'000);
  const platform::SystemClock clock;
  Deaf events;
  const auto cache = platform::MakeAggregateCache(config, clock, events);
  std::int64_t filled = 0;
  for (const std::int64_t size : sizes) {
    const Cost fill =
        Measure(size - filled, [&] { Fill(*cache, filled, size); });
    filled = size;
    Print("fill", size, fill, 0);
    std::int64_t missed = 0;
    const Cost hit = Measure(kLookups, [&] { missed = LookUp(*cache, size); });
    Print("hit", size, hit, missed);
  }
  return 0;
}

}  // namespace
}  // namespace nianbao

int main(int argc, char** argv) {
  std::vector<std::int64_t> sizes;
  for (int i = 2; i < argc; ++i) {
    std::int64_t size = 0;
    if (absl::SimpleAtoi(argv[i], &size)) sizes.push_back(size);
  }
  if (sizes.empty()) return 2;
  return nianbao::Run(argv[1], sizes);
}

// Work done by several threads at once, for tests of what threads share.
#ifndef NIANBAO_TESTS_TESTING_THREADS_H_
#define NIANBAO_TESTS_TESTING_THREADS_H_

#include <functional>
#include <string>
#include <thread>
#include <vector>

namespace nianbao::testing {

// What `work` gives in each of four threads that run at once.
inline std::vector<std::string> InThreads(
    const std::function<std::string()>& work) {
  constexpr int kThreads = 4;
  std::vector<std::string> results(kThreads);
  std::vector<std::thread> threads;
  for (std::string& result : results) {
    threads.emplace_back([&result, &work] { result = work(); });
  }
  for (std::thread& thread : threads) thread.join();
  return results;
}

}  // namespace nianbao::testing

#endif  // NIANBAO_TESTS_TESTING_THREADS_H_

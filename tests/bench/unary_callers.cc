// Calls one method of a server many times, with bytes as they are, so that the
// caller costs the same whatever the messages are. Prints one line of JSON.
//
// usage: unary_callers ADDRESS METHOD REQUEST_FILE... [flags]
//   --calls N         calls in all (default 1000); 0 for no limit
//   --seconds S       ends after S seconds
//   --outstanding N   calls at the same time (default 64)
//   --deadline-ms N   longest wait for an answer (default 10000)
//   --record FOLDER   writes the answer to each request there, by its name
//   --expect FOLDER   compares each answer with the one recorded there
#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "grpcpp/create_channel.h"
#include "grpcpp/generic/generic_stub.h"
#include "grpcpp/security/credentials.h"

namespace {

using std::chrono::microseconds;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

struct Arguments {
  std::vector<std::string> words;
  std::map<std::string, std::string> flags;

  std::int64_t Number(const std::string& name, std::int64_t standard) const {
    const auto found = flags.find(name);
    std::int64_t number = standard;
    if (found != flags.end() && !absl::SimpleAtoi(found->second, &number)) {
      number = standard;
    }
    return number;
  }
  std::string Text(const std::string& name) const {
    const auto found = flags.find(name);
    return found == flags.end() ? "" : found->second;
  }
};

Arguments Parse(int argc, char** argv) {
  Arguments arguments;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word.starts_with("--") && i + 1 < argc) {
      arguments.flags[word] = argv[++i];
    } else {
      arguments.words.push_back(word);
    }
  }
  return arguments;
}

std::string ReadFile(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::string TextOf(const grpc::ByteBuffer& buffer) {
  std::vector<grpc::Slice> slices;
  std::string text;
  if (!buffer.Dump(&slices).ok()) return text;
  for (const grpc::Slice& slice : slices) {
    text.append(reinterpret_cast<const char*>(slice.begin()), slice.size());
  }
  return text;
}

struct Request {
  std::string name;
  grpc::ByteBuffer bytes;
  std::string expected;
};

class Callers {
 public:
  explicit Callers(const Arguments& arguments)
      : method_(arguments.words.at(1)),
        record_(arguments.Text("--record")),
        compares_(!arguments.Text("--expect").empty()),
        calls_(arguments.Number("--calls", 1000)),
        deadline_(arguments.Number("--deadline-ms", 10000)),
        stub_(grpc::CreateChannel(arguments.words.at(0),
                                  grpc::InsecureChannelCredentials())) {
    const std::filesystem::path expect = arguments.Text("--expect");
    for (std::size_t i = 2; i < arguments.words.size(); ++i) {
      const std::filesystem::path file = arguments.words[i];
      const grpc::Slice slice(ReadFile(file));
      requests_.push_back(
          {.name = file.filename().string(),
           .bytes = grpc::ByteBuffer(&slice, 1),
           .expected = compares_ ? ReadFile(expect / file.filename()) : ""});
    }
    const auto seconds = arguments.Number("--seconds", 3600);
    end_ = steady_clock::now() + std::chrono::seconds(seconds);
  }

  void Run(std::int64_t outstanding) {
    const auto start = steady_clock::now();
    under_way_ = outstanding;
    for (std::int64_t i = 0; i < outstanding; ++i) StartNext();
    std::unique_lock lock(mutex_);
    over_.wait(lock, [this] { return under_way_ == 0; });
    seconds_ =
        std::chrono::duration<double>(steady_clock::now() - start).count();
  }

  std::string Report() {
    std::sort(took_.begin(), took_.end());
    std::string failures;
    for (const auto& [code, count] : failures_) {
      absl::StrAppend(&failures, failures.empty() ? "" : ", ", "\"", code,
                      "\": ", count);
    }
    return absl::StrCat(
        "{\"calls\": ", took_.size(), ", \"seconds\": ", seconds_,
        ", \"rate\": ", static_cast<double>(took_.size()) / seconds_,
        ", \"p50_us\": ", Percentile(50), ", \"p99_us\": ", Percentile(99),
        ", \"most_us\": ", Percentile(100),
        ", \"answer_bytes\": ", answer_bytes_, ", \"wrong\": ", wrong_,
        ", \"failed\": {", failures, "}}");
  }

 private:
  struct Call {
    grpc::ClientContext context;
    grpc::ByteBuffer response;
    const Request* request = nullptr;
    steady_clock::time_point start;
  };

  void StartNext() {
    const std::int64_t number = next_++;
    const auto now = steady_clock::now();
    if ((calls_ > 0 && number >= calls_) || now >= end_) return Leave();
    auto* call = new Call;
    call->request =
        &requests_[static_cast<std::size_t>(number) % requests_.size()];
    call->start = now;
    call->context.set_deadline(std::chrono::system_clock::now() + deadline_);
    stub_.UnaryCall(&call->context, method_, {}, &call->request->bytes,
                    &call->response, [this, call](const grpc::Status& status) {
                      Take(*call, status);
                      delete call;
                      StartNext();
                    });
  }

  void Take(const Call& call, const grpc::Status& status) {
    const auto took = std::chrono::duration_cast<microseconds>(
        steady_clock::now() - call.start);
    const std::lock_guard lock(mutex_);
    took_.push_back(static_cast<std::uint32_t>(took.count()));
    if (!status.ok()) {
      if (++failures_[status.error_code()] == 1) {
        std::fprintf(stderr, "%s: %s\n", call.request->name.c_str(),
                     status.error_message().c_str());
      }
      return;
    }
    answer_bytes_ = call.response.Length();
    if (!record_.empty()) {
      std::ofstream(std::filesystem::path(record_) / call.request->name,
                    std::ios::binary)
          << TextOf(call.response);
    }
    if (compares_ && TextOf(call.response) != call.request->expected) ++wrong_;
  }

  void Leave() {
    const std::lock_guard lock(mutex_);
    if (--under_way_ == 0) over_.notify_all();
  }

  std::uint32_t Percentile(std::size_t percent) const {
    if (took_.empty()) return 0;
    return took_[std::min(took_.size() * percent / 100, took_.size() - 1)];
  }

  const std::string method_;
  const std::string record_;
  const bool compares_;
  const std::int64_t calls_;
  const milliseconds deadline_;
  steady_clock::time_point end_;
  std::vector<Request> requests_;
  grpc::GenericStub stub_;
  std::atomic<std::int64_t> next_ = 0;
  double seconds_ = 0;
  std::mutex mutex_;
  std::condition_variable over_;
  // Guarded by the mutex.
  std::int64_t under_way_ = 0;
  std::vector<std::uint32_t> took_;
  std::map<int, std::int64_t> failures_;
  std::int64_t wrong_ = 0;
  std::size_t answer_bytes_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  const Arguments arguments = Parse(argc, argv);
  if (arguments.words.size() < 3) {
    std::fputs("unary_callers: give an address, a method and requests\n",
               stderr);
    return 2;
  }
  Callers callers(arguments);
  callers.Run(arguments.Number("--outstanding", 64));
  std::printf("%s\n", callers.Report().c_str());
  return 0;
}

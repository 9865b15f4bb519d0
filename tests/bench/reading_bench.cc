// How fast files are read, without starting a program: for each file named on
// the command line its document alone, and its document with its facts. Other
// arguments are Google Benchmark's.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "services/intake/readers/reader.h"
#include "services/intake/reading/reading_test_base.h"
#include "services/intake/report_reader.h"

namespace nianbao::intake {
namespace {

struct Input {
  std::string name;
  std::string bytes;
};

constexpr char kEdition[] = "2021";

void SetRate(const Input& input, benchmark::State& state) {
  state.SetBytesProcessed(state.iterations() *
                          static_cast<std::int64_t>(input.bytes.size()));
}

void ReadsDocument(benchmark::State& state, const Input& input) {
  for (auto _ : state) {
    auto document = ReadFile(input.name, input.bytes);
    if (!document.ok()) {
      state.SkipWithError(std::string(document.status().message()).c_str());
      return;
    }
    benchmark::DoNotOptimize(document);
  }
  SetRate(input, state);
}

void ReadsFacts(benchmark::State& state, const Input& input,
                const ReportReader& reader) {
  std::size_t facts = 0;
  for (auto _ : state) {
    auto read = reader.Read({input.name, kEdition, false}, input.bytes);
    if (!read.ok()) {
      state.SkipWithError(std::string(read.status().message()).c_str());
      return;
    }
    facts = read->facts.size();
    benchmark::DoNotOptimize(read);
  }
  SetRate(input, state);
  state.counters["facts"] = static_cast<double>(facts);
}

std::vector<Input> ReadInputs(int argc, char** argv) {
  std::vector<Input> inputs;
  for (int i = 1; i < argc; ++i) {
    std::ifstream in(argv[i], std::ios::binary);
    inputs.push_back({std::filesystem::path(argv[i]).filename().string(),
                      {std::istreambuf_iterator<char>(in), {}}});
  }
  return inputs;
}

int Main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  const std::vector<Input> inputs = ReadInputs(argc, argv);
  if (inputs.empty()) {
    std::fputs("usage: reading_bench FILE... [--benchmark_...]\n", stderr);
    return 2;
  }
  const ReportReader reader(TestCatalogue());
  for (const Input& input : inputs) {
    const auto add = [&](const std::string& what, auto run) {
      benchmark::RegisterBenchmark((what + "/" + input.name).c_str(), run)
          ->Unit(benchmark::kMillisecond);
    };
    add("document", [&](benchmark::State& s) { ReadsDocument(s, input); });
    add("facts", [&](benchmark::State& s) { ReadsFacts(s, input, reader); });
  }
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}

}  // namespace
}  // namespace nianbao::intake

int main(int argc, char** argv) { return nianbao::intake::Main(argc, argv); }

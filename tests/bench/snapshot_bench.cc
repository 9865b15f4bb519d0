// Times the load of a snapshot from the change stream, and a change to it.
//
// usage: snapshot_bench SCHOOLS EDITIONS FACTS
// Prints one JSON object. Making the changes is not timed.
#include <sys/resource.h>

#include <cstdlib>
#include <ctime>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "absl/strings/str_cat.h"
#include "services/metrics/snapshot/snapshot_builder.h"
#include "tests/testing/made_catalogue.h"

namespace nianbao::bench {
namespace {

using metrics::SnapshotBuilder;

constexpr int kFirstYear = 2012;
constexpr int kChanges = 50;

double Seconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) +
         static_cast<double>(time.tv_nsec) * 1e-9;
}

// What a school hands in: counts, and amounts of two decimals.
SnapshotBuilder::Change ChangeOf(int school, int edition, int facts,
                                 int version, std::int64_t revision) {
  SnapshotBuilder::Change change;
  auto& submission = *change.mutable_submission();
  submission.set_edition(absl::StrCat(kFirstYear + edition));
  submission.set_school(absl::StrCat(3300000001 + school));
  submission.set_name(absl::StrCat("editions/", submission.edition(),
                                   "/submissions/", submission.school(),
                                   "/versions/", version));
  submission.set_region(absl::StrCat(330100 + school % 90));
  submission.set_version(version);
  submission.set_revision(revision);
  change.set_revision(revision);
  for (int i = 0; i < facts; ++i) {
    auto& fact = *change.add_facts();
    fact.set_id(absl::StrCat("f", i + 1));
    fact.set_concept_code(absl::StrCat("c", i));
    const int number = (school * 131 + edition * 17 + i * 7919) % 100000;
    fact.mutable_figure()->set_value(
        i % 3 == 0 ? absl::StrCat(number, ".", 10 + i % 90)
                   : absl::StrCat(number + version));
    fact.mutable_figure()->set_unit(i % 3 == 0 ? "万元" : "人");
    fact.set_period(submission.edition() + "年");
  }
  return change;
}

int Main(int schools, int editions, int facts) {
  std::string text;
  for (int i = 0; i < editions; ++i) {
    text += testing::EditionText(kFirstYear + i);
  }
  for (int i = 0; i < facts; ++i) {
    text += testing::CollectedText(absl::StrCat("c", i),
                                   i % 3 == 0 ? "万元" : "人", 2);
  }
  const auto catalogue = testing::MakeCatalogue(text);
  SnapshotBuilder builder(*catalogue);
  std::int64_t revision = 0;
  double seconds = 0;
  for (int edition = 0; edition < editions; ++edition) {
    for (int school = 0; school < schools; ++school) {
      const auto change = ChangeOf(school, edition, facts, 1, ++revision);
      const double begin = Seconds();
      builder.Apply(change);
      seconds += Seconds() - begin;
    }
  }
  double begin = Seconds();
  auto snapshot = builder.Build(revision);
  seconds += Seconds() - begin;
  const std::size_t bytes = snapshot->Bytes();
  double changing = 0;
  for (int i = 0; i < kChanges; ++i) {
    const auto change =
        ChangeOf(i * 37 % schools, i % editions, facts, 2 + i, ++revision);
    begin = Seconds();
    builder.Apply(change);
    snapshot = builder.Build(revision);
    changing += Seconds() - begin;
  }
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const double all = static_cast<double>(schools) * editions * facts;
  const nlohmann::json result = {
      {"schools", schools},
      {"editions", editions},
      {"facts_each", facts},
      {"seconds", seconds},
      {"bytes", bytes},
      {"bytes_per_fact", static_cast<double>(bytes) / all},
      {"peak_bytes", usage.ru_maxrss * 1024},
      {"change_seconds", changing / kChanges}};
  std::cout << result.dump(1) << "\n";
  return 0;
}

}  // namespace
}  // namespace nianbao::bench

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: snapshot_bench SCHOOLS EDITIONS FACTS\n";
    return 2;
  }
  return nianbao::bench::Main(std::atoi(argv[1]), std::atoi(argv[2]),
                              std::atoi(argv[3]));
}

// Fills an SQLite record with facts of the deployed catalogue's indicators, as
// typed ones come in.
//
// usage: record_filler FILE SCHOOLS FACTS EDITION...
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/platform/catalogue_loader.h"
#include "services/platform/store/sql_submission_store.h"
#include "services/platform/system_clock.h"
#include "tests/bench/store_rows.h"

namespace nianbao::bench {
namespace {

constexpr int kBatch = 500;

void Check(const absl::Status& status) {
  if (status.ok()) return;
  std::fprintf(stderr, "record_filler: %s\n", status.ToString().c_str());
  std::exit(1);
}

std::vector<std::string> CollectedIndicators() {
  const auto catalogue = platform::LoadCatalogue("deploy/catalogue");
  Check(catalogue.status());
  std::vector<std::string> codes;
  for (const auto& [code, indicator] : (*catalogue)->indicators()) {
    if (indicator->formula().empty()) codes.push_back(code);
  }
  return codes;
}

// Makes the submission one of `edition` and its facts those of `codes`.
void Rename(const std::string& edition, const std::vector<std::string>& codes,
            core::NewSubmission& made) {
  made.submission.set_edition(edition);
  made.request_id = absl::StrCat(edition, "-", made.submission.school());
  for (int i = 0; i < made.content.facts.size(); ++i) {
    auto& fact = *made.content.facts.Mutable(i);
    fact.set_concept_code(codes.at(static_cast<std::size_t>(i)));
    // The indicator's own.
    fact.mutable_figure()->clear_unit();
    fact.set_period(absl::StrCat(edition, "年"));
  }
}

void Fill(const std::string& path, int schools, int facts,
          const std::vector<std::string>& editions) {
  const std::vector<std::string> codes = CollectedIndicators();
  const platform::SystemClock clock;
  nianbao::config::v1::Store config;
  config.set_path(path);
  config.set_connections(1);
  const auto store = platform::SqlSubmissionStore::Open(config, clock);
  Check(store.status());
  for (const std::string& edition : editions) {
    for (Batch& batch : MakeBatches(schools, facts, kBatch)) {
      for (core::NewSubmission& made : batch) Rename(edition, codes, made);
      Check((*store)->AddAll(batch).status());
    }
  }
}

}  // namespace
}  // namespace nianbao::bench

int main(int argc, char** argv) {
  if (argc < 5) {
    std::fprintf(stderr,
                 "usage: record_filler FILE SCHOOLS FACTS EDITION...\n");
    return 2;
  }
  nianbao::bench::Fill(argv[1], std::atoi(argv[2]), std::atoi(argv[3]),
                       {argv + 4, argv + argc});
  return 0;
}

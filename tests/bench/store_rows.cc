#include "tests/bench/store_rows.h"

#include "absl/strings/str_cat.h"
#include "services/platform/store/facts_bytes.h"

namespace nianbao::bench {
namespace {

constexpr std::int64_t kFirstSchool = 3633000000;
constexpr std::int64_t kCreateSeconds = 1'640'000'000;

core::NewSubmission MakeSubmission(int school, int facts) {
  core::NewSubmission made;
  auto& submission = made.submission;
  submission.set_edition("2021");
  submission.set_school(absl::StrCat(kFirstSchool + school));
  submission.set_region("330802");
  submission.set_school_title(absl::StrCat("临江第", school, "职业学校"));
  submission.set_fact_count(facts);
  made.request_id = absl::StrCat("2021-", submission.school());
  for (int i = 0; i < facts; ++i) {
    auto& fact = *made.content.facts.Add();
    fact.set_id(absl::StrCat("f", i + 1));
    fact.set_concept_code(absl::StrCat("some_indicator_", i));
    fact.set_label(absl::StrCat("第", i, "项指标"));
    fact.mutable_figure()->set_value(absl::StrCat(school * 7 + i));
    fact.mutable_figure()->set_unit("人");
    fact.mutable_figure()->set_text(absl::StrCat(fact.figure().value(), "人"));
    fact.set_period("2021年");
    fact.set_fact_class(nianbao::fact::v1::FACT_CLASS_OWN);
    fact.set_origin(nianbao::fact::v1::ORIGIN_TYPED);
  }
  return made;
}

}  // namespace

std::vector<Batch> MakeBatches(int schools, int facts, int size) {
  std::vector<Batch> batches;
  for (int school = 0; school < schools; ++school) {
    if (school % size == 0) batches.emplace_back();
    batches.back().push_back(MakeSubmission(school, facts));
  }
  return batches;
}

std::vector<RawBatch> MakeRows(const std::vector<Batch>& batches) {
  std::vector<RawBatch> all;
  std::int64_t revision = 0;
  for (const Batch& batch : batches) {
    RawBatch& rows = all.emplace_back();
    for (const core::NewSubmission& one : batch) {
      RawRow& row = rows.emplace_back();
      row.revision = ++revision;
      row.submission = one.submission;
      row.submission.set_version(1);
      row.submission.mutable_create_time()->set_seconds(kCreateSeconds);
      row.request_id = one.request_id;
      row.facts = platform::SerializeFacts(one.content.facts);
      row.subject =
          absl::StrCat("editions/2021/submissions/", one.submission.school());
    }
  }
  return all;
}

}  // namespace nianbao::bench

#include "services/intake/field_problems.h"

#include "absl/strings/str_cat.h"
#include "services/core/errors.h"
#include "services/core/field_violations.h"

namespace nianbao::intake {
namespace {

// "0,3-7" for 0, 3, 4, 5, 6 and 7, which are in order.
std::string Ranges(const std::vector<int>& indexes) {
  std::string text;
  for (std::size_t i = 0; i < indexes.size();) {
    std::size_t last = i;
    while (last + 1 < indexes.size() &&
           indexes[last + 1] == indexes[last] + 1) {
      ++last;
    }
    absl::StrAppend(&text, text.empty() ? "" : ",", indexes[i]);
    if (last > i) absl::StrAppend(&text, "-", indexes[last]);
    i = last + 1;
  }
  return text;
}

}  // namespace

void FieldProblems::Add(const std::string& field, const std::string& what) {
  problems_.push_back({{"", field, what}, {}});
}

void FieldProblems::AddOf(const std::string& list, int index,
                          const std::string& field, const std::string& what) {
  const auto [at, is_new] = known_.emplace(
      absl::StrCat(list, "\n", field, "\n", what), problems_.size());
  if (is_new) problems_.push_back({{list, field, what}, {}});
  std::vector<int>& indexes = problems_[at->second].indexes;
  if (indexes.empty() || indexes.back() != index) indexes.push_back(index);
}

absl::Status FieldProblems::ToStatus() const {
  if (problems_.empty()) return absl::OkStatus();
  core::ErrorInfo info{.reason = "BAD_FIELDS", .metadata = {}};
  std::string message;
  std::size_t count = 0;
  for (const Problem& problem : problems_) {
    const Key& key = problem.key;
    std::string field = key.field;
    if (!problem.indexes.empty()) {
      field = absl::StrCat(key.list, "[", Ranges(problem.indexes), "]",
                           field.empty() ? "" : ".", field);
    }
    count += problem.indexes.empty() ? 1 : problem.indexes.size();
    absl::StrAppend(&message, "; ", field, ": ", key.what);
    std::string& violation =
        info.metadata[absl::StrCat(core::kViolationPrefix, field)];
    absl::StrAppend(&violation, violation.empty() ? "" : "; ", key.what);
  }
  info.metadata["problems"] = absl::StrCat(count);
  info.metadata["zh"] = absl::StrCat("共有", count, "处问题，未保存任何数据。");
  return core::MakeError(
      absl::StatusCode::kInvalidArgument,
      absl::StrCat(count, count == 1 ? " problem" : " problems",
                   ", nothing was stored", message),
      info);
}

}  // namespace nianbao::intake

#include "services/platform/store/submission_name.h"

#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "services/core/errors.h"

namespace nianbao::platform {
namespace {

absl::Status BadName(const std::string& name) {
  return core::MakeError(
      absl::StatusCode::kInvalidArgument,
      absl::StrCat("name \"", name,
                   "\" is none of a submission; give editions/{edition}/"
                   "submissions/{school}, with /versions/{version} for one "
                   "version"),
      {.reason = "BAD_NAME", .metadata = {{"field", "name"}, {"name", name}}});
}

}  // namespace

absl::StatusOr<SubmissionName> SubmissionName::Parse(const std::string& name) {
  const std::vector<std::string> parts = absl::StrSplit(name, '/');
  if ((parts.size() != 4 && parts.size() != 6) || parts[0] != "editions" ||
      parts[1].empty() || parts[2] != "submissions" || parts[3].empty()) {
    return BadName(name);
  }
  SubmissionName parsed{.edition = parts[1], .school = parts[3]};
  if (parts.size() == 4) return parsed;
  if (parts[4] != "versions" || !absl::SimpleAtoi(parts[5], &parsed.version) ||
      parsed.version < 1) {
    return BadName(name);
  }
  return parsed;
}

std::string SubmissionName::ToString() const {
  std::string name =
      absl::StrCat("editions/", edition, "/submissions/", school);
  if (version > 0) absl::StrAppend(&name, "/versions/", version);
  return name;
}

}  // namespace nianbao::platform

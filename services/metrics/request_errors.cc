#include "services/metrics/request_errors.h"

#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "services/core/errors.h"
#include "services/metrics/nearest_code.h"

namespace nianbao::metrics {
namespace {

using absl::StatusCode;

template <typename Map>
std::vector<std::string> CodesOf(const Map& map) {
  std::vector<std::string> codes;
  for (const auto& [code, definition] : map) codes.push_back(code);
  return codes;
}

}  // namespace

absl::Status UnknownEdition(const core::Catalogue& catalogue,
                            const std::string& edition) {
  const std::string known = absl::StrJoin(CodesOf(catalogue.editions()), ", ");
  return core::MakeError(
      StatusCode::kInvalidArgument,
      absl::StrCat("edition \"", edition, "\" is unknown; use one of: ",
                   known.empty() ? "(the catalogue has none)" : known),
      {.reason = "UNKNOWN_EDITION",
       .metadata = {{"edition", edition}, {"known", known}}});
}

absl::Status UnknownIndicator(const core::Catalogue& catalogue,
                              const std::string& indicator) {
  const std::string near = absl::StrJoin(
      NearestCodes(indicator, CodesOf(catalogue.indicators())), ", ");
  const std::string hint =
      near.empty() ? std::string("list the indicators to see their codes")
                   : absl::StrCat("did you mean: ", near, "?");
  return core::MakeError(
      StatusCode::kInvalidArgument,
      absl::StrCat("indicator \"", indicator, "\" is unknown; ", hint),
      {.reason = "UNKNOWN_INDICATOR",
       .metadata = {{"indicator", indicator}, {"suggestions", near}}});
}

absl::Status NoRollup(const std::string& indicator,
                      const std::string& because) {
  return core::MakeError(
      StatusCode::kInvalidArgument,
      absl::StrCat("indicator \"", indicator, "\" can't be aggregated: ",
                   because, "; ask for an indicator that has a rollup"),
      {.reason = "NO_ROLLUP",
       .metadata = {{"indicator", indicator}, {"because", because}}});
}

absl::Status BadField(const std::string& field, const std::string& value,
                      const std::string& allowed) {
  return core::MakeError(
      StatusCode::kInvalidArgument,
      absl::StrCat(field, " is ", value, "; give ", allowed),
      {.reason = "BAD_REQUEST",
       .metadata = {{"field", field}, {"value", value}, {"allowed", allowed}}});
}

absl::Status RevisionTooOld(std::int64_t revision, std::int64_t asked) {
  return core::MakeError(
      StatusCode::kFailedPrecondition,
      absl::StrCat("the submissions are at revision ", revision,
                   ", older than min_revision ", asked,
                   "; try again later or ask for an older one"),
      {.reason = "REVISION_TOO_OLD",
       .metadata = {{"revision", absl::StrCat(revision)},
                    {"min_revision", absl::StrCat(asked)}}});
}

}  // namespace nianbao::metrics

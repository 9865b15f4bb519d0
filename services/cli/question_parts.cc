#include "services/cli/question_parts.h"

#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "google/protobuf/util/json_util.h"
#include "services/cli/commands.h"
#include "services/cli/metrics_calls.h"
#include "services/core/errors.h"

namespace nianbao::cli {
namespace {

namespace api = nianbao::metrics::v1;
using api::QueryAggregatesRequest;
using api::Statistic;

const std::map<std::string, QueryAggregatesRequest::GroupBy> kLevels = {
    {"prefecture", QueryAggregatesRequest::GROUP_BY_PREFECTURE},
    {"county", QueryAggregatesRequest::GROUP_BY_COUNTY},
    {"class", QueryAggregatesRequest::GROUP_BY_SCHOOL_CLASS},
    {"school", QueryAggregatesRequest::GROUP_BY_SCHOOL}};

const std::map<std::string, Statistic::Kind> kKinds = {
    {"mean", Statistic::KIND_MEAN},
    {"median", Statistic::KIND_MEDIAN},
    {"q1", Statistic::KIND_LOWER_QUARTILE},
    {"q3", Statistic::KIND_UPPER_QUARTILE},
    {"min", Statistic::KIND_LEAST},
    {"max", Statistic::KIND_GREATEST},
    {"p", Statistic::KIND_PERCENTILE},
    {"share>=", Statistic::KIND_SHARE_AT_LEAST},
    {"share<=", Statistic::KIND_SHARE_AT_MOST}};

const std::map<std::string, api::PercentileMethod> kMethods = {
    {"linear", api::PERCENTILE_METHOD_LINEAR},
    {"exclusive", api::PERCENTILE_METHOD_EXCLUSIVE},
    {"nearest", api::PERCENTILE_METHOD_NEAREST_RANK}};

absl::Status UnknownStatistic(const std::string& word) {
  return core::MakeError(
      absl::StatusCode::kInvalidArgument,
      absl::StrCat("statistic \"", word,
                   "\" is unknown; take mean, median, q1, q3, min, max, "
                   "p:97.5, share>=:20 or share<=:20"),
      {.reason = "UNKNOWN_STATISTIC",
       .metadata = {{"statistic", word},
                    {"zh", absl::StrCat("不认识统计量“", word,
                                        "”；可用 mean、median、q1、q3、min、"
                                        "max、p:97.5、share>=:20、"
                                        "share<=:20")}}});
}

}  // namespace

int RunQuestion(const QuestionOptions& options, const Terminal& terminal,
                const std::function<absl::Status(Session&)>& ask) {
  const auto session = Session::Dial(options.addresses, {Service::kMetrics});
  const absl::Status status = session.ok() ? ask(**session) : session.status();
  if (status.ok()) return kExitGood;
  terminal.Fail(status, "");
  return kExitFailed;
}

api::SchoolFilter FilterOf(const QuestionOptions& options) {
  api::SchoolFilter filter;
  for (const auto& region : options.regions) filter.add_regions(region);
  for (const auto& school : options.schools) filter.add_schools(school);
  for (const auto& each : options.school_classes) {
    filter.add_school_classes(each);
  }
  if (options.range.empty()) return filter;
  const std::vector<std::string> parts = absl::StrSplit(options.range, ':');
  filter.mutable_range()->set_indicator(parts[0]);
  if (parts.size() > 1) filter.mutable_range()->set_least(parts[1]);
  if (parts.size() > 2) filter.mutable_range()->set_most(parts[2]);
  return filter;
}

absl::StatusOr<QueryAggregatesRequest> AggregatesOf(
    const AggregatesOptions& options) {
  QueryAggregatesRequest request;
  request.set_edition(options.edition);
  for (const auto& code : options.indicators) request.add_indicators(code);
  if (!options.by.empty()) request.set_group_by(kLevels.at(options.by));
  request.set_min_revision(options.min_revision);
  *request.mutable_filter() = FilterOf(options);
  for (const std::string& word : options.statistics) {
    const std::size_t colon = word.find(':');
    const auto kind = kKinds.find(word.substr(0, colon));
    if (kind == kKinds.end()) return UnknownStatistic(word);
    Statistic& statistic = *request.add_statistics();
    statistic.set_kind(kind->second);
    if (!options.method.empty()) {
      statistic.set_method(kMethods.at(options.method));
    }
    const std::string number =
        colon == std::string::npos ? "" : word.substr(colon + 1);
    if (kind->second == Statistic::KIND_PERCENTILE) {
      statistic.set_percent(number);
    } else if (!number.empty()) {
      statistic.set_bound(number);
    }
  }
  for (const auto& end : options.bin_ends) request.add_bin_ends(end);
  if (options.for_public) request.set_audience(api::AUDIENCE_PUBLIC);
  return request;
}

std::string JsonLine(const google::protobuf::Message& message) {
  google::protobuf::util::JsonPrintOptions options;
  options.preserve_proto_field_names = true;
  std::string line;
  const auto status =
      google::protobuf::util::MessageToJsonString(message, &line, options);
  return status.ok() ? line + "\n" : "{}\n";
}

std::string Shown(const std::string& value) {
  return value.empty() ? "—" : value;
}

absl::StatusOr<IndicatorNames> IndicatorNames::Ask(const Terminal& terminal,
                                                   Session& session) {
  NIANBAO_ASSIGN_OR_RETURN(const auto titles, ListIndicatorTitles(session));
  IndicatorNames names;
  for (const auto& [code, title] : titles) {
    names.names_[code] = In(terminal.language(), title);
  }
  return names;
}

const std::string& IndicatorNames::Of(const std::string& code) const {
  const auto name = names_.find(code);
  return name == names_.end() ? code : name->second;
}

void SayRevision(std::int64_t revision, const Terminal& terminal) {
  terminal.Say(terminal.In("数据修订号 ", "data revision ") +
               std::to_string(revision) + "\n");
}

}  // namespace nianbao::cli

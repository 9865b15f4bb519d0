#include <map>
#include <utility>

#include "services/cli/commands.h"
#include "services/cli/metrics_calls.h"
#include "services/cli/text_table.h"
#include "services/core/errors.h"

namespace nianbao::cli {
namespace {

using nianbao::metrics::v1::QueryAggregatesRequest;
using nianbao::metrics::v1::QueryAggregatesResponse;

using Titles = std::map<std::string, nianbao::catalogue::v1::Text>;

struct Answer {
  Titles titles;
  QueryAggregatesResponse aggregates;
};

QueryAggregatesRequest RequestOf(const AggregatesOptions& options) {
  QueryAggregatesRequest request;
  request.set_edition(options.edition);
  for (const std::string& code : options.indicators) {
    request.add_indicators(code);
  }
  if (options.by == "prefecture") {
    request.set_group_by(QueryAggregatesRequest::GROUP_BY_PREFECTURE);
  } else if (options.by == "county") {
    request.set_group_by(QueryAggregatesRequest::GROUP_BY_COUNTY);
  }
  return request;
}

absl::StatusOr<Answer> Ask(const AggregatesOptions& options, Session& session) {
  Answer answer;
  NIANBAO_ASSIGN_OR_RETURN(answer.aggregates,
                           QueryAggregates(RequestOf(options), session));
  NIANBAO_ASSIGN_OR_RETURN(answer.titles, ListIndicatorTitles(session));
  return answer;
}

std::string TableOf(const Answer& answer, const Terminal& terminal) {
  TextTable table({Align::kLeft, Align::kLeft, Align::kRight, Align::kLeft,
                   Align::kRight, Align::kRight});
  table.Add({terminal.In("地区", "region"), terminal.In("指标", "indicator"),
             terminal.In("数值", "value"), terminal.In("单位", "unit"),
             terminal.In("有数学校", "schools"),
             terminal.In("缺数学校", "missing")});
  for (const auto& group : answer.aggregates.groups()) {
    for (const auto& aggregate : group.aggregates()) {
      const auto title = answer.titles.find(aggregate.indicator());
      table.Add({group.title(),
                 title == answer.titles.end()
                     ? aggregate.indicator()
                     : In(terminal.language(), title->second),
                 aggregate.value().empty() ? "—" : aggregate.value(),
                 aggregate.unit(), std::to_string(aggregate.reported()),
                 std::to_string(aggregate.missing())});
    }
  }
  return table.Text("");
}

}  // namespace

int RunAggregates(const AggregatesOptions& options, const Terminal& terminal) {
  const auto session = Session::Dial(options.addresses, {Service::kMetrics});
  if (!session.ok()) {
    terminal.Fail(session.status(), "");
    return kExitFailed;
  }
  const auto answer = Ask(options, **session);
  if (!answer.ok()) {
    terminal.Fail(answer.status(), "");
    return kExitFailed;
  }
  terminal.Print(TableOf(*answer, terminal));
  terminal.Say(terminal.In("数据修订号 ", "data revision ") +
               std::to_string(answer->aggregates.revision()) + "\n");
  return kExitGood;
}

}  // namespace nianbao::cli

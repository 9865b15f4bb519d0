#include "absl/strings/str_cat.h"
#include "services/cli/question_calls.h"
#include "services/cli/question_parts.h"
#include "services/cli/text_table.h"
#include "services/core/errors.h"

namespace nianbao::cli {
namespace {

using nianbao::metrics::v1::ListTrendsRequest;
using nianbao::metrics::v1::Trend;
using nianbao::metrics::v1::TrendPoint;

std::string BreaksOf(const TrendPoint& point, const Terminal& terminal) {
  std::string text;
  for (const auto& each : point.breaks()) {
    absl::StrAppend(&text, text.empty() ? "" : terminal.In("；", "; "),
                    In(terminal.language(), each.reason()));
  }
  return text;
}

void PrintTrend(const Trend& trend, const IndicatorNames& names,
                const Terminal& terminal) {
  TextTable table({Align::kLeft, Align::kRight, Align::kRight, Align::kRight,
                   Align::kRight, Align::kRight, Align::kRight, Align::kRight,
                   Align::kLeft});
  table.Add({terminal.In("年份", "year"), terminal.In("数值", "value"),
             terminal.In("有数学校", "schools"),
             terminal.In("缺数学校", "missing"), terminal.In("增减", "change"),
             terminal.In("增幅%", "growth %"),
             terminal.In("可比学校", "compared"),
             terminal.In("三年平均", "3-year mean"),
             terminal.In("不可比原因", "not comparable")});
  for (const TrendPoint& point : trend.points()) {
    table.Add({absl::StrCat(point.year()), Shown(point.value()),
               absl::StrCat(point.reported()), absl::StrCat(point.missing()),
               Shown(point.change()), Shown(point.growth()),
               absl::StrCat(point.compared()), Shown(point.three_year_mean()),
               BreaksOf(point, terminal)});
  }
  terminal.Print(names.Of(trend.indicator()) +
                 (trend.unit().empty() ? "" : " (" + trend.unit() + ")") +
                 "\n" + table.Text("  "));
}

}  // namespace

int RunTrends(const QuestionOptions& options, const Terminal& terminal) {
  return RunQuestion(options, terminal, [&](Session& session) -> absl::Status {
    ListTrendsRequest request;
    for (const auto& code : options.indicators) request.add_indicators(code);
    for (const auto& edition : options.editions) request.add_editions(edition);
    *request.mutable_filter() = FilterOf(options);
    request.set_min_revision(options.min_revision);
    NIANBAO_ASSIGN_OR_RETURN(const auto answer, Ask(request, session));
    if (options.jsonl) {
      for (const Trend& trend : answer.trends()) {
        terminal.Print(JsonLine(trend));
      }
      return absl::OkStatus();
    }
    NIANBAO_ASSIGN_OR_RETURN(const IndicatorNames names,
                             IndicatorNames::Ask(terminal, session));
    for (const Trend& trend : answer.trends()) {
      PrintTrend(trend, names, terminal);
    }
    SayRevision(answer.revision(), terminal);
    return absl::OkStatus();
  });
}

}  // namespace nianbao::cli

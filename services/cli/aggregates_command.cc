#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/cli/question_calls.h"
#include "services/cli/question_parts.h"
#include "services/cli/text_table.h"
#include "services/core/errors.h"

namespace nianbao::cli {
namespace {

using nianbao::metrics::v1::QueryAggregatesRequest;
using nianbao::metrics::v1::QueryAggregatesResponse;

// The table of aggregates, page by page.
class AggregatesTable {
 public:
  AggregatesTable(const AggregatesOptions& options, const IndicatorNames& names,
                  const Terminal& terminal)
      : names_(names), terminal_(terminal), table_(Columns(options)) {
    std::vector<std::string> head = {
        terminal.In("组别", "group"),       terminal.In("指标", "indicator"),
        terminal.In("数值", "value"),       terminal.In("单位", "unit"),
        terminal.In("有数学校", "schools"), terminal.In("缺数学校", "missing")};
    for (const auto& word : options.statistics) head.push_back(word);
    for (const auto& end : options.bin_ends) head.push_back("≤" + end);
    if (!options.bin_ends.empty())
      head.push_back(">" + options.bin_ends.back());
    width_ = head.size();
    table_.Add(std::move(head));
  }

  void Add(const QueryAggregatesResponse& page) {
    for (const auto& group : page.groups()) {
      for (const auto& aggregate : group.aggregates()) {
        Add(group.title(), aggregate);
      }
    }
  }

  std::string Text() const { return table_.Text(""); }

 private:
  static std::vector<Align> Columns(const AggregatesOptions& options) {
    std::vector<Align> columns = {Align::kLeft, Align::kLeft,  Align::kRight,
                                  Align::kLeft, Align::kRight, Align::kRight};
    const std::size_t more =
        options.statistics.size() +
        (options.bin_ends.empty() ? 0 : options.bin_ends.size() + 1);
    columns.insert(columns.end(), more, Align::kRight);
    return columns;
  }

  void Add(const std::string& title,
           const QueryAggregatesResponse::Aggregate& aggregate) {
    std::vector<std::string> row = {title, names_.Of(aggregate.indicator())};
    if (aggregate.suppressed()) {
      row.push_back(terminal_.In("不公开", "withheld"));
      row.push_back(aggregate.unit());
    } else {
      row.push_back(Shown(aggregate.value()));
      row.push_back(aggregate.unit());
      row.push_back(absl::StrCat(aggregate.reported()));
      row.push_back(absl::StrCat(aggregate.missing()));
      for (const auto& statistic : aggregate.statistics()) {
        row.push_back(Shown(statistic.value()));
      }
      for (const int count : aggregate.bins()) {
        row.push_back(absl::StrCat(count));
      }
    }
    row.resize(width_);
    table_.Add(std::move(row));
  }

  const IndicatorNames& names_;
  const Terminal& terminal_;
  TextTable table_;
  std::size_t width_ = 0;
};

}  // namespace

int RunAggregates(const AggregatesOptions& options, const Terminal& terminal) {
  return RunQuestion(options, terminal, [&](Session& session) -> absl::Status {
    NIANBAO_ASSIGN_OR_RETURN(const QueryAggregatesRequest request,
                             AggregatesOf(options));
    if (options.jsonl) {
      return AskAllPages(request, session, [&](const auto& page) {
        for (const auto& group : page.groups()) {
          terminal.Print(JsonLine(group));
        }
      });
    }
    NIANBAO_ASSIGN_OR_RETURN(const IndicatorNames names,
                             IndicatorNames::Ask(terminal, session));
    AggregatesTable table(options, names, terminal);
    std::int64_t revision = 0;
    NIANBAO_RETURN_IF_ERROR(
        AskAllPages(request, session, [&](const auto& page) {
          table.Add(page);
          revision = page.revision();
        }));
    terminal.Print(table.Text());
    SayRevision(revision, terminal);
    return absl::OkStatus();
  });
}

}  // namespace nianbao::cli

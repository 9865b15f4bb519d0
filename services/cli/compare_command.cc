#include "absl/strings/str_cat.h"
#include "services/cli/question_calls.h"
#include "services/cli/question_parts.h"
#include "services/cli/text_table.h"
#include "services/core/errors.h"

namespace nianbao::cli {
namespace {

using nianbao::metrics::v1::CompareSchoolRequest;
using nianbao::metrics::v1::CompareSchoolResponse;
using nianbao::metrics::v1::Comparison;
using nianbao::metrics::v1::SchoolRank;

// "3" or "3 (2–4)" where rounding and blanks leave the rank open.
std::string RankOf(const SchoolRank& rank) {
  if (rank.rank() == 0) return "—";
  if (rank.best_rank() == rank.worst_rank()) return absl::StrCat(rank.rank());
  return absl::StrCat(rank.rank(), " (", rank.best_rank(), "–",
                      rank.worst_rank(), ")");
}

std::string RemarksOf(const Comparison& comparison, const Terminal& terminal) {
  std::string text =
      comparison.outlier() ? terminal.In("偏离同类学校", "stands far out") : "";
  for (const auto& standard : comparison.standards()) {
    absl::StrAppend(&text, text.empty() ? "" : terminal.In("；", "; "),
                    In(terminal.language(), standard.title()),
                    terminal.In("：", ": "),
                    standard.open()       ? terminal.In("待定", "open")
                    : standard.attained() ? terminal.In("达标", "attained")
                                          : terminal.In("未达标", "missed"));
  }
  return text;
}

std::string TableOf(const CompareSchoolResponse& answer,
                    const IndicatorNames& names, const Terminal& terminal) {
  TextTable table({Align::kLeft, Align::kRight, Align::kLeft, Align::kRight,
                   Align::kRight, Align::kRight, Align::kRight, Align::kRight,
                   Align::kRight, Align::kLeft});
  table.Add({terminal.In("指标", "indicator"), terminal.In("本校", "school"),
             terminal.In("单位", "unit"), terminal.In("上年", "last year"),
             terminal.In("下四分位", "q1"), terminal.In("中位数", "median"),
             terminal.In("上四分位", "q3"), terminal.In("名次", "rank"),
             terminal.In("共", "of"), terminal.In("备注", "remarks")});
  for (const Comparison& each : answer.comparisons()) {
    table.Add({names.Of(each.indicator()), Shown(each.value()), each.unit(),
               Shown(each.previous()), Shown(each.lower_quartile().value()),
               Shown(each.median().value()),
               Shown(each.upper_quartile().value()), RankOf(each.rank()),
               absl::StrCat(each.rank().ranked()), RemarksOf(each, terminal)});
  }
  return table.Text("");
}

}  // namespace

int RunCompare(const CompareOptions& options, const Terminal& terminal) {
  return RunQuestion(options, terminal, [&](Session& session) -> absl::Status {
    CompareSchoolRequest request;
    request.set_edition(options.edition);
    request.set_school(options.school);
    for (const auto& code : options.indicators) request.add_indicators(code);
    request.mutable_peers()->set_same_city(options.same_city);
    request.mutable_peers()->set_same_class(options.same_class);
    request.mutable_peers()->set_size_percent(options.size_percent);
    request.set_min_revision(options.min_revision);
    NIANBAO_ASSIGN_OR_RETURN(const auto answer, Ask(request, session));
    if (options.jsonl) {
      for (const Comparison& each : answer.comparisons()) {
        terminal.Print(JsonLine(each));
      }
      return absl::OkStatus();
    }
    NIANBAO_ASSIGN_OR_RETURN(const IndicatorNames names,
                             IndicatorNames::Ask(terminal, session));
    terminal.Print(TableOf(answer, names, terminal));
    terminal.Say(absl::StrCat(terminal.In("同类学校 ", "peers: "),
                              answer.peers(), terminal.In(" 所", ""), "\n"));
    SayRevision(answer.revision(), terminal);
    return absl::OkStatus();
  });
}

}  // namespace nianbao::cli

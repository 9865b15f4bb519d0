// Ranks, attainment, coverage and warnings.
#include <map>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "google/protobuf/util/time_util.h"
#include "services/cli/question_calls.h"
#include "services/cli/question_parts.h"
#include "services/cli/text_table.h"
#include "services/cli/words.h"
#include "services/core/errors.h"

namespace nianbao::cli {
namespace {

namespace api = nianbao::metrics::v1;

const std::map<std::string, api::RankWithin> kWithin = {
    {"prefecture", api::RANK_WITHIN_PREFECTURE},
    {"county", api::RANK_WITHIN_COUNTY},
    {"class", api::RANK_WITHIN_SCHOOL_CLASS}};

const std::map<std::string, api::CoverageState> kStates = {
    {"filed", api::COVERAGE_STATE_FILED},
    {"late", api::COVERAGE_STATE_FILED_LATE},
    {"missing", api::COVERAGE_STATE_NOT_FILED},
    {"unexpected", api::COVERAGE_STATE_UNEXPECTED}};

std::string StateOf(api::CoverageState state, const Terminal& terminal) {
  switch (state) {
    case api::COVERAGE_STATE_FILED:
      return terminal.In("已报", "filed");
    case api::COVERAGE_STATE_FILED_LATE:
      return terminal.In("迟报", "late");
    case api::COVERAGE_STATE_NOT_FILED:
      return terminal.In("未报", "not filed");
    case api::COVERAGE_STATE_UNEXPECTED:
      return terminal.In("不在册", "unexpected");
    default:
      return "";
  }
}

api::ListRanksRequest RequestOf(const RanksOptions& options) {
  api::ListRanksRequest request;
  request.set_edition(options.edition);
  request.set_indicator(options.indicators.front());
  *request.mutable_filter() = FilterOf(options);
  if (!options.by.empty()) request.set_within(kWithin.at(options.by));
  if (options.least_first) request.set_order(api::RANK_ORDER_LEAST_FIRST);
  if (options.ties == "dense") request.set_ties(api::RANK_TIES_DENSE);
  if (options.ties == "worst") request.set_ties(api::RANK_TIES_WORST);
  if (options.leave_out_blanks) {
    request.set_missing(api::RANK_MISSING_OMITTED);
  }
  request.set_min_revision(options.min_revision);
  return request;
}

absl::StatusOr<api::ListCoverageRequest> RequestOf(
    const CoverageOptions& options) {
  api::ListCoverageRequest request;
  request.set_edition(options.edition);
  *request.mutable_filter() = FilterOf(options);
  for (const auto& state : options.states) {
    request.add_states(kStates.at(state));
  }
  request.set_min_revision(options.min_revision);
  if (options.due.empty()) return request;
  if (!google::protobuf::util::TimeUtil::FromString(
          options.due + "T23:59:59.999999999Z", request.mutable_due_time())) {
    return core::MakeError(
        absl::StatusCode::kInvalidArgument,
        absl::StrCat("\"", options.due,
                     "\" is no day; write it like 2022-03-31"),
        {.reason = "BAD_DAY",
         .metadata = {{"day", options.due},
                      {"zh", absl::StrCat("“", options.due,
                                          "”不是日期；写成 2022-03-31")}}});
  }
  return request;
}

std::string RankWords(const api::SchoolRank& rank) {
  return rank.rank() == 0 ? "—" : absl::StrCat(rank.rank());
}

std::string BandOf(const std::string& least, const std::string& most) {
  if (least.empty() && most.empty()) return "—";
  return least == most ? least : absl::StrCat(least, "–", most);
}

}  // namespace

int RunRanks(const RanksOptions& options, const Terminal& terminal) {
  return RunQuestion(options, terminal, [&](Session& session) -> absl::Status {
    TextTable table({Align::kLeft, Align::kRight, Align::kRight, Align::kLeft,
                     Align::kLeft, Align::kRight, Align::kRight,
                     Align::kRight});
    table.Add({terminal.In("组别", "group"), terminal.In("名次", "rank"),
               terminal.In("可能名次", "band"), terminal.In("代码", "code"),
               terminal.In("学校", "school"), terminal.In("数值", "value"),
               terminal.In("超过%", "better than %"),
               terminal.In("可能超过%", "band")});
    std::int64_t revision = 0;
    int missing = 0;
    NIANBAO_RETURN_IF_ERROR(
        AskAllPages(RequestOf(options), session, [&](const auto& page) {
          revision = page.revision();
          missing = page.missing();
          for (const auto& rank : page.ranks()) {
            if (options.jsonl) {
              terminal.Print(JsonLine(rank));
              continue;
            }
            table.Add(
                {rank.group(), RankWords(rank),
                 rank.rank() == 0 ? "—"
                                  : BandOf(absl::StrCat(rank.best_rank()),
                                           absl::StrCat(rank.worst_rank())),
                 rank.school(), rank.title(), Shown(rank.value()),
                 Shown(rank.percentile()),
                 BandOf(rank.least_percentile(), rank.greatest_percentile())});
          }
        }));
    if (options.jsonl) return absl::OkStatus();
    terminal.Print(table.Text(""));
    terminal.Say(absl::StrCat(
        terminal.In("缺数学校 ", "schools without figure: "), missing, "\n"));
    SayRevision(revision, terminal);
    return absl::OkStatus();
  });
}

int RunAttainment(const AttainmentOptions& options, const Terminal& terminal) {
  return RunQuestion(options, terminal, [&](Session& session) -> absl::Status {
    api::GetStandardAttainmentRequest request;
    request.set_edition(options.edition);
    for (const auto& code : options.standards) request.add_standards(code);
    *request.mutable_filter() = FilterOf(options);
    request.set_by_prefecture(options.by == "prefecture");
    request.set_name_schools(options.name_schools);
    request.set_min_revision(options.min_revision);
    NIANBAO_ASSIGN_OR_RETURN(const auto answer, Ask(request, session));
    TextTable table({Align::kLeft, Align::kLeft, Align::kRight, Align::kRight,
                     Align::kRight, Align::kRight, Align::kRight,
                     Align::kLeft});
    table.Add({terminal.In("标准", "standard"), terminal.In("地区", "region"),
               terminal.In("学校", "schools"), terminal.In("达标", "attained"),
               terminal.In("未达标", "missed"), terminal.In("待定", "open"),
               terminal.In("达标率%", "share %"),
               terminal.In("未达标学校", "schools that miss it")});
    for (const auto& count : answer.counts()) {
      if (options.jsonl) {
        terminal.Print(JsonLine(count));
        continue;
      }
      table.Add({In(terminal.language(), count.title()), count.region(),
                 absl::StrCat(count.schools()), absl::StrCat(count.attained()),
                 absl::StrCat(count.missed()), absl::StrCat(count.open()),
                 BandOf(count.least_share(), count.greatest_share()),
                 absl::StrJoin(count.missing_schools(), " ")});
    }
    if (options.jsonl) return absl::OkStatus();
    terminal.Print(table.Text(""));
    SayRevision(answer.revision(), terminal);
    return absl::OkStatus();
  });
}

int RunCoverage(const CoverageOptions& options, const Terminal& terminal) {
  return RunQuestion(options, terminal, [&](Session& session) -> absl::Status {
    NIANBAO_ASSIGN_OR_RETURN(const auto request, RequestOf(options));
    TextTable schools({Align::kLeft, Align::kLeft, Align::kLeft, Align::kLeft,
                       Align::kRight, Align::kRight, Align::kLeft});
    schools.Add({terminal.In("代码", "code"), terminal.In("学校", "school"),
                 terminal.In("地区", "region"), terminal.In("状态", "state"),
                 terminal.In("版本数", "versions"),
                 terminal.In("指标数", "indicators"),
                 terminal.In("首次报送", "first filed")});
    api::ListCoverageResponse last;
    NIANBAO_RETURN_IF_ERROR(
        AskAllPages(request, session, [&](const auto& page) {
          for (const auto& school : page.schools()) {
            if (options.jsonl) {
              terminal.Print(JsonLine(school));
              continue;
            }
            schools.Add({school.school(), school.title(), school.region(),
                         StateOf(school.state(), terminal),
                         absl::StrCat(school.versions()),
                         absl::StrCat(school.indicators()),
                         school.has_first_time()
                             ? google::protobuf::util::TimeUtil::ToString(
                                   school.first_time())
                             : "—"});
          }
          last = page;
        }));
    if (options.jsonl) return absl::OkStatus();
    TextTable counts({Align::kLeft, Align::kRight, Align::kRight, Align::kRight,
                      Align::kRight, Align::kRight});
    counts.Add({terminal.In("地区", "region"), terminal.In("应报", "expected"),
                terminal.In("已报", "filed"), terminal.In("其中迟报", "late"),
                terminal.In("未报", "not filed"),
                terminal.In("不在册", "unexpected")});
    for (const auto& count : last.counts()) {
      counts.Add(
          {count.region().empty() ? terminal.In("合计", "all") : count.title(),
           absl::StrCat(count.expected()), absl::StrCat(count.filed()),
           absl::StrCat(count.late()), absl::StrCat(count.not_filed()),
           absl::StrCat(count.unexpected())});
    }
    terminal.Print(schools.Text("") + "\n" + counts.Text(""));
    SayRevision(last.revision(), terminal);
    return absl::OkStatus();
  });
}

int RunWarnings(const WarningsOptions& options, const Terminal& terminal) {
  return RunQuestion(options, terminal, [&](Session& session) -> absl::Status {
    api::ListMajorWarningsRequest request;
    request.set_edition(options.edition);
    *request.mutable_filter() = FilterOf(options);
    for (const auto& code : options.warnings) request.add_warnings(code);
    request.set_min_revision(options.min_revision);
    int alerts = 0;
    int tried = 0;
    std::int64_t revision = 0;
    NIANBAO_RETURN_IF_ERROR(
        AskAllPages(request, session, [&](const auto& page) {
          tried = page.tried();
          revision = page.revision();
          for (const auto& alert : page.alerts()) {
            ++alerts;
            if (options.jsonl) {
              terminal.Print(JsonLine(alert));
              continue;
            }
            const Language language = terminal.language();
            terminal.Print(absl::StrCat(
                SeverityWord(language, alert.severity()), " · ",
                alert.title().empty() ? alert.school() : alert.title(), " · ",
                alert.major(), " · ", In(language, alert.reason()), "\n  ",
                In(language, alert.figures()), "\n  ",
                In(language, alert.instruction()), "\n"));
          }
        }));
    if (options.jsonl) return absl::OkStatus();
    terminal.Say(
        absl::StrCat(terminal.In("预警 ", "warnings: "), alerts,
                     terminal.In(" 条，检视专业 ", ", majors looked at: "),
                     tried, terminal.In(" 个", ""), "\n"));
    SayRevision(revision, terminal);
    return absl::OkStatus();
  });
}

}  // namespace nianbao::cli

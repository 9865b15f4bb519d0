#include "services/metrics/questions/sdmx_csv.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"

namespace nianbao::metrics {

using nianbao::metrics::v1::QueryAggregatesRequest;
using nianbao::metrics::v1::QueryAggregatesResponse;
using nianbao::metrics::v1::Statistic;

// What one line says.
struct SdmxCsv::Observation {
  std::string edition;
  std::string level;
  std::string group;
  std::string group_title;
  std::string indicator;
  std::string statistic;
  std::string statistic_title;
  std::string value;
  std::string unit;
  // Empty where the number is withheld.
  std::string reported;
  std::string missing;
  // Of SDMX's code list CL_OBS_STATUS: A normal, O missing, Q suppressed.
  std::string status;
};

namespace {

constexpr char kStructureId[] = "NIANBAO:AGGREGATES(1.0)";
constexpr char kLineEnd[] = "\r\n";

// The code of a level of grouping, and of a group that has no code.
struct Level {
  const char* code;
  const char* nameless;
};

Level LevelOf(QueryAggregatesRequest::GroupBy group_by) {
  switch (group_by) {
    case QueryAggregatesRequest::GROUP_BY_PREFECTURE:
      return {"PREFECTURE", "_U"};
    case QueryAggregatesRequest::GROUP_BY_COUNTY:
      return {"COUNTY", "_U"};
    case QueryAggregatesRequest::GROUP_BY_SCHOOL_CLASS:
      return {"SCHOOL_CLASS", "_U"};
    case QueryAggregatesRequest::GROUP_BY_SCHOOL:
      return {"SCHOOL", "_U"};
    default:
      return {"ALL", "_T"};
  }
}

struct Words {
  std::string code;
  std::string zh;
  std::string en;
};

Words WordsOf(const Statistic& statistic) {
  switch (statistic.kind()) {
    case Statistic::KIND_MEAN:
      return {"MEAN", "均值", "Mean"};
    case Statistic::KIND_MEDIAN:
      return {"MEDIAN", "中位数", "Median"};
    case Statistic::KIND_LOWER_QUARTILE:
      return {"Q1", "下四分位数", "First quartile"};
    case Statistic::KIND_UPPER_QUARTILE:
      return {"Q3", "上四分位数", "Third quartile"};
    case Statistic::KIND_PERCENTILE:
      return {absl::StrCat("P", statistic.percent()),
              absl::StrCat("第", statistic.percent(), "百分位数"),
              absl::StrCat("Percentile ", statistic.percent())};
    case Statistic::KIND_LEAST:
      return {"MIN", "最小值", "Least"};
    case Statistic::KIND_GREATEST:
      return {"MAX", "最大值", "Greatest"};
    case Statistic::KIND_SHARE_AT_LEAST:
      return {absl::StrCat("SHARE_GE_", statistic.bound()),
              absl::StrCat("不低于", statistic.bound(), "的学校占比"),
              absl::StrCat("Share of schools of at least ", statistic.bound())};
    case Statistic::KIND_SHARE_AT_MOST:
      return {absl::StrCat("SHARE_LE_", statistic.bound()),
              absl::StrCat("不高于", statistic.bound(), "的学校占比"),
              absl::StrCat("Share of schools of at most ", statistic.bound())};
    default:
      return {"_Z", "", ""};
  }
}

bool IsShare(const Statistic& statistic) {
  return statistic.kind() == Statistic::KIND_SHARE_AT_LEAST ||
         statistic.kind() == Statistic::KIND_SHARE_AT_MOST;
}

Words WordsOfBin(const QueryAggregatesRequest& query, int bin) {
  const std::string code = absl::StrCat("BIN_", bin + 1);
  const int ends = query.bin_ends_size();
  if (bin == ends) {
    const std::string& end = query.bin_ends(ends - 1);
    return {code, absl::StrCat("高于", end, "的学校"),
            absl::StrCat("Schools above ", end)};
  }
  const std::string& end = query.bin_ends(bin);
  if (bin == 0) {
    return {code, absl::StrCat("不高于", end, "的学校"),
            absl::StrCat("Schools of at most ", end)};
  }
  const std::string& begin = query.bin_ends(bin - 1);
  return {code, absl::StrCat("高于", begin, "至", end, "的学校"),
          absl::StrCat("Schools above ", begin, " up to ", end)};
}

std::string JoinLine(const std::vector<std::string>& fields) {
  return absl::StrCat(
      absl::StrJoin(fields, ",",
                    [](std::string* line, const std::string& field) {
                      absl::StrAppend(line, CsvField(field));
                    }),
      kLineEnd);
}

}  // namespace

std::string CsvField(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  return absl::StrCat("\"", absl::StrReplaceAll(text, {{"\"", "\"\""}}), "\"");
}

std::string HarmlessText(const std::string& text) {
  if (text.empty() ||
      std::string("=+-@\t\r\n").find(text.front()) == std::string::npos) {
    return text;
  }
  return absl::StrCat("'", text);
}

std::string SdmxCsv::Head() const {
  return JoinLine(
      {"STRUCTURE", "STRUCTURE_ID", "STRUCTURE_NAME", "ACTION", "LEVEL",
       "GROUP", In("组别", "Group"), "INDICATOR", In("指标", "Indicator"),
       "STATISTIC", In("统计量", "Statistic"), "TIME_PERIOD", "OBS_VALUE",
       "UNIT_MEASURE", "REPORTED", "MISSING", "EDITION", "OBS_STATUS"});
}

std::string SdmxCsv::Line(const Observation& observation) const {
  const auto* indicator = catalogue_.FindIndicator(observation.indicator);
  const auto* edition = catalogue_.FindEdition(observation.edition);
  std::string title;
  if (indicator != nullptr) {
    title = english_
                ? indicator->title().en()
                : core::Catalogue::TitleIn(*indicator, observation.edition);
  }
  return JoinLine(
      {"dataflow", kStructureId, In("学校指标汇总", "Aggregates over schools"),
       "I", observation.level, observation.group,
       HarmlessText(observation.group_title), observation.indicator,
       HarmlessText(title), observation.statistic, observation.statistic_title,
       edition == nullptr ? observation.edition
                          : absl::StrCat(edition->data_year()),
       observation.value, HarmlessText(observation.unit), observation.reported,
       observation.missing, observation.edition, observation.status});
}

std::string SdmxCsv::Lines(const QueryAggregatesRequest& query,
                           const QueryAggregatesResponse::Group& group) const {
  const Level level = LevelOf(query.group_by());
  std::string lines;
  for (const auto& aggregate : group.aggregates()) {
    Observation all;
    all.edition = query.edition();
    all.level = level.code;
    all.group = group.region().empty() ? level.nameless : group.region();
    all.group_title = group.title();
    all.indicator = aggregate.indicator();
    const bool told = !aggregate.suppressed();
    if (told) {
      all.reported = absl::StrCat(aggregate.reported());
      all.missing = absl::StrCat(aggregate.missing());
    }
    const auto add = [&](const Words& words, const std::string& value,
                         const std::string& unit) {
      Observation one = all;
      one.statistic = words.code;
      one.statistic_title = In(words.zh.c_str(), words.en.c_str());
      one.value = told ? value : "";
      one.unit = unit;
      one.status = !told ? "Q" : value.empty() ? "O" : "A";
      absl::StrAppend(&lines, Line(one));
    };
    add({"TOTAL", "合计", "Total"}, aggregate.value(), aggregate.unit());
    for (int i = 0; i < query.statistics_size(); ++i) {
      const bool known = i < aggregate.statistics_size();
      add(WordsOf(query.statistics(i)),
          known ? aggregate.statistics(i).value() : "",
          IsShare(query.statistics(i)) ? "%" : aggregate.unit());
    }
    if (query.bin_ends().empty()) continue;
    for (int i = 0; i <= query.bin_ends_size(); ++i) {
      const bool known = i < aggregate.bins_size();
      add(WordsOfBin(query, i), known ? absl::StrCat(aggregate.bins(i)) : "",
          In("所", "schools"));
    }
  }
  return lines;
}

}  // namespace nianbao::metrics

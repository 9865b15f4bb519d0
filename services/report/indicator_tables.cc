#include "services/report/indicator_tables.h"

#include <string>
#include <vector>

#include "services/report/figure_text.h"
#include "services/report/formula_words.h"
#include "services/report/table_builder.h"

namespace nianbao::report {
namespace {

using nianbao::catalogue::v1::Edition;
using nianbao::catalogue::v1::Indicator;
using nianbao::catalogue::v1::Section;
using nianbao::document::v1::Chart;
using nianbao::document::v1::Table;
using nianbao::fact::v1::Fact;

constexpr int kTitleColumn = 1;

RunList FigureOf(const Fact* fact, const std::string& unit) {
  if (fact == nullptr) return {};
  return RunList().Figure(FigureText(fact->figure(), unit), fact->id());
}

// A row's words: parts that follow their whole are printed as "其中" rows.
std::string RowTitle(const Indicator& indicator,
                     const Indicator::Revision& revision,
                     const Indicator* before) {
  const bool after_whole =
      before != nullptr && indicator.part_of() == before->code();
  const bool after_part = before != nullptr && !indicator.part_of().empty() &&
                          before->part_of() == indicator.part_of();
  std::string words =
      revision.title().empty() ? indicator.title().zh() : revision.title();
  if (revision.row() == 0 && !indicator.part_key().value().empty() &&
      (after_whole || after_part)) {
    words = indicator.part_key().value();
  }
  return after_whole ? "其中：" + words : words;
}

// The official form prints a stroke where a ratio has no unit.
std::string UnitOf(const Indicator& indicator) {
  const bool ratio =
      indicator.measure() == nianbao::catalogue::v1::MEASURE_RATIO;
  return ratio && indicator.unit().empty() ? "/" : indicator.unit();
}

std::string NumberOf(const Indicator::Revision& revision) {
  return revision.row() == 0 ? "" : std::to_string(revision.row());
}

// The rows of the table with that code; empty for an edition's only table.
Table TableWith(const std::string& code, const std::string& caption,
                const core::Catalogue& catalogue, const Edition& edition,
                const FigureTable& figures) {
  const int year = edition.data_year();
  TableBuilder table(caption,
                     {"序号", "指标", "单位", core::PeriodOfYear(year - 1),
                      core::PeriodOfYear(year)});
  const Indicator* before = nullptr;
  for (const Indicator* indicator : catalogue.TableOf(edition.code())) {
    const auto* revision =
        core::Catalogue::RevisionOf(*indicator, edition.code());
    if (revision == nullptr || revision->table() != code) continue;
    const std::string& concept_code = indicator->code();
    table.AddRow(
        {RunList().Text(NumberOf(*revision)),
         RunList().Text(RowTitle(*indicator, *revision, before)),
         RunList().Text(UnitOf(*indicator)),
         FigureOf(figures.Find(concept_code, year - 1), indicator->unit()),
         FigureOf(figures.Find(concept_code, year), indicator->unit())},
        kTitleColumn);
    before = indicator;
  }
  return table.table();
}

}  // namespace

std::vector<Table> OfficialTables(const core::Catalogue& catalogue,
                                  const Edition& edition,
                                  const FigureTable& figures) {
  if (edition.tables().empty()) {
    return {
        TableWith("", edition.table_caption(), catalogue, edition, figures)};
  }
  std::vector<Table> tables;
  for (const auto& table : edition.tables()) {
    tables.push_back(
        TableWith(table.code(), table.caption(), catalogue, edition, figures));
  }
  return tables;
}

Table DerivedTable(const core::Catalogue& catalogue, const Edition& edition,
                   const FigureTable& figures) {
  const int year = edition.data_year();
  const TitleOf title = [&](const std::string& code) {
    const Indicator* indicator = catalogue.FindIndicator(code);
    return indicator == nullptr
               ? ""
               : core::Catalogue::TitleIn(*indicator, edition.code());
  };
  TableBuilder table("由本报告数据计算的指标",
                     {"序号", "指标", "单位", core::PeriodOfYear(year - 1),
                      core::PeriodOfYear(year), "算法"});
  int number = 0;
  for (const Indicator* indicator : catalogue.DerivedOf(edition.code())) {
    const auto value = [&](int asked) {
      const Fact* fact = figures.FindComputed(indicator->code(), asked);
      return fact == nullptr ? RunList().Muted("—")
                             : FigureOf(fact, indicator->unit());
    };
    table.AddRow(
        {RunList().Text(std::to_string(++number)),
         RunList().Text(core::Catalogue::TitleIn(*indicator, edition.code())),
         RunList().Text(indicator->unit()), value(year - 1), value(year),
         RunList().Muted(FormulaInWords(indicator->formula(), title))},
        kTitleColumn);
  }
  return table.table();
}

Chart BarChartOf(const core::Catalogue& catalogue, const Edition& edition,
                 const Section::BarChart& order, const FigureTable& figures) {
  Chart chart;
  chart.set_kind(Chart::KIND_BAR);
  chart.set_title(order.title());
  for (const int year : {edition.data_year() - 1, edition.data_year()}) {
    auto& series = *chart.add_series();
    series.set_name(core::PeriodOfYear(year));
    for (const std::string& code : order.indicators()) {
      auto& point = *series.add_points();
      const Indicator* indicator = catalogue.FindIndicator(code);
      const Fact* fact = figures.Find(code, year);
      if (indicator == nullptr || fact == nullptr) continue;
      const auto value = ChartValue(fact->figure(), indicator->unit());
      if (!value) continue;
      point.set_value(*value);
      point.set_fact(fact->id());
    }
  }
  for (const std::string& code : order.indicators()) {
    const Indicator* indicator = catalogue.FindIndicator(code);
    chart.add_categories(
        indicator == nullptr
            ? code
            : core::Catalogue::TitleIn(*indicator, edition.code()));
    if (indicator != nullptr) chart.set_unit(indicator->unit());
  }
  return chart;
}

}  // namespace nianbao::report

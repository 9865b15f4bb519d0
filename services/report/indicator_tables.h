// Tables and charts of indicators over the edition's two years.
#ifndef NIANBAO_SERVICES_REPORT_INDICATOR_TABLES_H_
#define NIANBAO_SERVICES_REPORT_INDICATOR_TABLES_H_

#include <vector>

#include "nianbao/catalogue/v1/catalogue.pb.h"
#include "nianbao/document/v1/document.pb.h"
#include "services/core/catalogue.h"
#include "services/report/figure_table.h"

namespace nianbao::report {

// The edition's indicator tables as the official form prints them; a blank
// stays blank.
std::vector<nianbao::document::v1::Table> OfficialTables(
    const core::Catalogue& catalogue,
    const nianbao::catalogue::v1::Edition& edition, const FigureTable& figures);

// Every derived indicator of the edition with its formula in words; "—" for
// what could not be computed.
nianbao::document::v1::Table DerivedTable(
    const core::Catalogue& catalogue,
    const nianbao::catalogue::v1::Edition& edition, const FigureTable& figures);

// Bars of the chart's indicators, a series for each year.
nianbao::document::v1::Chart BarChartOf(
    const core::Catalogue& catalogue,
    const nianbao::catalogue::v1::Edition& edition,
    const nianbao::catalogue::v1::Section::BarChart& order,
    const FigureTable& figures);

}  // namespace nianbao::report

#endif  // NIANBAO_SERVICES_REPORT_INDICATOR_TABLES_H_

// Differences to the year before, as facts.
#ifndef NIANBAO_SERVICES_REPORT_YEARLY_CHANGE_H_
#define NIANBAO_SERVICES_REPORT_YEARLY_CHANGE_H_

#include <optional>
#include <string>

#include "nianbao/catalogue/v1/catalogue.pb.h"
#include "nianbao/fact/v1/fact.pb.h"
#include "services/report/figure_table.h"
#include "services/report/run_list.h"

namespace nianbao::report {

// The change of an indicator's figure on the year before, unsigned, with the
// direction as a dimension, formula and inputs. Nothing where one of the two
// is blank, hedged, in a coarser unit than the indicator or no plain number.
std::optional<nianbao::fact::v1::Fact> YearlyChange(
    const FigureTable& figures,
    const nianbao::catalogue::v1::Indicator& indicator, int year);

// The change in words, such as "增加74人", "下降0.54个百分点" or "持平".
RunList ChangeInWords(const nianbao::fact::v1::Fact& change);

}  // namespace nianbao::report

#endif  // NIANBAO_SERVICES_REPORT_YEARLY_CHANGE_H_

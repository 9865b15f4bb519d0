// Sentences of an outline with their figures filled in.
#ifndef NIANBAO_SERVICES_REPORT_SECTION_SENTENCE_H_
#define NIANBAO_SERVICES_REPORT_SECTION_SENTENCE_H_

#include <string>

#include "absl/status/statusor.h"
#include "services/core/catalogue.h"
#include "services/report/figure_table.h"
#include "services/report/run_list.h"

namespace nianbao::report {

// The sentence for `year`; empty where one of its figures is blank.
// InvalidArgument where the template is none.
absl::StatusOr<RunList> FillSentence(const core::Catalogue& catalogue,
                                     const FigureTable& figures, int year,
                                     const std::string& sentence);

}  // namespace nianbao::report

#endif  // NIANBAO_SERVICES_REPORT_SECTION_SENTENCE_H_

// The findings report's summary.
#ifndef NIANBAO_SERVICES_REPORT_CHECK_SUMMARY_H_
#define NIANBAO_SERVICES_REPORT_CHECK_SUMMARY_H_

#include "nianbao/catalogue/v1/catalogue.pb.h"
#include "nianbao/document/v1/document.pb.h"
#include "services/report/compose.h"

namespace nianbao::report {

// How many checks came to what.
struct CheckCounts {
  int errors = 0;
  int queries = 0;
  int notes = 0;
  // Relations with a verdict, and how they came out.
  int relations = 0;
  int consistent = 0;
  int undecided = 0;
};

// Findings are counted by cause, relations one by one.
CheckCounts CountChecks(const Material& material);

// What was found in one box: the outcome in a sentence, the counts as list
// items, and what was and was not checked.
nianbao::document::v1::Notice SummaryNotice(
    const nianbao::catalogue::v1::Edition& edition, const std::string& school,
    const Material& material);

}  // namespace nianbao::report

#endif  // NIANBAO_SERVICES_REPORT_CHECK_SUMMARY_H_

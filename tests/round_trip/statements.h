// What a report states, so that two reports' statements can be compared.
#ifndef NIANBAO_TESTS_ROUND_TRIP_STATEMENTS_H_
#define NIANBAO_TESTS_ROUND_TRIP_STATEMENTS_H_

#include <set>
#include <string>
#include <utility>

#include "nianbao/document/v1/document.pb.h"
#include "services/core/catalogue.h"
#include "services/core/fact_table.h"

namespace nianbao::testing {

// "what dimensions value [unit] period", and the sentence or row that states
// it; saying the same again in the same place adds nothing. What it is, is the
// code of a collected indicator, and the words of anything else.
using Statements = std::set<std::pair<std::string, std::string>>;

// The figures that sentences and tables of a composed report print; `sources`
// are the facts that its runs name.
Statements ComposedStatements(const core::Catalogue& catalogue,
                              const document::v1::Document& composed,
                              const core::Facts& sources);

// What was read from `document`.
Statements ReadStatements(const core::Catalogue& catalogue,
                          const core::Facts& read,
                          const document::v1::Document& document);

// What is missing from `read` and what was read beside it, each a line with
// its sentence or row; empty where they are the same.
std::string DifferencesOf(const Statements& composed, const Statements& read);

}  // namespace nianbao::testing

#endif  // NIANBAO_TESTS_ROUND_TRIP_STATEMENTS_H_

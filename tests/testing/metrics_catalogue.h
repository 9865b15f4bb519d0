// A tiny catalogue of invented definitions, and facts to go with it.
#ifndef NIANBAO_TESTS_TESTING_METRICS_CATALOGUE_H_
#define NIANBAO_TESTS_TESTING_METRICS_CATALOGUE_H_

#include <memory>
#include <string>

#include "nianbao/fact/v1/fact.pb.h"
#include "services/core/catalogue.h"

namespace nianbao::testing {

// Edition "2021" over collected students, teachers, money ("income" in 万元),
// area, club and team members; with derived indicators of every kind that
// metrics computes. Ends the test program where the catalogue is refused.
std::unique_ptr<const core::Catalogue> MakeMetricsCatalogue(
    const std::string& revision = "0123456789abcdef0123456789abcdef");

// The school's own figure of an indicator, printed in a table. The text is
// value and unit.
fact::v1::Fact MakeFact(const std::string& id, const std::string& indicator,
                        const std::string& value, const std::string& unit,
                        int year = 2021);

}  // namespace nianbao::testing

#endif  // NIANBAO_TESTS_TESTING_METRICS_CATALOGUE_H_

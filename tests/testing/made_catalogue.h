// Catalogues of invented definitions from text.
#ifndef NIANBAO_TESTS_TESTING_MADE_CATALOGUE_H_
#define NIANBAO_TESTS_TESTING_MADE_CATALOGUE_H_

#include <memory>
#include <string>
#include <vector>

#include "services/core/catalogue.h"

namespace nianbao::testing {

// The catalogue that protobuf text describes. Ends the program where it does
// not parse or is refused.
std::unique_ptr<const core::Catalogue> MakeCatalogue(
    const std::string& text,
    const std::string& revision = "0123456789abcdef0123456789abcdef");

// The text of an edition with that data year, which is also its code.
std::string EditionText(int data_year);

// The text of a collected indicator that is summed over schools.
std::string CollectedText(const std::string& code, const std::string& unit,
                          int decimals);

// The text of a derived indicator; its example is checked: inputs as
// "code=value".
struct DerivedIndicator {
  std::string code;
  std::string formula;
  std::string unit;
  int decimals = 2;
  // "ROLLUP_FORMULA", "ROLLUP_SUM" or empty for none.
  std::string rollup = "ROLLUP_FORMULA";
  bool blank_is_zero = false;
  std::vector<std::string> inputs;
  std::string value;
};
std::string DerivedText(const DerivedIndicator& indicator);

}  // namespace nianbao::testing

#endif  // NIANBAO_TESTS_TESTING_MADE_CATALOGUE_H_

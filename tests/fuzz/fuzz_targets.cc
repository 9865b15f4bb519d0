#include "tests/fuzz/fuzz_targets.h"

namespace nianbao::fuzz {

const std::vector<FuzzTarget>& FuzzTargets() {
  static const std::vector<FuzzTarget> targets = {
      {"text", FuzzText},
      {"csv", FuzzCsv},
      {"package", FuzzPackage},
      {"docx", FuzzDocx},
      {"xlsx", FuzzXlsx},
      {"pdf", FuzzPdf},
      {"figures", FuzzFigures},
      {"number_format", FuzzNumberFormat},
      {"facts", FuzzFacts},
      {"rules", FuzzRules},
      {"organisations", FuzzOrganisations},
  };
  return targets;
}

}  // namespace nianbao::fuzz

#include "tests/testing/made_catalogue.h"

#include <cstdlib>
#include <iostream>
#include <utility>

#include "absl/strings/str_cat.h"
#include "google/protobuf/text_format.h"

namespace nianbao::testing {

std::unique_ptr<const core::Catalogue> MakeCatalogue(
    const std::string& text, const std::string& revision) {
  auto content = std::make_unique<catalogue::v1::Catalogue>();
  if (!google::protobuf::TextFormat::ParseFromString(text, content.get())) {
    std::cerr << "the made catalogue does not parse\n";
    std::abort();
  }
  std::vector<core::CatalogueFile> files;
  files.push_back({.path = "made_catalogue.textproto",
                   .content = std::move(content),
                   .positions = {}});
  auto catalogue = core::Catalogue::Create(std::move(files), revision);
  if (!catalogue.ok()) {
    std::cerr << catalogue.status() << "\n";
    std::abort();
  }
  return *std::move(catalogue);
}

std::string EditionText(int data_year) {
  return absl::StrCat(
      "editions { code: \"", data_year,
      "\" title { zh: \"测试方案\" en: \"Test scheme\" } label_text: \"",
      data_year + 1, "年\" data_year: ", data_year,
      " publish_year: ", data_year + 1, " graduate_cohort: ", data_year,
      " reference: \"invented for tests\" certainty: CERTAINTY_DRAFT "
      "sections { code: \"all\" title { zh: \"全部\" en: \"All\" } "
      "parts { narrative: true } } }\n");
}

std::string CollectedText(const std::string& code, const std::string& unit,
                          int decimals) {
  return absl::StrCat("indicators { code: \"", code, "\" title { zh: \"", code,
                      "\" en: \"", code, "\" } unit: \"", unit,
                      "\" decimals: ", decimals,
                      " measure: MEASURE_AMOUNT period: PERIOD_KIND_POINT "
                      "rollup: ROLLUP_SUM }\n");
}

std::string DerivedText(const DerivedIndicator& indicator) {
  std::string text = absl::StrCat(
      "indicators { code: \"", indicator.code, "\" title { zh: \"",
      indicator.code, "\" en: \"", indicator.code, "\" } unit: \"",
      indicator.unit, "\" decimals: ", indicator.decimals, " measure: ",
      indicator.rollup == "ROLLUP_SUM" ? "MEASURE_AMOUNT" : "MEASURE_PER_HEAD",
      " period: PERIOD_KIND_POINT formula: \"", indicator.formula, "\" ");
  if (!indicator.rollup.empty()) {
    absl::StrAppend(&text, "rollup: ", indicator.rollup, " ");
  }
  if (indicator.blank_is_zero) {
    absl::StrAppend(&text, "missing: MISSING_POLICY_ZERO ");
  }
  absl::StrAppend(&text, "examples { name: \"plain\" ");
  for (const std::string& input : indicator.inputs) {
    const auto equals = input.find('=');
    absl::StrAppend(&text, "inputs { key: \"", input.substr(0, equals),
                    "\" value: \"", input.substr(equals + 1), "\" } ");
  }
  return absl::StrCat(text, "value: \"", indicator.value, "\" } }\n");
}

}  // namespace nianbao::testing

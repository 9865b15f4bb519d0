// What tests of reading share: the real catalogue and facts of short texts.
#ifndef NIANBAO_SERVICES_INTAKE_READING_READING_TEST_BASE_H_
#define NIANBAO_SERVICES_INTAKE_READING_READING_TEST_BASE_H_

#include <string>
#include <vector>

#include "services/core/catalogue.h"
#include "services/core/fact_table.h"
#include "services/intake/reading/figure_scanner.h"
#include "services/intake/reading/lexicon.h"

namespace nianbao::intake {

// The catalogue of deploy/catalogue, loaded once; ends the test program where
// it does not load.
const core::Catalogue& TestCatalogue();

// The words of TestCatalogue().
const Lexicon& TestLexicon();

// Facts of a text read as edition 2021, title page left out.
core::Facts FactsOf(const std::string& text, bool all_figures = false);

// "value unit label period" of each fact.
std::vector<std::string> Shown(const core::Facts& facts);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_READING_TEST_BASE_H_

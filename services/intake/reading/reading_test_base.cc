#include "services/intake/reading/reading_test_base.h"

#include <cstdio>
#include <cstdlib>
#include <memory>

#include "services/intake/readers/text_reader.h"
#include "services/intake/reading/fact_reader.h"
#include "services/platform/catalogue_loader.h"

namespace nianbao::intake {

const core::Catalogue& TestCatalogue() {
  static const std::unique_ptr<const core::Catalogue> catalogue = [] {
    auto loaded = platform::LoadCatalogue("deploy/catalogue");
    if (!loaded.ok()) {
      std::fprintf(stderr, "%s\n", loaded.status().ToString().c_str());
      std::abort();
    }
    return *std::move(loaded);
  }();
  return *catalogue;
}

const Lexicon& TestLexicon() {
  static const Lexicon lexicon(TestCatalogue());
  return lexicon;
}

core::Facts FactsOf(const std::string& text, bool all_figures) {
  static const FactReader reader(TestCatalogue());
  return reader.Read(*TestCatalogue().FindEdition("2021"),
                     ReadText("1. 学校情况\n" + text), all_figures);
}

std::vector<std::string> Shown(const core::Facts& facts) {
  std::vector<std::string> shown;
  for (const auto& fact : facts) {
    shown.push_back(fact.figure().value() + " " + fact.figure().unit() + " " +
                    fact.label() + " " + fact.period());
  }
  return shown;
}

}  // namespace nianbao::intake

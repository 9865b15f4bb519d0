// Targets that read what texts say.
#include <string>

#include "services/intake/readers/reader.h"
#include "services/intake/reading/chars.h"
#include "services/intake/reading/fact_reader.h"
#include "services/intake/reading/figure_scanner.h"
#include "services/intake/reading/reading_test_base.h"
#include "tests/fuzz/fuzz_checks.h"
#include "tests/fuzz/fuzz_targets.h"

namespace nianbao::fuzz {

void FuzzFigures(std::string_view bytes) {
  const intake::Chars text(bytes);
  int end = 0;
  for (const auto& number : intake::ScanNumbers(text, intake::TestLexicon())) {
    Expect(number.begin >= end, "numbers do not overlap");
    Expect(number.begin < number.end, "numbers have characters");
    const bool figure = number.kind == intake::NumberKind::kFigure;
    Expect(!figure || !number.figure.value().empty(), "figures have digits");
    end = number.end;
  }
  Expect(end <= text.size(), "numbers stand in their text");
}

void FuzzFacts(std::string_view bytes) {
  static const intake::FactReader reader(intake::TestCatalogue());
  const auto document = intake::ReadFile("a.txt", bytes);
  if (!document.ok()) return;
  const auto* edition = intake::TestCatalogue().FindEdition("2021");
  const auto own = reader.Read(*edition, *document, false);
  const auto all = reader.Read(*edition, *document, true);
  ExpectSound(own, *document);
  ExpectSound(all, *document);
  Expect(own.size() <= all.size(), "own facts are among all");
}

}  // namespace nianbao::fuzz

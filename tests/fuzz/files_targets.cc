// Targets that read files: text, tables, packages as they come.
#include <string>

#include "services/intake/readers/reader.h"
#include "tests/fuzz/fuzz_checks.h"
#include "tests/fuzz/fuzz_targets.h"

namespace nianbao::fuzz {

void FuzzText(std::string_view bytes) {
  ExpectReadOrRefused(intake::ReadFile("a.txt", bytes));
}

void FuzzCsv(std::string_view bytes) {
  const bool tabs = !bytes.empty() && bytes.front() == '\t';
  ExpectReadOrRefused(intake::ReadFile(tabs ? "a.tsv" : "a.csv", bytes));
}

void FuzzPackage(std::string_view bytes) {
  ExpectReadOrRefused(intake::ReadFile("a.docx", bytes));
}

}  // namespace nianbao::fuzz

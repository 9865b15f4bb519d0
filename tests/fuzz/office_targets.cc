// Targets that put bytes into a valid package, so that a fuzzer need not find
// out what a zip file is.
#include <cstddef>
#include <string>
#include <vector>

#include "services/intake/readers/package/test_files.h"
#include "services/intake/readers/reader.h"
#include "services/intake/readers/sheet/number_format.h"
#include "services/intake/readers/sheet/stored_number.h"
#include "tests/fuzz/fuzz_checks.h"
#include "tests/fuzz/fuzz_targets.h"

namespace nianbao::fuzz {
namespace {

constexpr std::string_view kParting = "\n----\n";
// A sheet shows a number in at most so many characters: those of the format
// and of the number.
constexpr std::size_t kLongestNumber = 200;

std::vector<std::string> Parted(std::string_view bytes,
                                std::string_view parting) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t end = bytes.find(parting);
    parts.emplace_back(bytes.substr(0, end));
    if (end == std::string_view::npos) return parts;
    bytes.remove_prefix(end + parting.size());
  }
}

// Names for parts from the second on, as far as there are such.
intake::TestParts Named(const std::vector<std::string>& parts,
                        const std::vector<std::string>& names) {
  intake::TestParts named;
  for (std::size_t i = 0; i < names.size() && i + 1 < parts.size(); ++i) {
    if (!parts[i + 1].empty()) named[names[i]] = parts[i + 1];
  }
  return named;
}

}  // namespace

void FuzzDocx(std::string_view bytes) {
  const auto parts = Parted(bytes, kParting);
  const auto others = Named(parts, {"styles", "numbering", "footnotes"});
  ExpectReadOrRefused(
      intake::ReadFile("a.docx", intake::MakeDocx(parts[0], others)));
}

void FuzzXlsx(std::string_view bytes) {
  const auto parts = Parted(bytes, kParting);
  const auto others = Named(parts, {"styles", "sharedStrings"});
  std::vector<intake::TestSheet> sheets = {{"Sheet1", parts[0], ""}};
  if (parts.size() > 3) sheets.push_back({"附表", parts[3], ""});
  ExpectReadOrRefused(
      intake::ReadFile("a.xlsx", intake::MakeXlsx(sheets, others)));
}

void FuzzNumberFormat(std::string_view bytes) {
  const auto lines = Parted(bytes, "\n");
  const intake::NumberFormat format(lines[0]);
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const auto number = intake::StoredNumber::Read(lines[i]);
    if (!number) continue;
    for (const bool from_1904 : {false, true}) {
      const std::string shown = format.Print(*number, from_1904);
      // Each @ of a format may print the whole number.
      Expect(shown.size() <= kLongestNumber * (lines[0].size() + 1),
             "a number's text is no longer than its format needs");
    }
  }
}

}  // namespace nianbao::fuzz

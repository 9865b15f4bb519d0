// What is fuzzed: each function takes any bytes and must return, within the
// limits of memory and time. Where a promise of the code is broken it ends the
// program with a message. Not for several threads.
#ifndef NIANBAO_TESTS_FUZZ_FUZZ_TARGETS_H_
#define NIANBAO_TESTS_FUZZ_FUZZ_TARGETS_H_

#include <string_view>
#include <vector>

namespace nianbao::fuzz {

// Bytes as a text file: all encodings, lines, tables, headings.
void FuzzText(std::string_view bytes);

// Bytes as a table in a text file; the first one says with which ending.
void FuzzCsv(std::string_view bytes);

// Bytes as an office file: the zip, the names in it, compound files.
void FuzzPackage(std::string_view bytes);

// Parts of a Word file, parted by lines of "----": the document's body, then
// styles, numbering, footnotes. They come in a valid package.
void FuzzDocx(std::string_view bytes);

// Parts of an Excel file, parted by lines of "----": what a sheet holds, then
// styles, shared texts, another sheet. They come in a valid package.
void FuzzXlsx(std::string_view bytes);

// Bytes as the boxes that another program prints of a PDF file. Where they
// don't begin with a page they come on one.
void FuzzPdf(std::string_view bytes);

// A format code, a line feed, and numbers as sheets store them, a line each.
void FuzzNumberFormat(std::string_view bytes);

// Bytes as a stretch of UTF-8 text: its numbers.
void FuzzFigures(std::string_view bytes);

// Bytes as a report's text: its facts.
void FuzzFacts(std::string_view bytes);

// Bytes as a file of organisations: what would be stored of it, twice.
void FuzzOrganisations(std::string_view bytes);

// Rules, a line each, "----", and figures, a line each: a plan of the rules
// comes to what each of them comes to alone.
void FuzzRules(std::string_view bytes);

struct FuzzTarget {
  // Names the program that fuzzes it and the folder of its seeds.
  std::string_view name;
  void (*run)(std::string_view bytes);
};

// All of them.
const std::vector<FuzzTarget>& FuzzTargets();

}  // namespace nianbao::fuzz

#endif  // NIANBAO_TESTS_FUZZ_FUZZ_TARGETS_H_

// Lines of a flattened text and what each of them looks like.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_LINES_H_
#define NIANBAO_SERVICES_INTAKE_READERS_LINES_H_

#include <string>
#include <string_view>
#include <vector>

namespace nianbao::intake {

// What a line looks like by itself.
enum class LineKind {
  kBlank,
  // A number alone: a page number.
  kPageNumber,
  // Cells parted by tabs.
  kRow,
  // One cell behind a leading tab.
  kCell,
  kText,
};

// A line of a text file.
struct Line {
  int number = 0;  // counted from one
  std::string text;
  LineKind kind = LineKind::kBlank;
};

// Splits at "\n"; carriage returns and form feeds go.
std::vector<Line> SplitLines(std::string_view utf8);

// Splits a row line at tabs; cells are trimmed.
std::vector<std::string> SplitCells(std::string_view line);

// `text` without spaces at both ends; full-width spaces count.
std::string Trim(std::string_view text);

// Number of characters of a UTF-8 text.
int CountChars(std::string_view utf8);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_LINES_H_

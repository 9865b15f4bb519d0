// How a text file parts its cells.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_CSV_DIALECT_H_
#define NIANBAO_SERVICES_INTAKE_READERS_CSV_DIALECT_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace nianbao::intake {

// A record and the line that it begins on, counted from one.
struct CsvRecord {
  std::vector<std::string> fields;
  int line = 0;
};

// The records of a text with cells parted by `delimiter`. A field in double
// quotes may hold delimiters, line breaks and doubled quotes; blank lines are
// records without fields. At most `most` records are read; zero means all.
// InvalidArgument with reason DAMAGED_FILE for a quote that never ends,
// FILE_TOO_LARGE for more than 400,000 fields or 16,384 in one record.
absl::StatusOr<std::vector<CsvRecord>> ParseCsv(std::string_view utf8,
                                                char delimiter,
                                                std::size_t most = 0);

// The delimiter (comma, semicolon, tab or bar) that parts most of the first
// records into equally many fields; `otherwise` where none does.
char FindDelimiter(std::string_view utf8, char otherwise);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_CSV_DIALECT_H_

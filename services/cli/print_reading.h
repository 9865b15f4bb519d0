// A reading, printed for people.
#ifndef NIANBAO_SERVICES_CLI_PRINT_READING_H_
#define NIANBAO_SERVICES_CLI_PRINT_READING_H_

#include <string>

#include "services/cli/paint.h"
#include "services/cli/reading.h"

namespace nianbao::cli {

// The line that names a report: its path, title, edition and size.
std::string ReportLine(const std::string& path, const Reading& reading,
                       const PrintStyle& style);

// A summary: the report, how many facts were read from text and tables, how
// many of them are indicators, and the facts of each chapter.
std::string ReadingText(const std::string& path, const Reading& reading,
                        const PrintStyle& style);

}  // namespace nianbao::cli

#endif  // NIANBAO_SERVICES_CLI_PRINT_READING_H_

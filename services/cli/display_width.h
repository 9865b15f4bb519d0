// How wide text stands on a terminal.
#ifndef NIANBAO_SERVICES_CLI_DISPLAY_WIDTH_H_
#define NIANBAO_SERVICES_CLI_DISPLAY_WIDTH_H_

#include <string>
#include <string_view>

namespace nianbao::cli {

// Columns that `text`, UTF-8 without control characters, takes: two for a
// Chinese character or full-width sign, one for others.
int DisplayWidth(std::string_view text);

// The longest start of `text` that is at most `columns` wide, with "…" in the
// last column where something is cut.
std::string CutToWidth(std::string_view text, int columns);

// `text` followed, or preceded, by the spaces that make it `columns` wide.
std::string PadRight(const std::string& text, int columns);
std::string PadLeft(const std::string& text, int columns);

}  // namespace nianbao::cli

#endif  // NIANBAO_SERVICES_CLI_DISPLAY_WIDTH_H_

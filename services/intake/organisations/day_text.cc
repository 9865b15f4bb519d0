#include "services/intake/organisations/day_text.h"

#include <algorithm>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "services/core/validity.h"
#include "services/core/wording.h"

namespace nianbao::intake {
namespace {

constexpr std::size_t kCompactDay = 8;

bool IsNumber(const std::string& text, std::size_t most) {
  return !text.empty() && text.size() <= most &&
         std::all_of(text.begin(), text.end(), absl::ascii_isdigit);
}

// Blanks are gone by then, so that the time stands right behind the day.
void DropMidnight(std::string& text) {
  for (const std::string_view midnight :
       {"00:00:00.000", "00:00:00", "0:00:00", "00:00", "0:00"}) {
    if (text.size() <= midnight.size()) continue;
    const std::size_t at = text.size() - midnight.size();
    if (std::string_view(text).substr(at) != midnight) continue;
    text.resize(text[at - 1] == 't' ? at - 1 : at);
    return;
  }
}

}  // namespace

std::optional<std::string> ParseDay(std::string_view text) {
  std::string plain = core::NormalWording(text);
  DropMidnight(plain);
  if (IsNumber(plain, kCompactDay) && plain.size() == kCompactDay) {
    plain =
        plain.substr(0, 4) + "-" + plain.substr(4, 2) + "-" + plain.substr(6);
  }
  plain = absl::StrReplaceAll(plain, {{"年", "-"},
                                      {"月", "-"},
                                      {"日", ""},
                                      {"/", "-"},
                                      {".", "-"},
                                      {"—", "-"}});
  const std::vector<std::string> parts = absl::StrSplit(plain, '-');
  if (parts.size() != 3 || parts[0].size() != 4 || !IsNumber(parts[0], 4) ||
      !IsNumber(parts[1], 2) || !IsNumber(parts[2], 2)) {
    return std::nullopt;
  }
  const std::string day = absl::StrFormat(
      "%s-%02d-%02d", parts[0], std::stoi(parts[1]), std::stoi(parts[2]));
  if (!core::IsDay(day)) return std::nullopt;
  return day;
}

}  // namespace nianbao::intake

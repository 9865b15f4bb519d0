#include "services/intake/reading/table_periods.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "services/intake/readers/cell_texts.h"
#include "services/intake/reading/periods.h"

namespace nianbao::intake {
namespace {

// A name with so few characters besides a year is the year.
constexpr int kLongestPeriod = 3;

struct Relative {
  std::u32string_view word;
  // Years before the data year.
  int before;
  std::string_view suffix;
};

// A school year runs into the year after the one that it is called by: 本学年
// is the one that ends in the data year. Longest first.
constexpr std::array<Relative, 18> kRelatives = {{
    {U"本年度末", 0, "年"},
    {U"上年度末", 1, "年"},
    {U"本学年度", 1, "学年"},
    {U"上学年度", 2, "学年"},
    {U"本学年", 1, "学年"},
    {U"上学年", 2, "学年"},
    {U"本年度", 0, "年"},
    {U"上年度", 1, "年"},
    {U"上一年", 1, "年"},
    {U"本年末", 0, "年"},
    {U"上年末", 1, "年"},
    {U"年末", 0, "年"},
    {U"本年", 0, "年"},
    {U"今年", 0, "年"},
    {U"当年", 0, "年"},
    {U"上年", 1, "年"},
    {U"去年", 1, "年"},
    {U"前年", 2, "年"},
}};

std::string CutRelative(std::u32string& words, int data_year) {
  for (const Relative& relative : kRelatives) {
    if (words.compare(0, relative.word.size(), relative.word) != 0) continue;
    words.erase(0, relative.word.size());
    return std::to_string(data_year - relative.before) +
           std::string(relative.suffix);
  }
  return "";
}

}  // namespace

std::string CutPeriod(std::u32string& words, int data_year) {
  const Chars chars(ToUtf8(words));
  for (const PeriodMention& mention : FindPeriods(chars)) {
    if (mention.comparison) continue;
    words.erase(static_cast<std::size_t>(mention.begin),
                static_cast<std::size_t>(mention.end - mention.begin));
    return mention.period;
  }
  if (IsYear(ToUtf8(words))) {
    const std::string period = ToUtf8(words) + "年";
    words.clear();
    return period;
  }
  return CutRelative(words, data_year);
}

std::string PeriodNamed(const std::string& name, int data_year) {
  std::u32string words = Fold(name);
  const auto count = std::count_if(words.begin(), words.end(), IsHan);
  if (count > kLongestPeriod) return "";
  const std::string period = CutPeriod(words, data_year);
  // 今年毕业生 would be short enough, but names the graduates.
  const bool relative = name.find_first_of("0123456789") == std::string::npos;
  return relative && !words.empty() ? "" : period;
}

}  // namespace nianbao::intake

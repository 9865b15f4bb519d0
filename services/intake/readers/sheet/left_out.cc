#include "services/intake/readers/sheet/left_out.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "absl/functional/function_ref.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace nianbao::intake {
namespace {

constexpr std::size_t kMostNamed = 20;

// "3、5–7": numbers that follow each other are one range.
std::string Ranges(const std::set<int>& numbers,
                   absl::FunctionRef<std::string(int)> name) {
  std::vector<std::string> ranges;
  for (auto it = numbers.begin(); it != numbers.end();) {
    const int first = *it;
    int last = first;
    while (++it != numbers.end() && *it == last + 1) last = *it;
    ranges.push_back(first == last
                         ? name(first)
                         : absl::StrCat(name(first), "–", name(last)));
  }
  const bool cut = ranges.size() > kMostNamed;
  if (cut) ranges.resize(kMostNamed);
  return absl::StrCat(absl::StrJoin(ranges, "、"), cut ? " 等" : "");
}

std::string Places(const std::vector<CellPlace>& places) {
  std::vector<std::string> names;
  for (const CellPlace& place : places) {
    if (names.size() == kMostNamed) break;
    names.push_back(PlaceName(place));
  }
  return absl::StrCat(absl::StrJoin(names, "、"),
                      places.size() > kMostNamed ? " 等" : "");
}

}  // namespace

std::vector<std::string> LeftOut::Notes(const std::string& sheet) const {
  std::vector<std::string> notes;
  const std::string where = absl::StrCat("工作表“", sheet, "”");
  if (!hidden_rows.empty()) {
    notes.push_back(absl::StrCat(
        where, "的隐藏行 ",
        Ranges(hidden_rows, [](int row) { return absl::StrCat(row); }),
        " 没有读取。"));
  }
  if (!hidden_columns.empty()) {
    notes.push_back(absl::StrCat(
        where, "的隐藏列 ", Ranges(hidden_columns, ColumnName), " 没有读取。"));
  }
  if (!formulas.empty()) {
    notes.push_back(absl::StrCat(
        where, "的单元格 ", Places(formulas),
        " 的公式没有存下结果，没有读取；请在 Excel 中打开并保存后再提交。"));
  }
  return notes;
}

}  // namespace nianbao::intake

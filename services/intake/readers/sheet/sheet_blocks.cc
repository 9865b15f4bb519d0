#include "services/intake/readers/sheet/sheet_blocks.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/core/errors.h"
#include "services/intake/readers/headings.h"
#include "services/intake/readers/lines.h"
#include "services/intake/readers/package/file_errors.h"
#include "services/intake/readers/sheet/sheet_rows.h"

namespace nianbao::intake {
namespace {

using nianbao::document::v1::Paragraph;

constexpr int kHeadingLevel = 2;
constexpr std::size_t kMostGrid = 1'000'000;
// A lone cell with more characters than this is no row's name.
constexpr int kLongestName = 20;

// Whether a line of its own below a table belongs to no row.
bool IsRemark(const SheetRow& row) {
  if (row.size() != 1) return false;
  const std::string& text = row.front()->text;
  for (const char* start : {"注", "备注", "说明", "填表", "制表", "审核"}) {
    if (absl::StartsWith(text, start)) return true;
  }
  return CountChars(text) > kLongestName;
}

// Whether a lone cell is the head of some of the columns below it: it is
// merged and begins right of them.
bool IsPartHead(const SheetRow& row, const SheetRow& below,
                const std::vector<CellRange>& merges) {
  const CellPlace& place = row.front()->place;
  if (place.column <= below.front()->place.column) return false;
  return std::any_of(merges.begin(), merges.end(), [&](const auto& merge) {
    return merge.first.row == place.row && merge.first.column == place.column &&
           merge.last.column > merge.first.column;
  });
}

// Rows and columns of a table in a sheet, counted anew without blank ones.
class TableCells {
 public:
  TableCells(const RowGroup& rows, const std::vector<CellRange>& merges)
      : rows_(rows) {
    std::set<int> columns;
    for (const SheetRow& row : rows) {
      row_numbers_.push_back(row.front()->place.row);
      for (const SheetCell* cell : row) columns.insert(cell->place.column);
    }
    columns_.assign(columns.begin(), columns.end());
    for (const CellRange& merge : merges) {
      merges_[{merge.first.row, merge.first.column}] = merge.last;
    }
  }

  absl::StatusOr<std::vector<MergedRow>> Merge() {
    if (rows_.size() * columns_.size() > kMostGrid) {
      return FileTooLarge(
          "", absl::StrCat("a table has ", rows_.size(), " rows and ",
                           columns_.size(), " columns"));
    }
    covered_.assign(rows_.size(), std::vector<bool>(columns_.size()));
    std::vector<MergedRow> merged(rows_.size());
    for (std::size_t r = 0; r < rows_.size(); ++r) AddRow(r, merged[r]);
    return merged;
  }

 private:
  // Cells of a row that no other covers, blank ones too.
  void AddRow(std::size_t r, MergedRow& row) {
    row.line = rows_[r].front()->line;
    auto next = rows_[r].begin();
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      const bool filled =
          next != rows_[r].end() && (*next)->place.column == columns_[c];
      const SheetCell* cell = filled ? *next++ : nullptr;
      if (covered_[r][c]) continue;
      MergedCell merged;
      merged.column = static_cast<int>(c);
      if (cell != nullptr) {
        merged.text = cell->text;
        Span(r, c, cell->place, merged);
      }
      row.cells.push_back(std::move(merged));
    }
  }

  // A merge that meets another one is none: ranges never overlap in a sheet
  // that a program wrote, and a later one would meet it in its first row.
  void Span(std::size_t r, std::size_t c, const CellPlace& place,
            MergedCell& cell) {
    const auto merge = merges_.find({place.row, place.column});
    if (merge == merges_.end()) return;
    const std::size_t columns = CountUpTo(columns_, merge->second.column) - c;
    const std::size_t rows = CountUpTo(row_numbers_, merge->second.row) - r;
    for (std::size_t i = 0; i < columns; ++i) {
      if (covered_[r][c + i]) return;
    }
    for (std::size_t i = 0; i < rows; ++i) {
      std::fill_n(covered_[r + i].begin() + static_cast<std::ptrdiff_t>(c),
                  columns, true);
    }
    cell.column_span = static_cast<int>(columns);
    cell.row_span = static_cast<int>(rows);
  }

  static std::size_t CountUpTo(const std::vector<int>& sorted, int last) {
    return static_cast<std::size_t>(
        std::upper_bound(sorted.begin(), sorted.end(), last) - sorted.begin());
  }

  const RowGroup& rows_;
  std::vector<int> row_numbers_;
  std::vector<int> columns_;
  std::map<std::pair<int, int>, CellPlace> merges_;
  std::vector<std::vector<bool>> covered_;
};

absl::Status AddLine(const SheetRow& row, DocumentBuilder& builder) {
  const SheetCell& cell = *row.front();
  if (const auto heading = ParseHeading(cell.text)) {
    return builder.AddHeading(heading->number, heading->words, kHeadingLevel,
                              cell.line);
  }
  return builder.AddParagraph({cell.text}, Paragraph::ROLE_UNSPECIFIED,
                              cell.line);
}

absl::Status AddGroup(const RowGroup& group,
                      const std::vector<CellRange>& merges,
                      DocumentBuilder& builder) {
  std::size_t begin = 0;
  while (begin < group.size() && group[begin].size() == 1) {
    const bool part = begin + 1 < group.size() &&
                      IsPartHead(group[begin], group[begin + 1], merges);
    if (part) break;
    NIANBAO_RETURN_IF_ERROR(AddLine(group[begin++], builder));
  }
  std::size_t end = group.size();
  while (end > begin && IsRemark(group[end - 1])) --end;
  if (begin == end) return absl::OkStatus();
  const RowGroup body(group.begin() + static_cast<std::ptrdiff_t>(begin),
                      group.begin() + static_cast<std::ptrdiff_t>(end));
  NIANBAO_ASSIGN_OR_RETURN(const auto rows, TableCells(body, merges).Merge());
  NIANBAO_RETURN_IF_ERROR(builder.AddTable(rows));
  for (; end < group.size(); ++end) {
    NIANBAO_RETURN_IF_ERROR(AddLine(group[end], builder));
  }
  return absl::OkStatus();
}

// Merges of `sheet` by the row they begin in; each group takes its own.
class MergesByRow {
 public:
  explicit MergesByRow(const SheetCells& sheet) : merges_(sheet.merges) {
    std::sort(merges_.begin(), merges_.end(),
              [](const CellRange& a, const CellRange& b) {
                return a.first.row < b.first.row;
              });
  }

  std::vector<CellRange> Of(const RowGroup& group) const {
    const auto before = [](const CellRange& merge, int row) {
      return merge.first.row < row;
    };
    return {std::lower_bound(merges_.begin(), merges_.end(),
                             group.front().front()->place.row, before),
            std::lower_bound(merges_.begin(), merges_.end(),
                             group.back().front()->place.row + 1, before)};
  }

 private:
  std::vector<CellRange> merges_;
};

}  // namespace

absl::Status AddSheetBlocks(const SheetCells& sheet, DocumentBuilder& builder) {
  const MergesByRow merges(sheet);
  for (const RowGroup& group : GroupRows(sheet)) {
    const std::vector<CellRange> own = merges.Of(group);
    for (const RowGroup& part : SplitSideBySide(group, own)) {
      NIANBAO_RETURN_IF_ERROR(AddGroup(part, own, builder));
    }
  }
  return absl::OkStatus();
}

}  // namespace nianbao::intake

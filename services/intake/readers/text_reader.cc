#include "services/intake/readers/text_reader.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/intake/readers/broken_lines.h"
#include "services/intake/readers/captions.h"
#include "services/intake/readers/headings.h"
#include "services/intake/readers/lines.h"
#include "services/intake/readers/outline_levels.h"
#include "services/intake/readers/package/file_errors.h"
#include "services/intake/readers/page_furniture.h"
#include "services/intake/readers/table_rebuilder.h"

namespace nianbao::intake {
namespace {

using nianbao::document::v1::Block;
using nianbao::document::v1::Document;
using nianbao::document::v1::Paragraph;

// Lines of one cell that make a table at least.
constexpr std::size_t kFewestCells = 6;

bool IsTableLine(const Line& line) {
  return line.kind == LineKind::kRow || line.kind == LineKind::kCell;
}

// More text, lines or tabs than this are no report, and would take long.
constexpr std::size_t kMostBytes = std::size_t{24} << 20;
constexpr std::ptrdiff_t kMostLines = 400'000;

// Cells that a table's grid may have for each one that is printed, with some
// for small tables. One wide row would make any number of short rows as wide.
constexpr std::size_t kMostGridForCell = 4;
constexpr std::size_t kSmallGrid = 512;

std::size_t CountCells(const Line& line) {
  return static_cast<std::size_t>(
             std::count(line.text.begin(), line.text.end(), '\t')) +
         1;
}

// The size of the grid that rows make.
class GridSize {
 public:
  // Whether the row may stand in one table with those before it; counts it.
  bool Takes(const Line& row) {
    const std::size_t cells = CountCells(row);
    cells_ += cells;
    widest_ = std::max(widest_, cells);
    return ++rows_ * widest_ <= kSmallGrid + kMostGridForCell * cells_;
  }

 private:
  std::size_t rows_ = 0;
  std::size_t cells_ = 0;
  std::size_t widest_ = 0;
};

// Lines that a page end may put into a sentence: blanks, number, head.
constexpr std::size_t kWidestPageEnd = 7;

// Builds the document line by line.
class TextBuilder {
 public:
  explicit TextBuilder(std::string_view utf8) : lines_(SplitLines(utf8)) {
    MarkPageFurniture(lines_);
  }

  Document Build() {
    while (at_ < lines_.size()) {
      if (IsTableLine(lines_[at_]) && at_ >= text_until_) {
        AddTable();
      } else if (IsTableLine(lines_[at_]) ||
                 lines_[at_].kind == LineKind::kText) {
        AddText();
      } else {
        ++at_;
      }
    }
    SetLevels(document_);
    return std::move(document_);
  }

 private:
  Block* AddBlock() {
    Block* block = document_.add_blocks();
    block->set_id("b" + std::to_string(document_.blocks_size()));
    open_ = nullptr;
    return block;
  }

  // The next line that is not blank or a page number; lines_.size() at the end.
  std::size_t NextLine(std::size_t from) const {
    while (from < lines_.size() &&
           (lines_[from].kind == LineKind::kBlank ||
            lines_[from].kind == LineKind::kPageNumber)) {
      ++from;
    }
    return from;
  }

  void AddTable() {
    std::vector<Line> rows;
    const std::size_t at = TakeRows(rows);
    if (rows.size() == 1) return AddText();
    const bool cells_only = std::all_of(
        rows.begin(), rows.end(),
        [](const Line& line) { return line.kind == LineKind::kCell; });
    std::vector<GridRow> grid;
    if (!cells_only) {
      grid = GridOfRows(rows);
    } else if (rows.size() >= kFewestCells) {
      grid = GridOfRowGroups(WithBlanks(at));
      if (grid.empty()) grid = GridOfCells(rows);
    }
    if (grid.empty()) {
      text_until_ = LineBehind(CellsBeforeGrid(rows));
      return AddText();
    }
    const std::string caption = TakeCaption(document_);
    Block* block = AddBlock();
    *block->mutable_table() = MakeTable(grid, block->id());
    block->mutable_table()->set_caption(caption);
    at_ = at;
  }

  // The lines of the table that ends before `end`, with the blank ones and a
  // blank corner, which stands before its first words.
  std::vector<Line> WithBlanks(std::size_t end) const {
    std::size_t begin = at_;
    while (begin > 0 && lines_[begin - 1].kind == LineKind::kBlank &&
           lines_[begin - 1].text.find('\t') != std::string::npos) {
      --begin;
    }
    return {lines_.begin() + static_cast<long>(begin),
            lines_.begin() + static_cast<long>(end)};
  }

  // Takes the rows of the table that begins at `at_`; where they end.
  std::size_t TakeRows(std::vector<Line>& rows) const {
    GridSize size;
    std::size_t at = at_;
    while (at < lines_.size() && IsTableLine(lines_[at]) &&
           size.Takes(lines_[at])) {
      rows.push_back(lines_[at]);
      at = NextLine(at + 1);
    }
    return at;
  }

  // Where the line stands behind `count` table lines from `at_` on.
  std::size_t LineBehind(std::size_t count) const {
    std::size_t at = at_;
    for (; count > 0; --count) at = NextLine(at + 1);
    return at;
  }

  void AddText() {
    const Line& line = lines_[at_++];
    const std::string text = Trim(line.text);
    if (open_ != nullptr) return AddRun(open_, line, text);
    const auto heading = ParseHeading(text);
    Block* block = AddBlock();
    if (heading) {
      block->mutable_heading()->set_number(heading->number);
      block->mutable_heading()->set_level(static_cast<int>(heading->style) * 8 +
                                          heading->depth);
      AddRunTo(block->mutable_heading()->add_runs(), block->id(), line, 0,
               heading->words);
      return;
    }
    open_ = block;
    AddRun(block, line, text);
  }

  // Appends a line to an open paragraph and closes it where the text ends.
  void AddRun(Block* block, const Line& line, const std::string& text) {
    Paragraph* paragraph = block->mutable_paragraph();
    const int begin = paragraph->runs().empty()
                          ? 0
                          : paragraph->runs().rbegin()->place().end();
    AddRunTo(paragraph->add_runs(), block->id(), line, begin, text);
    if (!GoesOnHere(text)) open_ = nullptr;
  }

  static void AddRunTo(nianbao::document::v1::Run* run, const std::string& id,
                       const Line& line, int begin, const std::string& text) {
    run->set_text(text);
    auto* place = run->mutable_place();
    place->set_block(id);
    place->set_begin(begin);
    place->set_end(begin + static_cast<int>(text.size()));
    place->set_line(line.number);
  }

  // Whether the line before `at_`, with that text, goes on in the next one.
  bool GoesOnHere(const std::string& text) const {
    const std::size_t next = NextLine(at_);
    if (next >= lines_.size() || lines_[next].kind != LineKind::kText) {
      return false;
    }
    return next <= at_ + kWidestPageEnd && GoesOn(text, lines_[next].text);
  }

  std::vector<Line> lines_;
  std::size_t at_ = 0;
  // Table lines before this one make no table.
  std::size_t text_until_ = 0;
  Document document_;
  Block* open_ = nullptr;
};

}  // namespace

Document ReadText(std::string_view utf8) { return TextBuilder(utf8).Build(); }

absl::Status CheckTextSize(std::string_view text) {
  if (text.size() > kMostBytes) {
    return FileTooLarge(
        "", absl::StrCat("the text has more than ", kMostBytes >> 20, " MB"));
  }
  return absl::OkStatus();
}

absl::Status CheckTextLines(std::string_view utf8) {
  for (const auto& [mark, name] :
       {std::pair('\n', "lines"), std::pair('\t', "cells")}) {
    if (std::count(utf8.begin(), utf8.end(), mark) > kMostLines) {
      return FileTooLarge(
          "", absl::StrCat("the text has more than ", kMostLines, " ", name));
    }
  }
  return absl::OkStatus();
}

}  // namespace nianbao::intake

#include "services/intake/readers/text_reader.h"

#include <string>
#include <utility>
#include <vector>

#include "services/intake/readers/broken_lines.h"
#include "services/intake/readers/captions.h"
#include "services/intake/readers/headings.h"
#include "services/intake/readers/lines.h"
#include "services/intake/readers/outline_levels.h"
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
      if (IsTableLine(lines_[at_])) {
        AddTable();
      } else if (lines_[at_].kind == LineKind::kText) {
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
    bool cells_only = true;
    std::size_t at = at_;
    while (at < lines_.size() && IsTableLine(lines_[at])) {
      rows.push_back(lines_[at]);
      cells_only = cells_only && lines_[at].kind == LineKind::kCell;
      at = NextLine(at + 1);
    }
    if (rows.size() == 1) return AddText();
    std::vector<GridRow> grid;
    if (cells_only && rows.size() >= kFewestCells) {
      grid = GridOfRowGroups(WithBlanks(at));
      if (grid.empty()) grid = GridOfCells(rows);
    }
    if (grid.empty() && cells_only) return AddText();
    if (grid.empty()) grid = GridOfRows(rows);
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
    int begin = 0;
    for (const auto& run : paragraph->runs()) {
      begin += static_cast<int>(run.text().size());
    }
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
  Document document_;
  Block* open_ = nullptr;
};

}  // namespace

Document ReadText(std::string_view utf8) { return TextBuilder(utf8).Build(); }

}  // namespace nianbao::intake

#include "services/intake/readers/pdf/layout_reader.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "services/core/errors.h"
#include "services/intake/readers/broken_lines.h"
#include "services/intake/readers/document_builder.h"
#include "services/intake/readers/headings.h"
#include "services/intake/readers/lines.h"
#include "services/intake/readers/outline_levels.h"
#include "services/intake/readers/pdf/box_table.h"
#include "services/intake/readers/pdf/page_ends.h"
#include "services/intake/readers/pdf/printed_lines.h"
#include "services/intake/readers/pdf/table_regions.h"
#include "services/intake/reading/chars.h"

namespace nianbao::intake {
namespace {

using nianbao::document::v1::Document;
using nianbao::document::v1::Paragraph;

// A line that leaves more room than this ends its paragraph, in em.
constexpr double kRoom = 1.6;
// Where lines of a paragraph begin again.
constexpr double kSameEdge = 0.8;
// Lines of a paragraph are not further apart, in em.
constexpr double kLineDistance = 3;
// Sizes of print that differ by less are one.
constexpr double kSameSize = 0.1;

// A piece of the document: a line of text, or a table over pages.
struct Piece {
  const PrintedLine* line = nullptr;
  std::vector<LinePointers> table;
};

LinePointers LinesOf(const PrintedPage& page, const TableRegion& region) {
  LinePointers lines;
  for (std::size_t i = region.begin; i < region.end; ++i) {
    lines.push_back(&page.lines[i]);
  }
  return lines;
}

// A line that only says that the table goes on.
bool SaysGoesOn(const PrintedLine& line) {
  const std::string text = Trim(TextOf(line));
  return text == "续表" || text == "（续表）" || text == "(续表)" ||
         (CountChars(text) <= 40 && (text.find("（续）") != std::string::npos ||
                                     text.find("(续)") != std::string::npos));
}

std::vector<Piece> PiecesOf(const std::vector<PrintedPage>& pages) {
  std::vector<Piece> pieces;
  for (const PrintedPage& page : pages) {
    const bool goes_on = !pieces.empty() && !pieces.back().table.empty();
    const auto tables = FindTables(page, goes_on);
    auto table = tables.begin();
    for (std::size_t i = 0; i < page.lines.size();) {
      if (table == tables.end() || i < table->begin) {
        const bool mark = goes_on && i == 0 && table != tables.end() &&
                          table->begin == 1 && SaysGoesOn(page.lines[0]);
        if (!mark) pieces.push_back({&page.lines[i], {}});
        ++i;
        continue;
      }
      LinePointers lines = LinesOf(page, *table);
      const bool first = table == tables.begin();
      if (goes_on && first && !pieces.back().table.empty() &&
          SameColumns(pieces.back().table.front(), lines)) {
        pieces.back().table.push_back(std::move(lines));
      } else {
        pieces.push_back({nullptr, {std::move(lines)}});
      }
      i = table++->end;
    }
  }
  return pieces;
}

// Whether a text begins with the number of a list's item: 1. or （1）
bool IsItem(const std::string& text) {
  const Chars chars(text);
  const int digits = chars[0] == U'(' ? 1 : 0;
  int at = digits;
  while (IsDigit(chars[at])) ++at;
  if (at == digits) return false;
  if (digits == 1) return chars[at] == U')';
  return (chars[at] == U'.' || chars[at] == U'、') && !IsDigit(chars[at + 1]);
}

bool IsAlphanumeric(char32_t c) { return IsDigit(c) || IsLatin(c); }

// Turns pieces into blocks.
class LayoutReader {
 public:
  explicit LayoutReader(std::vector<Piece> pieces)
      : pieces_(std::move(pieces)) {}

  absl::StatusOr<Document> Read() {
    while (at_ < pieces_.size()) {
      NIANBAO_RETURN_IF_ERROR(pieces_[at_].table.empty() ? AddText()
                                                         : AddTable());
    }
    Document document = builder_.Finish();
    SetLevels(document);
    return document;
  }

 private:
  absl::Status AddTable() {
    const Piece& piece = pieces_[at_++];
    const BoxTable table = MakeBoxTable(piece.table);
    if (!table.rows.empty()) {
      NIANBAO_RETURN_IF_ERROR(builder_.AddTable(table.rows));
      builder_.SetPages(table.pages);
      return absl::OkStatus();
    }
    for (const LinePointers& lines : piece.table) {
      for (const PrintedLine* line : lines) {
        NIANBAO_RETURN_IF_ERROR(AddParagraph({line}));
      }
    }
    return absl::OkStatus();
  }

  // A line and those that go on with it.
  absl::Status AddText() {
    std::vector<const PrintedLine*> lines = {pieces_[at_++].line};
    while (at_ < pieces_.size() && pieces_[at_].line != nullptr &&
           GoesOnIn(*lines.back(), *pieces_[at_].line)) {
      lines.push_back(pieces_[at_++].line);
    }
    std::string text;
    for (const PrintedLine* line : lines) text += LineText(*line);
    const auto heading = ParseHeading(text);
    if (!heading) return AddParagraph(lines);
    NIANBAO_RETURN_IF_ERROR(builder_.AddHeading(
        heading->number, heading->words,
        static_cast<int>(heading->style) * 8 + heading->depth));
    builder_.SetPages({lines.front()->page});
    return absl::OkStatus();
  }

  absl::Status AddParagraph(const std::vector<const PrintedLine*>& lines) {
    std::vector<std::string> texts;
    std::vector<int> pages;
    for (const PrintedLine* line : lines) {
      std::string text = LineText(*line);
      // A line ended where a blank stood between the two.
      if (!texts.empty()) {
        const Chars before(texts.back());
        if (IsAlphanumeric(before[before.size() - 1]) &&
            IsAlphanumeric(Chars(text)[0])) {
          texts.back() += ' ';
        }
      }
      texts.push_back(std::move(text));
      pages.push_back(line->page);
    }
    NIANBAO_RETURN_IF_ERROR(
        builder_.AddParagraph(texts, Paragraph::ROLE_UNSPECIFIED));
    builder_.SetPages(pages);
    return absl::OkStatus();
  }

  static std::string LineText(const PrintedLine& line) {
    std::string text;
    for (const Segment& segment : line.segments) {
      if (!text.empty()) text += ' ';
      text += JoinWords(segment.words, line.em);
    }
    return text;
  }

  static bool SameSize(const PrintedLine& a, const PrintedLine& b) {
    return std::abs(a.em - b.em) < kSameSize * std::max(a.em, b.em);
  }

  // What a full line may leave before a line that begins with letters or a
  // figure, which are not broken.
  static double RoomBefore(const PrintedLine& next) {
    constexpr double kLetter = 0.55;
    const Chars text(next.segments.front().words.front().text);
    int letters = 0;
    while (IsAlphanumeric(text[letters]) || text[letters] == U'.' ||
           text[letters] == U'%') {
      ++letters;
    }
    return kRoom + kLetter * letters;
  }

  // Whether `next` goes on with the paragraph of `line`: that one is full, and
  // the next one begins at the text's edge.
  static bool GoesOnIn(const PrintedLine& line, const PrintedLine& next) {
    if (!SameSize(line, next)) return false;
    if (line.page == next.page &&
        next.center - line.center > kLineDistance * line.em) {
      return false;
    }
    if (line.slack > RoomBefore(next)) return false;
    if (next.indent < kSameEdge) {
      return !EndsSentence(LineText(line)) || !StartsAnew(line, next);
    }
    return std::abs(next.indent - line.indent) < kSameEdge &&
           !EndsSentence(LineText(line));
  }

  // Whether a line at the text's edge begins a paragraph, after one that ends
  // with a sentence: it is a heading, or its document indents none.
  static bool StartsAnew(const PrintedLine& line, const PrintedLine& next) {
    return ParseHeading(LineText(next)).has_value() || IsItem(LineText(next)) ||
           (line.indent < kSameEdge && line.slack > kSameEdge);
  }

  const std::vector<Piece> pieces_;
  std::size_t at_ = 0;
  DocumentBuilder builder_;
};

std::vector<int> PagesWithoutText(const std::vector<BoxPage>& pages) {
  std::vector<int> blank;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (pages[i].words.empty()) blank.push_back(static_cast<int>(i) + 1);
  }
  return blank;
}

void AddBlankPages(const std::vector<int>& blank, Document& document) {
  if (blank.empty() || document.blocks().empty()) return;
  auto* block = document.add_blocks();
  block->set_id(absl::StrCat("b", document.blocks_size()));
  auto* notice = block->mutable_notice();
  notice->set_kind(nianbao::document::v1::Notice::KIND_NOTE);
  notice->add_title()->set_text("没有文字的页");
  notice->add_lines()->add_runs()->set_text(
      absl::StrCat("第 ", absl::StrJoin(blank, "、"),
                   " 页没有可读的文字，可能是图片或空白页，没有读取。"));
}

}  // namespace

absl::StatusOr<Document> ReadLayout(std::vector<BoxPage> pages) {
  const std::vector<int> blank = PagesWithoutText(pages);
  std::vector<PrintedPage> printed = PrintLines(std::move(pages));
  DropPageEnds(printed);
  SetMargins(printed);
  NIANBAO_ASSIGN_OR_RETURN(Document document,
                           LayoutReader(PiecesOf(printed)).Read());
  AddBlankPages(blank, document);
  return document;
}

}  // namespace nianbao::intake

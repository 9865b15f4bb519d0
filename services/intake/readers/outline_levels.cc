#include "services/intake/readers/outline_levels.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "services/core/document.h"
#include "services/intake/readers/headings.h"
#include "services/intake/readers/lines.h"

namespace nianbao::intake {
namespace {

using nianbao::document::v1::Block;
using nianbao::document::v1::Document;
using nianbao::document::v1::Heading;
using nianbao::document::v1::Paragraph;

constexpr int kMostLevels = 6;
constexpr int kMostTitleLines = 4;
constexpr int kLongestTitleLine = 40;
constexpr int kLongestEntry = 60;

std::string WordsOf(const Block& block) {
  return block.has_heading() ? core::TextOf(block.heading().runs())
                             : core::TextOf(block);
}

NumberStyle StyleOf(const Heading& heading) {
  return static_cast<NumberStyle>(heading.level() / 8);
}

// Number styles that stand for chapters where they come first.
bool LeadsOutline(NumberStyle style) {
  return style == NumberStyle::kChapter || style == NumberStyle::kHanComma;
}

// The level of a style below the document's leading style.
int LevelOf(const Heading& heading, bool han_first) {
  const int depth = heading.level() % 8;
  switch (StyleOf(heading)) {
    case NumberStyle::kNone:
    case NumberStyle::kChapter:
      return 1;
    case NumberStyle::kHanComma:
      return han_first ? 1 : 4;
    case NumberStyle::kHanBracket:
      return han_first ? 2 : 5;
    case NumberStyle::kArabic:
      return han_first ? 2 : 1;
    case NumberStyle::kArabicDotted:
      return depth + (han_first ? 1 : 0);
    case NumberStyle::kArabicBracket:
      return han_first ? 3 : 5;
  }
  return 1;
}

// An entry's words without the dots and page number behind them.
std::string EntryWords(const Block& block) {
  std::string words = WordsOf(block);
  while (!words.empty()) {
    const char c = words.back();
    const bool tail =
        (c >= '0' && c <= '9') || c == '.' || c == ' ' || c == '\t' || c == '-';
    if (tail) {
      words.pop_back();
    } else if (words.size() > 3 &&
               (words.compare(words.size() - 3, 3, "…") == 0 ||
                words.compare(words.size() - 2, 2, "·") == 0)) {
      words.erase(words.size() - (words.back() == '\xA6' ? 3 : 2));
    } else {
      break;
    }
  }
  return words;
}

// The first block after the table of contents that starts at `begin`: where
// one of its entries stands again, or running text begins.
int ContentsEnd(const Document& document, int begin) {
  std::set<std::string> entries;
  for (int i = begin; i < document.blocks_size(); ++i) {
    const std::string words = EntryWords(document.blocks(i));
    const bool again = !words.empty() && !entries.insert(words).second;
    if (again) return i;
    if (CountChars(words) > kLongestEntry) break;
  }
  return begin;
}

void MarkContents(Document& document, int begin, int end) {
  for (int i = begin; i < end; ++i) {
    Block& block = *document.mutable_blocks(i);
    if (block.has_table()) continue;
    const auto runs =
        block.has_heading() ? block.heading().runs() : block.paragraph().runs();
    const std::string number = block.heading().number();
    Paragraph* paragraph = block.mutable_paragraph();
    *paragraph->mutable_runs() = runs;
    if (!number.empty() && paragraph->runs_size() > 0) {
      auto* run = paragraph->mutable_runs(0);
      run->set_text(number + " " + run->text());
      run->mutable_place()->set_end(static_cast<int>(run->text().size()));
    }
    paragraph->set_role(Paragraph::ROLE_CONTENTS);
  }
}

bool IsContentsHead(const Block& block) {
  const std::string words = WordsOf(block);
  return words == "目录" || words == "目 录" || words == "目  录";
}

// A short line that is no sentence.
bool IsTitleLine(const Block& block) {
  if (!block.has_paragraph() ||
      block.paragraph().role() != Paragraph::ROLE_UNSPECIFIED) {
    return false;
  }
  const std::string text = core::TextOf(block);
  if (CountChars(text) > kLongestTitleLine) return false;
  for (const char* mark : {"。", "；", "，", "："}) {
    if (text.find(mark) != std::string::npos) return false;
  }
  return true;
}

// Marks the lines before the first heading or sentence.
int MarkTitle(Document& document) {
  int at = 0;
  bool titled = false;
  for (; at < document.blocks_size(); ++at) {
    Block& block = *document.mutable_blocks(at);
    if (!IsTitleLine(block) || at >= 3 * kMostTitleLines) break;
    block.mutable_paragraph()->set_role(titled ? Paragraph::ROLE_SUBTITLE
                                               : Paragraph::ROLE_TITLE);
    const std::string text = core::TextOf(block);
    if (!titled && at < kMostTitleLines) {
      document.set_title(document.title() + text);
      titled = text.find("报告") != std::string::npos;
    }
  }
  if (!titled) document.clear_title();
  return at;
}

}  // namespace

void SetLevels(Document& document) {
  const int front = MarkTitle(document);
  for (int i = front; i < std::min(front + 3, document.blocks_size()); ++i) {
    if (!IsContentsHead(document.blocks(i))) continue;
    MarkContents(document, i, ContentsEnd(document, i + 1));
    break;
  }
  bool decided = false;
  bool han_first = false;
  for (Block& block : *document.mutable_blocks()) {
    if (!block.has_heading()) continue;
    Heading& heading = *block.mutable_heading();
    if (!decided && StyleOf(heading) != NumberStyle::kNone) {
      decided = true;
      han_first = LeadsOutline(StyleOf(heading));
    }
    heading.set_level(std::min(LevelOf(heading, han_first), kMostLevels));
  }
}

}  // namespace nianbao::intake

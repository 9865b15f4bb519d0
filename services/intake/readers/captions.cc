#include "services/intake/readers/captions.h"

#include <string_view>

#include "services/intake/readers/broken_lines.h"
#include "services/intake/readers/lines.h"

namespace nianbao::intake {
namespace {

using nianbao::document::v1::Block;
using nianbao::document::v1::Document;
using nianbao::document::v1::Paragraph;

constexpr int kLongestCaption = 40;
constexpr int kLongestUnit = 20;

bool Starts(const std::string& text, std::string_view word) {
  return text.compare(0, word.size(), word) == 0;
}

bool Ends(const std::string& text, std::string_view word) {
  return text.size() >= word.size() &&
         text.compare(text.size() - word.size(), word.size(), word) == 0;
}

// A plain paragraph of one short line at the document's end, `before` blocks
// further up; null where there is none.
Block* ShortLine(Document& document, int before) {
  const int index = document.blocks_size() - 1 - before;
  if (index < 0) return nullptr;
  Block* block = document.mutable_blocks(index);
  if (!block->has_paragraph() || block->paragraph().runs_size() != 1) {
    return nullptr;
  }
  const auto role = block->paragraph().role();
  const bool plain =
      role == Paragraph::ROLE_UNSPECIFIED || role == Paragraph::ROLE_CAPTION;
  const std::string& text = block->paragraph().runs(0).text();
  return plain && CountChars(text) <= kLongestCaption ? block : nullptr;
}

const std::string& TextOf(const Block& block) {
  return block.paragraph().runs(0).text();
}

// 单位：人, （单位：万元）
bool IsUnitLine(const std::string& text) {
  if (CountChars(text) > kLongestUnit) return false;
  return Starts(text, "单位") || Starts(text, "（单位") ||
         Starts(text, "(单位");
}

// A caption may end in brackets: 部分专业起薪（元/月）. A note stands in them.
bool IsCaption(const std::string& text) {
  const bool note = Starts(text, "（") || Starts(text, "(");
  const bool brackets = Ends(text, "）") || Ends(text, ")");
  return brackets ? !note : !EndsSentence(text);
}

}  // namespace

std::string TakeCaption(Document& document) {
  Block* last = ShortLine(document, 0);
  if (last == nullptr) return "";
  const bool unit = IsUnitLine(TextOf(*last));
  Block* caption = unit ? ShortLine(document, 1) : last;
  if (caption != nullptr && !IsCaption(TextOf(*caption))) caption = nullptr;
  if (unit) last->mutable_paragraph()->set_role(Paragraph::ROLE_CAPTION);
  if (caption != nullptr) {
    caption->mutable_paragraph()->set_role(Paragraph::ROLE_CAPTION);
  }
  if (!unit) return caption == nullptr ? "" : TextOf(*caption);
  return caption == nullptr ? TextOf(*last)
                            : TextOf(*caption) + " " + TextOf(*last);
}

}  // namespace nianbao::intake

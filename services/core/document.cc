#include "services/core/document.h"

#include <vector>

namespace nianbao::core {

using nianbao::document::v1::Block;
using nianbao::document::v1::Document;

std::string TextOf(const Runs& runs) {
  std::string text;
  for (const auto& run : runs) text += run.text();
  return text;
}

std::string TextOf(const Block& block) {
  if (block.has_paragraph()) return TextOf(block.paragraph().runs());
  if (!block.has_heading()) return "";
  const auto& heading = block.heading();
  const std::string words = TextOf(heading.runs());
  return heading.number().empty() ? words : heading.number() + " " + words;
}

int LineAt(const Runs& runs, int offset) {
  int end = 0;
  int line = 0;
  for (const auto& run : runs) {
    line = run.place().line();
    end += static_cast<int>(run.text().size());
    if (offset < end) return line;
  }
  return line;
}

BlockIndex::BlockIndex(const Document& document) : document_(document) {
  for (int i = 0; i < document.blocks_size(); ++i) {
    positions_[document.blocks(i).id()] = i;
  }
}

const Block* BlockIndex::Find(std::string_view id) const {
  const int position = PositionOf(id);
  return position < 0 ? nullptr : &document_.blocks(position);
}

int BlockIndex::PositionOf(std::string_view id) const {
  const auto found = positions_.find(std::string(id));
  return found == positions_.end() ? -1 : found->second;
}

std::vector<Document> SplitDocument(const Document& document,
                                    std::size_t bytes) {
  std::vector<Document> parts(1);
  parts[0].set_title(document.title());
  parts[0].set_language(document.language());
  if (document.has_source()) *parts[0].mutable_source() = document.source();
  std::size_t size = 0;
  for (const Block& block : document.blocks()) {
    if (size > bytes) {
      parts.emplace_back();
      size = 0;
    }
    *parts.back().add_blocks() = block;
    size += block.ByteSizeLong();
  }
  return parts;
}

void AppendPart(const Document& part, Document& document) {
  document.MergeFrom(part);
}

}  // namespace nianbao::core

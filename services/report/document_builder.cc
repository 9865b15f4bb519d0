#include "services/report/document_builder.h"

#include <algorithm>
#include <utility>

#include "services/report/heading_number.h"

namespace nianbao::report {
namespace {

using nianbao::document::v1::Block;
using nianbao::document::v1::Chart;
using nianbao::document::v1::Document;
using nianbao::document::v1::Notice;
using nianbao::document::v1::Paragraph;
using nianbao::document::v1::Place;
using nianbao::document::v1::Table;

constexpr int kDeepestContents = 2;

Paragraph TextParagraph(const std::string& text, Paragraph::Role role) {
  return ParagraphOf(RunList().Text(text), role);
}

}  // namespace

DocumentBuilder::DocumentBuilder(const Document& submitted) {
  for (const Block& block : submitted.blocks()) taken_.insert(block.id());
}

std::string DocumentBuilder::NextId() {
  while (true) {
    std::string id = "r" + std::to_string(next_id_++);
    if (taken_.insert(id).second) return id;
  }
}

Block& DocumentBuilder::AddBlock() {
  Block& block = *document_.add_blocks();
  block.set_id(NextId());
  return block;
}

void DocumentBuilder::AddTitle(const std::string& text) {
  AddParagraph(TextParagraph(text, Paragraph::ROLE_TITLE));
  if (document_.title().empty()) {
    document_.set_title(text);
  } else {
    document_.set_title(document_.title() + " " + text);
  }
}

void DocumentBuilder::AddSubtitle(const std::string& text) {
  AddParagraph(TextParagraph(text, Paragraph::ROLE_SUBTITLE));
}

void DocumentBuilder::AddHeadingBlock(int level, const std::string& number,
                                      const std::string& title) {
  auto& heading = *AddBlock().mutable_heading();
  heading.set_level(std::clamp(level, 1, 6));
  heading.set_number(number);
  heading.add_runs()->set_text(title);
}

void DocumentBuilder::AddHeading(int level, const std::string& title) {
  const auto depth = static_cast<std::size_t>(std::clamp(level, 1, 6));
  const int ordinal = ++counts_[depth];
  std::fill(counts_.begin() + static_cast<long>(depth) + 1, counts_.end(), 0);
  const std::string number = HeadingNumber(level, ordinal);
  AddHeadingBlock(level, number, title);
  if (level > kDeepestContents) return;
  Place place;
  place.set_block(document_.blocks(size() - 1).id());
  contents_.push_back(ParagraphOf(RunList().Link(number + title, place),
                                  Paragraph::ROLE_CONTENTS));
}

void DocumentBuilder::DropHeading(int level) {
  document_.mutable_blocks()->RemoveLast();
  --counts_[static_cast<std::size_t>(std::clamp(level, 1, 6))];
  if (level <= kDeepestContents) contents_.pop_back();
}

void DocumentBuilder::AddPlainHeading(int level, const std::string& title) {
  AddHeadingBlock(level, "", title);
}

void DocumentBuilder::AddParagraph(const Paragraph& paragraph) {
  *AddBlock().mutable_paragraph() = paragraph;
}

void DocumentBuilder::AddLine(const RunList& line) {
  AddParagraph(ParagraphOf(line));
}

void DocumentBuilder::AddTable(const Table& table) {
  *AddBlock().mutable_table() = table;
}

void DocumentBuilder::AddChart(const Chart& chart) {
  *AddBlock().mutable_chart() = chart;
}

void DocumentBuilder::AddNotice(const Notice& notice) {
  *AddBlock().mutable_notice() = notice;
}

void DocumentBuilder::AddCopy(const Block& block) {
  *document_.add_blocks() = block;
}

void DocumentBuilder::AddContents() { contents_at_ = size(); }

Document DocumentBuilder::Finish() {
  Document document = std::move(document_);
  document_ = Document();
  document.set_language("zh-Hans");
  if (contents_at_ < 0) return document;
  const int moved = document.blocks_size() - contents_at_;
  for (const Paragraph& entry : contents_) {
    Block& block = *document.add_blocks();
    block.set_id(NextId());
    *block.mutable_paragraph() = entry;
  }
  auto& blocks = *document.mutable_blocks();
  std::rotate(blocks.pointer_begin() + contents_at_,
              blocks.pointer_begin() + contents_at_ + moved,
              blocks.pointer_end());
  return document;
}

}  // namespace nianbao::report

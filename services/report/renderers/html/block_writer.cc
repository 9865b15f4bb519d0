#include "services/report/renderers/html/block_writer.h"

#include <algorithm>
#include <string>

#include "services/core/document.h"
#include "services/report/renderers/html/chart_writer.h"
#include "services/report/renderers/html/notice_writer.h"
#include "services/report/renderers/html/table_writer.h"

namespace nianbao::report::html {
namespace {

using nianbao::document::v1::Block;
using nianbao::document::v1::Document;
using nianbao::document::v1::Heading;
using nianbao::document::v1::Notice;
using nianbao::document::v1::Paragraph;

bool IsRole(const Block& block, Paragraph::Role role) {
  return block.has_paragraph() && block.paragraph().role() == role;
}

bool IsCover(const Block& block) {
  return IsRole(block, Paragraph::ROLE_TITLE) ||
         IsRole(block, Paragraph::ROLE_SUBTITLE);
}

bool IsFold(const Block& block) {
  return block.has_notice() &&
         block.notice().kind() == Notice::KIND_UNSPECIFIED;
}

// The source line of runs that stood in the submitted file, as an attribute.
std::string LineOf(const Block& block, const core::Runs& runs) {
  if (runs.empty() || runs[0].place().block() != block.id() ||
      runs[0].place().line() == 0) {
    return "";
  }
  return std::to_string(runs[0].place().line());
}

// Writes one document.
class BlockWriter {
 public:
  BlockWriter(const Page& page, const Document& document)
      : page_(page), markup_(page.markup), document_(document) {}

  void Write() {
    WriteCover();
    while (!AtEnd()) {
      markup_.Line();
      WriteNext();
    }
  }

 private:
  bool AtEnd() const { return next_ == document_.blocks_size(); }
  const Block& Next() const { return document_.blocks(next_); }

  void WriteCover() {
    if (AtEnd() || !IsCover(Next())) return;
    int end = next_;
    while (end < document_.blocks_size() && IsCover(document_.blocks(end))) {
      ++end;
    }
    const bool brief =
        end < document_.blocks_size() &&
        document_.blocks(end).notice().kind() == Notice::KIND_SUMMARY;
    const Element header(markup_, "header",
                         {{"class", brief ? "cover brief" : "cover"}});
    WriteTitle();
    for (; next_ < end; ++next_) {
      const Element line(
          markup_, "p",
          {{"class", "subtitle"}, {"id", BlockAnchor(Next().id())}});
      WriteBodyRuns(page_, Next().id(), Next().paragraph().runs());
    }
  }

  // The titles in front are lines of the page's one h1.
  void WriteTitle() {
    if (!IsRole(Next(), Paragraph::ROLE_TITLE)) return;
    const Element title(markup_, "h1");
    for (; !AtEnd() && IsRole(Next(), Paragraph::ROLE_TITLE); ++next_) {
      const Element line(markup_, "span", {{"id", BlockAnchor(Next().id())}});
      WriteBodyRuns(page_, Next().id(), Next().paragraph().runs());
    }
  }

  void WriteNext() {
    const Block& block = Next();
    if (IsRole(block, Paragraph::ROLE_CONTENTS)) return WriteContents();
    if (IsRole(block, Paragraph::ROLE_LIST_ITEM)) return WriteList();
    if (IsFold(block)) return WriteFold();
    ++next_;
    if (block.has_heading()) return WriteHeading(block);
    if (block.has_table()) return WriteTable(page_, block, CaptionSeen());
    if (block.has_chart()) return WriteChart(page_, block);
    if (block.has_notice()) return WriteNotice(page_, block);
    WriteParagraph(block);
  }

  // Whether the text before the table just taken is its caption.
  bool CaptionSeen() const {
    if (next_ < 2) return false;
    const Block& before = document_.blocks(next_ - 2);
    return IsRole(before, Paragraph::ROLE_CAPTION) &&
           core::TextOf(before) ==
               document_.blocks(next_ - 1).table().caption();
  }

  void WriteHeading(const Block& block) {
    const Heading& heading = block.heading();
    // The document's title is h1.
    const int level = std::clamp(heading.level() + 1, 2, 6);
    const Element element(markup_, "h" + std::to_string(level),
                          {{"id", BlockAnchor(block.id())},
                           {"data-line", LineOf(block, heading.runs())}});
    if (!heading.number().empty()) {
      markup_.Leaf("span", {{"class", "number"}}, SpacedNumber(heading));
    }
    WriteBodyRuns(page_, block.id(), heading.runs());
  }

  void WriteParagraph(const Block& block) {
    const Paragraph& paragraph = block.paragraph();
    const bool quote = paragraph.role() == Paragraph::ROLE_QUOTE;
    std::string css;
    if (paragraph.role() == Paragraph::ROLE_TITLE) css = "title";
    if (paragraph.role() == Paragraph::ROLE_SUBTITLE) css = "subtitle";
    if (paragraph.role() == Paragraph::ROLE_CAPTION) css = "caption";
    const Element element(markup_, quote ? "blockquote" : "p",
                          {{"class", css},
                           {"id", BlockAnchor(block.id())},
                           {"data-line", LineOf(block, paragraph.runs())}});
    WriteBodyRuns(page_, block.id(), paragraph.runs());
  }

  // Entries of our own link to their headings; those of the submitted file
  // are only text.
  void WriteContents() {
    const bool own = page_.index.FindBlock(EntryTarget(Next())) != nullptr;
    const Element list(markup_, own ? "nav" : "div",
                       {{"class", own ? "contents" : "contents source"},
                        {"aria-label", own ? "目录" : ""}});
    if (own) markup_.Leaf("p", {{"class", "head"}}, "目录");
    const Element items(markup_, "ul");
    while (!AtEnd() && IsRole(Next(), Paragraph::ROLE_CONTENTS)) {
      const Block& block = Next();
      const auto* target = page_.index.FindBlock(EntryTarget(block));
      const int level = target == nullptr ? 1 : target->heading().level();
      markup_.Line();
      const Element item(
          markup_, "li",
          {{"class", "l" + std::to_string(std::clamp(level, 1, 6))},
           {"id", BlockAnchor(block.id())},
           {"data-line", LineOf(block, block.paragraph().runs())}});
      WriteBodyRuns(page_, block.id(), block.paragraph().runs());
      ++next_;
    }
  }

  // The block that a contents entry leads to; empty for none but itself.
  static std::string EntryTarget(const Block& block) {
    for (const auto& run : block.paragraph().runs()) {
      if (run.place().block() != block.id()) return run.place().block();
    }
    return "";
  }

  void WriteList() {
    const Element list(markup_, "ul");
    while (!AtEnd() && IsRole(Next(), Paragraph::ROLE_LIST_ITEM)) {
      const Block& block = Next();
      const auto& runs = block.paragraph().runs();
      markup_.Line();
      const Element item(markup_, "li",
                         {{"id", BlockAnchor(block.id())},
                          {"data-line", LineOf(block, runs)}});
      WriteBodyRuns(page_, block.id(), runs);
      ++next_;
    }
  }

  void WriteFold() {
    const Block& block = Next();
    const Element details(markup_, "details",
                          {{"class", "fold"}, {"id", BlockAnchor(block.id())}});
    {
      const Element summary(markup_, "summary");
      WriteNoticeRuns(page_, block.notice().title(), "");
    }
    WriteNoticeLines(page_, block.notice());
    markup_.Line();
    for (++next_; !AtEnd() && Next().has_table(); ++next_) {
      WriteTable(page_, Next());
    }
  }

  const Page& page_;
  Markup& markup_;
  const Document& document_;
  int next_ = 0;
};

}  // namespace

void WriteBlocks(const Page& page, const Document& document) {
  BlockWriter(page, document).Write();
}

std::string SpacedNumber(const Heading& heading) {
  const std::string& number = heading.number();
  const bool ascii = !number.empty() &&
                     (static_cast<unsigned char>(number.back()) & 0x80U) == 0;
  return ascii ? number + " " : number;
}

}  // namespace nianbao::report::html

#include "services/report/renderers/html/notice_writer.h"

#include <string>

namespace nianbao::report::html {
namespace {

using nianbao::document::v1::Block;
using nianbao::document::v1::Notice;
using nianbao::document::v1::Paragraph;

std::string CssOf(Notice::Kind kind) {
  switch (kind) {
    case Notice::KIND_ERROR:
      return "notice err";
    case Notice::KIND_QUERY:
      return "notice qry";
    case Notice::KIND_NOTE:
      return "notice note";
    case Notice::KIND_SUMMARY:
      return "notice summary";
    default:
      return "notice";
  }
}

// Consecutive list items from `first` on; gives the line behind them.
int WriteItems(const Page& page, const Notice& notice, int first) {
  const bool counts = notice.kind() == Notice::KIND_SUMMARY;
  const Element list(page.markup, "ul", {{"class", counts ? "counts" : ""}});
  int line = first;
  while (line < notice.lines_size() &&
         notice.lines(line).role() == Paragraph::ROLE_LIST_ITEM) {
    const Element item(page.markup, "li");
    WriteNoticeRuns(page, notice.lines(line).runs(), notice.finding());
    ++line;
  }
  return line;
}

}  // namespace

void WriteNoticeLines(const Page& page, const Notice& notice) {
  int line = 0;
  while (line < notice.lines_size()) {
    page.markup.Line();
    const Paragraph& paragraph = notice.lines(line);
    if (paragraph.role() == Paragraph::ROLE_LIST_ITEM) {
      line = WriteItems(page, notice, line);
      continue;
    }
    const bool quote = paragraph.role() == Paragraph::ROLE_QUOTE;
    const Element element(page.markup, quote ? "blockquote" : "p");
    WriteNoticeRuns(page, paragraph.runs(), notice.finding());
    ++line;
  }
}

void WriteNotice(const Page& page, const Block& block) {
  const Notice& notice = block.notice();
  const std::string id = notice.finding().empty()
                             ? BlockAnchor(block.id())
                             : FindingAnchor(notice.finding());
  const Element box(page.markup, "article",
                    {{"class", CssOf(notice.kind())},
                     {"id", id},
                     {"aria-labelledby", id + "-title"}});
  {
    const Element title(page.markup, "p",
                        {{"class", "head"}, {"id", id + "-title"}});
    WriteNoticeRuns(page, notice.title(), notice.finding());
  }
  WriteNoticeLines(page, notice);
  page.markup.Line();
}

}  // namespace nianbao::report::html

#include "services/report/renderers/html/render_html.h"

#include <string>

#include "services/core/document.h"
#include "services/core/errors.h"
#include "services/report/renderers/html/block_writer.h"
#include "services/report/renderers/html/markup.h"
#include "services/report/renderers/html/page_index.h"
#include "services/report/renderers/html/report_css.h"
#include "services/report/renderers/html/run_writer.h"
#include "services/report/renderers/html/source_list.h"

namespace nianbao::report::html {
namespace {

using nianbao::document::v1::Block;
using nianbao::document::v1::Document;

constexpr int kDeepestOutline = 2;

std::string TitleOf(const Document& document) {
  return document.title().empty() ? "教育质量年度报告" : document.title();
}

void WriteHead(Markup& markup, const Document& document) {
  const Element head(markup, "head");
  markup.Line();
  markup.Void("meta", {{"charset", "utf-8"}});
  markup.Void("meta", {{"name", "viewport"},
                       {"content", "width=device-width, initial-scale=1"}});
  markup.Void("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
  markup.Void("meta",
              {{"name", "format-detection"}, {"content", "telephone=no"}});
  markup.Void("meta", {{"name", "generator"}, {"content", "Nianbao"}});
  markup.Line();
  markup.Leaf("title", {}, TitleOf(document));
  markup.Line();
  const Element style(markup, "style");
  markup.Line();
  markup.Raw(kReportCss);
}

// The outline beside the text on wide screens.
void WriteOutline(const Page& page, const Document& document) {
  Markup& markup = page.markup;
  const Element nav(markup, "nav",
                    {{"class", "outline"}, {"aria-label", "章节"}});
  markup.Leaf("p", {{"class", "head"}}, TitleOf(document));
  const Element list(markup, "ul");
  for (const Block& block : document.blocks()) {
    const int level = block.heading().level();
    if (!block.has_heading() || level > kDeepestOutline) continue;
    markup.Line();
    const Element item(markup, "li", {{"class", "l" + std::to_string(level)}});
    markup.Leaf(
        "a", {{"href", "#" + BlockAnchor(block.id())}},
        SpacedNumber(block.heading()) + core::TextOf(block.heading().runs()));
  }
  if (page.index.sources().empty()) return;
  markup.Line();
  const Element item(markup, "li", {{"class", "l1"}});
  markup.Leaf("a", {{"href", "#" + std::string(kSourcesAnchor)}}, "数据来源");
}

void WriteBody(const Page& page, const Document& document) {
  Markup& markup = page.markup;
  const Element body(markup, "body");
  markup.Line();
  markup.Leaf("a", {{"class", "skip"}, {"href", "#content"}}, "跳到正文");
  markup.Line();
  const Element frame(markup, "div", {{"class", "frame"}});
  WriteOutline(page, document);
  markup.Line();
  {
    const Element main(markup, "main", {{"id", "content"}});
    WriteBlocks(page, document);
    WriteSources(page);
  }
  markup.Line();
  markup.Leaf(
      "footer", {},
      "本文由年报（Nianbao）根据提交的报告自动生成；正文每个数据都能查到"
      "来源。");
}

}  // namespace

absl::StatusOr<Rendition> RenderHtml(const Document& document,
                                     const core::Facts& facts) {
  NIANBAO_ASSIGN_OR_RETURN(const PageIndex index,
                           PageIndex::Create(document, facts));
  Markup markup;
  const Page page{index, markup};
  markup.Raw("<!DOCTYPE html>\n");
  {
    const Element root(
        markup, "html",
        {{"lang",
          document.language().empty() ? "zh-Hans" : document.language()}});
    markup.Line();
    WriteHead(markup, document);
    markup.Line();
    WriteBody(page, document);
    markup.Line();
  }
  markup.Line();
  return Rendition{.media_type = "text/html; charset=utf-8",
                   .bytes = markup.Take()};
}

}  // namespace nianbao::report::html

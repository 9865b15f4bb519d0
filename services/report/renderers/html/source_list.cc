#include "services/report/renderers/html/source_list.h"

#include <string>

#include "services/report/renderers/html/source_words.h"

namespace nianbao::report::html {
namespace {

using nianbao::fact::v1::Fact;

void WriteInputs(const Page& page, const Fact& fact) {
  if (fact.derivation().inputs().empty()) return;
  Markup& markup = page.markup;
  const Element list(markup, "span", {{"class", "inputs"}});
  for (const std::string& id : fact.derivation().inputs()) {
    const Fact* input = page.index.FindFact(id);
    if (input == nullptr) continue;
    markup.Text(" ");
    markup.Leaf("a",
                {{"href", "#" + SourceAnchor(id)}, {"title", LabelOf(*input)}},
                input->figure().text());
  }
}

void WriteSource(const Page& page, const Fact& fact) {
  Markup& markup = page.markup;
  markup.Line();
  const Element row(markup, "tr", {{"id", SourceAnchor(fact.id())}});
  {
    const Element cell(markup, "td", {{"class", "back"}});
    const bool stands = page.index.FigureOf(fact.id()) != nullptr;
    if (stands) {
      markup.Leaf("a",
                  {{"href", "#" + FigureAnchor(fact.id())},
                   {"aria-label", "回到正文：" + LabelOf(fact)},
                   {"title", "回到正文"}},
                  fact.id());
    } else {
      markup.Text(fact.id());
    }
  }
  markup.Leaf("th", {{"scope", "row"}}, LabelOf(fact));
  markup.Leaf("td", {{"class", "num"}}, fact.figure().text());
  markup.Leaf("td", {}, fact.figure().unit());
  markup.Leaf("td", {{"class", "when"}}, fact.period());
  const Element origin(markup, "td");
  markup.Text(OriginOf(fact, page.index));
  WriteInputs(page, fact);
}

}  // namespace

const char kSourcesAnchor[] = "sources";

void WriteSources(const Page& page) {
  if (page.index.sources().empty()) return;
  Markup& markup = page.markup;
  markup.Line();
  const Element section(
      markup, "section",
      {{"class", "sources"}, {"aria-labelledby", kSourcesAnchor}});
  markup.Leaf("h2", {{"id", kSourcesAnchor}}, "数据来源");
  markup.Leaf("p", {},
              "正文中每个带下划点线的数都列在这里；点编号回到正文，计算得出的数"
              "列出算法和所用的数。");
  const Element scroll(
      markup, "section",
      {{"class", "scroll"}, {"tabindex", "0"}, {"aria-label", "数据来源表"}});
  const Element table(markup, "table", {{"class", "list"}});
  markup.Leaf("caption", {}, "正文所列数据的来源");
  {
    const Element head(markup, "thead");
    const Element row(markup, "tr");
    for (const char* name : {"编号", "名称", "数值", "单位", "时间", "来源"}) {
      markup.Leaf("th", {{"scope", "col"}}, name);
    }
  }
  const Element body(markup, "tbody");
  for (const Fact* fact : page.index.sources()) WriteSource(page, *fact);
}

}  // namespace nianbao::report::html

#include "services/report/renderers/html/run_writer.h"

#include "services/report/renderers/html/source_words.h"

namespace nianbao::report::html {
namespace {

using nianbao::document::v1::Notice;
using nianbao::document::v1::Place;
using nianbao::document::v1::Run;
using nianbao::fact::v1::Fact;

// The element and class that show a style; nothing to show without an element.
struct Look {
  std::string element;
  std::string css;
};

Look LookOf(const Run& run) {
  switch (run.style()) {
    case Run::STYLE_STRONG:
      return {"strong", ""};
    case Run::STYLE_MUTED:
      return {"span", "muted"};
    case Run::STYLE_ERROR:
      return {"mark", "err"};
    case Run::STYLE_QUERY:
      return {"mark", "qry"};
    case Run::STYLE_GOOD:
      return {"span", "good"};
    default:
      break;
  }
  if (!run.findings().empty()) return {"span", "part"};
  return {};
}

const char* CssOf(Notice::Kind kind) {
  switch (kind) {
    case Notice::KIND_ERROR:
      return "err";
    case Notice::KIND_QUERY:
      return "qry";
    default:
      return "note";
  }
}

const char* ShortName(Notice::Kind kind) {
  switch (kind) {
    case Notice::KIND_ERROR:
      return "错";
    case Notice::KIND_QUERY:
      return "疑";
    default:
      return "注";
  }
}

// The figure or plain text of a run, without its look.
void WriteText(const Page& page, const Run& run, const std::string& href,
               const std::string& id) {
  const Fact* fact =
      run.fact().empty() ? nullptr : page.index.FindFact(run.fact());
  if (fact == nullptr) return page.markup.Text(run.text());
  const Element link(page.markup, "a",
                     {{"class", "fig"},
                      {"id", id},
                      {"href", href},
                      {"title", TooltipOf(*fact, page.index)}});
  page.markup.Leaf("data", {{"value", fact->figure().value()}}, run.text());
}

// Small links behind a marked run, one for each of its findings.
void WriteReferences(const Page& page, const Run& run) {
  bool any = false;
  for (const std::string& id : run.findings()) {
    any = any || page.index.FindFinding(id) != nullptr;
  }
  if (!any) return;
  const Element sup(page.markup, "sup", {{"class", "refs"}});
  for (const std::string& id : run.findings()) {
    const FindingEntry* finding = page.index.FindFinding(id);
    if (finding == nullptr) continue;
    const std::string name = FindingName(*finding) + "：" + finding->title;
    page.markup.Leaf(
        "a",
        {{"class", CssOf(finding->kind)},
         {"id", finding->mark == &run ? MarkAnchor(id) : ""},
         {"href", "#" + FindingAnchor(id)},
         {"title", name},
         {"aria-label", name}},
        ShortName(finding->kind) + std::to_string(finding->number));
  }
}

// Writes `write`'s output in the look of the run.
template <typename Writer>
void WithLook(const Page& page, const Run& run, const Writer& write) {
  const Look look = LookOf(run);
  if (look.element.empty()) return write();
  const Element element(page.markup, look.element, {{"class", look.css}});
  write();
}

// Where a place leads; empty where the page does not have it.
std::string HrefOf(const Page& page, const Place& place) {
  const auto* block = page.index.FindBlock(place.block());
  if (block == nullptr) return "";
  const bool row = block->has_table() && place.row() >= 0 &&
                   place.row() < block->table().rows_size() &&
                   block->table().rows(place.row()).line() > 0;
  return "#" + (row ? RowAnchor(place.block(), place.row())
                    : BlockAnchor(place.block()));
}

void WriteLink(const Page& page, const Run& run, const std::string& href) {
  if (href.empty()) return page.markup.Text(run.text());
  page.markup.Leaf("a", {{"class", "to"}, {"href", href}}, run.text());
}

void WriteBodyRun(const Page& page, const std::string& block, const Run& run) {
  const bool own = run.place().block().empty() || run.place().block() == block;
  WithLook(page, run, [&] {
    if (run.fact().empty() && !own) {
      return WriteLink(page, run, HrefOf(page, run.place()));
    }
    const bool stands = page.index.FigureOf(run.fact()) == &run;
    WriteText(page, run, "#" + SourceAnchor(run.fact()),
              stands ? FigureAnchor(run.fact()) : "");
  });
  WriteReferences(page, run);
}

void WriteNoticeRun(const Page& page, const Run& run,
                    const std::string& finding) {
  WithLook(page, run, [&] {
    if (run.fact().empty() && run.has_place()) {
      const FindingEntry* entry = page.index.FindFinding(finding);
      const bool marked = entry != nullptr && entry->mark != nullptr;
      return WriteLink(
          page, run,
          marked ? "#" + MarkAnchor(finding) : HrefOf(page, run.place()));
    }
    const bool stands = page.index.FigureOf(run.fact()) != nullptr;
    WriteText(
        page, run,
        "#" + (stands ? FigureAnchor(run.fact()) : SourceAnchor(run.fact())),
        "");
  });
}

}  // namespace

std::string BlockAnchor(const std::string& block) {
  return Anchor("b-", block);
}

std::string RowAnchor(const std::string& block, int row) {
  return Anchor("row-", block) + "_" + std::to_string(row);
}

std::string FindingAnchor(const std::string& finding) {
  return Anchor("finding-", finding);
}

std::string MarkAnchor(const std::string& finding) {
  return Anchor("mark-", finding);
}

std::string FigureAnchor(const std::string& fact) {
  return Anchor("fig-", fact);
}

std::string SourceAnchor(const std::string& fact) {
  return Anchor("src-", fact);
}

void WriteBodyRuns(const Page& page, const std::string& block,
                   const core::Runs& runs) {
  for (const Run& run : runs) WriteBodyRun(page, block, run);
}

void WriteNoticeRuns(const Page& page, const core::Runs& runs,
                     const std::string& finding) {
  for (const Run& run : runs) WriteNoticeRun(page, run, finding);
}

}  // namespace nianbao::report::html

#include "services/report/narrative.h"

#include <algorithm>
#include <map>
#include <utility>

#include "services/report/marked_runs.h"

namespace nianbao::report {
namespace {

using nianbao::document::v1::Block;
using nianbao::document::v1::Document;
using nianbao::document::v1::Heading;
using nianbao::document::v1::Paragraph;
using nianbao::document::v1::Run;

// A table with figures of at least one in so many official rows is official.
constexpr std::size_t kOfficialShare = 2;

constexpr int kDeepestHeading = 6;

std::set<std::string> OfficialTables(const core::Catalogue& catalogue,
                                     const std::string& edition,
                                     const core::Facts& facts) {
  // The official table of each row, and how many rows the tables have.
  std::map<std::string, std::string> table_of;
  std::map<std::string, std::size_t> sizes;
  for (const auto* indicator : catalogue.TableOf(edition)) {
    const auto* revision = core::Catalogue::RevisionOf(*indicator, edition);
    table_of.emplace(indicator->code(), revision->table());
    ++sizes[revision->table()];
  }
  std::map<std::pair<std::string, std::string>, std::set<std::string>> found;
  for (const auto& fact : facts) {
    const auto table = table_of.find(fact.concept_code());
    if (table == table_of.end()) continue;
    found[{fact.place().block(), table->second}].insert(fact.concept_code());
  }
  std::set<std::string> blocks;
  for (const auto& [place, codes] : found) {
    const auto& [block, table] = place;
    if (codes.size() * kOfficialShare >= sizes[table]) blocks.insert(block);
  }
  return blocks;
}

// Lines of the submitted file mean nothing in the rebuilt report.
void ForgetPlaces(core::Runs& runs) {
  for (Run& run : runs) run.clear_place();
}

Narrative::Blocks::const_iterator FirstHeading(
    const Narrative::Blocks& blocks) {
  return std::find_if(blocks.begin(), blocks.end(),
                      [](const Block* block) { return block->has_heading(); });
}

// The heading's words without a colon behind them.
std::string Title(const Heading& heading) {
  std::string words = core::TextOf(heading.runs());
  for (const std::string colon : {"：", ":"}) {
    const std::size_t at = words.rfind(colon);
    if (at != std::string::npos && at + colon.size() == words.size()) {
      words.resize(at);
    }
  }
  return words;
}

bool Belongs(const Paragraph& paragraph) {
  switch (paragraph.role()) {
    case Paragraph::ROLE_TITLE:
    case Paragraph::ROLE_SUBTITLE:
    case Paragraph::ROLE_CONTENTS:
      return false;
    default:
      return !core::TextOf(paragraph.runs()).empty();
  }
}

}  // namespace

Narrative::Narrative(const core::Catalogue& catalogue,
                     const std::string& edition, const Document& document,
                     const core::Facts& facts)
    : index_(document),
      marks_(index_, facts),
      official_tables_(OfficialTables(catalogue, edition, facts)) {}

// The caption of a table that is left out goes with it.
bool Narrative::IsOfficialCaption(const Blocks& blocks,
                                  Blocks::const_iterator at) const {
  const auto next = at + 1;
  return (*at)->paragraph().role() == Paragraph::ROLE_CAPTION &&
         next != blocks.end() && official_tables_.count((*next)->id()) != 0;
}

void Narrative::AddLead(DocumentBuilder& report, const Blocks& blocks) const {
  for (auto at = blocks.begin(); at != FirstHeading(blocks); ++at) {
    if (!IsOfficialCaption(blocks, at)) AddBlock(report, 0, **at);
  }
}

void Narrative::AddChapters(DocumentBuilder& report, int level,
                            const Blocks& blocks) const {
  int highest = kDeepestHeading;
  for (const Block* block : blocks) {
    if (block->has_heading()) {
      highest = std::min(highest, block->heading().level());
    }
  }
  for (auto at = FirstHeading(blocks); at != blocks.end(); ++at) {
    if (!IsOfficialCaption(blocks, at)) {
      AddBlock(report, level - highest, **at);
    }
  }
}

void Narrative::AddBlock(DocumentBuilder& report, int level_shift,
                         const Block& block) const {
  Block copy = MarkBlock(block, marks_);
  if (copy.has_paragraph() && Belongs(copy.paragraph())) {
    ForgetPlaces(*copy.mutable_paragraph()->mutable_runs());
    report.AddParagraph(copy.paragraph());
  } else if (copy.has_heading()) {
    report.AddHeading(copy.heading().level() + level_shift,
                      Title(copy.heading()));
  } else if (copy.has_table() && official_tables_.count(block.id()) == 0) {
    for (auto& row : *copy.mutable_table()->mutable_rows()) {
      row.clear_line();
      for (auto& cell : *row.mutable_cells()) {
        ForgetPlaces(*cell.mutable_runs());
      }
    }
    report.AddTable(copy.table());
  }
}

}  // namespace nianbao::report

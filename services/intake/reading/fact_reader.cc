#include "services/intake/reading/fact_reader.h"

#include "services/intake/reading/reading_context.h"
#include "services/intake/reading/table_facts.h"
#include "services/intake/reading/text_facts.h"

namespace nianbao::intake {
namespace {

using nianbao::document::v1::Block;
using nianbao::document::v1::Paragraph;
using Unread = Explainer::Explanation;

// Why a block states no facts; titles, contents and captions do not.
Unread::Unread UnreadOf(const Block& block) {
  if (block.has_table()) return Unread::UNREAD_UNSPECIFIED;
  if (block.has_heading()) return Unread::UNREAD_HEADING;
  if (!block.has_paragraph()) return Unread::UNREAD_OTHER;
  switch (block.paragraph().role()) {
    case Paragraph::ROLE_UNSPECIFIED:
    case Paragraph::ROLE_LIST_ITEM:
      return Unread::UNREAD_UNSPECIFIED;
    case Paragraph::ROLE_TITLE:
    case Paragraph::ROLE_SUBTITLE:
      return Unread::UNREAD_TITLE;
    case Paragraph::ROLE_CONTENTS:
      return Unread::UNREAD_CONTENTS;
    case Paragraph::ROLE_CAPTION:
      return Unread::UNREAD_CAPTION;
    default:
      return Unread::UNREAD_OTHER;
  }
}

}  // namespace

FactReader::FactReader(const core::Catalogue& catalogue)
    : lexicon_(catalogue), linker_(catalogue) {
  for (const auto& [code, edition] : catalogue.editions()) {
    homes_.emplace(code, OutlineHomes(*edition));
  }
}

core::Facts FactReader::Read(const nianbao::catalogue::v1::Edition& edition,
                             const nianbao::document::v1::Document& document,
                             bool all_figures, Explainer* explainer) const {
  core::Facts facts;
  ReadingContext context{lexicon_, linker_,
                         edition,  all_figures,
                         facts,    OutlinePlace(homes_.at(edition.code()))};
  // The table that a table without a head may go on with.
  const Block* table = nullptr;
  for (const Block& block : document.blocks()) {
    const Unread::Unread unread = UnreadOf(block);
    if (block.has_heading()) context.place.Enter(block.heading());
    if (!block.has_paragraph()) context.said = {};
    if (explainer != nullptr) context.trace = explainer->TraceOf(block);
    if (block.has_table()) {
      if (table == nullptr || !GoesOnWithTable(block, *table)) table = &block;
      ReadTable(block, *table, context);
    } else if (unread == Unread::UNREAD_UNSPECIFIED) {
      ReadParagraph(block, context);
    }
    if (!block.has_table() && unread != Unread::UNREAD_CAPTION) table = nullptr;
    if (context.trace != nullptr) explainer->Close(block, unread);
  }
  return facts;
}

}  // namespace nianbao::intake

#include "services/intake/reading/fact_reader.h"

#include "services/intake/reading/reading_context.h"
#include "services/intake/reading/table_facts.h"
#include "services/intake/reading/text_facts.h"

namespace nianbao::intake {
namespace {

using nianbao::document::v1::Block;
using nianbao::document::v1::Paragraph;

// Titles, contents and captions state no facts.
bool StatesFacts(const Paragraph& paragraph) {
  return paragraph.role() == Paragraph::ROLE_UNSPECIFIED ||
         paragraph.role() == Paragraph::ROLE_LIST_ITEM;
}

}  // namespace

core::Facts FactReader::Read(const nianbao::catalogue::v1::Edition& edition,
                             const nianbao::document::v1::Document& document,
                             bool all_figures) const {
  core::Facts facts;
  ReadingContext context{lexicon_, linker_, edition, all_figures, facts, {}};
  for (const Block& block : document.blocks()) {
    if (!block.has_paragraph()) context.said = {};
    if (block.has_table()) {
      ReadTable(block, context);
    } else if (block.has_paragraph() && StatesFacts(block.paragraph())) {
      ReadParagraph(block, context);
    }
  }
  return facts;
}

}  // namespace nianbao::intake

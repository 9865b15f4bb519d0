// The text of a report, block by block.
#ifndef NIANBAO_SERVICES_VALIDATION_TEXT_BLOCKS_H_
#define NIANBAO_SERVICES_VALIDATION_TEXT_BLOCKS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "nianbao/document/v1/document.pb.h"
#include "services/validation/check_maker.h"
#include "services/validation/counts.h"
#include "services/validation/report_view.h"

namespace nianbao::validation {

// A paragraph or heading. Points into the document.
struct TextBlock {
  const nianbao::document::v1::Block* block = nullptr;
  std::string text;
  // Level of a heading; zero for a paragraph.
  int level = 0;

  // Where the bytes [begin, end) of the text stand in the document.
  nianbao::document::v1::Place PlaceOf(std::size_t begin,
                                       std::size_t end) const;
};

// Paragraphs and headings in document order, without the table of contents.
std::vector<TextBlock> TextBlocksOf(const ReportView& view);

// A count that the text states, with the noun behind it.
struct CountInText {
  const TextBlock* block = nullptr;
  StatedCount count;
  std::string noun;

  // As printed with its measure word, such as "6位".
  std::string Printed() const;
};

// The count with what is behind it up to the next mark.
CountInText CountAt(const TextBlock& block, const StatedCount& count);

// The fact that covers those bytes of the block; null where none does.
const Datum* DatumAt(const ReportView& view, const TextBlock& block,
                     std::size_t begin, std::size_t end);

// Adds the count as the operand that is judged: the fact where there is one.
void AddCount(const ReportView& view, const CountInText& count,
              CheckMaker& maker);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_TEXT_BLOCKS_H_

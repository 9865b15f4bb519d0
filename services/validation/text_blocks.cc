#include "services/validation/text_blocks.h"

#include <utility>

#include "services/core/document.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using nianbao::document::v1::Block;
using nianbao::document::v1::Paragraph;
using nianbao::document::v1::Place;

constexpr std::size_t kLongestNoun = 12;  // characters

const core::Runs& RunsOf(const Block& block) {
  return block.has_heading() ? block.heading().runs()
                             : block.paragraph().runs();
}

}  // namespace

Place TextBlock::PlaceOf(std::size_t begin, std::size_t end) const {
  Place place;
  const core::Runs& runs = RunsOf(*block);
  if (!runs.empty()) place.set_page(runs[0].place().page());
  place.set_block(block->id());
  place.set_begin(static_cast<int>(begin));
  place.set_end(static_cast<int>(end));
  place.set_line(core::LineAt(runs, static_cast<int>(begin)));
  return place;
}

std::vector<TextBlock> TextBlocksOf(const ReportView& view) {
  std::vector<TextBlock> blocks;
  for (const Block& block : view.document().blocks()) {
    const bool text = block.has_heading() ||
                      (block.has_paragraph() &&
                       block.paragraph().role() != Paragraph::ROLE_CONTENTS);
    if (!text) continue;
    blocks.push_back({&block, core::TextOf(block),
                      block.has_heading() ? block.heading().level() : 0});
  }
  return blocks;
}

std::string CountInText::Printed() const {
  return Compact(std::string_view(block->text)
                     .substr(count.begin, count.end - count.begin));
}

CountInText CountAt(const TextBlock& block, const StatedCount& count) {
  CountInText stated{&block, count, ""};
  const std::string_view behind =
      std::string_view(block.text).substr(count.end);
  const auto noun = Characters(behind.substr(
      0, FindAny(behind, {"，", "。", "；", "：", "、", "（", "(", "）", ")",
                          "“", "”", "！", ",", ":", "\n"})));
  for (std::size_t i = 0; i < noun.size() && i < kLongestNoun; ++i) {
    stated.noun += noun[i];
  }
  stated.noun = Compact(stated.noun);
  return stated;
}

const Datum* DatumAt(const ReportView& view, const TextBlock& block,
                     std::size_t begin, std::size_t end) {
  for (const Datum* datum : view.data().InBlock(block.block->id())) {
    const auto& place = datum->fact->place();
    if (place.begin() < static_cast<int>(end) &&
        place.end() > static_cast<int>(begin)) {
      return datum;
    }
  }
  return nullptr;
}

void AddCount(const ReportView& view, const CountInText& count,
              CheckMaker& maker) {
  const StatedCount& stated = count.count;
  const Datum* datum =
      DatumAt(view, *count.block, stated.begin, stated.numeral_end);
  if (datum != nullptr) {
    maker.Operand(*datum, "whole");
    return;
  }
  maker.Operand(
      TextFigure{count.block->PlaceOf(stated.begin, stated.end),
                 count.Printed(), std::to_string(stated.value), count.noun},
      "whole");
}

}  // namespace nianbao::validation

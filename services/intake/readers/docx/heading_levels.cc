#include "services/intake/readers/docx/heading_levels.h"

#include <algorithm>
#include <map>

#include "services/intake/readers/outline_levels.h"

namespace nianbao::intake {
namespace {

using nianbao::document::v1::Block;
using nianbao::document::v1::Document;

constexpr int kDeepest = 6;

// What the raw level of each heading says about its number.
std::unordered_map<std::string, int> ShapesOf(const Document& document) {
  std::unordered_map<std::string, int> shapes;
  for (const Block& block : document.blocks()) {
    if (block.has_heading()) shapes[block.id()] = block.heading().level();
  }
  return shapes;
}

// The level that the styles give to each shape of number.
std::map<int, int> LevelsOfShapes(
    const StyledLevels& styled,
    const std::unordered_map<std::string, int>& shapes) {
  std::map<int, int> levels;
  for (const auto& [id, level] : styled) {
    const auto shape = shapes.find(id);
    if (shape == shapes.end()) continue;
    int& kept = levels.try_emplace(shape->second, level).first->second;
    kept = std::min(kept, level);
  }
  return levels;
}

}  // namespace

void SetStyledLevels(const StyledLevels& styled, Document& document) {
  auto shapes = ShapesOf(document);
  const std::map<int, int> levels = LevelsOfShapes(styled, shapes);
  SetLevels(document);
  int last_level = 0;
  int last_by_number = 0;
  for (Block& block : *document.mutable_blocks()) {
    if (!block.has_heading()) continue;
    const int by_number = block.heading().level();
    int level = by_number;
    if (const auto style = styled.find(block.id()); style != styled.end()) {
      level = style->second;
      last_level = level;
      last_by_number = by_number;
    } else if (const auto known = levels.find(shapes[block.id()]);
               known != levels.end()) {
      level = known->second;
    } else if (last_level > 0) {
      level = last_level + std::max(1, by_number - last_by_number);
    }
    block.mutable_heading()->set_level(std::clamp(level, 1, kDeepest));
  }
}

}  // namespace nianbao::intake

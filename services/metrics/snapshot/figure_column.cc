#include "services/metrics/snapshot/figure_column.h"

namespace nianbao::metrics {

std::optional<core::Quantity> FigureColumn::At(std::size_t row) const {
  const FigureBlock* block = Block(row / FigureBlock::kRows);
  if (block == nullptr) return std::nullopt;
  return block->At(row % FigureBlock::kRows);
}

std::string FigureColumn::FactAt(std::size_t row) const {
  const FigureBlock* block = Block(row / FigureBlock::kRows);
  return block == nullptr ? "" : block->FactAt(row % FigureBlock::kRows);
}

std::size_t FigureColumn::Bytes() const {
  std::size_t bytes = sizeof(*this) + versions_.size() * sizeof(DataVersion);
  for (const auto& block : blocks_) {
    if (block != nullptr) bytes += block->Bytes();
  }
  return bytes;
}

}  // namespace nianbao::metrics

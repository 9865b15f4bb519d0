#include "services/core/fact_columns.h"

namespace nianbao::core {

void FactColumns::Set(const std::string& code, bool each,
                      QuantityColumn column) {
  columns_.insert_or_assign({code, each}, std::move(column));
}

void FactColumns::SetPrevious(std::vector<std::int32_t> previous) {
  previous_ = std::move(previous);
}

void FactColumns::SetGroups(std::vector<std::uint8_t> groups) {
  groups_ = std::move(groups);
}

const QuantityColumn* FactColumns::Find(const Reference& reference) const {
  const auto found = columns_.find({reference.code, reference.each});
  return found == columns_.end() ? nullptr : &found->second;
}

std::int32_t FactColumns::RowOf(std::int32_t row, int years_back) const {
  for (int i = 0; i < years_back && row != kNoRow; ++i) {
    row = previous_[static_cast<std::size_t>(row)];
  }
  return row;
}

Lookup FactColumns::AsLookup(std::size_t row) const {
  return [this, row](const Reference& reference) -> std::optional<Quantity> {
    const QuantityColumn* column = Find(reference);
    const std::int32_t at =
        RowOf(static_cast<std::int32_t>(row), reference.years_back);
    if (column == nullptr || at == kNoRow) return std::nullopt;
    return column->At(static_cast<std::size_t>(at));
  };
}

}  // namespace nianbao::core

#include "services/core/quantity_column.h"

#include <algorithm>
#include <utility>

#include "services/core/plain_decimal.h"

namespace nianbao::core {

std::optional<Quantity> QuantityColumn::At(std::size_t row) const {
  if ((flags_[row] & kBlankCell) != 0) return std::nullopt;
  if ((flags_[row] & kOddCell) != 0) return odd_.at(row);
  const Rational unit = PowerOfTen(-scale_);
  return PlainQuantity(unit * values_[row], unit * halves_[row],
                       decimals_[row]);
}

void QuantityColumnBuilder::AddDecimal(std::int64_t digits, int decimals,
                                       bool exact) {
  if (const auto plain = PlainDecimalOf(digits, decimals, exact)) {
    return AddPlain(*plain);
  }
  const Rational unit = PowerOfTen(-decimals);
  odd_.emplace(
      cells_.size(),
      PlainQuantity(unit * digits, exact ? Rational(0) : Rational(unit / 2),
                    decimals));
  cells_.push_back({0, 0, 0, static_cast<std::uint8_t>(decimals), kOddCell});
}

void QuantityColumnBuilder::Add(const std::optional<Quantity>& quantity) {
  if (!quantity) return AddBlank();
  if (const auto plain = PlainDecimalOf(*quantity)) return AddPlain(*plain);
  odd_.emplace(cells_.size(), *quantity);
  cells_.push_back({0, 0, 0, 0, kOddCell});
}

void QuantityColumnBuilder::AddPlain(const PlainDecimal& plain) {
  cells_.push_back({plain.value, plain.half, plain.scale,
                    static_cast<std::uint8_t>(plain.decimals), 0});
}

void QuantityColumnBuilder::SetScale(QuantityColumn& column) {
  for (const Cell& cell : cells_) {
    column.scale_ = std::max(column.scale_, cell.scale);
  }
  for (std::size_t row = 0; row < cells_.size(); ++row) {
    const Cell& cell = cells_[row];
    const auto value = Rescaled(cell.value, cell.scale, column.scale_);
    const auto half = Rescaled(cell.half, cell.scale, column.scale_);
    if (value && half) {
      column.values_[row] = *value;
      column.halves_[row] = *half;
      column.flags_[row] = cell.flags;
      continue;
    }
    // Too large beside the finest number: kept whole.
    column.flags_[row] = kOddCell;
    const Rational unit = PowerOfTen(-cell.scale);
    odd_.emplace(
        row, PlainQuantity(unit * cell.value, unit * cell.half, cell.decimals));
  }
}

void QuantityColumnBuilder::Measure(QuantityColumn& column) const {
  const std::size_t rows = cells_.size();
  for (std::size_t begin = 0; begin < rows; begin += QuantityColumn::kBlock) {
    const std::size_t end = std::min(rows, begin + QuantityColumn::kBlock);
    std::int64_t largest = 0;
    bool exact = true;
    bool plain = true;
    for (std::size_t row = begin; row < end; ++row) {
      const std::int64_t value = column.values_[row];
      const std::int64_t half = column.halves_[row];
      largest = std::max(largest, (value < 0 ? -value : value) + half);
      exact = exact && half == 0;
      plain = plain && column.flags_[row] == 0;
    }
    column.largest_.push_back(largest);
    column.exact_.push_back(exact);
    column.plain_.push_back(plain);
  }
}

QuantityColumn QuantityColumnBuilder::Build() && {
  QuantityColumn column;
  const std::size_t rows = cells_.size();
  column.values_.resize(rows);
  column.halves_.resize(rows);
  column.flags_.resize(rows);
  column.decimals_.resize(rows);
  for (std::size_t row = 0; row < rows; ++row) {
    column.decimals_[row] = cells_[row].decimals;
  }
  SetScale(column);
  Measure(column);
  column.odd_ = std::move(odd_);
  return column;
}

}  // namespace nianbao::core

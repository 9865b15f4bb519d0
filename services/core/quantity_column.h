// Quantities of many rows in fixed width, for rules over many schools.
#ifndef NIANBAO_SERVICES_CORE_QUANTITY_COLUMN_H_
#define NIANBAO_SERVICES_CORE_QUANTITY_COLUMN_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "services/core/plain_decimal.h"
#include "services/core/quantity.h"

namespace nianbao::core {

// What is to be known of a cell, or of a result in a row, beside its number.
// Bits, so that those of all operands of a rule can be joined.
enum CellFlag : std::uint8_t {
  // No figure.
  kBlankCell = 1,
  // A figure that fixed width does not hold, such as a hedged one or a
  // fraction: its row is evaluated with exact fractions.
  kOddCell = 2,
  // A divisor that may be zero.
  kZeroDivisor = 4,
};

// One column: the figures of a reference, a row for each school and year.
//
// A figure printed as a decimal is kept as two integers at the column's scale:
// its number and half of what its last digit spans, zero where it is exact, so
// that it stands for [value - half, value + half] as `Quantity::rounded` does.
// All other figures are kept whole beside the column, and flagged odd.
// Immutable; safe for use from any thread.
class QuantityColumn {
 public:
  // Rows whose bounds are known together.
  static constexpr std::size_t kBlock = 512;

  std::size_t rows() const { return flags_.size(); }

  // Decimals that the integers carry: 3 where 1 stands for 0.001.
  int scale() const { return scale_; }

  // By row; zero where a flag is set.
  const std::int64_t* values() const { return values_.data(); }
  const std::int64_t* halves() const { return halves_.data(); }
  const std::uint8_t* flags() const { return flags_.data(); }

  // Largest |value| + half among the rows of a block, and whether all of them
  // are exact (and so all halves are zero), or flagged nothing at all.
  std::int64_t Largest(std::size_t block) const { return largest_[block]; }
  bool IsExact(std::size_t block) const { return exact_[block]; }
  bool IsPlain(std::size_t block) const { return plain_[block]; }

  // The quantity of a row as it was given, but for its unit; nothing for a
  // blank.
  std::optional<Quantity> At(std::size_t row) const;

 private:
  friend class QuantityColumnBuilder;

  int scale_ = 0;
  std::vector<std::int64_t> values_;
  std::vector<std::int64_t> halves_;
  std::vector<std::uint8_t> flags_;
  // Digits behind the printed point.
  std::vector<std::uint8_t> decimals_;
  std::vector<std::int64_t> largest_;
  std::vector<bool> exact_;
  std::vector<bool> plain_;
  std::map<std::size_t, Quantity> odd_;
};

// Makes a column, row by row. For one use.
class QuantityColumnBuilder {
 public:
  void Reserve(std::size_t rows) { cells_.reserve(rows); }

  void AddBlank() { cells_.push_back({0, 0, 0, 0, kBlankCell}); }

  // A figure without hedge, printed as `digits` with `decimals` of them behind
  // the point, at most 15; an exact count or rounded.
  void AddDecimal(std::int64_t digits, int decimals, bool exact);

  // Any figure; a blank where it is nothing.
  void Add(const std::optional<Quantity>& quantity);

  QuantityColumn Build() &&;

 private:
  struct Cell {
    std::int64_t value = 0;
    std::int64_t half = 0;
    int scale = 0;
    std::uint8_t decimals = 0;
    std::uint8_t flags = 0;
  };

  void AddPlain(const PlainDecimal& plain);
  // Brings all cells to the scale of the finest one.
  void SetScale(QuantityColumn& column);
  void Measure(QuantityColumn& column) const;

  std::vector<Cell> cells_;
  std::map<std::size_t, Quantity> odd_;
};

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_QUANTITY_COLUMN_H_

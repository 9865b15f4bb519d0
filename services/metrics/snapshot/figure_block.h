// Figures of an indicator in 512 rows.
#ifndef NIANBAO_SERVICES_METRICS_SNAPSHOT_FIGURE_BLOCK_H_
#define NIANBAO_SERVICES_METRICS_SNAPSHOT_FIGURE_BLOCK_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "services/core/plain_decimal.h"
#include "services/core/quantity_column.h"

namespace nianbao::metrics {

// A school's figure as it comes to be stored. Without `plain` and `odd` it is a
// blank: nothing is printed, or nothing that can be used.
struct FigureCell {
  std::optional<core::PlainDecimal> plain;
  // A figure that fixed width does not hold.
  std::shared_ptr<const core::Quantity> odd;
  // Identifier of the fact; empty where nothing is printed.
  std::string fact;

  bool IsBlank() const { return !plain && odd == nullptr; }
};

// Whether both say the same of the true value.
bool SameFigure(const FigureCell& a, const FigureCell& b);

// Rows of a column: like core::QuantityColumn, but a block by itself, so that a
// change copies one. Safe for use from any thread as long as nobody sets cells.
class FigureBlock {
 public:
  static constexpr std::size_t kRows = core::QuantityColumn::kBlock;

  FigureBlock();

  // Decimals that the integers carry.
  int scale() const { return scale_; }
  // By row; zero where a flag is set.
  const std::int64_t* values() const { return values_.data(); }
  // Null where all are exact.
  const std::int64_t* halves() const {
    return halves_.empty() ? nullptr : halves_.data();
  }
  // core::CellFlag by row.
  const std::uint8_t* flags() const { return flags_.data(); }

  // The quantity of a row, without a unit; nothing for a blank.
  std::optional<core::Quantity> At(std::size_t row) const;
  // Identifier of the row's fact; empty where nothing is printed.
  std::string FactAt(std::size_t row) const;
  FigureCell CellAt(std::size_t row) const;

  void Set(std::size_t row, const FigureCell& cell);

  // Bytes that it takes.
  std::size_t Bytes() const;

 private:
  void SetPlain(std::size_t row, const core::PlainDecimal& plain);
  void SetOdd(std::size_t row, std::shared_ptr<const core::Quantity> quantity);
  void SetFact(std::size_t row, const std::string& fact);
  // Brings all rows to a finer scale.
  void Refine(int scale);

  int scale_ = 0;
  std::array<std::int64_t, kRows> values_;
  std::vector<std::int64_t> halves_;
  std::array<std::uint8_t, kRows> flags_;
  std::array<std::uint8_t, kRows> decimals_;
  // Zero for none; one more than the number of "f12"; or, with the highest bit,
  // the index of the identifier among `names_`.
  std::array<std::uint32_t, kRows> facts_;
  std::vector<std::string> names_;
  std::map<std::size_t, std::shared_ptr<const core::Quantity>> odd_;
};

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_SNAPSHOT_FIGURE_BLOCK_H_

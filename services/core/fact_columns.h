// Figures of many schools and years, column by column.
#ifndef NIANBAO_SERVICES_CORE_FACT_COLUMNS_H_
#define NIANBAO_SERVICES_CORE_FACT_COLUMNS_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "services/core/expression.h"
#include "services/core/quantity_column.h"

namespace nianbao::core {

// What rules over many schools run on: rows, each a school in a year, and a
// column for each indicator. A column that was never set is blank. Safe for
// use from any thread as long as nobody changes it.
class FactColumns {
 public:
  // No row, where last year's is asked for.
  static constexpr std::int32_t kNoRow = -1;

  // At most 2^31 - 1 rows.
  explicit FactColumns(std::size_t rows)
      : rows_(rows), previous_(rows, kNoRow), groups_(rows, 0) {}

  std::size_t rows() const { return rows_; }

  // Sets the figures of an indicator, or with `each` those of its parts. The
  // column must have as many rows as this.
  void Set(const std::string& code, bool each, QuantityColumn column);

  // Says which row is that of the same school a year earlier.
  void SetPrevious(std::vector<std::int32_t> previous);

  // Says to which group a row belongs, such as the schools of one class; rules
  // name the groups that they apply to.
  void SetGroups(std::vector<std::uint8_t> groups);

  // The column; null where it was never set.
  const QuantityColumn* Find(const Reference& reference) const;

  // The row whose figure a reference of `row` means; kNoRow where there is
  // none.
  std::int32_t RowOf(std::int32_t row, int years_back) const;

  std::uint8_t GroupOf(std::size_t row) const { return groups_[row]; }

  // The figures of one row, for the evaluation with exact fractions. The lookup
  // holds a reference to this.
  Lookup AsLookup(std::size_t row) const;

 private:
  std::size_t rows_;
  std::map<std::pair<std::string, bool>, QuantityColumn> columns_;
  std::vector<std::int32_t> previous_;
  std::vector<std::uint8_t> groups_;
};

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_FACT_COLUMNS_H_

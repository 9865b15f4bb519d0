// Computes the steps of a program over one block of rows after another.
// Private to the rule engine.
#ifndef NIANBAO_SERVICES_CORE_BLOCK_MACHINE_H_
#define NIANBAO_SERVICES_CORE_BLOCK_MACHINE_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "services/core/block_arena.h"
#include "services/core/block_kernels.h"
#include "services/core/fact_columns.h"
#include "services/core/rule_program.h"

namespace nianbao::core {

// The result of a step in a block: in each row without flags, the closed
// interval from `low` to `high`, both times ten to the power of -scale.
struct BlockValue {
  BlockEnd low;
  // Equal to `low` where every row holds one number.
  BlockEnd high;
  // CellFlag of each row; null where none has any.
  const std::uint8_t* flags = nullptr;
  int scale = 0;
  // Numerators take at most so many bits, denominators so many.
  int bits = 0;
  int den_bits = 0;

  bool IsPoint() const { return low == high; }
};

// The interval in a row of the block; the row must have no flags.
Interval IntervalAt(const BlockValue& value, std::size_t row);

// a <= b brought to one scale; nothing where that takes too many bits.
std::optional<Comparison> Compare(const BlockEnd& a, const BlockValue& a_value,
                                  const BlockEnd& b, const BlockValue& b_value);

// Ends of a result that someone asks for; bits.
enum NeededEnds : std::uint8_t { kLowEnd = 1, kHighEnd = 2, kBothEnds = 3 };

// For one thread. Holds references, which must outlive it.
class BlockMachine {
 public:
  // `uses` says how often the result of each step is asked for, by other steps
  // and by callers; what nobody asks for is never computed. `needs` says which
  // ends; one that is not needed may be equal to the other.
  BlockMachine(const RuleProgram& program, std::vector<int> uses,
               std::vector<std::uint8_t> needs, const FactColumns& facts);

  // Forgets all results and goes to a block.
  void Begin(std::size_t block);

  // Rows of the block, and the first of them.
  std::size_t rows() const { return rows_; }
  std::size_t first_row() const { return first_; }

  // The result of a step, kept until Done was called as often as the step is
  // used.
  const BlockValue& Compute(int step);
  void Done(int step);

 private:
  // One end that is being made.
  struct Making {
    BlockEnd end;
    int bits = 0;
    int den_bits = 0;
  };
  // An end of an operand of a sum.
  struct Term {
    Making value;
    int scale = 0;
    bool negative = false;
  };
  // A constant as m / k times ten to the power of -scale.
  struct Number {
    std::int64_t m = 0;
    std::int64_t k = 1;
    int scale = 0;
    const std::int64_t* m_array = nullptr;
    const std::int64_t* k_array = nullptr;
  };

  void Bind();
  void BindNumber(std::size_t index, const Rational& number);
  const std::int64_t* Filled(std::int64_t number);
  const std::vector<std::int32_t>& RowsBack(int years);

  BlockValue Run(std::size_t index);
  BlockValue Load(std::size_t index);
  BlockValue LoadEarlier(const QuantityColumn& column, int years_back);
  BlockValue Constant(std::size_t index);
  BlockValue Sum(std::size_t index);
  BlockValue Scale(std::size_t index);
  BlockValue Multiply(const Step& step);
  BlockValue Divide(std::size_t index);
  BlockValue Extreme(std::size_t index);
  // What fixed width can't hold: all rows are odd.
  BlockValue AllOdd(const Step& step);

  Making SumOf(const std::vector<Term>& terms, int scale);
  Making Plus(const Making& sum, const Term& term, std::int64_t power);
  Making Product(const Making& a, const Making& b);
  Making Quotient(const Making& a, const Making& b);
  Making Selected(const std::int64_t* sign, const Making& yes,
                  const Making& no);
  Making Picked(const Making& a, const Making& b, bool larger);
  Making Rescaled(const Making& value, int digits);
  // a * b, where null stands for ones.
  const std::int64_t* TimesOrNull(const std::int64_t* a, const std::int64_t* b,
                                  int& bits);

  Making LowOf(int step) const;
  Making HighOf(int step) const;
  const BlockValue& ValueOf(int step) const {
    return values_[static_cast<std::size_t>(step)];
  }
  static BlockValue Made(const Making& low, const Making& high, int scale);
  // A result of the ends that are needed; `low` makes both of a point.
  template <typename Low, typename High>
  BlockValue MadeAsNeeded(std::size_t index, bool point, int scale, Low low,
                          High high) {
    if (point || needs_[index] == kLowEnd) {
      const Making both = low();
      return Made(both, both, scale);
    }
    if (needs_[index] == kHighEnd) {
      const Making both = high();
      return Made(both, both, scale);
    }
    const Making low_end = low();
    return Made(low_end, high(), scale);
  }

  // An array, or flags, for this step alone unless its result holds them.
  std::int64_t* Take();
  std::uint8_t* TakeFlags();
  // Where an operation with results of so many bits flags overflow; null where
  // there can be none. Lowers `bits` to what an array holds.
  std::uint8_t* Bad(int& bits);
  // Flags of all inputs, of `more`, and of overflows.
  const std::uint8_t* JoinedFlags(const Step& step, const std::uint8_t* more);

  void Keep(const BlockValue& value);
  void Drop(const BlockValue& value);

  const RuleProgram& program_;
  const std::vector<int> uses_;
  const std::vector<std::uint8_t> needs_;
  const FactColumns& facts_;
  BlockArena arena_;
  std::size_t block_ = 0;
  std::size_t first_ = 0;
  std::size_t rows_ = 0;
  std::size_t next_ = 0;
  std::vector<BlockValue> values_;
  std::vector<int> left_;
  std::vector<const void*> taken_;
  std::uint8_t* bad_ = nullptr;

  // Bound once.
  std::vector<const QuantityColumn*> columns_;
  std::vector<Number> numbers_;
  std::map<int, std::vector<std::int32_t>> rows_back_;
  std::map<std::int64_t, std::vector<std::int64_t>> filled_;
  std::vector<std::uint8_t> all_blank_;
  std::vector<std::uint8_t> all_odd_;
};

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_BLOCK_MACHINE_H_

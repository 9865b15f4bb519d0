#include "services/core/block_machine.h"

#include <algorithm>
#include <utility>

#include "services/core/fixed_width.h"

namespace nianbao::core {
namespace {

constexpr std::size_t kBlock = QuantityColumn::kBlock;

// Results of fewer bits need no check for overflow.
constexpr int kMostUncheckedBits = 62;
// What an array's number has at most.
constexpr int kMostBits = 63;
bool Fits(const Integer& number) {
  return msb(Integer(abs(number) + 1)) < kMostUncheckedBits;
}

Rational EndAt(const BlockEnd& end, int scale, std::size_t row) {
  const Rational value = Rational(end.n[row]) * PowerOfTen(-scale);
  return end.d == nullptr ? value : Rational(value / end.d[row]);
}

}  // namespace

Interval IntervalAt(const BlockValue& value, std::size_t row) {
  return Interval::Closed(EndAt(value.low, value.scale, row),
                          EndAt(value.high, value.scale, row));
}

std::optional<Comparison> Compare(const BlockEnd& a, const BlockValue& a_value,
                                  const BlockEnd& b,
                                  const BlockValue& b_value) {
  const int scale = std::max(a_value.scale, b_value.scale);
  const int a_digits = scale - a_value.scale;
  const int b_digits = scale - b_value.scale;
  if (a_digits > kMostDigits || b_digits > kMostDigits) return std::nullopt;
  Comparison comparison{a, PowerOf10(a_digits), b, PowerOf10(b_digits), 0};
  const int a_by = a_digits == 0 ? 0 : BitsOf(comparison.a_by);
  const int b_by = b_digits == 0 ? 0 : BitsOf(comparison.b_by);
  comparison.bits = std::max(a_value.bits + b_value.den_bits + a_by,
                             b_value.bits + a_value.den_bits + b_by);
  if (comparison.bits > kMostComparedBits) return std::nullopt;
  return comparison;
}

BlockMachine::BlockMachine(const RuleProgram& program, std::vector<int> uses,
                           std::vector<std::uint8_t> needs,
                           const FactColumns& facts)
    : program_(program),
      uses_(std::move(uses)),
      needs_(std::move(needs)),
      facts_(facts),
      values_(program.steps().size()),
      columns_(program.steps().size(), nullptr),
      numbers_(program.steps().size()),
      all_blank_(kBlock, kBlankCell),
      all_odd_(kBlock, kOddCell) {
  Bind();
}

void BlockMachine::Bind() {
  Filled(0);
  for (std::size_t i = 0; i < program_.steps().size(); ++i) {
    const Step& step = program_.steps()[i];
    if (uses_[i] == 0) continue;
    if (step.kind == StepKind::kLoad) {
      columns_[i] = facts_.Find(step.reference);
      if (step.reference.years_back > 0) RowsBack(step.reference.years_back);
    } else if (step.kind == StepKind::kConstant ||
               step.kind == StepKind::kScale) {
      BindNumber(i, step.number);
    }
  }
}

void BlockMachine::BindNumber(std::size_t index, const Rational& number) {
  Number& bound = numbers_[index];
  Rational scaled = number;
  while (bound.scale < kMostDigits && denominator(scaled) != 1 &&
         (denominator(scaled) % 2 == 0 || denominator(scaled) % 5 == 0)) {
    scaled *= 10;
    ++bound.scale;
  }
  while (scaled != 0 && numerator(scaled) % 10 == 0 &&
         bound.scale > -kMostDigits) {
    scaled /= 10;
    --bound.scale;
  }
  if (!Fits(numerator(scaled)) || !Fits(denominator(scaled))) return;
  bound.m = static_cast<std::int64_t>(numerator(scaled));
  bound.k = static_cast<std::int64_t>(denominator(scaled));
  bound.m_array = Filled(bound.m);
  bound.k_array = bound.k == 1 ? nullptr : Filled(bound.k);
}

const std::int64_t* BlockMachine::Filled(std::int64_t number) {
  const auto [at, inserted] = filled_.try_emplace(number);
  if (inserted) at->second.assign(kBlock, number);
  return at->second.data();
}

const std::vector<std::int32_t>& BlockMachine::RowsBack(int years) {
  const auto [at, inserted] = rows_back_.try_emplace(years);
  if (inserted) {
    at->second.resize(facts_.rows());
    for (std::size_t row = 0; row < facts_.rows(); ++row) {
      at->second[row] = facts_.RowOf(static_cast<std::int32_t>(row), years);
    }
  }
  return at->second;
}

void BlockMachine::Begin(std::size_t block) {
  // Results that nobody came for, as their rule was out of time.
  for (std::size_t i = 0; i < next_; ++i) {
    if (left_[i] > 0) Drop(values_[i]);
  }
  block_ = block;
  first_ = block * kBlock;
  rows_ = std::min(kBlock, facts_.rows() - first_);
  next_ = 0;
  left_ = uses_;
}

const BlockValue& BlockMachine::Compute(int step) {
  for (; next_ <= static_cast<std::size_t>(step); ++next_) {
    if (uses_[next_] == 0) continue;
    values_[next_] = Run(next_);
    Keep(values_[next_]);
    for (const void* array : taken_) arena_.Release(array);
    taken_.clear();
    bad_ = nullptr;
    for (const auto& input : program_.steps()[next_].inputs) Done(input.step);
  }
  return ValueOf(step);
}

void BlockMachine::Done(int step) {
  if (--left_[static_cast<std::size_t>(step)] == 0) Drop(ValueOf(step));
}

void BlockMachine::Keep(const BlockValue& value) {
  arena_.Retain(value.low.n);
  arena_.Retain(value.low.d);
  arena_.Retain(value.high.n);
  arena_.Retain(value.high.d);
  arena_.Retain(value.flags);
}

void BlockMachine::Drop(const BlockValue& value) {
  arena_.Release(value.low.n);
  arena_.Release(value.low.d);
  arena_.Release(value.high.n);
  arena_.Release(value.high.d);
  arena_.Release(value.flags);
}

std::int64_t* BlockMachine::Take() {
  std::int64_t* array = arena_.Take();
  taken_.push_back(array);
  return array;
}

std::uint8_t* BlockMachine::TakeFlags() {
  std::uint8_t* flags = arena_.TakeFlags();
  taken_.push_back(flags);
  return flags;
}

std::uint8_t* BlockMachine::Bad(int& bits) {
  if (bits <= kMostUncheckedBits) return nullptr;
  bits = kMostBits;
  if (bad_ == nullptr) {
    bad_ = TakeFlags();
    std::fill_n(bad_, rows_, std::uint8_t{0});
  }
  return bad_;
}

const std::uint8_t* BlockMachine::JoinedFlags(const Step& step,
                                              const std::uint8_t* more) {
  const std::uint8_t* joined = more;
  const auto join = [&](const std::uint8_t* flags) {
    if (flags == nullptr || flags == joined) return;
    if (joined == nullptr) {
      joined = flags;
      return;
    }
    std::uint8_t* both = TakeFlags();
    JoinFlags(joined, flags, both, rows_);
    joined = both;
  };
  for (const auto& input : step.inputs) join(ValueOf(input.step).flags);
  join(bad_);
  return joined;
}

BlockMachine::Making BlockMachine::LowOf(int step) const {
  const BlockValue& value = ValueOf(step);
  return {value.low, value.bits, value.den_bits};
}

BlockMachine::Making BlockMachine::HighOf(int step) const {
  const BlockValue& value = ValueOf(step);
  return {value.high, value.bits, value.den_bits};
}

BlockValue BlockMachine::Made(const Making& low, const Making& high,
                              int scale) {
  BlockValue value;
  value.low = low.end;
  value.high = high.end;
  value.scale = scale;
  value.bits = std::max(low.bits, high.bits);
  value.den_bits = std::max(low.den_bits, high.den_bits);
  return value;
}

BlockValue BlockMachine::Run(std::size_t index) {
  const Step& step = program_.steps()[index];
  switch (step.kind) {
    case StepKind::kLoad:
      return Load(index);
    case StepKind::kConstant:
      return Constant(index);
    case StepKind::kSum:
      return Sum(index);
    case StepKind::kScale:
      return Scale(index);
    case StepKind::kMultiply:
      return Multiply(step);
    case StepKind::kDivide:
      return Divide(index);
    default:
      return Extreme(index);
  }
}

BlockValue BlockMachine::AllOdd(const Step& step) {
  BlockValue value;
  value.low.n = value.high.n = Filled(0);
  value.flags = JoinedFlags(step, all_odd_.data());
  return value;
}

BlockValue BlockMachine::Load(std::size_t index) {
  const Step& step = program_.steps()[index];
  const QuantityColumn* column = columns_[index];
  BlockValue value;
  if (column == nullptr) {
    value.low.n = value.high.n = Filled(0);
    value.flags = all_blank_.data();
    return value;
  }
  if (step.reference.years_back > 0) {
    return LoadEarlier(*column, step.reference.years_back);
  }
  value.scale = column->scale();
  value.bits = BitsOf(column->Largest(block_));
  if (!column->IsPlain(block_)) value.flags = column->flags() + first_;
  value.low.n = value.high.n = column->values() + first_;
  if (column->IsExact(block_)) return value;
  const std::int64_t* middle = value.low.n;
  const auto end = [&](int sign) -> Making {
    std::int64_t* n = Take();
    PlusTimes(middle, column->halves() + first_, sign, n, nullptr, rows_);
    return {{n, nullptr}, value.bits, 0};
  };
  BlockValue wide = MadeAsNeeded(
      index, /*point=*/false, value.scale, [&] { return end(-1); },
      [&] { return end(1); });
  wide.flags = value.flags;
  return wide;
}

BlockValue BlockMachine::LoadEarlier(const QuantityColumn& column,
                                     int years_back) {
  BlockValue value;
  value.scale = column.scale();
  bool exact = true;
  for (std::size_t block = 0; block * kBlock < facts_.rows(); ++block) {
    value.bits = std::max(value.bits, BitsOf(column.Largest(block)));
    exact = exact && column.IsExact(block);
  }
  std::int64_t* low = Take();
  std::int64_t* high = exact ? nullptr : Take();
  std::uint8_t* flags = TakeFlags();
  Gather(column.values(), column.halves(), column.flags(),
         rows_back_.at(years_back).data() + first_, low, high, flags, rows_);
  value.low.n = low;
  value.high.n = exact ? low : high;
  value.flags = flags;
  return value;
}

BlockValue BlockMachine::Constant(std::size_t index) {
  const Number& number = numbers_[index];
  if (number.m_array == nullptr) return AllOdd(program_.steps()[index]);
  BlockValue value;
  value.low = value.high = {number.m_array, number.k_array};
  value.scale = number.scale;
  value.bits = BitsOf(number.m);
  value.den_bits = number.k == 1 ? 0 : BitsOf(number.k);
  return value;
}

}  // namespace nianbao::core

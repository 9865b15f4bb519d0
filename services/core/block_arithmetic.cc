// Arithmetic of BlockMachine: intervals as pairs of fractions, end by end.
#include <algorithm>

#include "services/core/block_machine.h"
#include "services/core/fixed_width.h"

namespace nianbao::core {
const std::int64_t* BlockMachine::TimesOrNull(const std::int64_t* a,
                                              const std::int64_t* b,
                                              int& bits) {
  if (a == nullptr) return b;
  if (b == nullptr) return a;
  std::int64_t* product = Take();
  Times(a, b, product, Bad(bits), rows_);
  return product;
}

BlockMachine::Making BlockMachine::Rescaled(const Making& value, int digits) {
  if (digits == 0) return value;
  const std::int64_t power = PowerOf10(digits);
  Making result = value;
  result.bits += BitsOf(power);
  std::int64_t* n = Take();
  TimesNumber(value.end.n, power, n, Bad(result.bits), rows_);
  result.end.n = n;
  return result;
}

BlockMachine::Making BlockMachine::Product(const Making& a, const Making& b) {
  Making result;
  result.bits = a.bits + b.bits;
  result.den_bits = a.den_bits + b.den_bits;
  result.end.n = TimesOrNull(a.end.n, b.end.n, result.bits);
  result.end.d = TimesOrNull(a.end.d, b.end.d, result.den_bits);
  return result;
}

BlockMachine::Making BlockMachine::Quotient(const Making& a, const Making& b) {
  return Product(a, {{b.end.d, b.end.n}, b.den_bits, b.bits});
}

BlockMachine::Making BlockMachine::Plus(const Making& sum, const Term& term,
                                        std::int64_t power) {
  const Making& value = term.value;
  const int power_bits = power == 1 || power == -1 ? 0 : BitsOf(power);
  Making result = sum;
  const std::int64_t* with = value.end.n;
  int with_bits = value.bits;
  if (sum.end.d != value.end.d) {
    result.bits += value.den_bits;
    result.end.n = TimesOrNull(sum.end.n, value.end.d, result.bits);
    with_bits += sum.den_bits;
    with = TimesOrNull(with, sum.end.d, with_bits);
    result.den_bits += value.den_bits;
    result.end.d = TimesOrNull(sum.end.d, value.end.d, result.den_bits);
  }
  result.bits = std::max(result.bits, with_bits + power_bits) + 1;
  std::int64_t* n = Take();
  PlusTimes(result.end.n, with, power, n, Bad(result.bits), rows_);
  result.end.n = n;
  return result;
}

BlockMachine::Making BlockMachine::SumOf(const std::vector<Term>& terms,
                                         int scale) {
  Making sum;
  for (const Term& term : terms) {
    const std::int64_t power = PowerOf10(scale - term.scale);
    const std::int64_t by = term.negative ? -power : power;
    if (sum.end.n != nullptr) {
      sum = Plus(sum, term, by);
      continue;
    }
    sum = term.value;
    if (by == 1) continue;
    sum.bits += by == -1 ? 0 : BitsOf(by);
    std::int64_t* n = Take();
    TimesNumber(term.value.end.n, by, n, Bad(sum.bits), rows_);
    sum.end.n = n;
  }
  return sum;
}

BlockValue BlockMachine::Sum(std::size_t index) {
  const Step& step = program_.steps()[index];
  int scale = ValueOf(step.inputs.front().step).scale;
  int coarsest = scale;
  bool point = true;
  for (const auto& input : step.inputs) {
    scale = std::max(scale, ValueOf(input.step).scale);
    coarsest = std::min(coarsest, ValueOf(input.step).scale);
    point = point && ValueOf(input.step).IsPoint();
  }
  if (scale - coarsest > kMostDigits) return AllOdd(step);
  std::vector<Term> lows;
  std::vector<Term> highs;
  // Whole numbers first: each fraction makes the rest of the sum dearer.
  for (const bool fractions : {false, true}) {
    for (const auto& [at, negative] : step.inputs) {
      const BlockValue& value = ValueOf(at);
      if ((value.low.d != nullptr) != fractions) continue;
      lows.push_back(
          {negative ? HighOf(at) : LowOf(at), value.scale, negative});
      highs.push_back(
          {negative ? LowOf(at) : HighOf(at), value.scale, negative});
    }
  }
  BlockValue value = MadeAsNeeded(
      index, point, scale, [&] { return SumOf(lows, scale); },
      [&] { return SumOf(highs, scale); });
  value.flags = JoinedFlags(step, nullptr);
  return value;
}

BlockValue BlockMachine::Scale(std::size_t index) {
  const Step& step = program_.steps()[index];
  const Number& number = numbers_[index];
  if (number.m_array == nullptr) return AllOdd(step);
  const int input = step.inputs.front().step;
  const Making factor{
      {number.m == 1 ? nullptr : number.m_array, number.k_array},
      number.m == 1 ? 0 : BitsOf(number.m),
      number.k == 1 ? 0 : BitsOf(number.k)};
  const bool turned = number.m < 0;
  const auto end = [&](bool low) {
    return Product(low ? LowOf(input) : HighOf(input), factor);
  };
  BlockValue value = MadeAsNeeded(
      index, ValueOf(input).IsPoint(), ValueOf(input).scale + number.scale,
      [&] { return end(!turned); }, [&] { return end(turned); });
  value.flags = JoinedFlags(step, nullptr);
  return value;
}

BlockValue BlockMachine::Multiply(const Step& step) {
  const int a = step.inputs[0].step;
  const int b = step.inputs[1].step;
  const int scale = ValueOf(a).scale + ValueOf(b).scale;
  if (ValueOf(a).IsPoint() && ValueOf(b).IsPoint()) {
    const Making product = Product(LowOf(a), LowOf(b));
    BlockValue value = Made(product, product, scale);
    value.flags = JoinedFlags(step, nullptr);
    return value;
  }
  if (LowOf(a).end.d == nullptr && LowOf(b).end.d == nullptr) {
    std::int64_t* low = Take();
    std::int64_t* high = Take();
    int bits = ValueOf(a).bits + ValueOf(b).bits;
    ProductEnds(LowOf(a).end, HighOf(a).end, LowOf(b).end, HighOf(b).end, low,
                high, Bad(bits), rows_);
    BlockValue value =
        Made({{low, nullptr}, bits, 0}, {{high, nullptr}, bits, 0}, scale);
    value.flags = JoinedFlags(step, nullptr);
    return value;
  }
  // Fractions below zero are rare, and left to the exact evaluation.
  std::uint8_t* negative = TakeFlags();
  std::fill_n(negative, rows_, std::uint8_t{0});
  FlagNegative(LowOf(a).end.n, kOddCell, negative, rows_);
  FlagNegative(LowOf(b).end.n, kOddCell, negative, rows_);
  BlockValue value =
      Made(Product(LowOf(a), LowOf(b)), Product(HighOf(a), HighOf(b)), scale);
  value.flags = JoinedFlags(step, negative);
  return value;
}

BlockMachine::Making BlockMachine::Selected(const std::int64_t* sign,
                                            const Making& yes,
                                            const Making& no) {
  Making result = yes;
  std::int64_t* n = Take();
  SelectBySign(sign, yes.end.n, no.end.n, n, rows_);
  result.end.n = n;
  if (yes.end.d == nullptr) return result;
  std::int64_t* d = Take();
  SelectBySign(sign, yes.end.d, no.end.d, d, rows_);
  result.end.d = d;
  return result;
}

BlockValue BlockMachine::Divide(std::size_t index) {
  const Step& step = program_.steps()[index];
  const int a = step.inputs[0].step;
  const int b = step.inputs[1].step;
  std::uint8_t* divisor = TakeFlags();
  std::fill_n(divisor, rows_, std::uint8_t{0});
  FlagDivisors(LowOf(b).end.n, HighOf(b).end.n, divisor, rows_);
  const int scale = ValueOf(a).scale - ValueOf(b).scale;
  const bool plain = ValueOf(b).IsPoint();
  // From above zero a larger divisor makes less, from below zero more.
  const auto divisor_of = [&](const Making& end, bool low) {
    if (plain) return LowOf(b);
    return low ? Selected(end.end.n, HighOf(b), LowOf(b))
               : Selected(end.end.n, LowOf(b), HighOf(b));
  };
  BlockValue value = MadeAsNeeded(
      index, plain && ValueOf(a).IsPoint(), scale,
      [&] { return Quotient(LowOf(a), divisor_of(LowOf(a), true)); },
      [&] { return Quotient(HighOf(a), divisor_of(HighOf(a), false)); });
  value.flags = JoinedFlags(step, divisor);
  return value;
}

BlockMachine::Making BlockMachine::Picked(const Making& a, const Making& b,
                                          bool larger) {
  Making result;
  result.bits = std::max(a.bits, b.bits);
  result.den_bits = std::max(a.den_bits, b.den_bits);
  Comparison comparison{a.end, 1, b.end, 1,
                        std::max(a.bits + b.den_bits, b.bits + a.den_bits)};
  std::uint8_t* second = TakeFlags();
  std::fill_n(second, rows_, std::uint8_t{0});
  // Flagged where b < a, so that b is the smaller one.
  FlagUnless(comparison, /*strictly=*/false, 1, second, rows_);
  const Making& flagged = larger ? a : b;
  const Making& plain = larger ? b : a;
  std::int64_t* n = Take();
  SelectByPick(second, flagged.end.n, plain.end.n, n, rows_);
  result.end.n = n;
  if (a.end.d == nullptr && b.end.d == nullptr) return result;
  std::int64_t* d = Take();
  SelectByPick(second, flagged.end.d, plain.end.d, d, rows_);
  result.end.d = d;
  result.den_bits = std::max(result.den_bits, 1);
  return result;
}

BlockValue BlockMachine::Extreme(std::size_t index) {
  const Step& step = program_.steps()[index];
  const int a = step.inputs[0].step;
  const int b = step.inputs[1].step;
  const int scale = std::max(ValueOf(a).scale, ValueOf(b).scale);
  const int a_digits = scale - ValueOf(a).scale;
  const int b_digits = scale - ValueOf(b).scale;
  if (a_digits > kMostDigits || b_digits > kMostDigits) return AllOdd(step);
  const bool larger = step.kind == StepKind::kMax;
  BlockValue value = MadeAsNeeded(
      index, ValueOf(a).IsPoint() && ValueOf(b).IsPoint(), scale,
      [&] {
        return Picked(Rescaled(LowOf(a), a_digits),
                      Rescaled(LowOf(b), b_digits), larger);
      },
      [&] {
        return Picked(Rescaled(HighOf(a), a_digits),
                      Rescaled(HighOf(b), b_digits), larger);
      });
  value.flags = JoinedFlags(step, nullptr);
  return value;
}

}  // namespace nianbao::core

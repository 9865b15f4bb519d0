#include "tests/bench/double_loop.h"

#include <cmath>

namespace nianbao::bench {
namespace {

// Marks of a row.
constexpr std::uint8_t kFailed = 1;
constexpr std::uint8_t kNotComputed = 2;

// Marks each row by the distance from what is allowed: above `most` the rule
// fails, NaN can't be computed.
template <typename Distance>
void Mark(std::size_t rows, double most, std::uint8_t* __restrict marks,
          Distance distance) {
  for (std::size_t i = 0; i < rows; ++i) {
    const double d = distance(i);
    marks[i] = static_cast<std::uint8_t>((d > most ? kFailed : 0) |
                                         (d != d ? kNotComputed : 0));
  }
}

// The quotient, NaN for a divisor of zero.
double Quotient(double a, double b) { return b == 0 ? NAN : a / b; }

void MarkRule(const SchoolTable& table, const SchoolRule& rule,
              std::vector<double>& work, std::uint8_t* marks) {
  const std::size_t rows = table.rows();
  const double* a = table.Of(rule.columns[0]);
  const double* b =
      rule.columns.size() > 1 ? table.Of(rule.columns[1]) : nullptr;
  if (rule.kind == "sum") {
    double* sum = work.data();
    for (std::size_t i = 0; i < rows; ++i) sum[i] = b[i];
    for (std::size_t part = 2; part < rule.columns.size(); ++part) {
      const double* next = table.Of(rule.columns[part]);
      for (std::size_t i = 0; i < rows; ++i) sum[i] += next[i];
    }
    Mark(rows, rule.tolerance, marks,
         [=](std::size_t i) { return std::abs(sum[i] - a[i]); });
  } else if (rule.kind == "rate") {
    const double* whole = table.Of(rule.columns[2]);
    const double scale = rule.scale;
    Mark(rows, rule.tolerance, marks, [=](std::size_t i) {
      return std::abs(scale * Quotient(b[i], whole[i]) - a[i]);
    });
  } else if (rule.kind == "yoy") {
    const std::int32_t* previous = table.previous.data();
    Mark(rows, rule.limit, marks, [=](std::size_t i) {
      const double before = previous[i] < 0 ? NAN : a[previous[i]];
      return Quotient(std::abs(a[i] - before), std::abs(before));
    });
  } else if (rule.kind == "le") {
    Mark(rows, 0, marks, [=](std::size_t i) { return a[i] - b[i]; });
  } else {
    const double low = rule.low;
    const double high = rule.high;
    const auto outside = [=](double value) {
      return value != value ? NAN : std::max(low - value, value - high);
    };
    if (b == nullptr) {
      Mark(rows, 0, marks, [=](std::size_t i) { return outside(a[i]); });
    } else {
      Mark(rows, 0, marks,
           [=](std::size_t i) { return outside(Quotient(a[i], b[i])); });
    }
  }
}

}  // namespace

std::vector<LoopTally> RunDoubleLoop(const SchoolTable& table,
                                     const std::vector<SchoolRule>& rules,
                                     std::vector<LoopFinding>& findings) {
  findings.clear();
  std::vector<double> work(table.rows());
  std::vector<std::uint8_t> marks(table.rows());
  std::vector<LoopTally> tallies(rules.size());
  for (std::size_t r = 0; r < rules.size(); ++r) {
    MarkRule(table, rules[r], work, marks.data());
    LoopTally& tally = tallies[r];
    for (const std::uint8_t mark : marks) {
      tally.failed += mark & kFailed;
      tally.not_computed += mark >> 1;
    }
    if (tally.failed == 0) continue;
    for (std::size_t i = 0; i < marks.size(); ++i) {
      if (marks[i] != kFailed) continue;
      findings.push_back(
          {static_cast<std::uint32_t>(r), static_cast<std::uint32_t>(i)});
    }
  }
  return tallies;
}

}  // namespace nianbao::bench

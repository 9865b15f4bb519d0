// A brute-force oracle for stated relations. It knows how figures are printed
// and nothing of intervals: it tries true values one by one, those that would
// print like each figure, and asks whether some of them make the relation hold.
//
// The checker is held to it, through sentences and tables with random figures,
// for these kinds (in *_property_test.cc):
//
// - share: base named, implied, of a survey, of a plan, of those who stayed; of
//   two columns; attainable in small groups; making 100 %; none above 100 %
// - change: difference up and down, points, percent of percent, growth; change
//   columns and rows of tables; a year's part of several
// - sum: total behind, alternatives, all that something is made of, used and
//   left; parts at most their whole; totals, subtotals, unnamed totals, total
//   columns, splits, sums of rows, levels
// - amount: for each person and student, ratio, product; plain means of rows
//   and in prose; weighted means within the range of their parts
// - balance: stock and flows, income less expenses, gaps
// - order: limits, trends, ranks, a half, the largest change
// - same: one figure in two places, in another unit, precision or order;
//   amounts under a wrong unit; a list and its stated count
#ifndef NIANBAO_SERVICES_VALIDATION_RELATION_TEST_BASE_H_
#define NIANBAO_SERVICES_VALIDATION_RELATION_TEST_BASE_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "services/core/rational.h"
#include "services/core/verdict.h"
#include "services/validation/report_builder.h"

namespace nianbao::validation {

// The words around a figure that widen it.
enum class Word { kNone, kMore, kAbove, kAtLeast, kBelow, kNearly, kAbout };

// How a true value may have become the printed one.
enum class Way { kRounded, kTruncatedOrNext };

// A figure as it is printed.
struct Print {
  std::int64_t digits = 0;  // in units of the last place
  int decimals = 0;
  std::string unit;
  // Whether it counts people or things: then a whole number is exact, unless a
  // word or 万 says that it is not.
  bool counts = false;
  Word word = Word::kNone;

  bool IsExact() const;
  // Whether the word refutes nothing: 近, 约.
  bool IsVague() const;
  // The number without word and unit: "12.50".
  std::string Number() const;
  // "约12.50万元".
  std::string Text() const;
  // The markup of ReportBuilder: the text with label, indicator and so on.
  std::string In(const std::string& label) const;
  // The printed number in the unit without 万.
  core::Rational Value() const;
  // True values in the unit without 万 that print so: the least and the most,
  // or values next to them where they themselves do not, and some in between.
  std::vector<core::Rational> TrueValues(Way way = Way::kRounded) const;
};

// What a relation makes of its operands' true values; nothing for values that
// can't be together.
using Formula = std::function<std::optional<core::Rational>(
    const std::vector<core::Rational>&)>;

// The results of a formula over all true values of its operands.
struct Reach {
  std::optional<core::Rational> least;
  std::optional<core::Rational> most;
  bool vague = false;
};

// Formulas give every value between their results.
Reach ReachOf(const std::vector<Print>& operands, const Formula& formula);

// What the figure's print says of a result that lies within the reach:
// consistent, rounded differently or contradicted; undecided where there is no
// result, or where only 近 or 约 keeps them apart.
core::Verdict OracleOf(const Print& reported, const Reach& reach);

// The same for shares, which lie within 0 and 100.
core::Verdict ShareOracleOf(const Print& reported, const Reach& reach);

// Whether some true values of both stand in that order.
core::Verdict OrderOracleOf(const Print& left, core::Operator order,
                            const Print& right);

// Makes the same figures each time.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}

  std::int64_t Between(std::int64_t least, std::int64_t most);
  bool OneIn(int times) { return Between(1, times) == 1; }
  Print Count(std::int64_t least, std::int64_t most,
              const std::string& unit = "人");
  // With none to two decimals.
  Print Amount(std::int64_t least, std::int64_t most, const std::string& unit);
  // The same figure, now and then with a word.
  Print Hedged(Print print, const std::vector<Word>& words);
  // A print of about `value`, which is in the unit without 万: right, cut off,
  // or some last places off.
  Print Near(const core::Rational& value, int decimals, const std::string& unit,
             bool counts = false);

 private:
  std::mt19937_64 engine_;
};

using Find = std::function<void(const ReportView&, Checks&)>;

// The checks of that kind whose judged figure is printed as `reported`.
Checks ChecksOn(const ReportBuilder& report, const Find& find,
                const std::string& kind, const Print& reported);

// There is one such check, and its verdict is the oracle's.
void ExpectVerdict(const ReportBuilder& report, const Find& find,
                   const std::string& kind, const Print& reported,
                   core::Verdict oracle);

// The relation may be left open where it does not hold: no check has a verdict
// that the oracle denies, and one says so where it holds.
void ExpectSound(const ReportBuilder& report, const Find& find,
                 const std::string& kind, const Print& reported,
                 core::Verdict oracle);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_RELATION_TEST_BASE_H_

// Stated relations over random figures against an oracle that tries true values
// one by one: a relation is consistent exactly where some true values that
// print like the figures make it hold.
#include <gtest/gtest.h>

#include <cstdint>
#include <cstdlib>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "services/core/rational.h"
#include "services/validation/balances.h"
#include "services/validation/changes.h"
#include "services/validation/lists.h"
#include "services/validation/per_person.h"
#include "services/validation/products.h"
#include "services/validation/quotients.h"
#include "services/validation/report_builder.h"
#include "services/validation/shares.h"
#include "services/validation/table_means.h"

namespace nianbao::validation {
namespace {

using core::Rational;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;
using nianbao::validation::v1::VERDICT_ROUNDED_DIFFERENTLY;

constexpr int kTries = 150;
constexpr std::uint64_t kSeed = 20211128;

// A printed figure: so many last units, with so many decimals, or a count.
struct Print {
  std::int64_t digits = 0;
  int decimals = 0;
  bool exact = false;

  Rational Unit() const { return core::PowerOfTen(-decimals); }
  Rational Value() const { return Rational(digits) * Unit(); }
  std::string Text() const { return core::ToRoundedText(Value(), decimals); }
  // True values that print so, rounded, or within `halves` half units: the
  // middle, what lies between, and both ends.
  std::vector<Rational> TrueValues(int halves = 1) const {
    if (exact) return {Value()};
    std::vector<Rational> values;
    for (int step = -4 * halves; step <= 4 * halves; ++step) {
      values.push_back(Value() + Unit() * Rational(step) / 8);
    }
    return values;
  }
};

// What a relation makes of its operands.
using Formula = std::function<Rational(const std::vector<Rational>&)>;

// The least and the most that the formula gives over all true values.
struct Reach {
  Rational least;
  Rational most;
};

void Try(const std::vector<Print>& operands, const Formula& formula,
         std::vector<Rational>& chosen, Reach& reach, bool& first) {
  if (chosen.size() == operands.size()) {
    const Rational value = formula(chosen);
    if (first || value < reach.least) reach.least = value;
    if (first || value > reach.most) reach.most = value;
    first = false;
    return;
  }
  for (const Rational& value : operands[chosen.size()].TrueValues()) {
    chosen.push_back(value);
    Try(operands, formula, chosen, reach, first);
    chosen.pop_back();
  }
}

Reach ReachOf(const std::vector<Print>& operands, const Formula& formula) {
  Reach reach;
  std::vector<Rational> chosen;
  bool first = true;
  Try(operands, formula, chosen, reach, first);
  return reach;
}

// Formulas are monotone in each operand, so all between the ends is reached.
bool CanHold(const Print& reported, const Reach& reach, int halves) {
  const auto values = reported.TrueValues(halves);
  return reach.least <= values.back() && reach.most >= values.front();
}

v1::Verdict OracleOf(const Print& reported, const Reach& reach) {
  if (CanHold(reported, reach, 1)) return VERDICT_CONSISTENT;
  const bool loose = !reported.exact && CanHold(reported, reach, 3);
  return loose ? VERDICT_ROUNDED_DIFFERENTLY : VERDICT_CONTRADICTED;
}

class Dice {
 public:
  std::int64_t Between(std::int64_t least, std::int64_t most) {
    return least +
           static_cast<std::int64_t>(
               engine_() % static_cast<std::uint64_t>(most - least + 1));
  }
  Print Count(std::int64_t least, std::int64_t most) {
    return {Between(least, most), 0, true};
  }
  Print Amount(std::int64_t least, std::int64_t most) {
    const int decimals = static_cast<int>(Between(0, 2));
    std::int64_t scale = 1;
    for (int i = 0; i < decimals; ++i) scale *= 10;
    return {Between(least * scale, most * scale), decimals, false};
  }
  // A print of about `value`: right, or a few last units off.
  Print Near(const Rational& value, int decimals, bool exact = false) {
    const auto digits = std::strtoll(
        core::ToRoundedText(value * core::PowerOfTen(decimals), 0).c_str(),
        nullptr, 10);
    const std::int64_t off = Between(0, 1) == 0 ? 0 : Between(-4, 4);
    return {digits + off, decimals, exact};
  }

 private:
  std::mt19937_64 engine_{kSeed};
};

using Find = std::function<void(const ReportView&, Checks&)>;

// The verdict of the only check of that kind whose judged figure is reported.
void ExpectOracle(const ReportBuilder& report, const Find& find,
                  const std::string& kind, const Print& reported,
                  const Reach& reach) {
  const v1::Verdict oracle = OracleOf(reported, reach);
  int seen = 0;
  for (const Check& check : ChecksOf(report, find)) {
    if (check.kind() != kind) continue;
    ++seen;
    EXPECT_EQ(check.verdict(), oracle) << check.message().zh();
  }
  EXPECT_EQ(seen, 1) << report.document().ShortDebugString();
}

// Relations that may be left open where they don't hold.
void ExpectSound(const ReportBuilder& report, const Find& find,
                 const Print& reported, const Reach& reach) {
  const v1::Verdict oracle = OracleOf(reported, reach);
  bool holds = false;
  for (const Check& check : ChecksOf(report, find)) {
    if (check.verdict() == VERDICT_CONSISTENT) holds = true;
    if (check.verdict() == VERDICT_CONTRADICTED) {
      EXPECT_NE(oracle, VERDICT_CONSISTENT) << check.message().zh();
    }
  }
  EXPECT_EQ(holds, oracle == VERDICT_CONSISTENT)
      << report.document().ShortDebugString();
}

TEST(RelationProperty, SharesOfCounts) {
  Dice dice;
  for (int i = 0; i < kTries; ++i) {
    const Print whole = dice.Count(20, 5000);
    const Print part = dice.Count(1, whole.digits - 1);
    const Formula share = [](const auto& v) {
      return Rational(v[0] / v[1] * 100);
    };
    const Reach reach = ReachOf({part, whole}, share);
    Print percent =
        dice.Near(reach.least, static_cast<int>(dice.Between(0, 2)));
    if (percent.digits < 1) continue;
    ExpectOracle(
        ReportBuilder().Text("[" + whole.Text() + "人|毕业生总数]，升入高校[" +
                             part.Text() + "人|升学人数]，占比[" +
                             percent.Text() + "%|占比]。"),
        FindShares, "share", percent, reach);
  }
}

TEST(RelationProperty, SharesOfMoney) {
  Dice dice;
  for (int i = 0; i < kTries; ++i) {
    const Print whole = dice.Amount(500, 900);
    const Print part = dice.Amount(5, 400);
    const Formula share = [](const auto& v) {
      return Rational(v[0] / v[1] * 100);
    };
    const Reach reach = ReachOf({part, whole}, share);
    const Print percent =
        dice.Near(reach.least, static_cast<int>(dice.Between(0, 2)));
    if (percent.digits < 1) continue;
    ExpectOracle(ReportBuilder().Text(
                     "总收入[" + whole.Text() + "万元|总收入]，其中财政拨款[" +
                     part.Text() + "万元|财政拨款]，占总收入的[" +
                     percent.Text() + "%|占比]。"),
                 FindShares, "share", percent, reach);
  }
}

TEST(RelationProperty, Differences) {
  Dice dice;
  for (int i = 0; i < kTries; ++i) {
    const Print now = dice.Amount(500, 900);
    const Print before = dice.Amount(100, 400);
    const Formula difference = [](const auto& v) {
      return Rational(v[0] - v[1]);
    };
    const Reach reach = ReachOf({now, before}, difference);
    const Print change =
        dice.Near(reach.least, static_cast<int>(dice.Between(0, 2)));
    ExpectOracle(
        ReportBuilder().Text(
            "总收入[" + now.Text() + "万元|总收入||2021年]，比2020年的[" +
            before.Text() + "万元|总收入||2020年]增加[" + change.Text() +
            "万元|总收入变化||2021年|万元|方向=增加]。"),
        FindChanges, "change", change, reach);
  }
}

TEST(RelationProperty, Growth) {
  Dice dice;
  for (int i = 0; i < kTries; ++i) {
    const Print before = dice.Count(50, 3000);
    const Print now = dice.Count(before.digits + 10, before.digits * 2);
    const Formula growth = [](const auto& v) {
      return Rational((v[0] / v[1] - 1) * 100);
    };
    const Reach reach = ReachOf({now, before}, growth);
    const Print percent =
        dice.Near(reach.least, static_cast<int>(dice.Between(1, 2)));
    if (percent.digits < 1) continue;
    ExpectOracle(ReportBuilder().Text(
                     "招生[" + now.Text() + "人|招生数||2021年]，比2020年的[" +
                     before.Text() + "人|招生数||2020年]增长[" +
                     percent.Text() + "%|招生数增长率||2021年|%|方向=增加]。"),
                 FindChanges, "growth", percent, reach);
  }
}

TEST(RelationProperty, SumsWithTheirTotal) {
  Dice dice;
  for (int i = 0; i < kTries; ++i) {
    const std::vector<Print> parts = {
        dice.Amount(100, 400), dice.Amount(100, 400), dice.Amount(100, 400)};
    const Formula sum = [](const auto& v) {
      return Rational(v[0] + v[1] + v[2]);
    };
    const Reach reach = ReachOf(parts, sum);
    const Print total =
        dice.Near(reach.least, static_cast<int>(dice.Between(0, 2)));
    ExpectOracle(
        ReportBuilder().Text(
            "人员[" + parts[0].Text() + "万元|人员经费]，公用[" +
            parts[1].Text() + "万元|公用经费]，项目[" + parts[2].Text() +
            "万元|项目经费]，合计[" + total.Text() + "万元|经费]。"),
        FindLists, "sum", total, reach);
  }
}

TEST(RelationProperty, AmountsForEachPerson) {
  Dice dice;
  for (int i = 0; i < kTries; ++i) {
    const Print amount = dice.Amount(1000, 9000);
    const Print people = dice.Count(10, 300);
    const Formula each = [](const auto& v) { return Rational(v[0] / v[1]); };
    const Reach reach = ReachOf({amount, people}, each);
    const Print per_head =
        dice.Near(reach.least, static_cast<int>(dice.Between(0, 2)));
    ExpectOracle(ReportBuilder().Text("教师[" + people.Text() +
                                      "人|企业实践教师数]，累计[" +
                                      amount.Text() + "小时|企业实践]，人均[" +
                                      per_head.Text() + "小时|人均企业实践]。"),
                 FindPerPersons, "per_head", per_head, reach);
  }
}

TEST(RelationProperty, Ratios) {
  Dice dice;
  for (int i = 0; i < kTries; ++i) {
    const Print teachers = dice.Count(20, 300);
    const Print students = dice.Count(400, 6000);
    const Formula ratio = [](const auto& v) { return Rational(v[1] / v[0]); };
    const Reach reach = ReachOf({teachers, students}, ratio);
    const Print many =
        dice.Near(reach.least, static_cast<int>(dice.Between(1, 2)));
    ExpectOracle(
        ReportBuilder()
            .Text("在校生[" + students.Text() + "人|学生数]。")
            .Text("教师[" + teachers.Text() +
                  "人|教师数]，与学生数之比为[1:" + many.Text() + "|师生比]。"),
        FindQuotients, "ratio", many, reach);
  }
}

TEST(RelationProperty, Products) {
  Dice dice;
  for (int i = 0; i < kTries; ++i) {
    const Print people = dice.Count(20, 300);
    const Print each{dice.Between(2, 40) * 100, 0, false};
    // The amount for each is a rate that is set: its print is its value.
    const Print fixed{each.digits, 0, true};
    const Formula product = [](const auto& v) {
      return Rational(v[0] * v[1] / 10000);
    };
    const Reach rounded = ReachOf({people, each}, product);
    const Print total = dice.Near((ReachOf({people, fixed}, product)).least,
                                  static_cast<int>(dice.Between(0, 2)));
    if (total.digits < 1) continue;
    ExpectSound(
        ReportBuilder().Text("[" + people.Text() + "人|受助学生数]，每人[" +
                             each.Text() + "元|助学金标准]，共计[" +
                             total.Text() + "万元|助学金]。"),
        FindProducts, total, rounded);
  }
}

TEST(RelationProperty, StocksAndFlows) {
  Dice dice;
  for (int i = 0; i < kTries; ++i) {
    const std::vector<Print> flows = {dice.Amount(400, 900),
                                      dice.Amount(20, 90), dice.Amount(5, 15)};
    const Formula walk = [](const auto& v) {
      return Rational(v[0] + v[1] - v[2]);
    };
    const Reach reach = ReachOf(flows, walk);
    const Print stock =
        dice.Near(reach.least, static_cast<int>(dice.Between(0, 2)));
    ExpectSound(
        ReportBuilder().Text("2020年末设备[" + flows[0].Text() +
                             "万元|设备总值||2020年]，新增[" + flows[1].Text() +
                             "万元|新增设备]，报废[" + flows[2].Text() +
                             "万元|报废设备]，年末为[" + stock.Text() +
                             "万元|设备总值]。"),
        FindBalances, stock, reach);
  }
}

TEST(RelationProperty, MeansOfRows) {
  Dice dice;
  for (int i = 0; i < kTries; ++i) {
    std::vector<Print> members;
    for (int n = 0; n < 3; ++n) {
      members.push_back({dice.Between(800, 990), 1, false});
    }
    const Formula mean = [](const auto& v) {
      return Rational((v[0] + v[1] + v[2]) / 3);
    };
    const Reach reach = ReachOf(members, mean);
    const Print reported = dice.Near(reach.least, 2);
    const auto cell = [](const Print& print, const std::string& name) {
      return "[" + print.Text() + "|合格率||2021年|%|科目=" + name + "]";
    };
    const ReportBuilder report = ReportBuilder().Table(
        1, {{"科目", "2020年", "2021年"},
            {"甲", "[90.0|合格率||2020年|%|科目=甲]", cell(members[0], "甲")},
            {"乙", "[93.0|合格率||2020年|%|科目=乙]", cell(members[1], "乙")},
            {"丙", "[96.0|合格率||2020年|%|科目=丙]", cell(members[2], "丙")},
            {"平均", "[93.00|合格率||2020年|%|科目=平均]",
             cell(reported, "平均")}});
    for (const Check& check : ChecksOf(report, FindTableMeans)) {
      if (check.operands(0).value() == reported.Text()) {
        EXPECT_EQ(check.verdict(), OracleOf(reported, reach))
            << check.message().zh();
      }
    }
  }
}

}  // namespace
}  // namespace nianbao::validation

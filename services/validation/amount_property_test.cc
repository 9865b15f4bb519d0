// Amounts for each, products, ratios, means and ranges of rates against an
// oracle that tries true values.
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "services/validation/per_head.h"
#include "services/validation/per_person.h"
#include "services/validation/products.h"
#include "services/validation/quotients.h"
#include "services/validation/rate_ranges.h"
#include "services/validation/relation_test_base.h"
#include "services/validation/table_means.h"

namespace nianbao::validation {
namespace {

using core::Rational;
using core::Verdict;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;
using nianbao::validation::v1::VERDICT_ROUNDED_DIFFERENTLY;
using nianbao::validation::v1::VERDICT_UNDECIDED;

constexpr int kTries = 150;

using Values = std::vector<Rational>;
using Prints = std::vector<Print>;

std::optional<Rational> Quotient(const Values& v) {
  if (v[1] <= 0) return std::nullopt;
  return Rational(v[0] / v[1]);
}

Rational PrintedQuotient(const Print& a, const Print& b) {
  return Rational(a.Value() / b.Value());
}

std::optional<Rational> Mean(const Values& v) {
  Rational sum = 0;
  for (const Rational& value : v) sum += value;
  return Rational(sum / Rational(v.size()));
}

int Places(Dice& dice) { return static_cast<int>(dice.Between(0, 2)); }

// People, now and then in 万.
Print People(Dice& dice, std::int64_t least, std::int64_t most) {
  if (dice.OneIn(5)) return {dice.Between(101, 999), 2, "万人", true};
  return dice.Count(least, most);
}

TEST(PerHeadProperty, OfThePeopleInTheSentence) {
  Dice dice(61);
  for (int i = 0; i < kTries; ++i) {
    const Print amount = dice.Amount(100000, 900000, "小时");
    const Print people = People(dice, 10, 300);
    const Print each =
        dice.Near(PrintedQuotient(amount, people), Places(dice), "小时");
    if (each.digits <= 0) continue;
    ExpectVerdict(
        ReportBuilder().Text("志愿者" + people.In("志愿者数") + "，累计服务" +
                             amount.In("服务时长") + "，人均" +
                             each.In("人均服务时长") + "。"),
        FindPerPersons, "per_head", each,
        OracleOf(each, ReachOf({amount, people}, Quotient)));
  }
}

TEST(PerHeadProperty, OfThingsForThoseInTheSentence) {
  Dice dice(70);
  for (int i = 0; i < kTries; ++i) {
    const Print things = dice.Count(1000, 9000, "册");
    const Print people = People(dice, 10, 300);
    const Print each =
        dice.Near(PrintedQuotient(things, people), Places(dice), "册", true);
    if (each.digits <= 0) continue;
    Print mean = each;
    mean.counts = false;
    ExpectVerdict(ReportBuilder().Text("教师" + people.In("教师数") +
                                       "，借阅图书" + things.In("借阅图书") +
                                       "，人均" + each.In("人均借阅") + "。"),
                  FindPerPersons, "per_head", each,
                  OracleOf(mean, ReachOf({things, people}, Quotient)));
  }
}

// Money for each student of the newest year; a misfit may have another reason,
// unless it fits the students of an earlier year.
TEST(PerHeadProperty, OfAllStudents) {
  Dice dice(62);
  for (int i = 0; i < kTries; ++i) {
    const Print amount =
        dice.Hedged(dice.Amount(1000, 9000, "万元"),
                    {Word::kAbout, Word::kNearly, Word::kMore});
    const Print students = dice.Count(3000, 5000);
    const Print before = dice.Count(3000, 5000);
    const Print each =
        dice.Near(PrintedQuotient(amount, dice.OneIn(4) ? before : students),
                  Places(dice), "元");
    const Verdict oracle =
        OracleOf(each, ReachOf({amount, students}, Quotient));
    const Verdict stale = OracleOf(each, ReachOf({amount, before}, Quotient));
    const Verdict expected =
        oracle == VERDICT_CONTRADICTED && stale != VERDICT_CONSISTENT
            ? VERDICT_UNDECIDED
            : oracle;
    ExpectVerdict(
        ReportBuilder()
            .Text("在校生" + students.In("在校生数|students") + "，2020年" +
                  before.In("在校生数|students|2020年") + "。")
            .Text("财政拨款" + amount.In("财政拨款") + "，生均财政拨款" +
                  each.In("生均财政拨款") + "。"),
        FindPerHeads, "per_head", each, expected);
  }
}

// Books for each student are a mean, also where no decimals are printed.
TEST(PerHeadProperty, OfThingsIsNoCount) {
  Dice dice(63);
  for (int i = 0; i < kTries; ++i) {
    const Print books = dice.Count(40000, 160000, "册");
    const Print students = dice.Count(2000, 5000);
    Print each =
        dice.Near(PrintedQuotient(books, students), Places(dice), "册");
    const Verdict oracle = OracleOf(each, ReachOf({books, students}, Quotient));
    ExpectVerdict(ReportBuilder()
                      .Text("在校生" + students.In("在校生数|students") + "。")
                      .Text("图书" + books.In("图书") + "，生均图书" +
                            each.In("生均图书") + "。"),
                  FindPerHeads, "per_head", each,
                  oracle == VERDICT_CONTRADICTED ? VERDICT_UNDECIDED : oracle);
  }
}

TEST(RatioProperty, OfTwoCounts) {
  Dice dice(64);
  for (int i = 0; i < kTries; ++i) {
    const Print teachers =
        dice.Hedged(dice.Count(20, 300), {Word::kAbout, Word::kMore});
    const Print students = dice.Hedged(
        dice.OneIn(4) ? Print{dice.Between(40, 600), 3, "万人", true}
                      : dice.Count(400, 6000),
        {Word::kNearly, Word::kMore});
    Print many =
        dice.Near(PrintedQuotient(students, teachers), Places(dice), "");
    if (many.digits <= 0 || many.Number() == "1") continue;
    const Verdict oracle =
        OracleOf(many, ReachOf({students, teachers}, Quotient));
    const auto checks = ChecksOf(
        ReportBuilder()
            .Text("在校生" + students.In("学生数") + "。")
            .Text("教师" + teachers.In("教师数") +
                  "，与学生数之比为[1:" + many.Number() + "|师生比]。"),
        FindQuotients);
    // What 约 keeps apart is left alone.
    ASSERT_EQ(checks.size(), oracle == VERDICT_UNDECIDED ? 0U : 1U)
        << students.Text() << " " << teachers.Text() << " 1:" << many.Text();
    for (const Check& check : checks) {
      EXPECT_EQ(check.verdict(), oracle) << Shown(check);
    }
  }
}

// The whole numbers in which terms may have been counted together, and powers
// of ten, are the checker's own; a total below may leave some people out.
TEST(ProductProperty, OfPeopleAndTheAmountForEach) {
  Dice dice(65);
  for (int i = 0; i < kTries; ++i) {
    const Print people = People(dice, 20, 300);
    const Print each = dice.OneIn(3)
                           ? dice.Amount(100, 900, "元")
                           : Print{dice.Between(2, 40) * 100, 0, "元"};
    const Reach reach =
        ReachOf({people, each}, [](const Values& v) -> std::optional<Rational> {
          return Rational(v[0] * v[1]);
        });
    const Print total = dice.Near(Rational(people.Value() * each.Value()),
                                  Places(dice), "万元");
    if (total.digits < 1) continue;
    ExpectSound(ReportBuilder().Text("资助" + people.In("受助学生数") +
                                     "，每人" + each.In("助学金标准") +
                                     "，共计" + total.In("助学金") + "。"),
                FindProducts, "product", total, OracleOf(total, reach));
  }
}

std::string Rate(const Print& print, const std::string& year,
                 const std::string& name) {
  return print.In("合格率||" + year + "|%|科目=" + name);
}

// Last year's column shows that plain means are taken.
TEST(MeanProperty, OfTheRowsAbove) {
  Dice dice(66);
  for (int i = 0; i < kTries; ++i) {
    Prints members;
    for (int n = 0; n < 3; ++n) members.push_back(dice.Amount(80, 99, "%"));
    const Print mean = dice.Near(
        *Mean({members[0].Value(), members[1].Value(), members[2].Value()}),
        Places(dice), "%");
    ReportBuilder report;
    report.Table(
        1, {{"科目", "2020年", "2021年"},
            {"甲", "[90.0%|合格率||2020年]", Rate(members[0], "2021年", "甲")},
            {"乙", "[93.0%|合格率||2020年]", Rate(members[1], "2021年", "乙")},
            {"丙", "[96.0%|合格率||2020年]", Rate(members[2], "2021年", "丙")},
            {"平均", "[93.00%|合格率||2020年]", Rate(mean, "2021年", "平均")}});
    const auto checks = ChecksOf(report, FindTableMeans);
    ASSERT_EQ(checks.size(), 2U);
    EXPECT_EQ(checks[1].verdict(), OracleOf(mean, ReachOf(members, Mean)))
        << Shown(checks[1]);
  }
}

TEST(MeanProperty, OfATableBehindTheText) {
  Dice dice(67);
  for (int i = 0; i < kTries; ++i) {
    Prints members;
    for (int n = 0; n < 3; ++n) members.push_back(dice.Amount(80, 99, "%"));
    const Print mean = dice.Near(
        *Mean({members[0].Value(), members[1].Value(), members[2].Value()}),
        Places(dice), "%");
    const bool shown = dice.OneIn(2);
    const std::string before =
        shown ? "，2020年为[93.00%|平均合格率||2020年]" : "";
    const auto checks = ChecksOn(
        ReportBuilder()
            .Text("学业水平平均合格率为" + mean.In("平均合格率") + before +
                  "。")
            .Table(1, {{"科目", "2020年", "2021年"},
                       {"甲", "[90.0%|合格率||2020年]", members[0].In("率")},
                       {"乙", "[93.0%|合格率||2020年]", members[1].In("率")},
                       {"丙", "[96.0%|合格率||2020年]", members[2].In("率")}}),
        FindQuotients, "mean", mean);
    ASSERT_EQ(checks.size(), 1U);
    const Verdict oracle = OracleOf(mean, ReachOf(members, Mean));
    // Where last year's shows no plain mean, weights may have been taken.
    EXPECT_EQ(checks[0].verdict(), oracle == VERDICT_CONSISTENT || shown
                                       ? oracle
                                       : VERDICT_UNDECIDED)
        << Shown(checks[0]);
  }
}

// Whether some weights make the overall rate of the parts: they are tried, and
// every mean between two tried ones is one, too.
bool SomeWeightsHold(const Print& overall, const Prints& parts) {
  const Reach reach = ReachOf(parts, [](const Values& v) {
    return std::optional<Rational>(*std::min_element(v.begin(), v.end()));
  });
  const Reach most = ReachOf(parts, [](const Values& v) {
    return std::optional<Rational>(*std::max_element(v.begin(), v.end()));
  });
  Reach all = reach;
  for (int first = 0; first <= 4; ++first) {
    for (int second = 0; first + second <= 4; ++second) {
      const Reach weighted =
          ReachOf(parts, [&](const Values& v) -> std::optional<Rational> {
            return Rational(
                (v[0] * first + v[1] * second + v[2] * (4 - first - second)) /
                4);
          });
      all.least = std::min(*all.least, *weighted.least);
      all.most = std::max(*all.most, *weighted.most);
    }
  }
  EXPECT_EQ(*all.least, *reach.least);
  EXPECT_EQ(*all.most, *most.most);
  return OracleOf(overall, all) == VERDICT_CONSISTENT;
}

TEST(WeightedMeanProperty, LiesWithinTheRatesOfTheParts) {
  Dice dice(68);
  for (int i = 0; i < kTries / 3; ++i) {
    Prints parts;
    for (int n = 0; n < 3; ++n) parts.push_back(dice.Amount(90, 94, "%"));
    const Print overall = dice.Amount(88, 96, "%");
    const auto part = [&](int n, const std::string& name) {
      return parts[static_cast<std::size_t>(n)].In("对口率|match|||专业=" +
                                                   name);
    };
    const auto checks =
        ChecksOn(ReportBuilder()
                     .Text("对口率" + overall.In("对口率|match") + "。")
                     .Table(1, {{"专业", "对口率"},
                                {"护理", part(0, "护理")},
                                {"会计", part(1, "会计")},
                                {"电商", part(2, "电商")}}),
                 FindRateRanges, "mean", overall);
    ASSERT_EQ(checks.size(), 1U);
    EXPECT_EQ(checks[0].verdict(), SomeWeightsHold(overall, parts)
                                       ? VERDICT_CONSISTENT
                                       : VERDICT_UNDECIDED)
        << Shown(checks[0]);
  }
}

// A row called 平均 of a table that shows no plain means lies within its rows.
TEST(WeightedMeanProperty, OfATableLiesWithinItsRows) {
  Dice dice(69);
  for (int i = 0; i < kTries / 3; ++i) {
    Prints parts;
    for (int n = 0; n < 3; ++n) parts.push_back(dice.Amount(90, 94, "%"));
    const Print overall = dice.Amount(88, 96, "%");
    ReportBuilder report;
    report.Table(1, {{"科目", "2021年"},
                     {"甲", parts[0].In("率")},
                     {"乙", parts[1].In("率")},
                     {"丙", parts[2].In("率")},
                     {"平均", overall.In("率")}});
    const auto checks = ChecksOn(report, FindTableMeans, "mean", overall);
    const bool plain =
        OracleOf(overall, ReachOf(parts, Mean)) == VERDICT_CONSISTENT;
    const bool inside = SomeWeightsHold(overall, parts);
    ASSERT_EQ(checks.size(), plain || !inside ? 1U : 0U);
    for (const Check& check : checks) {
      EXPECT_EQ(check.verdict(),
                plain ? VERDICT_CONSISTENT : VERDICT_CONTRADICTED)
          << Shown(check);
    }
  }
}

}  // namespace
}  // namespace nianbao::validation

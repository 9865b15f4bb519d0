#include "services/validation/table_rates.h"

#include <gmock/gmock.h>

#include "services/validation/report_builder.h"

namespace nianbao::validation {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<std::string> Row(const std::string& name, const std::string& a,
                             const std::string& b, const std::string& rate) {
  return {name, "[" + a + "|a|||人]", "[" + b + "|b|||人]",
          "[" + rate + "|率|||%]"};
}

std::vector<std::string> Rates(
    const std::vector<std::vector<std::string>>& rows) {
  auto table = rows;
  table.insert(table.begin(), {"专业", "人数", "其中", "比率"});
  return Found(ReportBuilder().Table(1, table), FindTableRates);
}

TEST(TableRates, AreOneColumnByAnother) {
  EXPECT_THAT(
      Rates({Row("护理", "40", "31", "77.50"), Row("会计", "36", "27", "75.00"),
             Row("电商", "41", "40", "97.56")}),
      ElementsAre("share consistent 77.50% | 31÷40=77.5%",
                  "share consistent 75.00% | 27÷36=75%",
                  "share consistent 97.56% | 40÷41=97.56%"));
}

TEST(TableRates, RefuteTheRowThatDoesNotFit) {
  const auto found =
      Rates({Row("护理", "40", "31", "77.50"), Row("会计", "36", "27", "75.00"),
             Row("电商", "41", "40", "97.56"), Row("烹饪", "43", "29", "67.74"),
             Row("汽修", "37", "20", "54.05")});
  EXPECT_THAT(found, SizeIs(5));
  EXPECT_THAT(found, Contains("share contradicted 67.74% | 29÷43=67.44%"));
}

// Two rows that fit prove no base, and two misfits prove another one.
TEST(TableRates, AreNotGuessed) {
  EXPECT_THAT(
      Rates({Row("护理", "40", "31", "77.50"), Row("会计", "36", "27", "75.00"),
             Row("电商", "41", "40", "61.23")}),
      IsEmpty());
  EXPECT_THAT(
      Rates({Row("护理", "40", "31", "77.50"), Row("会计", "36", "27", "75.00"),
             Row("电商", "41", "40", "97.56"), Row("烹饪", "43", "29", "61.23"),
             Row("汽修", "37", "20", "58.91")}),
      IsEmpty());
}

// Two fine rates of many people that two counts make are no chance.
TEST(TableRates, ProveTheThirdRowWrongWhereTheyAreFine) {
  const auto row = [](const std::string& all, const std::string& a,
                      const std::string& b, const std::string& rate) {
    return std::vector<std::string>{
        "某年", "[" + all + "|毕业|||人]", "[" + a + "|升学|||人]",
        "[" + b + "|就业|||人]", "[" + rate + "|率|||%]"};
  };
  EXPECT_THAT(
      Found(ReportBuilder().Table(1, {{"年份", "毕业", "升学", "就业", "比率"},
                                      row("947", "603", "318", "97.25"),
                                      row("1002", "689", "292", "97.09"),
                                      row("985", "712", "256", "98.27")}),
            FindTableRates),
      Contains("share contradicted 97.09% | (689+292)÷1002=97.9%"));
}

TEST(TableRates, MustBeAttainable) {
  const auto found =
      Rates({Row("护理", "17", "99", "82.35"), Row("会计", "24", "98", "87.50"),
             Row("电商", "36", "97", "91.67"), Row("烹饪", "21", "96", "80.95"),
             Row("汽修", "32", "95", "82.53")});
  EXPECT_THAT(found, SizeIs(5));
  EXPECT_THAT(found, Contains("attainability contradicted 82.53% | "
                              "32×82.53%=26.41"));
}

// Of thousands of people every rate is attainable.
TEST(TableRates, SayNothingOfLargeGroups) {
  EXPECT_THAT(Rates({Row("护理", "9800", "1", "82.35"),
                     Row("会计", "9700", "2", "87.51"),
                     Row("电商", "9600", "3", "91.66"),
                     Row("烹饪", "9500", "4", "80.94")}),
              IsEmpty());
}

}  // namespace
}  // namespace nianbao::validation

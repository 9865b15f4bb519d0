#include "services/report/section_sentence.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "services/core/document.h"
#include "services/core/errors.h"
#include "services/report/test_builder.h"
#include "services/report/test_material.h"

namespace nianbao::report {
namespace {

using nianbao::fact::v1::Fact;

Fact StudentsOf(int year, const std::string& value, const std::string& unit) {
  return FactOf("f" + std::to_string(year), "full_time_students", "在校生",
                value, unit, std::to_string(year) + "年");
}

// The sentence for 2021 with the facts given.
std::string Filled(const std::string& sentence,
                   const std::vector<Fact>& facts) {
  const auto catalogue = TestCatalogue();
  Material material;
  for (const Fact& fact : facts) *material.facts.Add() = fact;
  const FigureTable figures(*catalogue, material);
  const auto line = FillSentence(*catalogue, figures, 2021, sentence);
  EXPECT_TRUE(line.ok()) << line.status();
  return line.ok() ? core::TextOf(line->runs()) : "";
}

const char kChange[] = "在校生{change(full_time_students)}。";

TEST(FillSentence, SaysTheDirectionOfAChange) {
  EXPECT_EQ(Filled(kChange, {StudentsOf(2021, "90", "人"),
                             StudentsOf(2020, "100", "人")}),
            "在校生减少10人。");
  EXPECT_EQ(Filled(kChange, {StudentsOf(2021, "100", "人"),
                             StudentsOf(2020, "100", "人")}),
            "在校生持平。");
  EXPECT_EQ(Filled("占比{change(senior_share)}。",
                   {FactOf("f1", "senior_share", "", "31.25", "%", "2021年"),
                    FactOf("f2", "senior_share", "", "30.5", "%", "2020年")}),
            "占比提高0.75个百分点。");
}

TEST(FillSentence, IsLeftOutWhereAFigureIsBlank) {
  EXPECT_EQ(
      Filled("共{full_time_students@-1}人。", {StudentsOf(2021, "90", "人")}),
      "");
  EXPECT_EQ(Filled(kChange, {StudentsOf(2021, "90", "人")}), "");
}

TEST(FillSentence, MakesNoChangeOfRoughFigures) {
  Fact nearly = StudentsOf(2021, "3700", "人");
  nearly.mutable_figure()->set_hedge(nianbao::fact::v1::HEDGE_NEARLY);
  EXPECT_EQ(Filled(kChange, {nearly, StudentsOf(2020, "3600", "人")}), "");
  EXPECT_EQ(Filled(kChange, {StudentsOf(2021, "0.37", "万人"),
                             StudentsOf(2020, "3600", "人")}),
            "");
}

TEST(FillSentence, RefusesABrokenTemplate) {
  const auto catalogue = TestCatalogue();
  const Material material;
  const FigureTable figures(*catalogue, material);
  const auto line = FillSentence(*catalogue, figures, 2021, "共{人。");
  EXPECT_EQ(core::GetErrorInfo(line.status()).reason, "BAD_EXPRESSION");
}

}  // namespace
}  // namespace nianbao::report

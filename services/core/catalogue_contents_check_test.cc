#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "services/core/catalogue_test_base.h"

namespace nianbao::core {
namespace {

using ::testing::HasSubstr;

using Content = nianbao::catalogue::v1::Catalogue;

// Positions of the base catalogue's definitions.
constexpr int kStudents = 0;
constexpr int kTeachers = 2;
constexpr int kRatio = 3;

TEST(SelfCheckOfContents, RunsIndicatorExamples) {
  EXPECT_THAT(
      ErrorAfter([](Content& c) {
        c.mutable_indicators(kRatio)->mutable_examples(0)->set_value("18.3");
      }),
      HasSubstr("indicator \"ratio\", example \"plain\": expected "
                "\"18.3\", got \"18.29\"; correct the example or the "
                "expression"));
  EXPECT_THAT(
      ErrorAfter([](Content& c) {
        c.mutable_indicators(kRatio)->mutable_examples(1)->set_value("0.00");
      }),
      HasSubstr("expected \"0.00\", got a blank"));
  EXPECT_THAT(ErrorAfter([](Content& c) {
                c.mutable_indicators(kRatio)->clear_examples();
              }),
              HasSubstr("has a formula but no example; add one"));
  EXPECT_THAT(ErrorAfter([](Content& c) {
                c.mutable_indicators(kStudents)->add_examples();
              }),
              HasSubstr("has examples but no formula to run"));
}

TEST(SelfCheckOfContents, RunsRelationExamples) {
  EXPECT_THAT(ErrorAfter([](Content& c) {
                c.mutable_rules(0)->set_expression("students > students@-1");
                (*c.mutable_rules(0)
                      ->mutable_examples(0)
                      ->mutable_inputs())["students@-1"] = "4902";
              }),
              HasSubstr("rule \"growth\", example \"more\": expected "
                        "\"consistent\", got \"contradicted\""));
  EXPECT_THAT(ErrorAfter([](Content& c) {
                c.mutable_standards(0)->mutable_examples(0)->set_verdict(
                    "inapplicable");
              }),
              HasSubstr("expected \"inapplicable\", got \"consistent\""));
  EXPECT_THAT(ErrorAfter([](Content& c) {
                c.mutable_rules(0)->mutable_examples(2)->set_verdict("fine");
              }),
              HasSubstr("unknown verdict \"fine\"; write consistent"));
}

TEST(SelfCheckOfContents, ChecksInputsOfExamples) {
  const auto with_input = [](const std::string& key, const std::string& value) {
    return [key, value](Content& c) {
      (*c.mutable_rules(0)->mutable_examples(0)->mutable_inputs())[key] = value;
    };
  };
  EXPECT_THAT(ErrorAfter(with_input("teachers", "3")),
              HasSubstr("example \"more\": input \"teachers\" is not in the "
                        "expression; correct or remove it"));
  EXPECT_THAT(ErrorAfter(with_input("students", "许多")),
              HasSubstr("input \"students\": \"许多\" is not a number"));
}

TEST(SelfCheckOfContents, RunsExamplesOfPatternsAndPercents) {
  const auto with_verdict = [](const std::string& verdict) {
    return [verdict](Content& c) {
      auto& rate = *c.add_indicators();
      rate = c.indicators(kTeachers);
      rate.set_code("rate");
      rate.mutable_title()->set_zh("率");
      rate.set_unit("%");
      rate.clear_revisions();
      auto& rule = *c.mutable_rules(0);
      rule.set_expression("attainable(rate[*], students)");
      auto* inputs = rule.mutable_examples(0)->mutable_inputs();
      inputs->clear();
      (*inputs)["rate[*]"] = "99.96";
      (*inputs)["students"] = "3000";
      rule.mutable_examples(0)->set_verdict(verdict);
      *rule.mutable_examples(1)->mutable_inputs() = *inputs;
      (*rule.mutable_examples(1)->mutable_inputs())["students"] = "1664";
    };
  };
  EXPECT_EQ(ErrorAfter(with_verdict("consistent")), "");
  EXPECT_THAT(ErrorAfter(with_verdict("undecided")),
              HasSubstr("no example that is consistent"));
}

TEST(SelfCheckOfContents, ChecksSentences) {
  const auto with_sentence = [](const std::string& sentence) {
    return [sentence](Content& c) {
      c.mutable_editions(0)
          ->mutable_sections(0)
          ->mutable_parts(0)
          ->set_sentence(sentence);
    };
  };
  EXPECT_THAT(ErrorAfter(with_sentence("共{pupils}人。")),
              HasSubstr("edition \"2021\", section \"students\": unknown "
                        "indicator \"pupils\""));
  EXPECT_THAT(ErrorAfter(with_sentence("共{change(pupils)}。")),
              HasSubstr("unknown indicator \"pupils\""));
  EXPECT_THAT(ErrorAfter(with_sentence("共{students人。")),
              HasSubstr("\"{\" is not closed; put \"}\" behind the figure's "
                        "code\n  共{students人。\n    ^"));
}

TEST(SelfCheckOfContents, ChecksOutlines) {
  const auto charts = [](Content& c) {
    return c.mutable_editions(0)
        ->mutable_sections(0)
        ->mutable_sections(0)
        ->mutable_parts(0)
        ->mutable_bar_chart();
  };
  EXPECT_THAT(
      ErrorAfter([&](Content& c) { charts(c)->set_indicators(0, "pupils"); }),
      HasSubstr("section \"charts\": unknown indicator \"pupils\""));
  EXPECT_THAT(
      ErrorAfter([&](Content& c) { charts(c)->set_indicators(0, "ratio"); }),
      HasSubstr("a chart's indicators share one unit, these have "
                "\"\" and \"人\"; make two charts"));
  EXPECT_THAT(ErrorAfter([&](Content& c) { charts(c)->clear_indicators(); }),
              HasSubstr("\"indicators\" is not set"));
  EXPECT_THAT(ErrorAfter([](Content& c) {
                c.mutable_editions(0)->mutable_sections(0)->add_parts();
              }),
              HasSubstr("an empty part; write a sentence, table or chart"));
  EXPECT_THAT(ErrorAfter([](Content& c) {
                *c.mutable_editions(0)->add_sections() =
                    c.editions(1).sections(0);
              }),
              HasSubstr("section \"students\": two sections of that code"));
  EXPECT_THAT(ErrorAfter([](Content& c) {
                c.mutable_editions(1)
                    ->mutable_sections(0)
                    ->add_parts()
                    ->set_indicator_table(true);
              }),
              HasSubstr("the edition has no indicator table"));
}

TEST(SelfCheckOfContents, ChecksEditions) {
  EXPECT_THAT(ErrorAfter([](Content& c) {
                c.mutable_editions(1)->set_data_year(2019);
              }),
              HasSubstr("edition \"2020\": the code is not its data year "
                        "2019; make them the same"));
  EXPECT_THAT(ErrorAfter([](Content& c) {
                c.mutable_editions(0)->clear_table_caption();
              }),
              HasSubstr("has an indicator table without a caption"));
  EXPECT_THAT(ErrorAfter([](Content& c) {
                c.mutable_editions(1)->set_table_caption("指标");
              }),
              HasSubstr("has a caption but no rows"));
}

TEST(SelfCheckOfContents, ChecksVocabularies) {
  EXPECT_THAT(ErrorAfter([](Content& c) {
                c.mutable_vocabularies(0)->mutable_entries(0)->set_normal("UP");
              }),
              HasSubstr("unknown hedge \"UP\"; write MORE, ABOVE"));
  EXPECT_THAT(ErrorAfter([](Content& c) {
                auto& entry = *c.mutable_vocabularies(0)->add_entries();
                entry.add_words("多");
                entry.set_normal("ABOUT");
              }),
              HasSubstr("KIND_HEDGE: \"多\" is there already and means "
                        "\"MORE\"; keep one"));
  EXPECT_THAT(
      ErrorAfter([](Content& c) { c.mutable_vocabularies(1)->clear_kind(); }),
      HasSubstr("vocabulary: \"kind\" is not set"));
  EXPECT_THAT(ErrorAfter([](Content& c) {
                c.mutable_vocabularies(1)->mutable_entries(0)->add_words("");
              }),
              HasSubstr("an empty word; remove it"));
  EXPECT_THAT(
      ErrorAfter([](Content& c) { c.mutable_vocabularies(1)->add_entries(); }),
      HasSubstr("\"words\" is not set"));
}

TEST(SelfCheckOfContents, ChecksRegions) {
  EXPECT_THAT(
      ErrorAfter([](Content& c) { c.mutable_regions(1)->set_code("3308"); }),
      HasSubstr("region \"3308\": the code has not six digits"));
  EXPECT_THAT(
      ErrorAfter([](Content& c) { c.mutable_regions(1)->set_parent("33"); }),
      HasSubstr("region \"330800\": unknown parent \"33\""));
  EXPECT_THAT(ErrorAfter([](Content& c) {
                c.mutable_regions(0)->set_parent("330800");
              }),
              HasSubstr("region \"330000\": lies in itself"));
}

}  // namespace
}  // namespace nianbao::core

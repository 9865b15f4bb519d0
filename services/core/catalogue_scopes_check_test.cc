// The self-check of days, regions, classes, codes and outlier tests.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "services/core/catalogue_test_base.h"
#include "services/core/standards.h"

namespace nianbao::core {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

using Content = nianbao::catalogue::v1::Catalogue;
using nianbao::catalogue::v1::Standard;

// Adds a table of classes of school, and a county below the city.
void AddSchools(Content& c) {
  auto& table = *c.add_code_tables();
  table.set_code("school_class");
  table.mutable_title()->set_zh("类型");
  table.mutable_title()->set_en("Classes");
  table.set_reference("方案");
  table.set_certainty(nianbao::catalogue::v1::CERTAINTY_REPORTED);
  for (const std::string code : {"arts", "remote"}) {
    auto& entry = *table.add_entries();
    entry.set_code(code);
    entry.set_name(code);
  }
  auto& county = *c.add_regions();
  county.set_code("330881");
  county.set_name("江山市");
  county.set_parent("330800");
}

// Adds a variant of the base's standard.
Standard& Variant(Content& c, const std::string& code) {
  c.mutable_standards(0)->set_requirement("ratio");
  Standard& variant = *c.add_standards();
  variant = c.standards(0);
  variant.set_code(code);
  return variant;
}

std::vector<std::string> Applicable(const Content& content,
                                    const StandardScope& scope) {
  const auto catalogue = Create(content);
  EXPECT_TRUE(catalogue.ok()) << catalogue.status();
  std::vector<std::string> codes;
  for (const Standard* standard : ApplicableStandards(**catalogue, scope)) {
    codes.push_back(standard->code());
  }
  return codes;
}

Content WithVariants() {
  Content c = BaseCatalogue();
  AddSchools(c);
  Variant(c, "city").set_region("330800");
  Variant(c, "arts").add_school_classes("arts");
  Standard& both = Variant(c, "city_arts");
  both.set_region("330800");
  both.add_school_classes("arts");
  Standard& later = Variant(c, "county_later");
  later.set_region("330881");
  later.set_valid_from("2022-11-01");
  Standard& later_arts = Variant(c, "county_arts_later");
  later_arts = later;
  later_arts.set_code("county_arts_later");
  later_arts.add_school_classes("arts");
  return c;
}

TEST(Standards, TheMostSpecificOneApplies) {
  const Content c = WithVariants();
  const std::string day = "2021-09-01";
  EXPECT_THAT(Applicable(c, {day, "", ""}), ElementsAre("ratio_at_most_20"));
  EXPECT_THAT(Applicable(c, {day, "330000", ""}),
              ElementsAre("ratio_at_most_20"));
  EXPECT_THAT(Applicable(c, {day, "330800", ""}), ElementsAre("city"));
  EXPECT_THAT(Applicable(c, {day, "", "arts"}), ElementsAre("arts"));
  EXPECT_THAT(Applicable(c, {day, "330800", "arts"}), ElementsAre("city_arts"));
  EXPECT_THAT(Applicable(c, {day, "330800", "remote"}), ElementsAre("city"));
}

TEST(Standards, ACountyInheritsFromItsCityUntilItHasItsOwn) {
  const Content c = WithVariants();
  EXPECT_THAT(Applicable(c, {"2022-10-31", "330881", ""}), ElementsAre("city"));
  EXPECT_THAT(Applicable(c, {"2022-11-01", "330881", ""}),
              ElementsAre("county_later"));
  EXPECT_THAT(Applicable(c, {"2022-11-01", "330881", "arts"}),
              ElementsAre("county_arts_later"));
}

TEST(SelfCheckOfScopes, RefusesTwoStandardsForOneSchool) {
  EXPECT_THAT(
      ErrorAfter([](Content& c) { Variant(c, "again"); }),
      HasSubstr("base.textproto:1:1: standard \"ratio_at_most_20\": applies on "
                "0001-01-01 together with standard \"again\" "
                "(base.textproto:1:1); set their days apart"));
  EXPECT_EQ(ErrorAfter([](Content& c) {
              Variant(c, "later").set_valid_from("2022-11-01");
              c.mutable_standards(0)->set_valid_to("2022-10-31");
            }),
            "");
  EXPECT_THAT(ErrorAfter([](Content& c) {
                Variant(c, "later").set_valid_from("2022-10-31");
                c.mutable_standards(0)->set_valid_to("2022-10-31");
              }),
              HasSubstr("applies on 2022-10-31 together with"));
}

TEST(SelfCheckOfScopes, RefusesARegionAndAClassThatNothingRanks) {
  const auto crossing = [](Content& c) {
    AddSchools(c);
    Variant(c, "city").set_region("330800");
    Variant(c, "arts").add_school_classes("arts");
  };
  EXPECT_THAT(ErrorAfter(crossing),
              HasSubstr("standard \"city\": applies on 0001-01-01 in 330800 to "
                        "class arts together with standard \"arts\""));
  EXPECT_EQ(ErrorAfter([&](Content& c) {
              crossing(c);
              Standard& both = Variant(c, "both");
              both.set_region("330800");
              both.add_school_classes("arts");
            }),
            "");
}

TEST(SelfCheckOfScopes, KnowsWhatStandardsName) {
  EXPECT_THAT(ErrorAfter([](Content& c) {
                c.mutable_standards(0)->set_region("339999");
              }),
              HasSubstr("unknown region \"339999\""));
  EXPECT_THAT(ErrorAfter([](Content& c) {
                c.mutable_standards(0)->add_school_classes("arts");
              }),
              HasSubstr("unknown school class \"arts\"; correct it or add it "
                        "to the code table \"school_class\""));
  EXPECT_THAT(ErrorAfter([](Content& c) {
                c.mutable_rules(0)->add_school_classes("arts");
              }),
              HasSubstr("rule \"growth\": unknown school class \"arts\""));
  EXPECT_THAT(ErrorAfter([](Content& c) {
                c.mutable_standards(0)->set_valid_from("2022-11");
              }),
              HasSubstr("\"2022-11\" is no day; write it like"));
  EXPECT_THAT(ErrorAfter([](Content& c) {
                c.mutable_standards(0)->set_valid_from("2022-11-01");
                c.mutable_standards(0)->set_valid_to("2021-11-01");
              }),
              HasSubstr("ends before it begins"));
}

// A city that had another parent before.
void AddMoved(Content& c, const std::string& last, const std::string& first) {
  for (const bool old : {true, false}) {
    auto& region = *c.add_regions();
    region.set_code("330901");
    region.set_name(old ? "旧区" : "新区");
    region.set_parent(old ? "330000" : "330800");
    if (old) region.set_valid_to(last);
    if (!old) region.set_valid_from(first);
    region.set_reference("公告");
    region.set_certainty(nianbao::catalogue::v1::CERTAINTY_DRAFT);
  }
}

TEST(Regions, AreThoseOfTheDay) {
  Content c = BaseCatalogue();
  AddMoved(c, "2021-04-08", "2021-04-09");
  const auto catalogue = *Create(c);
  EXPECT_EQ(catalogue->FindRegion("330901")->name(), "新区");
  EXPECT_EQ(catalogue->FindRegion("330901", "2021-04-08")->name(), "旧区");
  EXPECT_EQ(catalogue->FindRegion("330901", "2021-04-09")->name(), "新区");
  EXPECT_THAT(catalogue->RegionsAround("330901", "2020-09-01"),
              ElementsAre("330901", "330000"));
  EXPECT_THAT(catalogue->RegionsAround("330901", "2021-09-01"),
              ElementsAre("330901", "330800", "330000"));
  EXPECT_THAT(catalogue->RegionsAround("", "2021-09-01"), ElementsAre());
}

TEST(SelfCheckOfScopes, RefusesRegionsThatOverlap) {
  EXPECT_THAT(
      ErrorAfter([](Content& c) { AddMoved(c, "2021-04-09", "2021-04-09"); }),
      HasSubstr("region \"330901\" holds on the same days already "
                "(base.textproto:1:1); set valid_from and valid_to apart"));
  EXPECT_THAT(ErrorAfter([](Content& c) { *c.add_regions() = c.regions(0); }),
              HasSubstr("region \"330000\" holds on the same days already"));
}

TEST(SelfCheckOfScopes, ChecksDaysOfRegions) {
  const auto with = [](auto change) {
    return [change](Content& c) { change(*c.mutable_regions(1)); };
  };
  EXPECT_THAT(ErrorAfter(with([](auto& r) { r.set_valid_from("2021-04-09"); })),
              HasSubstr("\"reference\" is not set"));
  EXPECT_THAT(ErrorAfter(with([](auto& r) { r.add_successors("330000"); })),
              HasSubstr("has successors but no last day"));
  EXPECT_THAT(ErrorAfter(with([](auto& r) { r.add_successors("330999"); })),
              HasSubstr("unknown successor \"330999\""));
}

TEST(SelfCheckOfScopes, ChecksCodeTables) {
  const auto with = [](auto change) {
    return [change](Content& c) {
      AddSchools(c);
      change(*c.mutable_code_tables(0));
    };
  };
  EXPECT_EQ(ErrorAfter(with([](auto&) {})), "");
  EXPECT_THAT(
      ErrorAfter(with([](auto& t) { t.mutable_entries(1)->set_code("arts"); })),
      HasSubstr("code table \"school_class\": \"arts\" is there already"
                " (base.textproto:1:1); keep one"));
  EXPECT_EQ(ErrorAfter(with([](auto& t) {
              t.mutable_entries(0)->set_valid_to("2021-02-28");
              t.mutable_entries(1)->set_code("arts");
              t.mutable_entries(1)->set_valid_from("2021-03-01");
            })),
            "");
  EXPECT_THAT(ErrorAfter(with([](auto& t) {
                t.mutable_entries(1)->add_former_names("arts");
              })),
              HasSubstr("\"arts\" is there already"));
  EXPECT_THAT(
      ErrorAfter(with([](auto& t) { t.mutable_entries(1)->set_parent("x"); })),
      HasSubstr("unknown parent \"x\""));
  EXPECT_THAT(ErrorAfter(with([](auto& t) { t.clear_certainty(); })),
              HasSubstr("\"certainty\" is not set"));
}

void AddTest(Content& c) {
  auto& test = *c.add_outlier_tests();
  test.set_code("history");
  test.mutable_title()->set_zh("往年");
  test.mutable_title()->set_en("Years");
  test.mutable_instruction()->set_zh("核对。");
  test.mutable_instruction()->set_en("Check.");
  test.set_against(nianbao::catalogue::v1::OutlierTest::AGAINST_HISTORY);
  test.add_indicators("students");
  test.set_least_values(3);
  test.set_deviations("5");
  test.set_tolerance("10");
  test.set_severity(nianbao::catalogue::v1::SEVERITY_QUERY);
  test.set_reference("经验");
  test.set_certainty(nianbao::catalogue::v1::CERTAINTY_INFERRED);
  for (const std::string value : {"101", "201"}) {
    auto& example = *test.add_examples();
    example.set_name(value);
    example.set_value(value);
    for (const std::string other : {"100", "101", "102"}) {
      example.add_others(other);
    }
    example.set_outcome(value == "101" ? "usual" : "unusual");
  }
}

TEST(SelfCheckOfScopes, ChecksOutlierTests) {
  const auto with = [](auto change) {
    return [change](Content& c) {
      AddTest(c);
      change(*c.mutable_outlier_tests(0));
    };
  };
  EXPECT_EQ(ErrorAfter(with([](auto&) {})), "");
  EXPECT_THAT(ErrorAfter(with([](auto& t) { t.set_code("growth"); })),
              HasSubstr("outlier test \"growth\" is a rule already"));
  EXPECT_THAT(ErrorAfter(with([](auto& t) { t.set_indicators(0, "pupils"); })),
              HasSubstr("unknown indicator \"pupils\""));
  EXPECT_THAT(ErrorAfter(with([](auto& t) { t.set_deviations("viel"); })),
              HasSubstr("outlier test \"history\": "));
  EXPECT_THAT(ErrorAfter(with([](auto& t) { t.set_least_values(2); })),
              HasSubstr("fewer than 3 figures show nothing"));
  EXPECT_THAT(ErrorAfter(with([](auto& t) {
                t.set_severity(nianbao::catalogue::v1::SEVERITY_ERROR);
              })),
              HasSubstr("an unusual figure may be right"));
  EXPECT_THAT(ErrorAfter(with([](auto& t) {
                t.mutable_examples(0)->set_outcome("unusual");
              })),
              HasSubstr("expected \"unusual\", got \"usual\""));
  EXPECT_THAT(ErrorAfter(with(
                  [](auto& t) { t.mutable_examples()->DeleteSubrange(1, 1); })),
              HasSubstr("has no example that is unusual"));
}

void AddWarning(Content& c) {
  auto& warning = *c.add_major_warnings();
  warning.set_code("few_students");
  warning.mutable_title()->set_zh("学生少");
  warning.mutable_title()->set_en("Few students");
  warning.mutable_instruction()->set_zh("核对。");
  warning.mutable_instruction()->set_en("Check.");
  warning.set_dimension("专业");
  warning.set_expression("students >= 20");
  warning.set_base("students@-1");
  warning.set_least_base("30");
  warning.set_severity(nianbao::catalogue::v1::SEVERITY_QUERY);
  warning.set_reference("经验");
  warning.set_certainty(nianbao::catalogue::v1::CERTAINTY_DRAFT);
  for (const std::string value : {"19", "20"}) {
    auto& example = *warning.add_examples();
    example.set_name(value);
    (*example.mutable_inputs())["students"] = value;
    example.set_verdict(value == "19" ? "contradicted" : "consistent");
  }
}

TEST(SelfCheckOfScopes, ChecksWarningsForMajors) {
  const auto with = [](auto change) {
    return [change](Content& c) {
      AddWarning(c);
      change(*c.mutable_major_warnings(0));
    };
  };
  EXPECT_EQ(ErrorAfter(with([](auto&) {})), "");
  EXPECT_THAT(ErrorAfter(with([](auto& w) { w.set_code("growth"); })),
              HasSubstr("warning \"growth\" is a rule already"));
  EXPECT_THAT(ErrorAfter(with([](auto& w) { w.clear_dimension(); })),
              HasSubstr("\"dimension\" is not set"));
  EXPECT_THAT(
      ErrorAfter(with([](auto& w) { w.set_expression("pupils >= 2"); })),
      HasSubstr("unknown indicator \"pupils\""));
  EXPECT_THAT(
      ErrorAfter(with([](auto& w) { w.set_expression("students = 2"); })),
      HasSubstr("a warning bounds a figure of a major"));
  EXPECT_THAT(ErrorAfter(with([](auto& w) { w.clear_base(); })),
              HasSubstr("\"base\" and \"least_base\" go together"));
  EXPECT_THAT(ErrorAfter(with([](auto& w) { w.set_base("pupils"); })),
              HasSubstr("unknown indicator \"pupils\""));
  EXPECT_THAT(ErrorAfter(with([](auto& w) { w.set_least_base("viel"); })),
              HasSubstr("warning \"few_students\": "));
  EXPECT_THAT(ErrorAfter(with([](auto& w) {
                (*w.mutable_examples(0)->mutable_inputs())["students"] = "21";
              })),
              HasSubstr("expected \"contradicted\", got \"consistent\""));
  EXPECT_THAT(ErrorAfter(with(
                  [](auto& w) { w.mutable_examples()->DeleteSubrange(0, 1); })),
              HasSubstr("has no example that is contradicted"));
  EXPECT_THAT(ErrorAfter(with([](auto& w) {
                w.set_severity(nianbao::catalogue::v1::SEVERITY_ERROR);
              })),
              HasSubstr("a major that needs attention is no mistake"));
}

}  // namespace
}  // namespace nianbao::core

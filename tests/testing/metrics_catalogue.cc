#include "tests/testing/metrics_catalogue.h"

#include "absl/strings/str_cat.h"
#include "services/core/fact_table.h"
#include "tests/testing/made_catalogue.h"

namespace nianbao::testing {
namespace {

constexpr char kEdition[] = R"pb(
  editions {
    code: "2021"
    title { zh: "测试方案" en: "Test scheme" }
    label_text: "2022年"
    data_year: 2021
    publish_year: 2022
    graduate_cohort: 2021
    reference: "invented for tests"
    certainty: CERTAINTY_DRAFT
    sections {
      code: "all"
      title { zh: "全部" en: "All" }
      parts { narrative: true }
    }
  }
  regions { code: "330000" name: "浙江省" }
  regions { code: "330300" name: "温州市" parent: "330000" }
  regions { code: "330382" name: "乐清市" parent: "330300" }
  regions { code: "330800" name: "衢州市" parent: "330000" }
  regions { code: "330802" name: "柯城区" parent: "330800" }
  regions { code: "330803" name: "衢江区" parent: "330800" }
)pb";

constexpr char kCollected[] = R"pb(
  indicators {
    code: "students"
    title { zh: "在校生数" en: "Students" }
    unit: "人"
    measure: MEASURE_COUNT
    period: PERIOD_KIND_POINT
    rollup: ROLLUP_SUM
  }
  indicators {
    code: "teachers"
    title { zh: "教师数" en: "Teachers" }
    unit: "人"
    measure: MEASURE_COUNT
    period: PERIOD_KIND_POINT
    rollup: ROLLUP_SUM
  }
  indicators {
    code: "income"
    title { zh: "经费收入" en: "Income" }
    unit: "万元"
    decimals: 2
    measure: MEASURE_AMOUNT
    period: PERIOD_KIND_FISCAL_YEAR
    rollup: ROLLUP_SUM
  }
  indicators {
    code: "area"
    title { zh: "占地面积" en: "Site area" }
    unit: "平方米"
    decimals: 2
    measure: MEASURE_AMOUNT
    period: PERIOD_KIND_POINT
    rollup: ROLLUP_SUM
  }
  indicators {
    code: "club_members"
    title { zh: "社团人数" en: "Club members" }
    unit: "人"
    measure: MEASURE_COUNT
    period: PERIOD_KIND_POINT
    rollup: ROLLUP_SUM
  }
  indicators {
    code: "team_members"
    title { zh: "校队人数" en: "Team members" }
    unit: "人"
    measure: MEASURE_COUNT
    period: PERIOD_KIND_POINT
    rollup: ROLLUP_SUM
  }
  indicators {
    code: "satisfaction"
    title { zh: "满意度" en: "Satisfaction" }
    unit: "%"
    decimals: 2
    measure: MEASURE_PERCENT
    period: PERIOD_KIND_SURVEY
  }
)pb";

constexpr char kDerived[] = R"pb(
  indicators {
    code: "ratio"
    title { zh: "生师比" en: "Students per teacher" }
    decimals: 2
    measure: MEASURE_RATIO
    period: PERIOD_KIND_POINT
    formula: "students / teachers"
    rollup: ROLLUP_FORMULA
    examples {
      name: "plain"
      inputs { key: "students" value: "100" }
      inputs { key: "teachers" value: "8" }
      value: "12.50"
    }
  }
  indicators {
    code: "growth"
    title { zh: "在校生增长率" en: "Growth of students" }
    unit: "%"
    decimals: 2
    measure: MEASURE_PERCENT
    period: PERIOD_KIND_POINT
    formula: "(students - students@-1) / students@-1 * 100"
    rollup: ROLLUP_FORMULA
    examples {
      name: "plain"
      inputs { key: "students" value: "110" }
      inputs { key: "students@-1" value: "100" }
      value: "10.00"
    }
  }
  indicators {
    code: "a_income_per_teacher_student"
    title { zh: "按生师比折算收入" en: "Income by ratio" }
    unit: "万元"
    decimals: 2
    measure: MEASURE_PER_HEAD
    period: PERIOD_KIND_FISCAL_YEAR
    formula: "income / ratio"
    rollup: ROLLUP_FORMULA
    examples {
      name: "plain"
      inputs { key: "income" value: "100" }
      inputs { key: "ratio" value: "10" }
      value: "10.00"
    }
  }
  indicators {
    code: "members"
    title { zh: "社团与校队人数" en: "Club and team members" }
    unit: "人"
    measure: MEASURE_COUNT
    period: PERIOD_KIND_POINT
    formula: "club_members + team_members"
    missing: MISSING_POLICY_ZERO
    rollup: ROLLUP_SUM
    examples {
      name: "one blank"
      inputs { key: "club_members" value: "3" }
      value: "3"
    }
  }
  indicators {
    code: "member_share"
    title { zh: "参与率" en: "Share of members" }
    unit: "%"
    decimals: 1
    measure: MEASURE_PERCENT
    period: PERIOD_KIND_POINT
    formula: "members / students * 100"
    rollup: ROLLUP_FORMULA
    examples {
      name: "plain"
      inputs { key: "members" value: "1" }
      inputs { key: "students" value: "3" }
      value: "33.3"
    }
  }
  indicators {
    code: "satisfaction_gap"
    title { zh: "不满意度" en: "Dissatisfaction" }
    unit: "%"
    decimals: 2
    measure: MEASURE_PERCENT
    period: PERIOD_KIND_SURVEY
    formula: "100 - satisfaction"
    rollup: ROLLUP_FORMULA
    examples {
      name: "plain"
      inputs { key: "satisfaction" value: "98.50" }
      value: "1.50"
    }
  }
)pb";

constexpr char kStandards[] = R"pb(
  standards {
    code: "area_at_least"
    requirement: "area"
    title { zh: "占地不少于4万平方米" en: "At least 40,000 square metres" }
    expression: "area >= 40000"
    reference: "invented for tests"
    certainty: CERTAINTY_DRAFT
    examples {
      name: "holds"
      inputs { key: "area" value: "40001" }
      verdict: "consistent"
    }
  }
  standards {
    code: "area_at_least_arts"
    requirement: "area"
    school_classes: "arts"
    title { zh: "占地不少于2万平方米" en: "At least 20,000 square metres" }
    expression: "area >= 20000"
    reference: "invented for tests"
    certainty: CERTAINTY_DRAFT
    examples {
      name: "holds"
      inputs { key: "area" value: "20001" }
      verdict: "consistent"
    }
  }
  code_tables {
    code: "school_class"
    title { zh: "学校类型" en: "Classes of school" }
    reference: "invented for tests"
    certainty: CERTAINTY_DRAFT
    entries { code: "arts" name: "艺术类学校" }
  }
  standards {
    code: "ratio_at_most"
    title { zh: "生师比不高于20" en: "At most 20 students per teacher" }
    expression: "ratio <= 20"
    reference: "invented for tests"
    certainty: CERTAINTY_OFFICIAL
    examples {
      name: "holds"
      inputs { key: "ratio" value: "18.29" }
      verdict: "consistent"
    }
  }
  standards {
    code: "students_above"
    title { zh: "在校生与教师共超过1200人" en: "More than 1200 people" }
    expression: "students + teachers > 1200"
    reference: "invented for tests"
    certainty: CERTAINTY_DRAFT
    examples {
      name: "holds"
      inputs { key: "students" value: "1200" }
      inputs { key: "teachers" value: "1" }
      verdict: "consistent"
    }
  }
)pb";

}  // namespace

std::unique_ptr<const core::Catalogue> MakeMetricsCatalogue(
    const std::string& revision) {
  return MakeCatalogue(absl::StrCat(kEdition, kCollected, kDerived, kStandards),
                       revision);
}

fact::v1::Fact MakeFact(const std::string& id, const std::string& indicator,
                        const std::string& value, const std::string& unit,
                        int year) {
  fact::v1::Fact fact;
  fact.set_id(id);
  fact.set_concept_code(indicator);
  fact.set_label(indicator);
  fact.mutable_figure()->set_value(value);
  fact.mutable_figure()->set_unit(unit);
  fact.mutable_figure()->set_text(absl::StrCat(value, unit));
  fact.set_period(core::PeriodOfYear(year));
  fact.set_fact_class(fact::v1::FACT_CLASS_OWN);
  fact.set_origin(fact::v1::ORIGIN_TABLE);
  return fact;
}

}  // namespace nianbao::testing

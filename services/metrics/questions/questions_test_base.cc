#include "services/metrics/questions/questions_test_base.h"

#include <cstdlib>
#include <iostream>
#include <utility>

#include "absl/strings/str_cat.h"
#include "google/protobuf/text_format.h"
#include "services/core/fact_table.h"

namespace nianbao::metrics {
namespace {

constexpr char kEditions[] = R"pb(
  editions {
    code: "2020"
    title { zh: "2020年度" en: "Data of 2020" }
    label_text: "2021年"
    data_year: 2020
    publish_year: 2021
    graduate_cohort: 2020
    reference: "invented for tests"
    certainty: CERTAINTY_DRAFT
    sections {
      code: "all"
      title { zh: "全部" en: "All" }
      parts { narrative: true }
    }
  }
  editions {
    code: "2021"
    title { zh: "2021年度" en: "Data of 2021" }
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
  vocabularies {
    kind: KIND_DIMENSION
    entries { words: "学部" normal: "学部" }
  }
)pb";

constexpr char kIndicators[] = R"pb(
  indicators {
    code: "students"
    title { zh: "在校生数" en: "Students" }
    unit: "人"
    measure: MEASURE_COUNT
    period: PERIOD_KIND_POINT
    rollup: ROLLUP_SUM
    revisions {
      edition: "2020"
      reference: "x"
      certainty: CERTAINTY_DRAFT
      note: "含成人学生。"
    }
    revisions { edition: "2021" reference: "x" certainty: CERTAINTY_DRAFT }
  }
  indicators {
    code: "teachers"
    title { zh: "教师数" en: "Teachers" }
    unit: "人"
    measure: MEASURE_COUNT
    period: PERIOD_KIND_POINT
    rollup: ROLLUP_SUM
    revisions { edition: "2021" reference: "x" certainty: CERTAINTY_DRAFT }
  }
  indicators {
    code: "income"
    title { zh: "收入" en: "Income" }
    unit: "元"
    measure: MEASURE_AMOUNT
    period: PERIOD_KIND_FISCAL_YEAR
    rollup: ROLLUP_SUM
  }
  indicators {
    code: "intake"
    title { zh: "招生数" en: "Intake" }
    unit: "人"
    measure: MEASURE_COUNT
    period: PERIOD_KIND_POINT
    rollup: ROLLUP_SUM
  }
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
    code: "income_per_student"
    title { zh: "生均收入" en: "Income of a student" }
    unit: "元"
    decimals: 2
    measure: MEASURE_PER_HEAD
    period: PERIOD_KIND_FISCAL_YEAR
    formula: "income / students"
    rollup: ROLLUP_FORMULA
    examples {
      name: "plain"
      inputs { key: "income" value: "1000" }
      inputs { key: "students" value: "8" }
      value: "125.00"
    }
  }
  indicators {
    code: "girls"
    title { zh: "女生数" en: "Girls" }
    unit: "人"
    measure: MEASURE_COUNT
    period: PERIOD_KIND_POINT
    rollup: ROLLUP_SUM
  }
)pb";

constexpr char kTests[] = R"pb(
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
  outlier_tests {
    code: "peers"
    title { zh: "与同类相比" en: "Against peers" }
    against: AGAINST_PEERS
    indicators: "ratio"
    least_values: 3
    deviations: "5"
    tolerance: "50"
    severity: SEVERITY_QUERY
    instruction { zh: "核对。" en: "Check." }
    reference: "invented for tests"
    certainty: CERTAINTY_DRAFT
    examples {
      name: "usual"
      value: "15"
      others: [ "14", "15", "16" ]
      outcome: "usual"
    }
    examples {
      name: "unusual"
      value: "150"
      others: [ "14", "15", "16" ]
      outcome: "unusual"
    }
  }
  major_warnings {
    code: "falling_intake"
    title { zh: "招生大幅下降" en: "Intake has fallen" }
    dimension: "专业"
    expression: "intake >= intake@-1 * 0.7"
    base: "intake@-1"
    least_base: "30"
    severity: SEVERITY_QUERY
    instruction { zh: "论证去留。" en: "Review it." }
    reference: "invented for tests"
    certainty: CERTAINTY_DRAFT
    examples {
      name: "holds"
      inputs { key: "intake" value: "70" }
      inputs { key: "intake@-1" value: "100" }
      verdict: "consistent"
    }
    examples {
      name: "fails"
      inputs { key: "intake" value: "69" }
      inputs { key: "intake@-1" value: "100" }
      verdict: "contradicted"
    }
  }
)pb";

}  // namespace

std::unique_ptr<const core::Catalogue> MakeQuestionsCatalogue() {
  std::vector<core::CatalogueFile> files;
  for (const char* text : {kEditions, kIndicators, kTests}) {
    core::CatalogueFile file;
    file.path = absl::StrCat("test", files.size(), ".textproto");
    file.content = std::make_unique<nianbao::catalogue::v1::Catalogue>();
    if (!google::protobuf::TextFormat::ParseFromString(text,
                                                       file.content.get())) {
      std::abort();
    }
    files.push_back(std::move(file));
  }
  auto catalogue =
      core::Catalogue::Create(std::move(files), "0123456789abcdef");
  if (!catalogue.ok()) {
    std::cerr << catalogue.status() << "\n";
    std::abort();
  }
  return *std::move(catalogue);
}

fact::v1::Fact MajorFact(const std::string& id, const std::string& indicator,
                         const std::string& major, const std::string& value,
                         int year, const std::string& division) {
  fact::v1::Fact fact;
  fact.set_id(id);
  fact.set_concept_code(indicator);
  fact.mutable_figure()->set_value(value);
  fact.mutable_figure()->set_unit("人");
  fact.mutable_figure()->set_text(value + "人");
  fact.set_period(core::PeriodOfYear(year));
  fact.set_fact_class(fact::v1::FACT_CLASS_OWN);
  fact.set_origin(fact::v1::ORIGIN_TABLE);
  auto& dimension = *fact.add_dimensions();
  dimension.set_name("专业");
  dimension.set_value(major);
  if (!division.empty()) {
    auto& further = *fact.add_dimensions();
    further.set_name(division);
    further.set_value("一");
  }
  return fact;
}

intake::v1::Organisation Entry(const std::string& code,
                               intake::v1::Organisation::Level level,
                               const std::string& parent, const std::string& to,
                               const std::vector<std::string>& successors) {
  using intake::v1::Organisation;
  Organisation entry;
  entry.set_name("organisations/" + code);
  entry.set_code(code);
  entry.set_level(level);
  entry.set_title("组织" + code);
  entry.set_parent(parent);
  entry.set_valid_to(to);
  for (const auto& successor : successors) entry.add_successors(successor);
  if (successors.size() == 1) entry.set_ending(Organisation::ENDING_MERGED);
  if (successors.size() > 1) entry.set_ending(Organisation::ENDING_SPLIT);
  if (successors.empty() && !to.empty()) {
    entry.set_ending(Organisation::ENDING_CLOSED);
  }
  return entry;
}

}  // namespace nianbao::metrics

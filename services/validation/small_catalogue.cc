#include <google/protobuf/text_format.h>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <utility>
#include <vector>

#include "services/validation/report_builder.h"

namespace nianbao::validation {
namespace {

constexpr char kContent[] = R"pb(
  editions {
    code: "2021"
    title { zh: "2021年度" en: "Data of 2021" }
    label_text: "2022年"
    data_year: 2021
    publish_year: 2022
    graduate_cohort: 2021
    reference: "通知"
    certainty: CERTAINTY_OFFICIAL
    table_caption: "指标"
    sections {
      code: "students"
      title { zh: "学生情况" en: "Students" }
      aliases: "学生规模"
      required: true
      parts { sentence: "学生{students}人。" }
    }
    sections {
      code: "cooperation"
      title { zh: "国际合作" en: "Cooperation" }
      required: true
      parts { narrative: true }
    }
  }
  editions {
    code: "2020"
    title { zh: "2020年度" en: "Data of 2020" }
    label_text: "2021年"
    data_year: 2020
    publish_year: 2021
    graduate_cohort: 2020
    reference: "通知"
    certainty: CERTAINTY_OFFICIAL
    sections {
      code: "students"
      title { zh: "学生情况" en: "Students" }
      parts { narrative: true }
    }
  }
  indicators {
    code: "students"
    title { zh: "全日制在校生数" en: "Students" }
    wordings: "在校生数"
    unit: "人"
    measure: MEASURE_COUNT
    period: PERIOD_KIND_POINT
    revisions {
      edition: "2021"
      row: 1
      position: 1
      certainty: CERTAINTY_OFFICIAL
    }
  }
  indicators {
    code: "teachers"
    title { zh: "专任教师总数" en: "Full-time teachers" }
    unit: "人"
    measure: MEASURE_COUNT
    period: PERIOD_KIND_POINT
    revisions {
      edition: "2021"
      row: 2
      position: 2
      certainty: CERTAINTY_OFFICIAL
    }
  }
  indicators {
    code: "graduates"
    title { zh: "毕业生总数" en: "Graduates" }
    unit: "人"
    measure: MEASURE_COUNT
    period: PERIOD_KIND_COHORT
    revisions {
      edition: "2021"
      row: 3
      position: 3
      certainty: CERTAINTY_OFFICIAL
    }
  }
  indicators {
    code: "ratio"
    title { zh: "生师比" en: "Students per teacher" }
    decimals: 2
    measure: MEASURE_RATIO
    period: PERIOD_KIND_POINT
    revisions {
      edition: "2021"
      row: 4
      position: 4
      certainty: CERTAINTY_OFFICIAL
    }
  }
  indicators {
    code: "area"
    title { zh: "校园占地面积" en: "Campus area" }
    unit: "平方米"
    measure: MEASURE_AMOUNT
    period: PERIOD_KIND_POINT
    revisions { edition: "2021" certainty: CERTAINTY_REPORTED }
  }
  indicators {
    code: "area_each"
    title { zh: "生均校园占地面积" en: "Campus area per student" }
    unit: "平方米"
    decimals: 2
    measure: MEASURE_PER_HEAD
    period: PERIOD_KIND_POINT
    revisions {
      edition: "2021"
      row: 5
      position: 5
      certainty: CERTAINTY_OFFICIAL
    }
  }
  indicators {
    code: "placement"
    title { zh: "就业率" en: "Placement rate" }
    unit: "%"
    decimals: 2
    measure: MEASURE_PERCENT
    period: PERIOD_KIND_COHORT
    revisions { edition: "2021" certainty: CERTAINTY_REPORTED }
  }
  rules {
    code: "area_each_recomputed"
    title { zh: "生均占地可重算" en: "Area per student" }
    expression: "area_each = area / students"
    severity: SEVERITY_QUERY
    kind: "recompute"
    instruction { zh: "核对面积和人数。" en: "Check area and students." }
    reference: "通知"
    certainty: CERTAINTY_DRAFT
    examples {
      name: "fits"
      inputs { key: "area_each" value: "50.00" }
      inputs { key: "area" value: "100000" }
      inputs { key: "students" value: "2000" }
      verdict: "consistent"
    }
    examples {
      name: "fails"
      inputs { key: "area_each" value: "60.00" }
      inputs { key: "area" value: "100000" }
      inputs { key: "students" value: "2000" }
      verdict: "contradicted"
    }
  }
  rules {
    code: "placement_attainable"
    title { zh: "就业率可得出" en: "Placement attainable" }
    expression: "attainable(placement[*], graduates)"
    severity: SEVERITY_ERROR
    kind: "attainability"
    instruction { zh: "核对人数。" en: "Check the counts." }
    reference: "通知"
    certainty: CERTAINTY_REPORTED
    examples {
      name: "fits"
      inputs { key: "placement[*]" value: "97.50" }
      inputs { key: "graduates" value: "1474" }
      verdict: "consistent"
    }
    examples {
      name: "fails"
      inputs { key: "placement[*]" value: "99.95" }
      inputs { key: "graduates" value: "1474" }
      verdict: "contradicted"
    }
  }
  rules {
    code: "ratio_recomputed"
    title { zh: "生师比可重算" en: "Ratio recomputed" }
    expression: "ratio = students / teachers"
    severity: SEVERITY_ERROR
    kind: "recompute"
    instruction { zh: "核对人数。" en: "Check the counts." }
    reference: "通知"
    certainty: CERTAINTY_REPORTED
    examples {
      name: "fits"
      inputs { key: "ratio" value: "18.29" }
      inputs { key: "students" value: "4902" }
      inputs { key: "teachers" value: "268" }
      verdict: "consistent"
    }
    examples {
      name: "fails"
      inputs { key: "ratio" value: "20.29" }
      inputs { key: "students" value: "4902" }
      inputs { key: "teachers" value: "268" }
      verdict: "contradicted"
    }
  }
  rules {
    code: "teachers_within_students"
    title { zh: "教师不多于学生" en: "Teachers within students" }
    expression: "teachers <= students"
    severity: SEVERITY_QUERY
    kind: "order"
    instruction { zh: "核对人数。" en: "Check the counts." }
    reference: "通知"
    certainty: CERTAINTY_REPORTED
    editions: "2021"
    examples {
      name: "fits"
      inputs { key: "teachers" value: "268" }
      inputs { key: "students" value: "4902" }
      verdict: "consistent"
    }
    examples {
      name: "fails"
      inputs { key: "teachers" value: "268" }
      inputs { key: "students" value: "100" }
      verdict: "contradicted"
    }
  }
  standards {
    code: "standard_ratio"
    title { zh: "生师比不高于20" en: "At most 20 students per teacher" }
    expression: "ratio <= 20"
    reference: "标准"
    certainty: CERTAINTY_REPORTED
    examples {
      name: "met"
      inputs { key: "ratio" value: "18.29" }
      verdict: "consistent"
    }
    examples {
      name: "missed"
      inputs { key: "ratio" value: "21.35" }
      verdict: "contradicted"
    }
  }
  standards {
    code: "standard_students"
    title { zh: "在校生不少于1200人" en: "At least 1200 students" }
    expression: "students >= 1200"
    reference: "标准"
    certainty: CERTAINTY_REPORTED
    examples {
      name: "met"
      inputs { key: "students" value: "4902" }
      verdict: "consistent"
    }
    examples {
      name: "missed"
      inputs { key: "students" value: "960" }
      verdict: "contradicted"
    }
  }
)pb";

}  // namespace

std::unique_ptr<const core::Catalogue> SmallCatalogueWith(
    const std::string& more) {
  auto content = std::make_unique<nianbao::catalogue::v1::Catalogue>();
  if (!google::protobuf::TextFormat::ParseFromString(kContent + more,
                                                     content.get())) {
    std::abort();
  }
  std::vector<core::CatalogueFile> files(1);
  files[0].path = "small.textproto";
  files[0].content = std::move(content);
  auto catalogue = core::Catalogue::Create(std::move(files), "r1");
  if (!catalogue.ok()) {
    std::fprintf(stderr, "%s\n", catalogue.status().ToString().c_str());
    std::abort();
  }
  return *std::move(catalogue);
}

const core::Catalogue& SmallCatalogue() {
  static const std::unique_ptr<const core::Catalogue> catalogue =
      SmallCatalogueWith("");
  return *catalogue;
}

}  // namespace nianbao::validation

#include "services/core/catalogue_test_base.h"

#include <google/protobuf/text_format.h>

#include <utility>
#include <vector>

namespace nianbao::core {
namespace {

constexpr char kBase[] = R"pb(
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
      title { zh: "学生" en: "Students" }
      parts { sentence: "学生{students}人，{change(students)}。" }
      parts { indicator_table: true }
      sections {
        code: "charts"
        title { zh: "图" en: "Charts" }
        parts {
          bar_chart {
            title: "人数"
            indicators: [ "students", "teachers" ]
          }
        }
      }
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
      title { zh: "学生" en: "Students" }
      parts { narrative: true }
    }
  }
  indicators {
    code: "students"
    title { zh: "学生数" en: "Students" }
    unit: "人"
    measure: MEASURE_COUNT
    period: PERIOD_KIND_POINT
    rollup: ROLLUP_SUM
    partition: PARTITION_PARTIAL
    wordings: "在校生"
    revisions {
      edition: "2021"
      row: 1
      position: 1
      certainty: CERTAINTY_OFFICIAL
    }
    revisions { edition: "2020" certainty: CERTAINTY_OFFICIAL }
  }
  indicators {
    code: "girls"
    title { zh: "女" en: "Girls" }
    unit: "人"
    measure: MEASURE_COUNT
    period: PERIOD_KIND_POINT
    part_of: "students"
    part_key { dimension: "性别" value: "女" }
    revisions { edition: "2021" position: 2 certainty: CERTAINTY_OFFICIAL }
  }
  indicators {
    code: "teachers"
    title { zh: "教师数" en: "Teachers" }
    unit: "人"
    measure: MEASURE_COUNT
    period: PERIOD_KIND_POINT
    revisions {
      edition: "2021"
      row: 2
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
    formula: "students / teachers"
    rollup: ROLLUP_FORMULA
    examples {
      name: "plain"
      inputs { key: "students" value: "4902" }
      inputs { key: "teachers" value: "268" }
      value: "18.29"
    }
    examples {
      name: "blank"
      inputs { key: "students" value: "4902" }
    }
  }
  rules {
    code: "growth"
    title { zh: "不减少" en: "No decrease" }
    expression: "students >= students@-1"
    severity: SEVERITY_QUERY
    kind: "growth"
    editions: "2021"
    instruction { zh: "核对。" en: "Check." }
    reference: "通知"
    certainty: CERTAINTY_REPORTED
    examples {
      name: "more"
      inputs { key: "students" value: "4902" }
      inputs { key: "students@-1" value: "4852" }
      verdict: "consistent"
    }
    examples {
      name: "fewer"
      inputs { key: "students" value: "4800" }
      inputs { key: "students@-1" value: "4852" }
      verdict: "contradicted"
    }
    examples {
      name: "blank"
      inputs { key: "students" value: "4800" }
      verdict: "inapplicable"
    }
  }
  standards {
    code: "ratio_at_most_20"
    title { zh: "生师比不高于20" en: "At most 20" }
    expression: "ratio <= 20"
    reference: "标准"
    certainty: CERTAINTY_REPORTED
    examples {
      name: "through its inputs"
      inputs { key: "students" value: "4902" }
      inputs { key: "teachers" value: "268" }
      verdict: "consistent"
    }
  }
  vocabularies {
    kind: KIND_HEDGE
    entries {
      words: [ "余", "多" ]
      normal: "MORE"
    }
  }
  vocabularies {
    kind: KIND_TOTAL
    entries { words: "合计" }
  }
  regions { code: "330000" name: "浙江省" }
  regions { code: "330800" name: "衢州市" parent: "330000" }
)pb";

}  // namespace

nianbao::catalogue::v1::Catalogue BaseCatalogue() {
  nianbao::catalogue::v1::Catalogue content;
  if (!google::protobuf::TextFormat::ParseFromString(kBase, &content)) {
    content.Clear();
  }
  return content;
}

absl::StatusOr<std::unique_ptr<const Catalogue>> Create(
    nianbao::catalogue::v1::Catalogue content) {
  std::vector<CatalogueFile> files(1);
  files[0].path = "base.textproto";
  files[0].content =
      std::make_unique<nianbao::catalogue::v1::Catalogue>(std::move(content));
  return Catalogue::Create(std::move(files), "r1");
}

std::string ErrorAfter(
    const std::function<void(nianbao::catalogue::v1::Catalogue&)>& change) {
  auto content = BaseCatalogue();
  change(content);
  const auto catalogue = Create(std::move(content));
  return std::string(catalogue.status().message());
}

}  // namespace nianbao::core

#include "services/cli/print_explanation.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

namespace nianbao::cli {
namespace {

using nianbao::intake::v1::Explanation;

Explanation ExplanationOf(const std::string& text) {
  Explanation explanation;
  EXPECT_TRUE(
      google::protobuf::TextFormat::ParseFromString(text, &explanation));
  return explanation;
}

constexpr char kSentence[] = R"pb(
  block: "b7"
  line: 12
  text: "2020年，在校生近500人。"
  clauses: [ "2020年", "在校生近500人" ]
  numbers {
    text: "2020年"
    kind: KIND_DATE
    fact { fact_class: FACT_CLASS_DATE }
  }
  numbers {
    text: "近500人"
    kind: KIND_FIGURE
    interval { lower: "450" upper: "500" }
    fact {
      id: "f3"
      concept_code: "full_time_students"
      label: "全日制在校生数"
      figure { value: "500" unit: "人" }
      period: "2020年"
      fact_class: FACT_CLASS_OWN
    }
    steps { decision: DECISION_PERIOD source: SOURCE_EARLIER words: "2020年" }
    steps { decision: DECISION_LABEL source: SOURCE_OWN_CLAUSE words: "在校生" }
    candidates {
      code: "full_time_students"
      title: "全日制在校生数"
      wording: "在校生"
      score: 95
    }
    candidates {
      code: "new_students"
      title: "招生数"
      wording: "招生数"
      refusal: REFUSAL_UNIT
    }
  }
)pb";

TEST(ExplanationText, TellsEachNumberAndWhy) {
  EXPECT_EQ(ExplanationText(ExplanationOf(kSentence), PrintStyle()),
            "第 12 行 · b7\n"
            "2020年，在校生近500人。\n"
            "分句：2020年 | 在校生近500人\n"
            "  2020年 → 不作数据\n"
            "      是  日期或编号\n"
            "  近500人 → f3 全日制在校生数 = 500 人（2020年）\n"
            "      是    数值，真值 [450, 500]\n"
            "      归属  本校\n"
            "      时期  2020年（前文）\n"
            "      名称  在校生（本分句）\n"
            "      指标  full_time_students 全日制在校生数（写作“在校生”），得 "
            "95 分：选中\n"
            "      指标  new_students 招生数：单位不合\n");
}

TEST(ExplanationText, SpeaksEnglish) {
  const std::string text = ExplanationText(ExplanationOf(kSentence),
                                           {Language::kEnglish, Paint(false)});
  EXPECT_THAT(text, ::testing::HasSubstr("Line 12 · b7\n"));
  EXPECT_THAT(text, ::testing::HasSubstr("label    在校生 (its clause)\n"));
  EXPECT_THAT(text, ::testing::HasSubstr("95 points: taken\n"));
}

TEST(ExplanationText, SaysWhyNothingIsRead) {
  EXPECT_EQ(ExplanationText(ExplanationOf(R"pb(block: "b1"
                                               line: 1
                                               text: "学校情况"
                                               unread: UNREAD_HEADING)pb"),
                            PrintStyle()),
            "第 1 行 · b1\n学校情况\n这是标题，不读数据\n");
}

}  // namespace
}  // namespace nianbao::cli

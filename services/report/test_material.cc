#include "services/report/test_material.h"

#include <utility>
#include <vector>

#include "google/protobuf/text_format.h"
#include "gtest/gtest.h"
#include "services/report/test_builder.h"
#include "tests/testing/golden.h"

namespace nianbao::report {
namespace {

using nianbao::catalogue::v1::SEVERITY_ERROR;
using nianbao::catalogue::v1::SEVERITY_NOTE;
using nianbao::catalogue::v1::SEVERITY_QUERY;
using nianbao::document::v1::Paragraph;
using nianbao::fact::v1::Fact;
using nianbao::metrics::v1::Attainment;
using nianbao::validation::v1::Check;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;
using nianbao::validation::v1::VERDICT_ROUNDED_DIFFERENTLY;
using nianbao::validation::v1::VERDICT_UNDECIDED;

void DefineFacts(MaterialBuilder& builder) {
  const auto add = [&](const std::string& id, const std::string& code,
                       const std::string& label, const std::string& value,
                       const std::string& unit, int year) {
    builder.Define(
        FactOf(id, code, label, value, unit, std::to_string(year) + "年"));
  };
  add("f1", "full_time_students", "全日制在校生数", "2050", "人", 2021);
  add("f2", "full_time_students", "全日制在校生数", "2000", "人", 2020);
  add("f3", "senior_share", "高级职称教师占比", "31.5", "%", 2021);
  add("f4", "", "高级职称教师", "39", "人", 2021);
  add("f5", "full_time_teachers", "专任教师总数", "125", "人", 2021);
  add("f6", "full_time_teachers", "专任教师总数", "125", "人", 2020);
  add("f7", "staff_total", "教职员工总数", "150", "人", 2021);
  add("f8", "graduates", "毕业生总数", "640", "人", 2021);
  add("f9", "college_progression", "升入高职高专院校人数", "480", "人", 2021);
  add("f10", "college_progression", "升入高职高专院校人数", "455", "人", 2020);
  add("f11", "", "社团成员", "300", "人", 2021);
  add("f12", "studios", "名班主任工作室数", "2", "个", 2021);
  add("f13", "studios_provincial", "名班主任工作室数（省级）", "1", "个", 2021);
  add("f14", "graduates", "毕业生总数", "604", "人", 2021);
  add("f15", "student_teacher_ratio", "生师比", "16.40:1", "", 2021);
  add("f16", "equipment_value", "教学仪器设备总值", "25600000", "元", 2021);
}

void AddDocument(MaterialBuilder& builder) {
  builder.AddText("清溪县职业中等专业学校", 1).set_role(Paragraph::ROLE_TITLE);
  builder.AddText("一、学校情况", 3).set_role(Paragraph::ROLE_CONTENTS);
  builder.AddHeading(1, "一、", "学校情况", 5);
  builder.AddText(
      "清溪县职业中等专业学校创办于1990年。2021年全日制在校生{f1}，上年为{f2}；"
      "教学仪器设备总值{f16}。",
      6);
  builder.AddHeading(2, "1.", "师资队伍", 8);
  builder.AddText(
      "现有教职员工{f7}，其中专任教师{f5}。高级职称{f4}，占专任教师"
      "的{f3}，<比上年>有所提高。",
      9);
  builder.AddHeading(1, "二、", "学生发展", 12);
  builder.AddText("2021届毕业生{f14}，升入高职高专院校{f9}。", 13);
  builder.AddText("参加社团的学生{f11}。", 15)
      .set_role(Paragraph::ROLE_LIST_ITEM);
  builder.AddHeading(1, "三、", "校园文化", 18);
  builder.AddText("校园里四季有花。", 19);
  builder.AddHeading(1, "", "数据表", 22);
  builder
      .AddTable({{"指标", "单位", "2020年", "2021年"},
                 {"专任教师总数", "人", "{f6}", ""},
                 {"名班主任工作室数", "个", "", "{f12}"},
                 {"其中：省级", "个", "", "{f13}"},
                 {"毕业生总数", "人", "", "{f8}"},
                 {"升入高职高专院校人数", "人", "{f10}", ""},
                 {"生师比", "/", "", "{f15}"}},
                24)
      .set_caption("表1 数据表");
}

void AddShareError(MaterialBuilder& builder) {
  Check& check =
      builder.AddCheck("c1", "share", VERDICT_CONTRADICTED, {"f3", "f4", "f5"});
  check.set_severity(SEVERITY_ERROR);
  check.set_reported("31.5%");
  check.set_computed("39÷125=31.20%");
  check.mutable_message()->set_zh("39÷125=31.20%，应写31.2%，报告写31.5%。");
  check.set_finding("d1");
  check.mutable_instruction()->set_zh("核对人数和基数，改正占比。");
}

void AddChecks(MaterialBuilder& builder) {
  AddShareError(builder);
  Check& same = builder.AddCheck("c2", "same_concept", VERDICT_CONTRADICTED,
                                 {"f14", "f8"});
  same.set_severity(SEVERITY_ERROR);
  same.mutable_message()->set_zh("毕业生总数一处写604人，一处写640人。");
  Check& growth =
      builder.AddCheck("c3", "growth", VERDICT_CONTRADICTED, {"f9", "f10"});
  growth.set_severity(SEVERITY_QUERY);
  growth.mutable_message()->set_zh("升学人数增长较快，请说明。");
  Check& rounded = builder.AddCheck("c4", "ratio", VERDICT_ROUNDED_DIFFERENTLY,
                                    {"f15", "f1", "f5"});
  rounded.set_severity(SEVERITY_NOTE);
  rounded.mutable_message()->set_zh("末位取舍不同，不影响使用。");
  builder.AddCheck("c5", "order", VERDICT_CONSISTENT, {"f5", "f7"})
      .set_rule("teachers_within_staff");
  builder.AddCheck("c6", "part", VERDICT_CONSISTENT, {"f13", "f12"});
  Check& open = builder.AddCheck("c7", "share", VERDICT_UNDECIDED, {"f11"});
  open.mutable_reason()->set_zh("没有写明占比的基数。");
  Check& outline = builder.AddCheck(
      "c8", "outline", nianbao::validation::v1::VERDICT_UNSPECIFIED, {});
  outline.set_severity(SEVERITY_QUERY);
  outline.mutable_message()->set_zh("没有找到“面临挑战”。");
}

// A rule that does not hold for the same reason.
void AddConsequence(MaterialBuilder& builder) {
  Check& check = builder.AddCheck("c9", "recompute", VERDICT_CONTRADICTED,
                                  {"f3", "f4", "f5"});
  check.set_severity(SEVERITY_QUERY);
  check.set_reported("31.5%");
  check.set_computed("39÷125×100=31.2%");
  check.set_finding("d1");
}

void AddFindings(Material& material) {
  auto& finding = material.findings.emplace_back();
  finding.set_id("d1");
  finding.set_head("c1");
  finding.add_consequences("c9");
  finding.set_severity(SEVERITY_ERROR);
  finding.add_hints()->mutable_message()->set_zh(
      "第9行31.5%应为31.2%；改后2条不成立的关系都成立。");
}

void AddCoverage(Material& material) {
  auto& coverage = material.coverage;
  coverage.set_facts_total(material.facts.size());
  coverage.set_facts_checked(12);
  auto& share = *coverage.add_stated();
  share.set_code("share");
  share.set_ran(1);
  share.set_undecided(1);
  auto& rule = *coverage.add_rules();
  rule.set_code("teachers_within_staff");
  rule.set_ran(1);
  auto& skipped = *coverage.add_rules();
  skipped.set_code("books_not_fewer");
  skipped.mutable_skipped()->set_zh("没有纸质图书数。");
}

void AddComputed(Material& material) {
  Fact& ratio = *material.computed.add_facts();
  ratio =
      FactOf("m1", "computed_ratio", "生师比（计算）", "16.40:1", "", "2021年");
  ratio.set_origin(nianbao::fact::v1::ORIGIN_COMPUTED);
  ratio.mutable_derivation()->set_formula(
      "full_time_students / full_time_teachers");
  ratio.mutable_derivation()->add_inputs("f1");
  ratio.mutable_derivation()->add_inputs("f5");
  Attainment& attained = *material.computed.add_attainments();
  attained.set_standard("ratio_at_most_20");
  attained.mutable_title()->set_zh("生师比不高于20");
  attained.set_state(Attainment::STATE_ATTAINED);
  attained.set_value("16.40:1");
  attained.add_facts("m1");
  attained.set_certainty(nianbao::catalogue::v1::CERTAINTY_REPORTED);
  Attainment& open = *material.computed.add_attainments();
  open.set_standard("senior_at_least_30");
  open.mutable_title()->set_zh("高级职称教师占比不低于30%");
  open.set_state(Attainment::STATE_OPEN);
  open.set_certainty(nianbao::catalogue::v1::CERTAINTY_DRAFT);
}

}  // namespace

std::unique_ptr<const core::Catalogue> TestCatalogue(
    const std::function<void(nianbao::catalogue::v1::Catalogue&)>& change) {
  core::CatalogueFile file;
  file.path = "tests/data/report/catalogue.textproto";
  file.content = std::make_unique<nianbao::catalogue::v1::Catalogue>();
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(
      testing::ReadTestFile(file.path), file.content.get()));
  if (change != nullptr) change(*file.content);
  std::vector<core::CatalogueFile> files;
  files.push_back(std::move(file));
  auto catalogue = core::Catalogue::Create(std::move(files), "test");
  EXPECT_TRUE(catalogue.ok()) << catalogue.status();
  return catalogue.ok() ? *std::move(catalogue) : nullptr;
}

nianbao::report::v1::Order OrderOf(nianbao::report::v1::ReportKind kind) {
  nianbao::report::v1::Order order;
  order.set_kind(kind);
  order.set_format(nianbao::report::v1::FORMAT_HTML);
  order.set_edition("2021");
  return order;
}

Material TestMaterial() {
  MaterialBuilder builder;
  auto& source = *builder.material().document.mutable_source();
  source.set_filename("qingxi.txt");
  source.set_sha256(std::string(64, 'a'));
  DefineFacts(builder);
  AddDocument(builder);
  AddChecks(builder);
  AddConsequence(builder);
  Material material = std::move(builder.material());
  AddFindings(material);
  AddCoverage(material);
  AddComputed(material);
  return material;
}

}  // namespace nianbao::report

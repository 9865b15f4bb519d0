#include "services/report/outline_match.h"

#include <string>

#include "gtest/gtest.h"
#include "services/core/document.h"
#include "services/report/school_title.h"

namespace nianbao::report {
namespace {

using nianbao::catalogue::v1::Edition;
using nianbao::document::v1::Document;

Edition TestEdition() {
  Edition edition;
  const auto add = [](auto& parent, const std::string& code,
                      const std::string& title) -> auto& {
    auto& section = *parent.add_sections();
    section.set_code(code);
    section.mutable_title()->set_zh(title);
    return section;
  };
  auto& school = add(edition, "school", "学校情况");
  add(school, "teachers", "教师队伍").add_aliases("师资");
  auto& service = add(edition, "service", "服务贡献");
  add(service, "training", "社会培训");
  return edition;
}

void AddHeading(Document& document, int level, const std::string& words) {
  auto& heading = *document.add_blocks()->mutable_heading();
  heading.set_level(level);
  heading.add_runs()->set_text(words);
}

void AddText(Document& document, const std::string& words) {
  document.add_blocks()->mutable_paragraph()->add_runs()->set_text(words);
}

std::string BlocksOf(const OutlineMatch& match, const std::string& section) {
  std::string text;
  for (const auto* block : match.BlocksOf(section)) {
    text += core::TextOf(*block) + "|";
  }
  return text;
}

TEST(OutlineMatch, SortsTextUnderTheSectionOfItsHeading) {
  Document document;
  AddText(document, "封面");
  AddHeading(document, 1, "学校情况");
  AddText(document, "甲");
  AddHeading(document, 2, "师 资");
  AddText(document, "乙");
  AddHeading(document, 2, "校园网");
  AddText(document, "丙");
  const Edition edition = TestEdition();
  const OutlineMatch match(edition, document);
  EXPECT_EQ(BlocksOf(match, "school"), "甲|校园网|丙|");
  EXPECT_EQ(BlocksOf(match, "teachers"), "乙|");
  EXPECT_TRUE(match.unmatched().empty());
}

TEST(OutlineMatch, LongerHeadingsMayContainTheTitle) {
  Document document;
  AddHeading(document, 1, "服务贡献情况");
  AddHeading(document, 2, "社会培训与对口支援");
  AddText(document, "甲");
  const Edition edition = TestEdition();
  EXPECT_EQ(BlocksOf(OutlineMatch(edition, document), "training"), "甲|");
}

TEST(OutlineMatch, UnknownChaptersKeepTheirPartsAndAreNamed) {
  Document document;
  AddHeading(document, 1, "学校情况");
  AddHeading(document, 1, "校园文化");
  AddHeading(document, 2, "社团");
  AddText(document, "甲");
  AddHeading(document, 1, "空章");
  const Edition edition = TestEdition();
  const OutlineMatch match(edition, document);
  EXPECT_EQ(BlocksOf(match, "school"), "");
  EXPECT_EQ(match.unmatched(), std::vector<std::string>{"校园文化"});
}

TEST(SchoolTitle, ComesFromTheOrderFirst) {
  nianbao::report::v1::Order order;
  order.set_school_title("甲校");
  EXPECT_EQ(SchoolTitle(order, Document()), "甲校");
}

TEST(SchoolTitle, IsTheFirstNameThatStartsALine) {
  Document document;
  AddText(document, "2020年学校教育质量年度报告");
  AddText(document, "学校坚持立德树人，是全国中等职业学校示范校。");
  AddText(document, "清溪县职业中等专业学校系公办学校，前身为职业高中。");
  EXPECT_EQ(SchoolTitle({}, document), "清溪县职业中等专业学校");
  document.set_title("东山县职业教育中心教育质量年度报告");
  EXPECT_EQ(SchoolTitle({}, document), "东山县职业教育中心");
}

TEST(SchoolTitle, SaysThatThereIsNone) {
  Document document;
  AddText(document, "中等职业学校设置标准。");
  EXPECT_EQ(SchoolTitle({}, document), "学校名称未写明");
}

}  // namespace
}  // namespace nianbao::report

#include <gmock/gmock.h>

#include <string>

#include "services/validation/expression_text.h"
#include "services/validation/messages.h"
#include "services/validation/partition.h"
#include "services/validation/share_form.h"
#include "services/validation/slips.h"

namespace nianbao::validation {
namespace {

std::string Form(const std::string& clause) {
  const auto form = ReadShareForm(clause);
  if (!form) return "none";
  return form->subject + "/" + form->base + "/" + form->stem;
}

TEST(ShareForm, ReadsBaseSubjectAndRate) {
  EXPECT_EQ(Form("占专任教师的"), "/专任教师/");
  EXPECT_EQ(Form("占“双师型”教师的"), "/“双师型”教师/");
  EXPECT_EQ(Form("占毕业学生比例为"), "/毕业学生/");
  EXPECT_EQ(Form("占专任教师的比例首次超过"), "/专任教师/");
  EXPECT_EQ(Form("本科占升学人数的"), "本科/升学人数/");
  EXPECT_EQ(Form("合格率高达"), "//合格");
}

TEST(ShareForm, ReadsSharesWithoutABase) {
  EXPECT_EQ(Form("占比"), "//");
  EXPECT_EQ(Form("占比例达"), "//");
  EXPECT_EQ(Form("比例达"), "//");
  EXPECT_EQ(Form("技师及相当水平的兼职教师占比为"),
            "技师及相当水平的兼职教师//");
}

TEST(ShareForm, LeavesOtherWordsAlone) {
  EXPECT_EQ(Form("校园占地"), "none");
  EXPECT_EQ(Form("比上年提高"), "none");
  EXPECT_EQ(Form("现今已高达"), "none");
}

TEST(PartitionOf, KnowsAlternatives) {
  const Partition levels = PartitionOf({"省级", "市级", "校级"});
  EXPECT_EQ(levels.alternatives, 3);
  EXPECT_FALSE(levels.exhaustive);
  const Partition posts = PartitionOf({"编内", "编外", "专任教师"});
  EXPECT_EQ(posts.alternatives, 2);
  EXPECT_TRUE(posts.exhaustive);
}

TEST(PartitionOf, TakesOtherListsForOverlapping) {
  EXPECT_EQ(PartitionOf({"网络培训", "90学时培训"}).alternatives, 0);
  EXPECT_EQ(PartitionOf({"省级", "省级"}).alternatives, 0);
}

TEST(ExpressionText, WritesSignsAsInPrint) {
  const auto code = [](const core::Reference& reference) {
    return reference.code + (reference.years_back > 0 ? "'" : "") +
           (reference.each ? "*" : "");
  };
  EXPECT_EQ(ExpressionText("area * 3 / students", code), "area×3÷students");
  EXPECT_EQ(ExpressionText("a@-1 - (b + c)", code), "a'−(b+c)");
  EXPECT_EQ(ExpressionText("sum(a, b)", code), "a+b");
  EXPECT_EQ(ExpressionText("sum(a, b) / c", code), "(a+b)÷c");
  EXPECT_EQ(ExpressionText("max(a, b[*])", code), "max(a, b*)");
}

TEST(Slips, KnowsDigitsOfOneAnother) {
  EXPECT_TRUE(DifferInOneDigit("89", "289"));
  EXPECT_TRUE(DifferInOneDigit("5000", "5500"));
  EXPECT_FALSE(DifferInOneDigit("395", "1168"));
  EXPECT_FALSE(DifferInOneDigit("268", "268"));
}

TEST(Say, HasBothLanguagesForEverySentence) {
  for (int id = 0; id <= static_cast<int>(MessageId::kOutlineInstruction);
       ++id) {
    const auto text = Say(static_cast<MessageId>(id), {});
    EXPECT_FALSE(text.zh().empty()) << id;
    EXPECT_FALSE(text.en().empty()) << id;
  }
}

TEST(Say, FillsPlacesInBothLanguages) {
  const auto text =
      Say(MessageId::kOutlineMissing, {{"title", "学生情况", "Students"}});
  EXPECT_EQ(text.zh(), "缺少规定的部分：学生情况。");
  EXPECT_EQ(text.en(), "A required section is missing: Students.");
}

}  // namespace
}  // namespace nianbao::validation

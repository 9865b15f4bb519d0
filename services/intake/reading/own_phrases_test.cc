#include "services/intake/reading/own_phrases.h"

#include <gtest/gtest.h>

namespace nianbao::intake {
namespace {

// What `phrase` is in full behind a figure of `noun`.
std::string InFull(const std::u32string& phrase, const std::string& unit,
                   const std::u32string& noun) {
  SaidSoFar before;
  Said last;
  last.unit = unit;
  last.noun = noun;
  before.Add(last);
  Said said;
  said.unit = unit;
  return ToUtf8(TellInFull(phrase, said, before));
}

TEST(TellInFull, TakesThingsAndPersonsFromBefore) {
  EXPECT_EQ(InFull(U"还差", "个", U"实训工位"), "实训工位缺口");
  EXPECT_EQ(InFull(U"退休", "人", U"招聘新教师"), "退休教师");
  EXPECT_EQ(InFull(U"数字商务学部", "人", U"智能制造学部招生"),
            "数字商务学部招生");
}

TEST(TellInFull, PutsPersonsBehindWhatTheyDo) {
  EXPECT_EQ(InFull(U"专业课教师到企业实践", "人", U""), "到企业实践专业课教师");
}

TEST(WithPurpose, TellsWhatMoneyIsSpentOn) {
  const Chars text("投入60万元，加强学校创客空间建设，培养学生。");
  EXPECT_EQ(ToUtf8(WithPurpose(U"投入", text, 6)), "创客空间建设投入");
  EXPECT_EQ(ToUtf8(WithPurpose(U"培训经费", text, 6)), "培训经费");
}

TEST(ClauseBefore, StaysWithinItsSentence) {
  const Chars text("招生。选派教师赴境外指导，累计24人日。");
  EXPECT_EQ(ToUtf8(ClauseBefore(text, 15)), "选派教师赴境外指导");
  EXPECT_EQ(ToUtf8(ClauseBefore(text, 5)), "");
}

}  // namespace
}  // namespace nianbao::intake

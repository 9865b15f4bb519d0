#include "services/intake/organisations/organisation_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "services/core/errors.h"
#include "services/intake/organisations/organisations_test_base.h"
#include "services/intake/readers/package/test_files.h"

namespace nianbao::intake {
namespace {

using nianbao::intake::v1::Organisation;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

// What is wrong with one line under the usual heads.
std::vector<std::string> Faults(const std::string& line) {
  const auto file = ReadCsvFile(kTestHeads + line + "\n");
  EXPECT_TRUE(file.ok()) << file.status();
  return Lines(file->rejected);
}

TEST(OrganisationFile, ReadsEveryColumn) {
  const auto file = ReadCsvFile(
      std::string(kTestHeads) +
      "3633000001,学校,临江第一职业学校,330103,艺术类学校,2018-09-01,"
      "2021-08-31,拆分,3633000002、3633000003\n");
  ASSERT_TRUE(file.ok()) << file.status();
  EXPECT_THAT(Lines(file->rejected), IsEmpty());
  ASSERT_EQ(file->rows.size(), 1u);
  const Organisation& entry = file->rows[0].entry;
  EXPECT_EQ(entry.name(), "organisations/3633000001");
  EXPECT_EQ(entry.code(), "3633000001");
  EXPECT_EQ(entry.level(), Organisation::LEVEL_SCHOOL);
  EXPECT_EQ(entry.title(), "临江第一职业学校");
  EXPECT_EQ(entry.parent(), "330103");
  EXPECT_EQ(entry.school_class(), "arts");
  EXPECT_EQ(entry.valid_from(), "2018-09-01");
  EXPECT_EQ(entry.valid_to(), "2021-08-31");
  EXPECT_EQ(entry.ending(), Organisation::ENDING_SPLIT);
  EXPECT_THAT(entry.successors(), ElementsAre("3633000002", "3633000003"));
  EXPECT_EQ(file->rows[0].cells.row, 2);
}

TEST(OrganisationFile, FindsColumnsByNameInAnyOrderBelowATitle) {
  const auto file = ReadCsvFile(
      "某省机构登记表,,,,\n"
      "\n"
      "上级 单位,备注,学校（机构）名称,LEVEL,学校(机构)代码\n"
      "　,, ,,\n"
      "３３０１００,无, 临江第一职业学校 ,School,３６３３００００１１\n");
  ASSERT_TRUE(file.ok()) << file.status();
  ASSERT_EQ(file->rows.size(), 1u) << Lines(file->rejected)[0];
  EXPECT_EQ(file->rows[0].cells.row, 5);
  EXPECT_EQ(file->rows[0].entry.code(), "3633000011");
  EXPECT_EQ(file->rows[0].entry.parent(), "330100");
  EXPECT_EQ(file->rows[0].entry.title(), "临江第一职业学校");
}

TEST(OrganisationFile, ReadsWorkbooksWithRowsAsTheSheetCountsThem) {
  const std::string bytes =
      MakeXlsx({{"说明", Rows({{"请按此填写"}}), ""},
                {"机构",
                 Rows({{"代码", "级别", "名称", "上级", "起始日期"},
                       {"=330000", "省", "浙江省", "", ""},
                       {"", "", "", "", ""},
                       {"=330100", "地市", "杭州市", "=330000", "二〇二一"}}),
                 ""}});
  const auto sheets = ReadSheets("机构.xlsx", bytes);
  ASSERT_TRUE(sheets.ok()) << sheets.status();
  const auto file =
      ReadOrganisations(TestCatalogue(), TestWords(), "机构.xlsx", *sheets);
  ASSERT_TRUE(file.ok()) << file.status();
  EXPECT_EQ(file->rows.size(), 1u);
  EXPECT_THAT(Lines(file->rejected),
              ElementsAre(StartsWith("4 起始日期[二〇二一] 日期无法识别")));
}

TEST(OrganisationFile, RefusesFilesThatListNoOrganisations) {
  const auto refusal = [](const std::string& csv) {
    const auto file = ReadCsvFile(csv);
    EXPECT_EQ(core::GetErrorInfo(file.status()).reason,
              "BAD_ORGANISATION_FILE");
    return std::string(file.status().message());
  };
  EXPECT_THAT(refusal("甲,乙\n1,2\n"), HasSubstr("代码、级别、名称、上级"));
  EXPECT_THAT(refusal("代码,级别,名称\n330000,省,浙江省\n"),
              HasSubstr("no column is headed 上级"));
  EXPECT_THAT(refusal("代码,级别,名称,上级,学校代码\n330000,省,浙江省,,\n"),
              HasSubstr("two columns mean 代码"));
}

TEST(OrganisationFile, RefusesAnotherKindOfFile) {
  EXPECT_THAT(ReadSheets("机构.txt", "代码\t级别\n").status().message(),
              HasSubstr(".xlsx"));
}

TEST(OrganisationFile, RefusesHiddenRowsInsteadOfLeavingThemOut) {
  const std::string bytes = MakeXlsx(
      {{"机构",
        "<sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>代码</t></is></c>"
        "<c t=\"inlineStr\"><is><t>级别</t></is></c>"
        "<c t=\"inlineStr\"><is><t>名称</t></is></c>"
        "<c t=\"inlineStr\"><is><t>上级</t></is></c></row>"
        "<row r=\"2\" hidden=\"1\"><c><v>330000</v></c></row></sheetData>",
        ""}});
  const auto sheets = ReadSheets("机构.xlsx", bytes);
  ASSERT_TRUE(sheets.ok()) << sheets.status();
  EXPECT_THAT(
      ReadOrganisations(TestCatalogue(), TestWords(), "机构.xlsx", *sheets)
          .status()
          .message(),
      HasSubstr("unhide"));
}

TEST(OrganisationFile, TellsWhatIsWrongWithCodesAndLevels) {
  EXPECT_THAT(Faults("363300001,学校,某校,330100,,,,,"),
              ElementsAre(StartsWith("2 代码[363300001] 学校代码为十位数字")));
  EXPECT_THAT(Faults("3.633E+09,学校,某校,330100,,,,,"),
              ElementsAre(HasSubstr("设为文本格式")));
  EXPECT_THAT(Faults("3533000001,学校,某校,330100,,,,,"),
              ElementsAre(HasSubstr("以36开头")));
  EXPECT_THAT(Faults("3699000001,学校,某校,330100,,,,,"),
              ElementsAre(HasSubstr("不是目录里的省份"),
                          StartsWith("2 上级[330100] 与代码3699000001不在同")));
  EXPECT_THAT(Faults("330199,县区,某区,330100,,,,,"),
              ElementsAre(StartsWith("2 代码[330199] 目录的行政区划里没有")));
  EXPECT_THAT(Faults("330100,县区,杭州市,330000,,,,,"),
              ElementsAre(StartsWith("2 级别[县区] 级别与代码330100不符")));
  EXPECT_THAT(
      Faults("3633000001,乡镇,某校,330100,,,,,"),
      ElementsAre(StartsWith("2 级别[乡镇] 级别无法识别，请填：学校、")));
  EXPECT_THAT(Faults("3633000001,学校,,330100,,,,,"),
              ElementsAre(StartsWith("2 名称[] 名称不能为空")));
  EXPECT_THAT(Faults("330000,省,浙江省,330000,,,,,"),
              ElementsAre(StartsWith("2 上级[330000] 省没有上级")));
  EXPECT_THAT(Faults("3633000001,学校,某校,杭州市,,,,,"),
              ElementsAre(StartsWith("2 上级[杭州市] 上级须是六位")));
}

TEST(OrganisationFile, TellsWhatIsWrongWithClassesDaysAndEndings) {
  EXPECT_THAT(Faults("3633000001,学校,某校,330100,武术类,,,,"),
              ElementsAre(StartsWith("2 学校类型[武术类] 没有这种学校类型")));
  EXPECT_THAT(Faults("330100,地市,杭州市,330000,艺术类学校,,,,"),
              ElementsAre(HasSubstr("只有学校才有类型")));
  EXPECT_THAT(
      Faults("3633000001,学校,某校,330100,,2021-09-01,2021-08-31,撤销,"),
      ElementsAre(StartsWith("2 终止日期[2021-08-31] 早于起始日期2021-09-01")));
  EXPECT_THAT(Faults("3633000001,学校,某校,330100,,,2021-02-30,撤销,"),
              ElementsAre(StartsWith("2 终止日期[2021-02-30] 日期无法识别")));
  EXPECT_THAT(Faults("3633000001,学校,某校,330100,,,2021-08-31,,"),
              ElementsAre(HasSubstr("须写明原因：撤销、变更、合并、拆分")));
  EXPECT_THAT(Faults("3633000001,学校,某校,330100,,,2021-08-31,不明,"),
              ElementsAre(StartsWith("2 终止原因[不明] 终止原因无法识别")));
  EXPECT_THAT(Faults("3633000001,学校,某校,330100,,,,撤销,"),
              ElementsAre(HasSubstr("没有终止日期却写了原因")));
}

TEST(OrganisationFile, HoldsSuccessorsAgainstTheEnding) {
  const std::string ends = "3633000001,学校,某校,330100,,,2021-08-31,";
  EXPECT_THAT(Faults(ends + "合并,"), ElementsAre(HasSubstr("那一个机构")));
  EXPECT_THAT(Faults(ends + "合并,3633000001"),
              ElementsAre(HasSubstr("那一个机构")));
  EXPECT_THAT(Faults(ends + "合并,3633000002、3633000003"),
              ElementsAre(HasSubstr("那一个机构")));
  EXPECT_THAT(Faults(ends + "拆分,3633000002"),
              ElementsAre(HasSubstr("两个以上")));
  EXPECT_THAT(Faults(ends + "拆分,3633000001；3633000002"), IsEmpty());
  EXPECT_THAT(Faults(ends + "撤销,3633000002"),
              ElementsAre(HasSubstr("没有合并或拆分")));
  EXPECT_THAT(Faults(ends + "变更,3633000002"),
              ElementsAre(HasSubstr("仍是同一代码")));
  EXPECT_THAT(Faults(ends + "更名,3633000001"), IsEmpty());
  EXPECT_THAT(Faults(ends + "合并,第二职业学校"),
              ElementsAre(HasSubstr("不是代码")));
  EXPECT_THAT(Faults(ends + "拆分,3633000002、3633000002"),
              ElementsAre(HasSubstr("写了两次")));
}

TEST(OrganisationFile, ListsEveryFaultOfARow) {
  EXPECT_THAT(Faults("36330,学校,,杭州,武术类,昨天,,,"),
              ElementsAre(StartsWith("2 代码["), StartsWith("2 名称["),
                          StartsWith("2 上级["), StartsWith("2 学校类型["),
                          StartsWith("2 起始日期[")));
}

}  // namespace
}  // namespace nianbao::intake

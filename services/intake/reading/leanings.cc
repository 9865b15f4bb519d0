// What of phrases says how they hang on what was said before.
#include <algorithm>
#include <iterator>

#include "services/intake/reading/chars.h"
#include "services/intake/reading/phrases.h"
#include "services/intake/reading/word_ends.h"

namespace nianbao::intake {
namespace {

constexpr std::u32string_view kSexes[] = {U"男生", U"女生", U"男", U"女"};

constexpr std::u32string_view kGrades[] = {
    U"高一",   U"高二",   U"高三", U"一年级", U"二年级", U"三年级",
    U"四年级", U"五年级", U"中一", U"中二",   U"中三",   U"毕业班"};

constexpr std::u32string_view kRanks[] = {
    U"特等奖", U"一等奖", U"二等奖", U"三等奖", U"优秀奖",
    U"优胜奖", U"金奖",   U"银奖",   U"铜奖",   U"金牌",
    U"银牌",   U"铜牌",   U"入围奖", U"鼓励奖"};

constexpr std::u32string_view kLevels[] = {
    U"国家级", U"省部级", U"省级", U"地市级", U"市县级", U"区县级", U"市级",
    U"县级",   U"区级",   U"校级", U"院级",   U"国际级", U"省市级"};

constexpr std::u32string_view kPerHead[] = {
    U"生均", U"人均", U"师均", U"班均", U"每", U"平均每", U"折合每"};

// What happens to a thing said before. Longest first.
constexpr std::u32string_view kHappenings[] = {
    U"合格出具报告", U"参加考核", U"支付课酬", U"合格及以上", U"不合格",
    U"合格",         U"及格",     U"良好",     U"优秀",       U"通过",
    U"取证",         U"报考",     U"获奖",     U"立项",       U"结题",
    U"转正",         U"达标",     U"发放",     U"到账",       U"发表",
    U"录取",         U"晋级",     U"入围",     U"满意",       U"退休",
    U"退出",         U"调出",     U"结余",     U"推荐",       U"实践",
    U"授课",         U"服务",     U"金额",     U"就业",       U"升学",
    U"接待",         U"参赛",     U"参加",     U"参与",       U"听讲",
    U"受益",         U"流失",     U"整改",     U"报名",       U"实习",
    U"借阅",         U"借出",     U"打分",     U"评分",       U"得分",
    U"走进考场",     U"登记在册", U"在册",     U"上线",       U"尚余",
    U"剩余",         U"空余"};

constexpr std::u32string_view kTopicFronts[] = {
    U"参加", U"参与", U"组织", U"开展",     U"完成",
    U"举办", U"享受", U"春季", U"秋季",     U"获得",
    U"取得", U"发放", U"实施", U"教师参加", U"学生参加"};

constexpr std::u32string_view kTopicBacks[] = {
    U"的学生", U"的教师", U"的人员", U"学生人数", U"学生", U"教师", U"人员",
    U"学员",   U"人数",   U"人次",   U"总数",     U"应测", U"实测", U"参加",
    U"受助",   U"发放",   U"收回",   U"获奖",     U"报名", U"数",   U"的"};

// 一等奖, 获市二等奖
bool IsRank(std::u32string_view value) {
  const std::u32string_view rank = BackWord(value, kRanks);
  if (rank.empty()) return false;
  constexpr std::u32string_view kGetting = U"获得荣省市县区国家级全";
  const std::u32string_view rest = value.substr(0, value.size() - rank.size());
  return rest.size() <= 4 &&
         rest.find_first_not_of(kGetting) == std::u32string_view::npos;
}

// Whether the phrase says no more than what happened: 获奖, 合格率, 参加学生.
bool Happens(std::u32string_view phrase) {
  const std::size_t verb = FrontWord(phrase, kHappenings).size();
  if (verb == 0) return false;
  const std::u32string_view rest = phrase.substr(verb);
  const bool taking =
      rest == U"学生" || rest == U"教师" || rest == U"师生" || rest == U"人员";
  return rest.empty() || rest == U"率" || rest == U"平均" || IsAmount(rest) ||
         taking;
}

// Whether it says no more than what was done: 择优汇编.
bool IsDone(std::u32string_view phrase) {
  constexpr std::u32string_view kManners[] = {U"学校", U"择优", U"统一",
                                              U"集中", U"自行", U"及时"};
  const std::u32string_view verb =
      phrase.substr(FrontWord(phrase, kManners).size());
  return verb == U"安排" || IsTellingVerb(verb);
}

}  // namespace

Leaning LeaningOf(std::u32string_view phrase, std::string_view unit) {
  if (phrase.size() < 2) return Leaning::kEmpty;
  // 新购120台，总数960台; 实践45人，时间1350天
  if (unit != "人" && !unit.ends_with("元") && IsAmount(phrase)) {
    return Leaning::kEmpty;
  }
  // 安装探头320个，覆盖率100%
  if (unit == "%" && phrase.size() == 3 && phrase.back() == U'率') {
    return Leaning::kAttribute;
  }
  if (!DimensionOfValue(phrase).empty()) return Leaning::kValue;
  if (!FrontWord(phrase, kPerHead).empty() && phrase.size() <= 6) {
    return Leaning::kPerHead;
  }
  if (Happens(phrase) || IsDone(phrase)) return Leaning::kAttribute;
  // 培训2936人次，收入96.8万元
  constexpr std::u32string_view kMoney[] = {U"收入", U"支出", U"折价",
                                            U"免掉", U"免除", U"价值"};
  if (unit.ends_with("元") && FrontWord(phrase, kMoney) == phrase) {
    return Leaning::kAmount;
  }
  const bool persons = unit == "人" && !NamesPersons(phrase);
  return persons && phrase.size() <= 3 ? Leaning::kAttribute : Leaning::kNone;
}

std::string DimensionOfValue(std::u32string_view value) {
  const auto is = [&](WordSpan words) {
    return std::find(words.begin(), words.end(), value) != words.end();
  };
  if (is(kSexes)) return "性别";
  if (IsRank(value)) return "等级";
  if (is(kGrades)) return "年级";
  const std::u32string_view level = FrontWord(value, kLevels);
  const std::u32string_view rest = value.substr(level.size());
  const bool whole = rest.empty() || rest == U"及以上" || rest == U"以上";
  if (!level.empty() && whole) return "级别";
  const bool cohort = value.size() == 5 && value.back() == U'级' &&
                      std::all_of(value.begin(), value.end() - 1, IsDigit);
  return cohort ? "年级" : "";
}

std::u32string TopicOf(std::u32string phrase) {
  // 到企业蹲点的教师 → 到企业蹲点
  const std::size_t of = phrase.rfind(U'的');
  if (of != phrase.npos && of >= 2 && of + 8 > phrase.size() &&
      NamesPersons(phrase)) {
    phrase.erase(of);
  }
  const std::u32string whole = phrase;
  while (CutFront(phrase, kTopicFronts)) {
  }
  // All schools that report are such ones.
  constexpr std::u32string_view kSchools[] = {U"中等职业学校", U"中等职业教育",
                                              U"中职学校", U"中职"};
  for (const std::u32string_view school : kSchools) {
    const std::size_t at = phrase.find(school);
    if (at != std::u32string::npos && phrase.size() > school.size() + 2) {
      phrase.erase(at, school.size());
    }
  }
  while (phrase.size() > 3 && CutBack(phrase, kTopicBacks)) {
  }
  return phrase.size() < 2 ? whole : phrase;
}

}  // namespace nianbao::intake

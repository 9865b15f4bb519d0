#include "services/intake/reading/phrases.h"

#include <algorithm>
#include <iterator>

#include "services/intake/reading/chars.h"
#include "services/intake/reading/word_ends.h"

namespace nianbao::intake {
namespace {

// Words before a verb.
constexpr std::u32string_view kAdverbs[] = {
    U"学校",   U"我校",   U"先后",   U"陆续",     U"分别",   U"按",
    U"折合",   U"全年",   U"当年",   U"年内",     U"期间",   U"其中",
    U"实际",   U"尚",     U"另外",   U"另",       U"还",     U"又",
    U"再",     U"也",     U"已",     U"并",       U"均",     U"都",
    U"减去",   U"加上",   U"除",     U"虽只",     U"只",     U"全部",
    U"所有",   U"全体",   U"而",     U"账上",     U"账面",   U"对学校",
    U"对我校", U"每周一", U"每周二", U"每周三",   U"每周四", U"每周五",
    U"每周六", U"每周日", U"每周末", U"第一时间", U"全程"};

// Verbs that only bring their object in. Longest first.
constexpr std::u32string_view kBringing[] = {
    U"评选出", U"建设有", U"开设有", U"开设了", U"设立了", U"组建了", U"配备了",
    U"建立了", U"形成了", U"培养了", U"打造了", U"评出",   U"聘请",   U"聘任",
    U"外聘",   U"下设",   U"设有",   U"设立",   U"建有",   U"建成",   U"配备",
    U"配有",   U"配齐",   U"配足",   U"拥有",   U"开设",   U"开办",   U"组建",
    U"组织",   U"开展",   U"举办",   U"接待",   U"引入",   U"引进",   U"具有",
    U"取得",   U"具备",   U"获得",   U"成立",   U"建立",   U"入选",   U"核定",
    U"覆盖",   U"涉及",   U"培育",   U"陈列",   U"带来",   U"支付",   U"另有",
    U"还有",   U"排查",   U"实现",   U"安装",   U"查出",   U"安排为", U"用于",
    U"馆有",   U"室有",   U"楼有"};

// Verbs that are part of what is counted.
constexpr std::u32string_view kTelling[] = {
    U"发展", U"招聘", U"完成", U"招收", U"选派", U"派出", U"收回",
    U"发放", U"购入", U"清理", U"新购", U"捐赠", U"整改", U"培养",
    U"流失", U"编写", U"增设", U"核增", U"汇编"};

// Last words of phrases for persons.
constexpr std::u32string_view kPersons[] = {
    U"学生",   U"教师",   U"老师",   U"人员",   U"学员",   U"团员",   U"党员",
    U"员工",   U"职工",   U"师生",   U"导师",   U"班主任", U"干部",   U"专家",
    U"工匠",   U"大师",   U"名师",   U"技师",   U"讲师",   U"家长",   U"师傅",
    U"代表",   U"成员",   U"男生",   U"女生",   U"毕业生", U"新生",   U"考生",
    U"在校生", U"住校生", U"生",     U"员",     U"师",     U"者",     U"人才",
    U"传承人", U"带头人", U"负责人", U"志愿者", U"高级工", U"中级工", U"硕士",
    U"博士",   U"同学",   U"模范",   U"能手",   U"标兵",   U"校友"};

// Cuts what stands before the last verb of the list that has an object, and
// with `verb` the verb too.
void CutToVerb(std::u32string& words, WordSpan verbs, bool verb) {
  std::size_t begin = 0;
  for (const std::u32string_view word : verbs) {
    const std::size_t at = words.rfind(word);
    if (at == std::u32string::npos) continue;
    const std::size_t end = at + word.size();
    const bool noun = words.find(U'的', end) != std::u32string::npos;
    if (words.size() < end + 2 || noun) continue;
    const std::size_t least = words.size() == end + 2 ? at : end;
    begin = std::max(begin, verb ? least : at);
  }
  words.erase(0, begin);
}

// 航模等学生社团 → 学生社团; 等 in 一等奖 and 中等 ends no list.
void CutList(std::u32string& words) {
  const std::size_t at = words.rfind(U'等');
  if (at == std::u32string::npos || at == 0 || words.size() < at + 3) return;
  constexpr std::u32string_view kBefore = U"一二三四特中高初同平对优头均";
  constexpr std::u32string_view kBehind = U"级次奖功于候待";
  if (kBefore.find(words[at - 1]) != kBefore.npos) return;
  if (kBehind.find(words[at + 1]) != kBehind.npos) return;
  words.erase(0, at + 1);
}

// 发放问卷 → 问卷发放: as a count of what is done with things is called.
void PutVerbBehind(std::u32string& words) {
  constexpr std::u32string_view kHandling[] = {U"发放", U"收回", U"清理"};
  const std::u32string verb(FrontWord(words, kHandling));
  const std::u32string_view thing =
      std::u32string_view(words).substr(verb.size());
  if (IsAmount(thing)) return;
  if (verb.empty() || thing.size() < 2 || NamesPersons(thing)) return;
  words = std::u32string(thing) + verb;
}

// 1+X证书试点覆盖专业 → 1+X证书试点专业, 每百名学生拥有计算机 →
// 每百名学生计算机: where the subject tells which things are counted.
bool JoinReached(std::u32string& words) {
  constexpr std::u32string_view kReaching[] = {U"覆盖", U"涉及", U"扩大到"};
  constexpr std::u32string_view kSubjects[] = {U"试点", U"培养", U"项目",
                                               U"工程"};
  for (const std::u32string_view verb : kReaching) {
    const std::size_t at = words.find(verb);
    if (at == std::u32string::npos) continue;
    const std::u32string subject = words.substr(0, at);
    if (BackWord(subject, kSubjects).empty()) continue;
    words.erase(at, verb.size());
    return true;
  }
  constexpr std::u32string_view kHaving = U"拥有";
  const std::size_t at = words.find(kHaving);
  if (!words.starts_with(U"每") || at == std::u32string::npos) return false;
  words.erase(at, kHaving.size());
  return true;
}

// 直接就业的毕业生平均月收入 → 毕业生平均月收入, where enough is left.
void CutRelativeClause(std::u32string& words) {
  const std::size_t at = words.rfind(U'的');
  if (at == std::u32string::npos || words.size() < at + 6) return;
  words.erase(0, at + 1);
}

// 在镇上企业实习的学生 → 镇上企业实习的学生
void CutIn(std::u32string& words) {
  constexpr std::u32string_view kWords[] = {U"在校", U"在读", U"在职", U"在编",
                                            U"在岗", U"在册", U"在籍", U"在线"};
  const bool place =
      words.starts_with(U"在") && FrontWord(words, kWords).empty();
  if (place && words.find(U'的') != words.npos && NamesPersons(words)) {
    words.erase(0, 1);
  }
}

// 专任教师中具有高级职称 → 高级职称专任教师
void TurnRound(std::u32string& words) {
  constexpr std::u32string_view kHolding[] = {U"中具有", U"中具备", U"中取得",
                                              U"中持有", U"中有"};
  for (const std::u32string_view verb : kHolding) {
    const std::size_t at = words.find(verb);
    if (at == std::u32string::npos || words.size() < at + verb.size() + 2) {
      continue;
    }
    const std::u32string persons = words.substr(0, at);
    if (!NamesPersons(persons)) continue;
    words = words.substr(at + verb.size());
    if (!NamesPersons(words)) words += persons;
    return;
  }
}

// Cuts an adverb or agent; 学校推荐 and 学校投入 say nothing without theirs.
bool CutAdverb(std::u32string& words) {
  // 学校助学金 is another than 国家助学金.
  constexpr std::u32string_view kGrants[] = {U"学校助学", U"学校奖学"};
  if (!FrontWord(words, kGrants).empty()) return false;
  const bool agent = words.starts_with(U"学校") || words.starts_with(U"我校");
  return !(agent && words.size() <= 4) && CutFront(words, kAdverbs);
}

// 学生在技能竞赛中获奖 → 学生技能竞赛获奖, 实训工位生均 → 生均实训工位
void CutPlaceWords(std::u32string& words) {
  const std::size_t in = words.find(U'在');
  const std::size_t inside = words.rfind(U'中');
  constexpr std::u32string_view kNouns = U"集其初高";
  if (in <= 2 && inside != std::u32string::npos && inside > in + 2 &&
      words.size() >= inside + 3 && words[in + 1] != U'校' &&
      kNouns.find(words[inside - 1]) == kNouns.npos) {
    words.erase(inside, 1);
    words.erase(in, 1);
  }
  for (const std::u32string_view each : {U"生均", U"人均"}) {
    const std::size_t size = words.size();
    if (size < 4 || !words.ends_with(each)) continue;
    words.erase(size - 2);
    if (NamesPersons(words)) words.clear();
    words.insert(0, each);
  }
}

// 维修各类器具 → 维修器具
void CutQuantifiers(std::u32string& words) {
  constexpr std::u32string_view kAll[] = {U"各级各类", U"各类", U"各种",
                                          U"各项", U"多种"};
  for (const std::u32string_view word : kAll) {
    const std::size_t at = words.find(word);
    const bool alone = words.size() < word.size() + 3;
    if (at != std::u32string::npos && !alone) words.erase(at, word.size());
  }
}

}  // namespace

std::u32string NounPhrase(std::u32string words) {
  CutQuantifiers(words);
  while (words.size() > 2 && CutAdverb(words)) {
  }
  CutPlaceWords(words);
  TurnRound(words);
  CutToVerb(words, kTelling, false);
  if (JoinReached(words)) return words;
  CutToVerb(words, kBringing, true);
  CutRelativeClause(words);
  CutIn(words);
  while (words.size() > 3 && CutAdverb(words)) {
  }
  CutList(words);
  PutVerbBehind(words);
  return words;
}

bool IsAmount(std::u32string_view words) {
  constexpr std::u32string_view kAmounts[] = {U"金额",   U"总数", U"总量",
                                              U"数量",   U"总额", U"人数",
                                              U"总人数", U"时间", U"时长"};
  return std::find(std::begin(kAmounts), std::end(kAmounts), words) !=
         std::end(kAmounts);
}

bool IsTellingVerb(std::u32string_view phrase) {
  return std::find(std::begin(kTelling), std::end(kTelling), phrase) !=
         std::end(kTelling);
}

std::u32string_view PersonsOf(std::u32string_view phrase) {
  return BackWord(phrase, kPersons);
}

bool NamesPersons(std::u32string_view phrase) {
  return !PersonsOf(phrase).empty();
}

}  // namespace nianbao::intake

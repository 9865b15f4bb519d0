// What of phrases takes counted things apart from what they do.
#include <algorithm>

#include "services/intake/reading/chars.h"
#include "services/intake/reading/phrases.h"
#include "services/intake/reading/word_ends.h"

namespace nianbao::intake {
namespace {

constexpr std::size_t kLongestPredicate = 12;

// Predicates that narrow nothing where all are meant.
constexpr std::u32string_view kUniversal[] = {U"全部", U"均", U"都", U"无一"};

// First words of predicates behind a counted noun.
constexpr std::u32string_view kPredicates[] = {
    U"积极",   U"顺利",     U"成功", U"正式", U"参加", U"参与", U"参赛",
    U"参训",   U"获得",     U"荣获", U"通过", U"入选", U"晋级", U"入围",
    U"被",     U"取得",     U"考取", U"报名", U"安装", U"配备", U"实现",
    U"走上",   U"到",       U"赴",   U"在",   U"投入", U"完成", U"支援",
    U"注册",   U"来自",     U"保持", U"获",   U"驻",   U"名列", U"位列",
    U"下企业", U"需要",     U"减免", U"亟需", U"仍需", U"走进", U"走出",
    U"赶赴",   U"奔赴",     U"前往", U"深入", U"坚守", U"带头", U"主动",
    U"自愿",   U"第一时间", U"全程", U"义务", U"轮流", U"开展", U"进行",
    U"接受",   U"不回"};

// First words of predicates that only say when or how.
constexpr std::u32string_view kManners[] = {
    U"第一时间", U"全程", U"主动", U"自愿", U"带头", U"义务", U"轮流"};

// 赶赴社区开展清扫服务 → 开展清扫服务; empty where it is not so short.
std::u32string ServiceIn(const std::u32string& predicate) {
  constexpr std::u32string_view kDoing[] = {U"开展", U"从事", U"参加", U"参与"};
  constexpr std::size_t kLongestService = 12;
  if (predicate.find(U"服务") == predicate.npos) return U"";
  for (const std::u32string_view verb : kDoing) {
    const std::size_t at = predicate.rfind(verb);
    if (at == predicate.npos || at == 0) continue;
    return predicate.size() - at <= kLongestService ? predicate.substr(at)
                                                    : U"";
  }
  return U"";
}

// B in B证培训, which tells which one it is, with 证; empty for others.
std::u32string CertificateBefore(const std::u32string& predicate,
                                 std::size_t at) {
  const bool named =
      at >= 2 && predicate[at - 1] == U'证' && IsLatin(predicate[at - 2]);
  return named ? predicate.substr(at - 2, 2) : U"";
}

// A long predicate by its verb and its activity: 参加…骨干培训 → 参加培训.
std::u32string ShortPredicate(const std::u32string& predicate) {
  const std::u32string service = ServiceIn(predicate);
  if (!service.empty()) return service;
  constexpr std::u32string_view kActivities[] = {
      U"培训", U"研修", U"比赛", U"大赛", U"竞赛", U"活动",
      U"实践", U"学习", U"考核", U"考试", U"项目"};
  for (const std::u32string_view activity : kActivities) {
    const std::size_t at = predicate.find(activity);
    if (at == std::u32string::npos) continue;
    return std::u32string(FrontWord(predicate, kPredicates)) +
           CertificateBefore(predicate, at) + std::u32string(activity);
  }
  return std::u32string(FrontWord(predicate, kPredicates));
}

// 964份问卷显示: what things say or join in doing does not tell which they are.
bool CutSaying(std::u32string& noun) {
  constexpr std::u32string_view kSaying[] = {U"显示",     U"表明",     U"反映",
                                             U"的结果",   U"共同",     U"联合",
                                             U"合作开展", U"保持联系", U"接送"};
  for (const std::u32string_view word : kSaying) {
    const std::size_t found = noun.find(word, 2);
    if (found == noun.npos) continue;
    noun.erase(found);
    return true;
  }
  return false;
}

// Without the words that only say when or how, and without 了.
std::u32string BarePredicate(std::u32string predicate) {
  predicate.erase(std::remove(predicate.begin(), predicate.end(), U'了'),
                  predicate.end());
  while (predicate.size() > 6 && CutFront(predicate, kManners)) {
  }
  return predicate;
}

}  // namespace

std::u32string CountedPhrase(std::u32string_view words, bool all) {
  std::size_t at = words.size();
  for (const std::u32string_view word : kUniversal) {
    const std::size_t found = words.find(word, 1);
    if (found == std::u32string_view::npos || found >= at) continue;
    at = found;
    all = true;
  }
  for (const std::u32string_view word : kPredicates) {
    const std::size_t found = words.find(word, 2);
    if (found >= at) continue;
    at = found;
  }
  std::u32string noun(words);
  if (CutSaying(noun) && noun.size() <= at) return noun;
  noun = words.substr(0, at);
  // 702名毕业生中，升学455人
  constexpr std::u32string_view kAmong[] = {U"当中", U"中", U"里"};
  if (noun.size() > 3 && at == words.size()) CutBack(noun, kAmong);
  constexpr std::u32string_view kAnd[] = {U"并且", U"并", U"且", U"先后"};
  const bool twofold = CutBack(noun, kAnd);
  if (at == words.size() || all) return noun;
  const std::u32string predicate =
      BarePredicate(std::u32string(words.substr(at)));
  // 课题结题并获奖 goes on with what has been said of it.
  if (twofold) return noun + predicate;
  // 3686名学生需要教师205人
  if (predicate.starts_with(U"需要") && NamesPersons(predicate)) return noun;
  if (predicate.size() <= kLongestPredicate) return predicate + noun;
  return ShortPredicate(predicate) + noun;
}

}  // namespace nianbao::intake

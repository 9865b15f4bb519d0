#include "services/intake/reading/fact_classes.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "services/intake/reading/clauses.h"
#include "services/intake/reading/group_bounds.h"

namespace nianbao::intake {
namespace {

using nianbao::fact::v1::FactClass;
using nianbao::fact::v1::Hedge;

using Words = std::u32string_view;

// Words by which a sentence comes back to the school itself.
constexpr std::array<Words, 6> kOwn = {U"我校", U"本校", U"全校",
                                       U"我院", U"师生", U"校内"};

// Words by which a plan is told from what was done.
constexpr std::array<Words, 6> kDone = {U"实际", U"实招", U"完成",
                                        U"现有", U"已经", U"达成"};

// What firms and regions are measured by, and schools are not.
constexpr std::array<Words, 9> kForeignMeasures = {
    U"年产值",   U"注册资本", U"注册资金", U"销售收入", U"生产总值",
    U"一产产值", U"营业收入", U"GDP",      U"企业产值"};

// Words by which a rule is quoted.
constexpr std::array<Words, 3> kRules = {U"标准", U"规定", U"要求"};

// Bounds that a rule sets, which need not touch their figure: 每月至少开展1次.
constexpr std::array<Words, 7> kBounds = {
    U"至少", U"不少于", U"不低于", U"不得", U"不超过", U"不高于", U"不多于"};

// Awards and names, in which 全国 and 全省 say where, not whose.
constexpr std::array<Words, 10> kHonours = {U"赛",   U"奖",   U"荣获", U"示范",
                                            U"先进", U"文明", U"首批", U"第",
                                            U"前",   U"排名"};

constexpr std::array<Words, 5> kRegions = {U"全市", U"全省", U"全县", U"全区",
                                           U"全国"};

template <std::size_t N>
int FindLast(const Chars& text, int begin, int end,
             const std::array<Words, N>& words) {
  for (int at = end - 1; at >= begin; --at) {
    for (const Words word : words) {
      if (text.HasAt(at, word) && at + static_cast<int>(word.size()) <= end) {
        return at;
      }
    }
  }
  return -1;
}

// Reads the sentence of one figure.
class Sentence {
 public:
  Sentence(const Chars& text, const Number& number, const Lexicon& lexicon)
      : text_(text),
        number_(number),
        lexicon_(lexicon),
        begin_(SentenceBegin(text, number.begin)) {}

  bool IsOthers() const {
    if (IsHearsay()) return true;
    const int foreign = LastForeign();
    return foreign >= 0 && !ComesBack(foreign + 1) && !IsDistance(foreign) &&
           !IsLedBySchool(foreign);
  }

  // 学校牵头组建的职业教育集团现有成员单位58家: a group is reported by who
  // leads it.
  bool IsLedBySchool(int foreign) const {
    constexpr std::array<Words, 2> kLeading = {U"学校牵头", U"我校牵头"};
    return FindLast(text_, begin_, foreign, kLeading) >= 0;
  }

  // 临江县现有规模以上企业126家: where a region opens the sentence, what it
  // has.
  int RegionThatHas() const {
    constexpr int kLongestName = 6;
    constexpr std::array<Words, 3> kHaving = {U"现有", U"共有", U"拥有"};
    constexpr Words kRegionEnds = U"县市区省";
    for (int at = begin_ + 2; at <= begin_ + kLongestName; ++at) {
      if (!IsHan(text_[at])) return -1;
      if (kRegionEnds.find(text_[at]) == Words::npos) continue;
      for (const Words having : kHaving) {
        if (text_.HasAt(at + 1, having)) return at;
      }
    }
    return -1;
  }

  bool IsPlan() const {
    const int plan = LastPlan();
    return plan >= 0 && FindLast(text_, plan, number_.begin, kDone) < 0;
  }

  bool IsStandard() const {
    return LeadsRequirement() || EndsRequirement() || IsThreshold() ||
           BoundsGroup(text_, number_);
  }

 private:
  // 得票3万张的说法: what others say of the school is not what it reports.
  bool IsHearsay() const {
    for (const Words word : {Words(U"的说法"), Words(U"的传闻"),
                             Words(U"的传言"), Words(U"的报道")}) {
      if (text_.HasAt(number_.end, word)) return true;
    }
    return false;
  }

  // 比全省平均高2.5个百分点: how far the school is from others is its own.
  bool IsDistance(int foreign) const {
    if (ClauseBegin(text_, number_.begin) > foreign) return false;
    const int begin = ClauseBegin(text_, foreign);
    constexpr std::array<Words, 4> kAgainst = {U"比", U"高于", U"低于", U"超"};
    const bool points = number_.figure.unit() == "百分点";
    return points && FindLast(text_, begin, foreign, kAgainst) >= 0;
  }

  // Whether the sentence speaks of the school again behind `from`: of 学校 only
  // at the start of a clause, for 中职学校 are others.
  bool ComesBack(int from) const {
    if (FindLast(text_, from, number_.begin, kOwn) >= 0) return true;
    for (int at = from; at < number_.begin; ++at) {
      if (text_.HasAt(at, U"学校") && StartsClause(at)) return true;
    }
    return false;
  }

  // Where the sentence last turned to somebody else; -1 where it did not.
  int LastForeign() const {
    int last = FindLast(text_, begin_, number_.begin, kForeignMeasures);
    for (int at = number_.begin - 1; at >= begin_ && at > last; --at) {
      const auto match = lexicon_.classes.At(text_, at);
      if (match.length > 0 && match.normal == "other_party") last = at;
    }
    const int region = FindLast(text_, begin_, number_.begin, kRegions);
    const bool starts = region >= 0 && StartsClause(region);
    if (starts && FindLast(text_, region, number_.begin, kHonours) < 0 &&
        region > last) {
      last = region;
    }
    return std::max(last, RegionThatHas());
  }

  bool StartsClause(int at) const { return ClauseBegin(text_, at) == at; }

  // Where a plan begins in the sentence; -1 where none does. 按计划 and
  // 教学计划 are none: the word stands at the start of its clause, behind at
  // most its subject or time.
  int LastPlan() const {
    for (int at = number_.begin - 1; at >= begin_; --at) {
      const auto match = lexicon_.classes.At(text_, at);
      if (match.length == 0 || match.normal != "plan") continue;
      if (at + match.length <= number_.begin && OpensPlan(at)) return at;
    }
    return -1;
  }

  bool OpensPlan(int at) const {
    const int clause = ClauseBegin(text_, at);
    for (const Words word :
         {Words(U"虚"), Words(U"模"), Words(U"按"), Words(U"按照"),
          Words(U"根据"), Words(U"》"), Words(U"”"), Words(U"的")}) {
      if (text_.EndsAt(at, word)) return false;
    }
    if (at - clause <= 1) return true;
    for (const Words word :
         {Words(U"学校"), Words(U"我校"), Words(U"年"), Words(U"将"),
          Words(U"期间"), Words(U"还"), Words(U"也"), Words(U"再"),
          Words(U"市里"), Words(U"局"), Words(U"步"), Words(U"提出"),
          Words(U"明确")}) {
      if (text_.EndsAt(at, word)) return true;
    }
    return false;
  }

  // Whether a hedge bounds the figure; the ends of a range bound nothing.
  bool Bounded() const {
    if (number_.range != RangePart::kNone) return false;
    return number_.figure.hedge() == Hedge::HEDGE_AT_LEAST ||
           number_.figure.hedge() == Hedge::HEDGE_AT_MOST ||
           number_.figure.hedge() == Hedge::HEDGE_BELOW;
  }

  int DigitsBegin() const {
    int at = number_.begin;
    while (at < number_.end && !IsDigit(text_[at])) ++at;
    return at == number_.end ? number_.begin : at;
  }

  // 不得低于20, 按1:15, 《…标准》…不低于60人, 规定…不超过30人
  bool LeadsRequirement() const {
    for (int end = DigitsBegin(); end + 3 > number_.begin && end > 0; --end) {
      const auto match = lexicon_.classes.EndingAt(text_, end);
      if (match.length > 1 && match.normal == "standard") return true;
    }
    const bool ratio = number_.figure.value().find(':') != std::string::npos;
    if (ratio && text_[number_.begin - 1] == U'按') return true;
    if (BoundsEach()) return true;
    const int rule = FindLast(text_, begin_, number_.begin, kRules);
    if (rule < 0) return false;
    return Bounded() || BoundsBetween(rule) || StatesRule(rule);
  }

  // 每人每学期不少于15天: what each is to do, not what was done.
  bool BoundsEach() const {
    constexpr std::array<Words, 5> kEach = {U"每人", U"每生", U"每学期",
                                            U"每周", U"每月"};
    constexpr std::array<Words, 4> kLeast = {U"不少于", U"不低于", U"至少",
                                             U"不得少于"};
    const int own = ClauseBegin(text_, number_.begin);
    const int each = FindLast(text_, own, number_.begin, kEach);
    return each >= 0 && FindLast(text_, each, DigitsBegin(), kLeast) >= 0;
  }

  // 国家规定的学时为3000学时
  bool StatesRule(int rule) const {
    const char32_t link = text_[number_.begin - 1];
    return rule >= ClauseBegin(text_, number_.begin) &&
           text_[rule + 2] == U'的' && (link == U'为' || link == U'是');
  }

  // 要求中小学每月至少开展1次演练: the rule's bound stands in its own clause or
  // in the figure's.
  bool BoundsBetween(int rule) const {
    const int bound = FindLast(text_, rule, number_.begin, kBounds);
    return bound >= ClauseBegin(text_, number_.begin);
  }

  // 不低于50%的规定, 1600元的标准, 按1:15测算
  bool EndsRequirement() const {
    for (const Words word :
         {Words(U"的要求"), Words(U"的规定"), Words(U"的标准"),
          Words(U"的红线"), Words(U"的底线"), Words(U"的目标")}) {
      const int at = number_.end;
      if (text_.HasAt(at, word)) return true;
    }
    return false;
  }

  // 超过10万元的采购项目, 2501元至3500元之间的: a bound that selects.
  bool IsThreshold() const {
    const bool above = number_.range == RangePart::kNone &&
                       (number_.figure.hedge() == Hedge::HEDGE_ABOVE ||
                        number_.figure.hedge() == Hedge::HEDGE_AT_LEAST);
    if (above && text_[number_.end] == U'的' && number_.figure.unit() != "%") {
      return true;
    }
    const int clause = ClauseEnd(text_, number_.end);
    for (int at = number_.end; at <= clause && at <= number_.end + 10; ++at) {
      if (text_.HasAt(at, U"之间") || text_.HasAt(at, U"(含)之间")) {
        return true;
      }
      constexpr std::u32string_view kBetween = U"至到和与元人";
      if (IsHan(text_[at]) && kBetween.find(text_[at]) == kBetween.npos) {
        return false;
      }
    }
    return false;
  }

  const Chars& text_;
  const Number& number_;
  const Lexicon& lexicon_;
  const int begin_;
};

}  // namespace

FactClass ClassOfFigure(const Chars& text, const Number& number,
                        const Lexicon& lexicon) {
  const Sentence sentence(text, number, lexicon);
  if (sentence.IsStandard()) return nianbao::fact::v1::FACT_CLASS_STANDARD;
  if (sentence.IsOthers()) return nianbao::fact::v1::FACT_CLASS_OTHER_PARTY;
  if (sentence.IsPlan()) return nianbao::fact::v1::FACT_CLASS_PLAN;
  return nianbao::fact::v1::FACT_CLASS_OWN;
}

}  // namespace nianbao::intake

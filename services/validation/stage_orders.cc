#include "services/validation/stage_orders.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "services/validation/order_checks.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using core::Operator;
using nianbao::fact::v1::FACT_CLASS_OWN;
using nianbao::validation::v1::VERDICT_CONSISTENT;

// Facts that one check compares.
using Pairs = std::set<std::set<std::string>>;

Pairs PairsIn(const Checks& checks) {
  Pairs pairs;
  for (const Check& check : checks) {
    if (check.operands_size() != 2) continue;
    pairs.insert({check.operands(0).fact(), check.operands(1).fact()});
  }
  return pairs;
}

bool IsPlainCount(const Mention& mention) {
  const Datum& datum = *mention.datum;
  return !mention.change && IsCount(datum) && !IsHedged(datum) &&
         datum.quantity.decimals == 0 &&
         datum.fact->fact_class() == FACT_CLASS_OWN;
}

// The words of a count: those before it, or its label where there are none.
std::string WordsOf(const Passage& passage, int mention) {
  const std::string lead = passage.Lead(mention);
  return lead.empty() ? passage.at(mention).datum->fact->label() : lead;
}

// Whether the words name who came first and the others who got through.
bool IsStage(std::string_view whole, std::string_view part) {
  const bool entered =
      EndsWithAny(whole, {"报名", "参加", "参考", "参赛", "申报"});
  const bool passed = EndsWithAny(
      part, {"上线", "录取", "通过", "合格", "获奖", "立项", "取得证书"});
  const bool staff =
      EndsWithAny(whole, {"教职工", "教职员工", "教职工总数", "教职工数"});
  const bool teachers =
      EndsWithAny(part, {"专任教师", "专任教师数", "专任教师总数"});
  return (entered && passed) || (staff && teachers);
}

bool HasNew(std::string_view words) {
  return HasAny(words, {"新增", "新建", "新签", "新开"});
}

bool IsStock(std::string_view words) {
  return !HasNew(words) && HasAny(words, {"共建", "现有", "共有", "已有",
                                          "拥有", "建有", "已建", "建成"});
}

// The word of two characters that the name and the words behind the new ones
// share: 基地 of "现有校外基地36家" and "新增5家校外基地".
bool ShareANoun(const std::string& stock, const std::string& added) {
  const auto characters = Characters(stock);
  for (std::size_t i = 0; i + 1 < characters.size(); ++i) {
    const std::string word =
        std::string(characters[i]) + std::string(characters[i + 1]);
    if (!HasAny(word, {"现有", "共有", "新增", "共建", "学校"}) &&
        Has(added, word)) {
      return true;
    }
  }
  return false;
}

class Orders {
 public:
  Orders(const Passage& passage, Pairs& known, Checks& checks)
      : passage_(passage), known_(known), checks_(checks) {}

  void FindStages(int whole) {
    for (int i = whole + 1; i < passage_.SentenceOf(whole).last; ++i) {
      if (!AreAlike(whole, i)) continue;
      if (IsStage(WordsOf(passage_, whole), WordsOf(passage_, i))) {
        Add(i, whole);
      }
      return;
    }
  }

  // "升学310人（其中报名260人，上线255人）": each is a part, though they are
  // none together.
  void FindAmong(int whole) {
    const int depth = passage_.at(whole).depth;
    bool among = false;
    for (int i = whole + 1; i < passage_.SentenceOf(whole).last; ++i) {
      if (passage_.at(i).depth <= depth) return;
      among = among || Has(passage_.Before(i), "其中");
      if (among && AreAlike(whole, i)) Add(i, whole);
    }
  }

  void FindNew(int stock) {
    if (!IsStock(WordsOf(passage_, stock))) return;
    const std::string name = passage_.Lead(stock) + "|" +
                             Compact(passage_.After(stock)).substr(0, 30);
    for (int i = stock + 1; i < passage_.size(); ++i) {
      if (!AreAlike(stock, i) || !HasNew(WordsOf(passage_, i))) continue;
      const std::string added =
          passage_.Lead(i) + "|" + Compact(passage_.After(i)).substr(0, 30);
      if (ShareANoun(name, added)) Add(i, stock);
      return;
    }
  }

 private:
  bool AreAlike(int a, int b) const {
    return IsPlainCount(passage_.at(a)) && IsPlainCount(passage_.at(b)) &&
           passage_.at(a).datum->quantity.unit ==
               passage_.at(b).datum->quantity.unit;
  }

  void Add(int part, int whole) {
    const Datum& less = *passage_.at(part).datum;
    const Datum& more = *passage_.at(whole).datum;
    if (JudgeOrder(less, Operator::kAtMost, more) == VERDICT_CONSISTENT &&
        known_.insert({less.fact->id(), more.fact->id()}).second) {
      checks_.push_back(
          OrderCheck(less, Operator::kAtMost, more, VERDICT_CONSISTENT));
    }
  }

  const Passage& passage_;
  Pairs& known_;
  Checks& checks_;
};

}  // namespace

void FindStageOrders(const ReportView& view, Checks& checks) {
  Pairs known = PairsIn(checks);
  for (const Passage& passage : view.passages()) {
    Orders orders(passage, known, checks);
    for (int i = 0; i < passage.size(); ++i) {
      orders.FindStages(i);
      orders.FindAmong(i);
      orders.FindNew(i);
    }
  }
}

}  // namespace nianbao::validation

#include "services/validation/orders.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "services/validation/counts.h"
#include "services/validation/order_checks.h"
#include "services/validation/text_blocks.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using core::Operator;
using core::Verdict;
using nianbao::fact::v1::ORIGIN_TEXT;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;
using nianbao::validation::v1::VERDICT_UNDECIDED;

// Bytes between a figure and the limit that it is compared with.
constexpr std::size_t kFarthest = 72;
// Bytes before the comparing word where both figures stand side by side.
constexpr std::size_t kBeside = 12;

// Figures of a block in the order of their place, requirements included.
std::map<std::string, std::vector<const Datum*>> FiguresByBlock(
    const Data& data) {
  std::map<std::string, std::vector<const Datum*>> blocks;
  for (const Datum& datum : data.all()) {
    if (datum.fact->origin() != ORIGIN_TEXT) continue;
    blocks[datum.fact->place().block()].push_back(&datum);
  }
  for (auto& [block, figures] : blocks) {
    std::stable_sort(figures.begin(), figures.end(), [](auto* a, auto* b) {
      return a->fact->place().begin() < b->fact->place().begin();
    });
  }
  return blocks;
}

std::size_t BeginOf(const Datum& datum) {
  return static_cast<std::size_t>(datum.fact->place().begin());
}
std::size_t EndOf(const Datum& datum) {
  return static_cast<std::size_t>(datum.fact->place().end());
}

// A comparing word with what it says.
struct Comparison {
  Operator order = Operator::kAtLeast;
  std::size_t at = 0;  // byte in the words
};

std::optional<Comparison> ComparisonIn(std::string_view words) {
  struct Entry {
    std::string_view word;
    Operator order;
  };
  // Longer words come before those that they contain.
  constexpr Entry kEntries[] = {
      {"不低于", Operator::kAtLeast}, {"不少于", Operator::kAtLeast},
      {"不高于", Operator::kAtMost},  {"不超过", Operator::kAtMost},
      {"不大于", Operator::kAtMost},  {"未超过", Operator::kAtMost},
      {"超过", Operator::kGreater},   {"高于", Operator::kGreater},
      {"大于", Operator::kGreater},   {"多于", Operator::kGreater},
      {"低于", Operator::kLess},      {"小于", Operator::kLess},
      {"少于", Operator::kLess},      {"远超", Operator::kGreater},
      {"超", Operator::kGreater}};
  for (const Entry& entry : kEntries) {
    const std::size_t at = words.find(entry.word);
    if (at != std::string_view::npos) return Comparison{entry.order, at};
  }
  return std::nullopt;
}

bool EndsSentence(std::string_view between) {
  return HasAny(between, {"。", "；", "！", "？"});
}

// Whether what stands behind the limit shows that it is one: "超8%。",
// "高于70%的要求"; not "高于45岁的占20%".
bool IsLimit(std::string_view behind) {
  behind = StripStart(behind, {" "});
  if (behind.empty() ||
      StartsWithAny(behind, {"，", "。", "；", "）", ")", "、", ",", "："})) {
    return true;
  }
  const std::string_view clause =
      behind.substr(0, FindAny(behind, {"，", "。", "；"}));
  return HasAny(
      clause, {"要求", "标准", "规定", "指标", "目标", "底线", "红线", "平均"});
}

// The words between two figures, with what the second one's print says.
std::string WordsBetween(const std::string& text, const Datum& left,
                         const Datum& right) {
  const std::string print = right.fact->figure().text();
  return Compact(text.substr(EndOf(left), BeginOf(right) - EndOf(left)) +
                 print.substr(0, print.find_first_of("0123456789")));
}

// "占比18.03%，超8%".
std::optional<Check> JudgeLimit(const std::string& text, const Datum& left,
                                const Datum& right) {
  const std::string words = WordsBetween(text, left, right);
  const auto comparison = ComparisonIn(words);
  if (!comparison || words.size() > kFarthest || EndsSentence(words) ||
      left.change || right.change || !IsLimit(text.substr(EndOf(right)))) {
    return std::nullopt;
  }
  const Verdict verdict = JudgeOrder(left, comparison->order, right);
  const bool beside = comparison->at <= kBeside;
  if (verdict == VERDICT_UNDECIDED ||
      (verdict == VERDICT_CONTRADICTED && !beside)) {
    return std::nullopt;
  }
  return OrderCheck(left, comparison->order, right, verdict);
}

// "相较上一学年的90%，现今已高达93.2%"; holds or says nothing.
std::optional<Check> JudgeRise(const std::string& text, const Datum& before,
                               const Datum& now, std::string_view lead) {
  const std::string words = WordsBetween(text, before, now);
  const bool rise = HasAny(words, {"高达", "提高到", "上升到", "提升到",
                                   "提高至", "提升至", "上升至", "增至"});
  if (!rise || !HasAny(lead, {"相较", "较", "相比", "比"}) ||
      EndsSentence(words) || words.size() > kFarthest || before.change ||
      IsPercent(before) != IsPercent(now) ||
      JudgeOrder(now, Operator::kGreater, before) != VERDICT_CONSISTENT) {
    return std::nullopt;
  }
  return OrderCheck(now, Operator::kGreater, before, VERDICT_CONSISTENT);
}

void FindLimits(const std::string& text,
                const std::vector<const Datum*>& figures, Checks& checks) {
  std::size_t from = 0;
  for (std::size_t i = 0; i + 1 < figures.size(); ++i) {
    const Datum& left = *figures[i];
    const Datum& right = *figures[i + 1];
    const std::size_t begin = BeginOf(left);
    const std::string lead =
        begin > from ? text.substr(from, begin - from) : "";
    from = EndOf(left);
    if (EndOf(right) > text.size() || BeginOf(right) < EndOf(left) ||
        !Comparable(left, right)) {
      continue;
    }
    auto check = JudgeLimit(text, left, right);
    if (!check) check = JudgeRise(text, left, right, lead);
    if (check) checks.push_back(*std::move(check));
  }
}

// 1 where the words say that something rises from year to year, -1 where it
// falls, 0 for neither.
int TrendIn(std::string_view words) {
  const std::size_t at = FindAny(words, {"逐年", "连年", "连续两年", "稳步"});
  if (at == std::string_view::npos) return 0;
  const std::string_view rest = words.substr(at, 24);
  if (HasAny(rest, {"升", "提高", "增", "递增", "上涨"})) return 1;
  return HasAny(rest, {"降", "减"}) ? -1 : 0;
}

// The figures of two or more years of one name behind a trend, by year.
void JudgeTrend(const Passage& passage, int first, int last, int trend,
                Checks& checks) {
  const Datum* before = nullptr;
  for (int i = first; i < last; ++i) {
    const Datum* now = passage.at(i).datum;
    if (passage.at(i).change || !now->year ||
        !Has(passage.Before(i), std::to_string(*now->year))) {
      continue;
    }
    if (before != nullptr && before->key == now->key &&
        *before->year < *now->year && Comparable(*before, *now)) {
      const Operator order = trend > 0 ? Operator::kGreater : Operator::kLess;
      checks.push_back(OrderCheck(*now, order, *before,
                                  JudgeOrderOfFigures(*now, order, *before)));
    }
    before = now;
  }
}

// "合格率逐年上升。2020年99.38%，2021年99.69%。"
void FindTrends(const Passage& passage, Checks& checks) {
  const auto& sentences = passage.sentences();
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const Sentence& own = sentences[i];
    const int trend = TrendIn(passage.Text(own.begin, own.end));
    if (trend == 0) continue;
    const Sentence& end =
        i + 1 < sentences.size() ? sentences[i + 1] : sentences[i];
    JudgeTrend(passage, own.first, end.last, trend, checks);
  }
}

// The number in 第11名 or 前十; nothing for others.
std::optional<TextFigure> NumberBehind(const TextBlock& block,
                                       std::string_view word, std::size_t at,
                                       int& value) {
  std::size_t from = at + word.size();
  while (from < block.text.size() && block.text[from] == ' ') ++from;
  const auto number = SmallNumberAt(std::string_view(block.text).substr(from));
  if (!number) return std::nullopt;
  value = number->value;
  const std::size_t end = from + number->size;
  return TextFigure{block.PlaceOf(at, end),
                    Compact(block.text.substr(at, end - at)),
                    std::to_string(value), ""};
}

// "第11名（首批共30个）".
void FindRanks(const TextBlock& block, Checks& checks) {
  const std::string_view text = block.text;
  for (std::size_t at = text.find("第"); at != std::string_view::npos;
       at = text.find("第", at + 1)) {
    int rank = 0;
    const auto left = NumberBehind(block, "第", at, rank);
    if (!left) continue;
    const std::size_t behind = static_cast<std::size_t>(left->place.end());
    const std::string_view rest = StripStart(text.substr(behind), {" "});
    if (!StartsWithAny(rest, {"名（", "位（", "名("})) continue;
    const std::size_t close = FindAny(rest, {"）", ")", "。"});
    const std::size_t total = rest.find("共");
    if (total == std::string_view::npos || total > close) continue;
    int all = 0;
    const std::size_t place = text.size() - rest.size() + total;
    const auto right = NumberBehind(block, "共", place, all);
    if (right) checks.push_back(OrderCheck(*left, rank, *right, all));
  }
}

// "6名同学名列全省前十": holds or says nothing, since places may be shared.
void FindPlaces(const TextBlock& block, Checks& checks) {
  const std::string_view text = block.text;
  for (const StatedCount& count : CountsIn(text)) {
    const std::string_view rest = text.substr(count.end);
    const std::string_view clause =
        rest.substr(0, FindAny(rest, {"，", "。", "；", "、"}));
    const std::size_t front = clause.find("前");
    if (front == std::string_view::npos ||
        !HasAny(clause.substr(0, front),
                {"名列", "位列", "进入", "跻身", "位居", "列"})) {
      continue;
    }
    int places = 0;
    const auto right = NumberBehind(block, "前", count.end + front, places);
    if (!right || count.value > places) continue;
    const CountInText stated = CountAt(block, count);
    checks.push_back(OrderCheck(
        TextFigure{block.PlaceOf(count.begin, count.end), stated.Printed(),
                   std::to_string(count.value), stated.noun},
        count.value, *right, places));
  }
}

}  // namespace

void FindOrders(const ReportView& view, Checks& checks) {
  const auto figures = FiguresByBlock(view.data());
  for (const TextBlock& block : TextBlocksOf(view)) {
    const auto found = figures.find(block.block->id());
    if (found != figures.end()) FindLimits(block.text, found->second, checks);
    FindRanks(block, checks);
    FindPlaces(block, checks);
  }
  for (const Passage& passage : view.passages()) FindTrends(passage, checks);
}

}  // namespace nianbao::validation

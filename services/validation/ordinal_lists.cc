#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "services/validation/count_checks.h"
#include "services/validation/counted_lists.h"
#include "services/validation/counts.h"
#include "services/validation/text_blocks.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

constexpr std::array<std::string_view, 12> kOrdinals = {
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"};
constexpr int kMostBlocks = 40;
// How far before the first item its count may stand, in bytes.
constexpr std::size_t kNear = 180;
// A count with nothing but its noun between it and the first item.
constexpr std::size_t kAdjoining = 48;
constexpr std::size_t kShownItem = 36;

// A place in the text.
struct Spot {
  std::size_t block = 0;
  std::size_t at = 0;
};

std::string Marker(std::size_t index) {
  return std::string(kOrdinals[index]) + "是";
}

// Where the marker opens a clause at or behind `from`; npos for nowhere.
std::size_t FindMarker(std::string_view text, std::string_view marker,
                       std::size_t from) {
  for (std::size_t at = text.find(marker, from); at != std::string_view::npos;
       at = text.find(marker, at + 1)) {
    const std::string_view before = StripEnd(text.substr(0, at), {" "});
    if (before.empty() || EndsWithAny(before, {"，", "。", "；", "：", ":", ";",
                                               ",", "）", "\n", "、", "”"})) {
      return at;
    }
  }
  return std::string_view::npos;
}

// The run of 一是, 二是 … that starts at `first`.
std::vector<Spot> RunFrom(const std::vector<TextBlock>& blocks, Spot first) {
  std::vector<Spot> run{first};
  while (run.size() < kOrdinals.size()) {
    const std::string next = Marker(run.size());
    Spot from{run.back().block, run.back().at + 1};
    bool found = false;
    for (; from.block < blocks.size() && from.block < first.block + kMostBlocks;
         ++from.block, from.at = 0) {
      if (from.block > run.back().block && blocks[from.block].level > 0) break;
      const std::string_view text = blocks[from.block].text;
      const std::size_t at = FindMarker(text, next, from.at);
      const std::size_t again = FindMarker(text, Marker(0), from.at);
      if (at < again) {
        run.push_back({from.block, at});
        found = true;
        break;
      }
      if (again != std::string_view::npos) break;
    }
    if (!found) break;
  }
  return run;
}

std::string ItemAt(const TextBlock& block, std::size_t at) {
  const std::string_view rest = std::string_view(block.text).substr(at);
  const std::string_view item =
      rest.substr(0, FindAny(rest, {"，", "。", "；", "：", "\n"}));
  std::string text;
  for (const auto character : Characters(item)) {
    if (text.size() >= kShownItem) break;
    text += character;
  }
  const bool cut = text.size() < item.size();
  return Compact(StripEnd(text, {"、", "“", "（", "《", "—"})) +
         (cut ? "…" : "");
}

Listed ListedAt(const std::vector<TextBlock>& blocks,
                const std::vector<Spot>& run) {
  Listed listed{static_cast<int>(run.size()), {}, {}};
  for (const Spot& spot : run) {
    listed.items.push_back(ItemAt(blocks[spot.block], spot.at));
  }
  for (const Spot* spot : {&run.front(), &run.back()}) {
    listed.places.push_back(
        blocks[spot->block].PlaceOf(spot->at, spot->at + 1));
  }
  return listed;
}

// Whether more items follow the last one in other words.
bool GoesOn(const TextBlock& block, std::size_t at) {
  return HasAny(std::string_view(block.text).substr(at),
                {"此外", "另外", "最后", "同时，", "还", "再次", "其次", "第"});
}

// Whether the count and the run can only be meant for each other.
bool Adjoins(const TextBlock& block, const StatedCount& count,
             std::size_t end) {
  const std::string between =
      Compact(std::string_view(block.text).substr(count.end, end - count.end));
  const std::string_view noun =
      StripEnd(between, {"。", "：", ":", "，", "；"});
  return between.size() <= kAdjoining && noun.size() < between.size() &&
         !HasAny(noun, {"，", "。", "；", "、", "（", "“", "”"});
}

// Whether 一是, 二是 can't be what the count counts: papers and meetings are
// not listed by what a school does, and a quoted count is a set phrase.
bool IsOfOthers(const TextBlock& block, const StatedCount& count) {
  return HasAny(CountAt(block, count).noun,
                {"文件", "精神", "会议", "意识", "通知", "讲话"}) ||
         EndsWithAny(std::string_view(block.text).substr(0, count.begin),
                     {"“"});
}

// The count before the run that fits it, the nearest, or that it contradicts.
void JudgeRun(const ReportView& view, const std::vector<TextBlock>& blocks,
              const std::vector<Spot>& run, Checks& checks) {
  const Spot& first = run.front();
  const bool opens =
      Compact(blocks[first.block].text.substr(0, first.at)).empty();
  if (opens && first.block == 0) return;
  const TextBlock& block = blocks[opens ? first.block - 1 : first.block];
  const std::size_t end = opens ? block.text.size() : first.at;
  const int listed = static_cast<int>(run.size());
  std::optional<StatedCount> last;
  std::optional<StatedCount> fitting;
  for (const StatedCount& count : CountsIn(block.text)) {
    if (count.end > end) break;
    if (end - count.end > kNear || IsOfOthers(block, count)) continue;
    if (count.value == listed) fitting = count;
    last = count;
  }
  if (fitting) {
    checks.push_back(
        CountCheck(view, CountAt(block, *fitting), ListedAt(blocks, run)));
    return;
  }
  if (!last || std::abs(last->value - listed) != 1 ||
      !Adjoins(block, *last, end) ||
      (last->value > listed &&
       GoesOn(blocks[run.back().block], run.back().at))) {
    return;
  }
  checks.push_back(
      CountCheck(view, CountAt(block, *last), ListedAt(blocks, run)));
}

void FindRuns(const ReportView& view, const std::vector<TextBlock>& blocks,
              Checks& checks) {
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const std::string& text = blocks[i].text;
    for (std::size_t at = FindMarker(text, Marker(0), 0);
         at != std::string::npos; at = FindMarker(text, Marker(0), at + 1)) {
      const auto run = RunFrom(blocks, {i, at});
      if (run.size() >= 2) JudgeRun(view, blocks, run, checks);
    }
  }
}

// "两条网络，一条是…；另一条是…".
void FindPairs(const ReportView& view, const TextBlock& block, Checks& checks) {
  const std::string_view text = block.text;
  for (const StatedCount& count : CountsIn(text)) {
    if (count.value != 2) continue;
    const std::string measure =
        Compact(text.substr(count.numeral_end, count.end - count.numeral_end));
    const std::size_t one = text.find("一" + measure + "是", count.end);
    const std::size_t other = text.find("另一" + measure + "是", count.end);
    if (one >= other || other == std::string_view::npos ||
        one - count.end > kNear) {
      continue;
    }
    checks.push_back(
        CountCheck(view, CountAt(block, count),
                   {2, {ItemAt(block, one), ItemAt(block, other)}, {}}));
  }
}

// How a numbered paragraph opens: 1 for "1.", 2 for "（1）", 3 for "一、", 4
// for "（一）"; with its number.
struct Numbering {
  int style = 0;
  int number = 0;
};

Numbering NumberingOf(std::string_view text) {
  const bool bracket = StartsWithAny(text, {"（", "("});
  if (bracket) text.remove_prefix(CharacterSize(text));
  if (text.empty()) return {};
  const bool digits = text[0] >= '0' && text[0] <= '9';
  std::size_t size = 0;
  int number = 0;
  if (digits) {
    while (size < text.size() && size < 3 && text[size] >= '0' &&
           text[size] <= '9') {
      number = number * 10 + (text[size++] - '0');
    }
  } else if (const auto words = SmallNumberAt(text)) {
    number = words->value;
    size = words->size;
  }
  if (size == 0) return {};
  const std::string_view rest = text.substr(size);
  if (bracket) {
    return StartsWithAny(rest, {"）", ")"}) ? Numbering{digits ? 2 : 4, number}
                                            : Numbering{};
  }
  if (!StartsWithAny(rest, {".", "．", "、"})) return {};
  const bool decimal =
      rest.size() > 1 && rest[0] == '.' && rest[1] >= '0' && rest[1] <= '9';
  return decimal ? Numbering{} : Numbering{digits ? 1 : 3, number};
}

// The paragraphs that are numbered from 1 on right below `head`.
std::vector<Spot> NumberedBelow(const std::vector<TextBlock>& blocks,
                                std::size_t head) {
  std::vector<Spot> run;
  const Numbering own = NumberingOf(blocks[head].text);
  int style = 0;
  for (std::size_t i = head + 1; i < blocks.size() && i < head + kMostBlocks;
       ++i) {
    const Numbering here = NumberingOf(blocks[i].text);
    const int level = blocks[i].level;
    if (level > 0 && blocks[head].level > 0 && level <= blocks[head].level) {
      break;
    }
    if (i == head + 1) style = here.style;
    if (style == 0 || style == own.style) break;
    if (here.style != 0 && here.style == own.style) break;
    if (here.style != style) continue;
    if (here.number != static_cast<int>(run.size()) + 1) break;
    run.push_back({i, 0});
  }
  return run;
}

void FindNumbered(const ReportView& view, const std::vector<TextBlock>& blocks,
                  Checks& checks) {
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const std::string& text = blocks[i].text;
    for (const StatedCount& count : CountsIn(text)) {
      if (text.size() - count.end > kNear) continue;
      const auto run = NumberedBelow(blocks, i);
      if (static_cast<int>(run.size()) != count.value) continue;
      checks.push_back(
          CountCheck(view, CountAt(blocks[i], count), ListedAt(blocks, run)));
      break;
    }
  }
}

}  // namespace

void FindOrdinalLists(const ReportView& view, Checks& checks) {
  const std::vector<TextBlock> blocks = TextBlocksOf(view);
  FindRuns(view, blocks, checks);
  for (const TextBlock& block : blocks) FindPairs(view, block, checks);
  FindNumbered(view, blocks, checks);
}

}  // namespace nianbao::validation

#include "services/validation/marked_lists.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "services/validation/count_checks.h"
#include "services/validation/counts.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

constexpr std::size_t kFewest = 2;
// Bytes between a count and its first bracket: other counts and a mark.
constexpr std::size_t kNear = 24;
// Bytes of the noun that is counted and of a name before it.
constexpr std::size_t kNoun = 6;
constexpr std::size_t kLongestName = 18;

// What the brackets hold that stand side by side from byte `at` on.
std::vector<std::string> BracketsAt(const std::string& text,
                                    const std::vector<int>& nesting,
                                    std::size_t at) {
  std::vector<std::string> items;
  const std::string_view all = text;
  while (at < text.size() && StartsWithAny(all.substr(at), {"（", "("})) {
    const int depth = nesting[at];
    const std::size_t begin = at + CharacterSize(all.substr(at));
    std::size_t end = begin;
    const auto closes = [&] {
      return nesting[end] == depth &&
             StartsWithAny(all.substr(end), {"）", ")"});
    };
    while (end < text.size() && !closes()) {
      end += CharacterSize(all.substr(end));
    }
    if (end >= text.size()) break;
    items.emplace_back(all.substr(begin, end - begin));
    at = end + CharacterSize(all.substr(end));
    while (at < text.size() &&
           StartsWithAny(all.substr(at), {"；", "、", " "})) {
      at += CharacterSize(all.substr(at));
    }
  }
  return items;
}

// How many different words open the items, up to a colon; zero where one has
// none.
int OpeningsOf(const std::vector<std::string>& items) {
  std::set<std::string> openings;
  for (const std::string& item : items) {
    const std::size_t colon = FindAny(item, {"：", ":"});
    if (colon == std::string::npos) return 0;
    openings.insert(item.substr(0, colon));
  }
  return static_cast<int>(openings.size());
}

// "3项：（甲…）（乙…）（丙…）".
std::vector<std::string> BracketsBehind(const CountInText& stated,
                                        const std::vector<int>& nesting) {
  const std::string& text = stated.block->text;
  const StatedCount& count = stated.count;
  const std::string_view behind = std::string_view(text).substr(count.end);
  const std::size_t open = FindAny(behind, {"（", "("});
  if (open == std::string_view::npos || open > kNear ||
      !EndsWithAny(behind.substr(0, open), {"：", ":", "；"}) ||
      HasAny(behind.substr(0, open), {"。", "，其中"})) {
    return {};
  }
  auto items = BracketsAt(text, nesting, count.end + open);
  const bool people = EndsWithAny(std::string_view(text).substr(0, count.end),
                                  {"人", "名", "位"});
  const bool all = static_cast<int>(items.size()) == count.value;
  if (!all && !(people && OpeningsOf(items) == count.value)) return {};
  return items;
}

// The names of clauses in the sentence behind byte `from` that end in `noun`.
std::vector<std::string> NamesOf(std::string_view text, std::size_t from,
                                 std::string_view noun) {
  std::vector<std::string> names;
  std::string_view rest = text.substr(from);
  rest = rest.substr(0, FindAny(rest, {"。", "！"}));
  while (!rest.empty()) {
    const std::size_t end = FindAny(rest, {"，", "；", "：", "、", "\n"});
    const std::string clause = Compact(rest.substr(0, end));
    const std::size_t at = clause.find(noun);
    if (at != std::string::npos && at > 0 && at <= kLongestName) {
      const std::string name = clause.substr(0, at + noun.size());
      if (std::find(names.begin(), names.end(), name) == names.end()) {
        names.push_back(name);
      }
    }
    if (end == std::string_view::npos) break;
    rest.remove_prefix(end + CharacterSize(rest.substr(end)));
  }
  return names;
}

// "2个校区，东校区…，西校区…".
std::vector<std::string> NamesBehind(const CountInText& stated) {
  if (stated.noun.size() != kNoun) return {};
  auto names = NamesOf(stated.block->text, stated.count.end, stated.noun);
  if (static_cast<int>(names.size()) != stated.count.value) return {};
  return names;
}

}  // namespace

std::optional<Check> MarkedList(const ReportView& view,
                                const CountInText& stated,
                                const std::vector<int>& nesting) {
  auto items = BracketsBehind(stated, nesting);
  if (items.size() < kFewest) items = NamesBehind(stated);
  if (items.size() < kFewest) return std::nullopt;
  return CountCheck(view, stated,
                    {stated.count.value, std::move(items), {}, 0});
}

}  // namespace nianbao::validation

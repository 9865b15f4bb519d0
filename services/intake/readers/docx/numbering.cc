#include "services/intake/readers/docx/numbering.h"

#include <string_view>
#include <utility>

#include "services/intake/readers/docx/counted.h"

namespace nianbao::intake {
namespace {

// Patterns of numbers are short; a long one would be printed again and again.
constexpr std::size_t kLongestText = 128;

int LevelOf(pugi::xml_node node) {
  const int level = ToInt(Attribute(node, "ilvl"), 0);
  return level >= 0 && level < Numbering::kLevels ? level : 0;
}

}  // namespace

absl::Status Numbering::Read(OoxmlPackage& package, const std::string& part) {
  if (part.empty()) return absl::OkStatus();
  const absl::Status read =
      package.Visit(part, {"numbering"}, [&](pugi::xml_node node) {
        if (LocalName(node) == "abstractNum") {
          patterns_[std::string(Attribute(node, "abstractNumId"))] =
              ReadPattern(node);
        } else if (LocalName(node) == "num") {
          lists_[std::string(Attribute(node, "numId"))] = ReadList(node);
        }
        return absl::OkStatus();
      });
  LinkPatterns();
  return read;
}

Numbering::Level Numbering::ReadLevel(pugi::xml_node node) {
  Level level;
  level.start = ToInt(ChildValue(node, "start"), 1);
  if (Child(node, "numFmt")) {
    level.format = std::string(ChildValue(node, "numFmt"));
  }
  level.text = std::string(ChildValue(node, "lvlText").substr(0, kLongestText));
  level.style = std::string(ChildValue(node, "pStyle"));
  level.spaced = ChildValue(node, "suff") != "nothing";
  level.legal = IsOn(node, "isLgl");
  if (Child(node, "lvlRestart")) {
    level.restart = ToInt(ChildValue(node, "lvlRestart"), 0);
  }
  return level;
}

Numbering::Pattern Numbering::ReadPattern(pugi::xml_node node) {
  Pattern pattern;
  for (const pugi::xml_node child : node.children()) {
    if (LocalName(child) != "lvl") continue;
    pattern.levels[static_cast<std::size_t>(LevelOf(child))] = ReadLevel(child);
  }
  pattern.style_link = std::string(ChildValue(node, "styleLink"));
  pattern.takes_from = std::string(ChildValue(node, "numStyleLink"));
  return pattern;
}

Numbering::List Numbering::ReadList(pugi::xml_node node) {
  List list;
  list.pattern = std::string(ChildValue(node, "abstractNumId"));
  for (const pugi::xml_node child : node.children()) {
    if (LocalName(child) != "lvlOverride") continue;
    const int level = LevelOf(child);
    if (Child(child, "startOverride")) {
      list.starts[level] = ToInt(ChildValue(child, "startOverride"), 1);
    }
    if (const pugi::xml_node own = Child(child, "lvl")) {
      list.levels[level] = ReadLevel(own);
    }
  }
  return list;
}

// A pattern may only name the list style whose pattern it stands for.
void Numbering::LinkPatterns() {
  std::unordered_map<std::string, std::string> owners;
  for (const auto& [id, pattern] : patterns_) {
    if (!pattern.style_link.empty()) owners[pattern.style_link] = id;
  }
  for (auto& [id, list] : lists_) {
    const auto pattern = patterns_.find(list.pattern);
    if (pattern == patterns_.end()) continue;
    const auto owner = owners.find(pattern->second.takes_from);
    if (owner != owners.end()) list.pattern = owner->second;
  }
}

const Numbering::Level& Numbering::LevelAt(const List& list,
                                           const Pattern& pattern,
                                           int level) const {
  const auto own = list.levels.find(level);
  return own != list.levels.end()
             ? own->second
             : pattern.levels[static_cast<std::size_t>(level)];
}

int Numbering::LevelOfStyle(const std::string& list,
                            const std::string& style) const {
  const auto found = lists_.find(list);
  if (found == lists_.end()) return 0;
  const auto pattern = patterns_.find(found->second.pattern);
  if (pattern == patterns_.end()) return 0;
  for (int i = 0; i < kLevels; ++i) {
    if (LevelAt(found->second, pattern->second, i).style == style) return i;
  }
  return 0;
}

std::optional<ListLabel> Numbering::Next(const std::string& list_id,
                                         int level) {
  const auto found = lists_.find(list_id);
  if (found == lists_.end() || level < 0 || level >= kLevels) {
    return std::nullopt;
  }
  List& list = found->second;
  const auto pattern = patterns_.find(list.pattern);
  if (pattern == patterns_.end()) return std::nullopt;
  if (!std::exchange(list.used, true)) {
    for (const auto& [at, start] : list.starts) {
      pattern->second.counts[static_cast<std::size_t>(at)].reset();
    }
  }
  Count(list, pattern->second, level);
  const Level& shape = LevelAt(list, pattern->second, level);
  if (shape.format == "bullet") return ListLabel{};
  return ListLabel{Print(list, pattern->second, level), shape.spaced};
}

void Numbering::Count(const List& list, Pattern& pattern, int level) const {
  const auto start_of = [&](int at) {
    const auto own = list.starts.find(at);
    return own != list.starts.end() ? own->second
                                    : LevelAt(list, pattern, at).start;
  };
  for (int i = 0; i < level; ++i) {
    auto& count = pattern.counts[static_cast<std::size_t>(i)];
    if (!count) count = start_of(i);
  }
  auto& count = pattern.counts[static_cast<std::size_t>(level)];
  count = count && *count < 1'000'000 ? *count + 1 : start_of(level);
  for (int i = level + 1; i < kLevels; ++i) {
    const auto& restart = LevelAt(list, pattern, i).restart;
    if (!restart || (*restart > 0 && level < *restart)) {
      pattern.counts[static_cast<std::size_t>(i)].reset();
    }
  }
}

std::string Numbering::Print(const List& list, const Pattern& pattern,
                             int level) const {
  const Level& shape = LevelAt(list, pattern, level);
  std::string text;
  for (std::size_t i = 0; i < shape.text.size(); ++i) {
    const char c = shape.text[i];
    const int named = i + 1 < shape.text.size() ? shape.text[i + 1] - '1' : -1;
    if (c != '%' || named < 0 || named >= kLevels) {
      text += c;
      continue;
    }
    ++i;
    const auto& count = pattern.counts[static_cast<std::size_t>(named)];
    const Level& other = LevelAt(list, pattern, named);
    text += Counted(count.value_or(other.start),
                    shape.legal ? "decimal" : std::string_view(other.format));
  }
  return text;
}

}  // namespace nianbao::intake

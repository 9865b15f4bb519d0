#include "services/intake/readers/docx/style_table.h"

#include <array>
#include <string_view>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"

namespace nianbao::intake {
namespace {

// Styles may be based on each other in circles; real chains are short.
constexpr int kLongestChain = 20;
constexpr int kMostLevels = 9;

// The level that a heading style's name ends in: "heading 2", "标题 2".
std::optional<int> LevelOfName(const std::string& name) {
  const std::string lower = absl::AsciiStrToLower(name);
  for (const std::string_view word : {"heading", "标题"}) {
    if (lower.compare(0, word.size(), word) != 0) continue;
    std::string rest = lower.substr(word.size());
    absl::StripAsciiWhitespace(&rest);
    const int level = ToInt(rest, 0);
    if (level >= 1 && level <= kMostLevels) return level;
  }
  return std::nullopt;
}

DocxStyle ReadStyle(pugi::xml_node node) {
  DocxStyle style;
  style.name = std::string(ChildValue(node, "name"));
  style.based_on = std::string(ChildValue(node, "basedOn"));
  style.level = LevelOfName(style.name);
  const pugi::xml_node paragraph = Child(node, "pPr");
  if (Child(paragraph, "outlineLvl")) {
    style.level = LevelOfOutline(ChildValue(paragraph, "outlineLvl"));
  }
  if (const pugi::xml_node list = Child(paragraph, "numPr")) {
    if (Child(list, "numId")) {
      style.list = std::string(ChildValue(list, "numId"));
    }
    if (Child(list, "ilvl"))
      style.list_level = ToInt(ChildValue(list, "ilvl"), 0);
  }
  const pugi::xml_node run = Child(node, "rPr");
  if (Child(run, "vanish")) style.hidden = IsOn(run, "vanish");
  return style;
}

template <typename T>
void Inherit(const std::optional<T>& from, std::optional<T>& to) {
  if (!to) to = from;
}

}  // namespace

int LevelOfOutline(std::string_view value) {
  const int level = ToInt(value, kMostLevels);
  return level >= 0 && level < kMostLevels ? level + 1 : 0;
}

absl::Status StyleTable::Read(OoxmlPackage& package, const std::string& part) {
  if (part.empty()) return absl::OkStatus();
  const absl::Status read =
      package.Visit(part, {"styles"}, [&](pugi::xml_node node) {
        if (LocalName(node) != "style") return absl::OkStatus();
        const std::string id(Attribute(node, "styleId"));
        const std::string_view by_default = Attribute(node, "default");
        if ((by_default == "1" || by_default == "true") &&
            Attribute(node, "type") == "paragraph") {
          default_id_ = id;
        }
        styles_[id] = ReadStyle(node);
        return absl::OkStatus();
      });
  Complete();
  return read;
}

void StyleTable::Complete() {
  const auto given = styles_;
  for (auto& [id, style] : styles_) {
    std::string base = style.based_on;
    for (int i = 0; i < kLongestChain; ++i) {
      const auto found = given.find(base);
      if (found == given.end()) break;
      Inherit(found->second.level, style.level);
      Inherit(found->second.hidden, style.hidden);
      Inherit(found->second.list, style.list);
      Inherit(found->second.list_level, style.list_level);
      base = found->second.based_on;
    }
  }
}

const DocxStyle& StyleTable::Paragraph(const std::string& id) const {
  const auto found = styles_.find(id.empty() ? default_id_ : id);
  return found == styles_.end() ? plain_ : found->second;
}

bool StyleTable::IsHidden(const std::string& character_style) const {
  const auto found = styles_.find(character_style);
  return found != styles_.end() && found->second.hidden.value_or(false);
}

bool IsContentsStyle(const DocxStyle& style) {
  const std::string name = absl::AsciiStrToLower(style.name);
  return absl::StartsWith(name, "toc ") || name == "toc heading" ||
         absl::StartsWith(name, "目录") || name == "table of figures";
}

bool IsCaptionStyle(const DocxStyle& style) {
  const std::string name = absl::AsciiStrToLower(style.name);
  return name == "caption" || name == "题注";
}

}  // namespace nianbao::intake

#include "services/intake/readers/docx/paragraph_shape.h"

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/intake/readers/package/clean_text.h"
#include "services/intake/readers/package/xml_part.h"

namespace nianbao::intake {
namespace {

// Numbers after which no space is printed: 一、 （一） 第一章 is followed by
// one.
bool EndsTight(const std::string& label) {
  for (const char* end : {"、", "）", "．", "，", ")"}) {
    if (absl::EndsWith(label, end)) return true;
  }
  return false;
}

std::optional<ListLabel> ReadLabel(pugi::xml_node look,
                                   const std::string& style_id,
                                   const DocxStyle& style,
                                   Numbering& numbering) {
  const pugi::xml_node own = Child(look, "numPr");
  std::string list = style.list.value_or("");
  if (Child(own, "numId")) list = std::string(ChildValue(own, "numId"));
  if (list.empty() || list == "0") return std::nullopt;
  int level = style.list_level.value_or(numbering.LevelOfStyle(list, style_id));
  if (Child(own, "ilvl")) level = ToInt(ChildValue(own, "ilvl"), 0);
  auto label = numbering.Next(list, level);
  if (label) label->text = CleanText(label->text);
  return label;
}

}  // namespace

ParagraphShape ReadShape(pugi::xml_node paragraph, const StyleTable& styles,
                         Numbering& numbering) {
  const pugi::xml_node look = Child(paragraph, "pPr");
  const std::string style_id(ChildValue(look, "pStyle"));
  const DocxStyle& style = styles.Paragraph(style_id);
  ParagraphShape shape;
  shape.level = style.level.value_or(0);
  if (Child(look, "outlineLvl")) {
    shape.level = LevelOfOutline(ChildValue(look, "outlineLvl"));
  }
  shape.contents = IsContentsStyle(style);
  shape.caption = IsCaptionStyle(style);
  shape.label = ReadLabel(look, style_id, style, numbering);
  return shape;
}

bool IsEndDeleted(pugi::xml_node paragraph) {
  const pugi::xml_node mark = Child(Child(paragraph, "pPr"), "rPr");
  return Child(mark, "del") || Child(mark, "moveFrom");
}

std::string WithLabel(const ParagraphShape& shape, const std::string& text) {
  if (!shape.label || shape.label->text.empty()) return text;
  const std::string& label = shape.label->text;
  if (text.empty()) return label;
  const bool spaced = shape.label->spaced && !EndsTight(label);
  return absl::StrCat(label, spaced ? " " : "", text);
}

}  // namespace nianbao::intake

// Recognises headings by their numbers and shape.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_HEADINGS_H_
#define NIANBAO_SERVICES_INTAKE_READERS_HEADINGS_H_

#include <optional>
#include <string>
#include <string_view>

namespace nianbao::intake {

// How a heading is numbered; a document's first style is its top level.
enum class NumberStyle {
  kNone,           // 前言
  kChapter,        // 第一章
  kHanComma,       // 一、
  kHanBracket,     // （一）
  kArabic,         // 1.  or 1、
  kArabicDotted,   // 1.2, 1.2.3
  kArabicBracket,  // （1）
};

// A heading taken apart.
struct HeadingText {
  NumberStyle style = NumberStyle::kNone;
  // Parts of a dotted number: 2 for "1.2".
  int depth = 1;
  std::string number;
  std::string words;
};

// The heading that `line` is; nothing where it is running text.
std::optional<HeadingText> ParseHeading(std::string_view line);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_HEADINGS_H_

// Paragraph and character styles of a Word document.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_DOCX_STYLE_TABLE_H_
#define NIANBAO_SERVICES_INTAKE_READERS_DOCX_STYLE_TABLE_H_

#include <optional>
#include <string>
#include <unordered_map>

#include "absl/status/status.h"
#include "services/intake/readers/package/ooxml_package.h"

namespace nianbao::intake {

// What a style says, or nothing where it leaves it to the style it is based on.
struct DocxStyle {
  std::string name;
  std::string based_on;
  // Outline level from one; zero for body text.
  std::optional<int> level;
  std::optional<bool> hidden;
  std::optional<std::string> list;
  std::optional<int> list_level;
};

// All styles, each completed from those it is based on.
class StyleTable {
 public:
  // Reads a styles part; an empty name gives no styles.
  absl::Status Read(OoxmlPackage& package, const std::string& part);

  // The style; the default one where `id` is empty, a plain one where it is
  // unknown.
  const DocxStyle& Paragraph(const std::string& id) const;

  // Whether text of a character style is hidden.
  bool IsHidden(const std::string& character_style) const;

 private:
  void Complete();

  std::unordered_map<std::string, DocxStyle> styles_;
  std::string default_id_;
  DocxStyle plain_;
};

// Whether a style is one of a table of contents, by its name.
bool IsContentsStyle(const DocxStyle& style);

// Whether a style is the caption's, by its name.
bool IsCaptionStyle(const DocxStyle& style);

// The level that an outlineLvl value means: zero for body text.
int LevelOfOutline(std::string_view value);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_DOCX_STYLE_TABLE_H_

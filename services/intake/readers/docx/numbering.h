// Automatic numbers of lists and headings, as they are printed.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_DOCX_NUMBERING_H_
#define NIANBAO_SERVICES_INTAKE_READERS_DOCX_NUMBERING_H_

#include <array>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>

#include "absl/status/status.h"
#include "services/intake/readers/package/ooxml_package.h"

namespace nianbao::intake {

// What stands before a numbered paragraph.
struct ListLabel {
  // Such as "1.1" or "一、"; empty for bullets.
  std::string text;
  // Whether a space parts it from the words.
  bool spaced = false;
};

// The lists of a document and how far each has counted. Labels must be asked
// for in the order of the text.
class Numbering {
 public:
  static constexpr int kLevels = 9;

  // Reads a numbering part; an empty name gives no lists.
  absl::Status Read(OoxmlPackage& package, const std::string& part);

  // Counts on and returns the label of the next paragraph of `list` at `level`
  // (from zero); nothing where there is no such list.
  std::optional<ListLabel> Next(const std::string& list, int level);

  // The level of `list` that belongs to a paragraph style; zero where none.
  int LevelOfStyle(const std::string& list, const std::string& style) const;

 private:
  struct Level {
    int start = 1;
    std::string format = "decimal";
    std::string text;
    std::string style;
    bool spaced = true;
    bool legal = false;
    // Level (from one) whose steps restart this one; zero for never.
    std::optional<int> restart;
  };
  using Levels = std::array<Level, kLevels>;
  struct Pattern {
    Levels levels;
    std::array<std::optional<int>, kLevels> counts;
    std::string style_link;
    std::string takes_from;
  };
  struct List {
    std::string pattern;
    std::map<int, int> starts;
    std::map<int, Level> levels;
    bool used = false;
  };

  static Level ReadLevel(pugi::xml_node node);
  static Pattern ReadPattern(pugi::xml_node node);
  static List ReadList(pugi::xml_node node);
  void LinkPatterns();
  const Level& LevelAt(const List& list, const Pattern& pattern,
                       int level) const;
  void Count(const List& list, Pattern& pattern, int level) const;
  std::string Print(const List& list, const Pattern& pattern, int level) const;

  std::unordered_map<std::string, Pattern> patterns_;
  std::unordered_map<std::string, List> lists_;
};

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_DOCX_NUMBERING_H_

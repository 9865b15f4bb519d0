// Colour on a terminal.
#ifndef NIANBAO_SERVICES_CLI_PAINT_H_
#define NIANBAO_SERVICES_CLI_PAINT_H_

#include <string>

#include "services/cli/language.h"

namespace nianbao::cli {

// What a stretch of text is, which decides its colour.
enum class Ink { kStrong, kMuted, kError, kQuery, kGood };

// Puts colour on text, or leaves it as it is.
class Paint {
 public:
  explicit Paint(bool coloured) : coloured_(coloured) {}

  bool coloured() const { return coloured_; }

  // `text` in the colour of `ink`; `text` itself without colours.
  std::string operator()(Ink ink, const std::string& text) const;

 private:
  bool coloured_;
};

// How text for people is set.
struct PrintStyle {
  Language language = Language::kChinese;
  Paint paint{false};
};

}  // namespace nianbao::cli

#endif  // NIANBAO_SERVICES_CLI_PAINT_H_

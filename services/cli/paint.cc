#include "services/cli/paint.h"

namespace nianbao::cli {
namespace {

const char* CodeOf(Ink ink) {
  switch (ink) {
    case Ink::kStrong:
      return "1";
    case Ink::kMuted:
      return "2";
    case Ink::kError:
      return "1;31";
    case Ink::kQuery:
      return "1;33";
    case Ink::kGood:
      return "32";
  }
  return "0";
}

}  // namespace

std::string Paint::operator()(Ink ink, const std::string& text) const {
  if (!coloured_ || text.empty()) return text;
  return std::string("\x1b[") + CodeOf(ink) + "m" + text + "\x1b[0m";
}

}  // namespace nianbao::cli

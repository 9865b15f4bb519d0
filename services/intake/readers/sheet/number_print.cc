#include "services/intake/readers/sheet/number_print.h"

#include <cstddef>

namespace nianbao::intake {
namespace {

using Kind = FormatToken::Kind;

// The places that a section has for digits.
struct Places {
  std::size_t whole = 0;
  // Whole digits that are shown even where they are zeros.
  std::size_t least_whole = 0;
  std::size_t decimals = 0;
  std::size_t least_decimals = 0;
  int percents = 0;
};

Places CountPlaces(const FormatSection& section) {
  Places places;
  bool point = false;
  for (const FormatToken& token : section.tokens) {
    if (token.kind == Kind::kPercent) ++places.percents;
    if (token.kind == Kind::kPoint) point = true;
    if (token.kind != Kind::kDigit) continue;
    if (point) {
      ++places.decimals;
      if (token.text == "0") places.least_decimals = places.decimals;
    } else {
      ++places.whole;
      if (token.text == "0" || places.least_whole > 0) ++places.least_whole;
    }
  }
  return places;
}

// Writes digits into the places of a section.
class DigitWriter {
 public:
  DigitWriter(const std::string& digits, const FormatSection& section,
              const Places& places)
      : section_(section), places_(places) {
    const std::size_t point = digits.find('.');
    whole_ = digits.substr(0, point);
    whole_.erase(0, whole_.find_first_not_of('0'));
    if (whole_.size() < places.least_whole) {
      whole_.insert(0, places.least_whole - whole_.size(), '0');
    }
    if (point != digits.npos) decimals_ = digits.substr(point + 1);
    while (decimals_.size() > places.least_decimals &&
           decimals_.back() == '0') {
      decimals_.pop_back();
    }
  }

  std::string Write() {
    for (const FormatToken& token : section_.tokens) {
      if (token.kind == Kind::kDigit) {
        if (!point_) WriteWhole();
      } else if (token.kind == Kind::kPoint) {
        point_ = true;
        // A section such as ".00" has no place for whole digits.
        if (places_.whole == 0) text_ += whole_;
        if (!decimals_.empty()) text_ += "." + decimals_;
      } else {
        text_ += token.text;
      }
    }
    return text_;
  }

 private:
  // Digits of the next place; the first one takes all that have no place.
  void WriteWhole() {
    const std::size_t right = places_.whole - written_++ - 1;
    if (written_ == 1) {
      for (std::size_t i = whole_.size(); i > right; --i) WriteDigit(i - 1);
    } else if (right < whole_.size()) {
      WriteDigit(right);
    }
  }

  // The digit with `right` digits right of it.
  void WriteDigit(std::size_t right) {
    text_ += whole_[whole_.size() - 1 - right];
    if (section_.grouped && right > 0 && right % 3 == 0) text_ += ',';
  }

  const FormatSection& section_;
  const Places& places_;
  std::string whole_;
  std::string decimals_;
  std::string text_;
  std::size_t written_ = 0;
  bool point_ = false;
};

std::string WithGeneral(const StoredNumber& number,
                        const FormatSection& section) {
  std::string text;
  for (const FormatToken& token : section.tokens) {
    text += token.kind == Kind::kGeneral ? number.General() : token.text;
  }
  return text;
}

}  // namespace

std::string PrintNumber(const StoredNumber& number,
                        const FormatSection& section) {
  if (section.unusual) return number.General();
  for (const FormatToken& token : section.tokens) {
    if (token.kind == Kind::kGeneral) return WithGeneral(number, section);
  }
  const Places places = CountPlaces(section);
  const StoredNumber scaled =
      number.Shifted(2 * places.percents - 3 * section.thousands);
  return DigitWriter(scaled.Rounded(static_cast<int>(places.decimals)), section,
                     places)
      .Write();
}

}  // namespace nianbao::intake

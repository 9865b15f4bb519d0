// Finds the numbers of a text and tells figures from dates, names and the like.
#ifndef NIANBAO_SERVICES_INTAKE_READING_FIGURE_SCANNER_H_
#define NIANBAO_SERVICES_INTAKE_READING_FIGURE_SCANNER_H_

#include <string>
#include <vector>

#include "nianbao/fact/v1/fact.pb.h"
#include "services/intake/reading/chars.h"
#include "services/intake/reading/lexicon.h"

namespace nianbao::intake {

// What a number in a text is.
enum class NumberKind {
  // Says how many or how much.
  kFigure,
  // A year, date, time or document number.
  kDate,
  // A rank, section number or grade.
  kOrdinal,
  // Part of a name or set phrase.
  kName,
  // A measure that belongs to a noun, as in 90学时培训.
  kModifier,
  // Digits without any measure, which count as part of a name.
  kBare,
};

// Which end of a range a number is, as in 20-30% and 两三个. Each end of a
// range is a bound of what is meant, by its hedge.
enum class RangePart { kNone, kLow, kHigh };

// A number in a text. Places are characters.
struct Number {
  // With hedges and unit.
  int begin = 0;
  int end = 0;
  NumberKind kind = NumberKind::kFigure;
  nianbao::fact::v1::Figure figure;
  // Whether the unit counts single things (人, 个, 项), so that what is counted
  // may stand behind it.
  bool classifier = false;
  RangePart range = RangePart::kNone;
  // What an arrow at the number says: "增加" for ↑, "减少" for ↓; empty for
  // none.
  std::string direction;
};

// All numbers of the text in order; they do not overlap.
std::vector<Number> ScanNumbers(const Chars& text, const Lexicon& lexicon);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_FIGURE_SCANNER_H_

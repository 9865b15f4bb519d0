// Words of a PDF's pages and the boxes that they are printed in.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_PDF_WORD_BOXES_H_
#define NIANBAO_SERVICES_INTAKE_READERS_PDF_WORD_BOXES_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace nianbao::intake {

// A stretch of print without gaps, in points from the page's upper left.
struct WordBox {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  std::string text;

  double center() const { return (top + bottom) / 2; }
  double width() const { return right - left; }
  double height() const { return bottom - top; }
};

// A page and its words, in no order.
struct BoxPage {
  double width = 0;
  double height = 0;
  std::vector<WordBox> words;
};

// Parses what `pdftotext -bbox` prints. Words without a readable box or text
// are left out. InvalidArgument with reason DAMAGED_FILE where the print has
// no end, FILE_TOO_LARGE above 20,000 pages or 2,000,000 words.
absl::StatusOr<std::vector<BoxPage>> ParseWordBoxes(std::string_view print);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_PDF_WORD_BOXES_H_

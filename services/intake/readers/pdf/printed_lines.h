// Lines of printed pages.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_PDF_PRINTED_LINES_H_
#define NIANBAO_SERVICES_INTAKE_READERS_PDF_PRINTED_LINES_H_

#include <string>
#include <vector>

#include "services/intake/readers/pdf/word_boxes.h"

namespace nianbao::intake {

// A stretch of a line between gaps that are wider than those between words.
struct Segment {
  double left = 0;
  double right = 0;
  std::vector<WordBox> words;

  double middle() const { return (left + right) / 2; }
};

// Words that stand beside each other.
struct PrintedLine {
  int page = 0;  // counted from one
  double top = 0;
  double bottom = 0;
  // Middle of its height.
  double center = 0;
  // Size of a Han character.
  double em = 0;
  // From left to right.
  std::vector<Segment> segments;
  // Space before and behind it within its page's text, in its em. A negative
  // one stands out of the text.
  double indent = 0;
  double slack = 0;

  double left() const { return segments.front().left; }
  double right() const { return segments.back().right; }
};

// A page's lines from top to bottom.
struct PrintedPage {
  double width = 0;
  double height = 0;
  std::vector<PrintedLine> lines;
};

// Words joined as printed: a blank stands only where digits or Latin letters
// meet over a gap, or Han characters over a wide one.
std::string JoinWords(const std::vector<WordBox>& words, double em);

// Text of a line; a tab stands between its segments.
std::string TextOf(const PrintedLine& line);

// Groups the words of pages to lines; indents and slacks stay zero.
std::vector<PrintedPage> PrintLines(std::vector<BoxPage> pages);

// Finds where the text of each page begins and ends and sets the indents and
// slacks of its lines.
void SetMargins(std::vector<PrintedPage>& pages);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_PDF_PRINTED_LINES_H_

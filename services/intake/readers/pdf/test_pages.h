// Printed pages for tests.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_PDF_TEST_PAGES_H_
#define NIANBAO_SERVICES_INTAKE_READERS_PDF_TEST_PAGES_H_

#include <string>
#include <vector>

#include "nianbao/document/v1/document.pb.h"
#include "services/intake/readers/pdf/word_boxes.h"

namespace nianbao::intake {

// Sets type of ten points on a page as wide as forty Han characters, whose text
// begins at 100 and ends at 500 points.
class TestPage {
 public:
  // Puts words at a place; letters and digits are half as wide as others.
  // `line` counts lines of fifteen points from the top, halves too.
  TestPage& Put(double left, double line, const std::string& text);

  // Puts words over the middle of a column.
  TestPage& Centre(double middle, double line, const std::string& text);

  // A line of running text from the left edge, or indented.
  TestPage& Line(double line, const std::string& text, bool indented = false);

  const BoxPage& page() const { return page_; }

 private:
  BoxPage page_{600, 800, {}};
};

// Forty characters that end in the middle of a sentence.
std::string FullLine();

// The document of pages; fails the test where they can't be read.
nianbao::document::v1::Document DocumentOf(const std::vector<TestPage>& pages);

// A line for each block: "# number words", text, or rows of cells parted by
// "|", where spans are shown as "text/rows×columns".
std::vector<std::string> Shown(const nianbao::document::v1::Document& document);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_PDF_TEST_PAGES_H_

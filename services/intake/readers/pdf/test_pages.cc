#include "services/intake/readers/pdf/test_pages.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "services/core/document.h"
#include "services/intake/readers/pdf/layout_reader.h"
#include "services/intake/reading/chars.h"

namespace nianbao::intake {
namespace {

constexpr double kSize = 10;
constexpr double kPitch = 15;
constexpr double kLeft = 100;

double WidthOf(const std::string& text) {
  const Chars chars(text);
  double width = 0;
  for (int i = 0; i < chars.size(); ++i) {
    width += chars[i] < 0x80 ? kSize / 2 : kSize;
  }
  return width;
}

std::string CellText(const nianbao::document::v1::Cell& cell) {
  std::string text = core::TextOf(cell.runs());
  const int rows = std::max(cell.row_span(), 1);
  const int columns = std::max(cell.column_span(), 1);
  if (rows > 1 || columns > 1) absl::StrAppend(&text, "/", rows, "x", columns);
  return text;
}

std::string TableText(const nianbao::document::v1::Table& table) {
  std::string text = table.caption().empty() ? "" : table.caption() + ":";
  for (const auto& row : table.rows()) {
    if (!text.empty()) text += "\n";
    for (int i = 0; i < row.cells_size(); ++i) {
      if (i > 0) text += "|";
      text += CellText(row.cells(i));
    }
  }
  return text;
}

}  // namespace

TestPage& TestPage::Put(double left, double line, const std::string& text) {
  const double top = 60 + line * kPitch;
  page_.words.push_back(
      {left, top - 6.5, left + WidthOf(text), top + 6.5, text});
  return *this;
}

TestPage& TestPage::Centre(double middle, double line,
                           const std::string& text) {
  return Put(middle - WidthOf(text) / 2, line, text);
}

TestPage& TestPage::Line(double line, const std::string& text, bool indented) {
  return Put(indented ? kLeft + 2 * kSize : kLeft, line, text);
}

std::string FullLine() {
  std::string line;
  for (int i = 0; i < 10; ++i) line += "学校概况";
  return line;
}

nianbao::document::v1::Document DocumentOf(const std::vector<TestPage>& pages) {
  std::vector<BoxPage> boxes;
  for (const TestPage& page : pages) boxes.push_back(page.page());
  const auto document = ReadLayout(boxes);
  EXPECT_TRUE(document.ok()) << document.status();
  return document.value_or(nianbao::document::v1::Document());
}

std::vector<std::string> Shown(
    const nianbao::document::v1::Document& document) {
  std::vector<std::string> shown;
  for (const auto& block : document.blocks()) {
    if (block.has_table()) {
      shown.push_back(TableText(block.table()));
    } else if (block.has_heading()) {
      shown.push_back(absl::StrCat("# ", block.heading().number(), " ",
                                   core::TextOf(block.heading().runs())));
    } else {
      shown.push_back(core::TextOf(block));
    }
  }
  return shown;
}

}  // namespace nianbao::intake

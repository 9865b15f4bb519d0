// Small Word and Excel files made for tests.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_PACKAGE_TEST_FILES_H_
#define NIANBAO_SERVICES_INTAKE_READERS_PACKAGE_TEST_FILES_H_

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "nianbao/document/v1/document.pb.h"

namespace nianbao::intake {

// Parts of a package by name.
using TestParts = std::map<std::string, std::string>;

// A zip file of these parts, packed.
std::string MakeZip(const TestParts& parts);

// A Word file whose body is `body`. `parts` may hold "styles", "numbering",
// "footnotes" and "endnotes": what stands inside their root elements. Others
// are added under their own names.
std::string MakeDocx(const std::string& body, const TestParts& parts = {});

// A sheet of a workbook: its name, state and what stands inside <worksheet>.
struct TestSheet {
  std::string name;
  std::string xml;
  std::string state;
};

// An Excel file. `parts` may hold "styles" and "sharedStrings": what stands
// inside their root elements.
std::string MakeXlsx(const std::vector<TestSheet>& sheets,
                     const TestParts& parts = {});

// A paragraph of one run.
std::string Para(const std::string& text, const std::string& look = "");

// A <sheetData> of rows of numbers and texts: a cell that begins with "="
// stands for a number, a blank one for none.
std::string Rows(const std::vector<std::vector<std::string>>& rows);

// What a document shows, a line for each block or row: "#2 1.1|words" for a
// heading; "[caption] text" for a paragraph with a role; "!a<2|b^2" for a head
// row whose cells cover two columns and two rows; "|a|b" for other rows;
// "[note] text" for notes.
std::vector<std::string> Shown(const nianbao::document::v1::Document& document);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_PACKAGE_TEST_FILES_H_

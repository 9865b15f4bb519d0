// Tables of plain text.
#ifndef NIANBAO_SERVICES_CLI_TEXT_TABLE_H_
#define NIANBAO_SERVICES_CLI_TEXT_TABLE_H_

#include <string>
#include <vector>

namespace nianbao::cli {

// Where the text of a column stands.
enum class Align { kLeft, kRight };

// A table whose columns are as wide as their widest cell.
class TextTable {
 public:
  explicit TextTable(std::vector<Align> columns);

  // Adds a row of as many cells as there are columns.
  void Add(std::vector<std::string> cells);

  bool empty() const { return rows_.empty(); }

  // The rows, each on a line that `indent` begins; no spaces at line ends.
  std::string Text(const std::string& indent) const;

 private:
  std::vector<Align> columns_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace nianbao::cli

#endif  // NIANBAO_SERVICES_CLI_TEXT_TABLE_H_

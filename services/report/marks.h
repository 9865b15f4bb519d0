// Which stretches of the submitted document are figures and what marks them.
#ifndef NIANBAO_SERVICES_REPORT_MARKS_H_
#define NIANBAO_SERVICES_REPORT_MARKS_H_

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "nianbao/document/v1/document.pb.h"
#include "nianbao/validation/v1/validation.pb.h"
#include "services/core/document.h"
#include "services/core/fact_table.h"

namespace nianbao::report {

// A stretch of a block's or cell's text that prints a figure.
struct Mark {
  int begin = 0;
  int end = 0;
  // Identifier of the fact; empty for a figure that is none.
  std::string fact;
  // Identifiers of the findings that it takes part in, in finding order.
  std::vector<std::string> findings;
  nianbao::document::v1::Run::Style style =
      nianbao::document::v1::Run::STYLE_UNSPECIFIED;
};

// All marks of a document.
class Marks {
 public:
  // Marks of the facts alone.
  Marks(const core::BlockIndex& blocks, const core::Facts& facts);

  // Adds what `checks` say: the figure that a finding judges is set as error
  // or query, all its figures carry the finding, and figures that were only
  // ever found consistent are set as good.
  void Add(const std::vector<nianbao::validation::v1::Check>& checks);

  // Marks of a block's text in order; none overlap.
  const std::vector<Mark>& OfText(const std::string& block) const;
  // Marks of a table's cell; `row` and `column` as in Place.
  const std::vector<Mark>& OfCell(const std::string& block, int row,
                                  int column) const;

 private:
  using Key = std::tuple<std::string, int, int>;
  Key KeyOf(const nianbao::document::v1::Place& place) const;
  Mark* Put(const nianbao::document::v1::Place& place, const std::string& fact);
  Mark* MarkOf(const nianbao::validation::v1::Check::Operand& operand);
  void AddFinding(const nianbao::validation::v1::Check& check);
  void AddConsistent(const nianbao::validation::v1::Check& check);

  const core::BlockIndex& blocks_;
  std::map<Key, std::vector<Mark>> marks_;
  std::map<std::string, nianbao::document::v1::Place> places_;
};

}  // namespace nianbao::report

#endif  // NIANBAO_SERVICES_REPORT_MARKS_H_

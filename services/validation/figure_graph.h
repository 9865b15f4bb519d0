// Figures and the relations between them, as a graph.
#ifndef NIANBAO_SERVICES_VALIDATION_FIGURE_GRAPH_H_
#define NIANBAO_SERVICES_VALIDATION_FIGURE_GRAPH_H_

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "services/core/catalogue.h"
#include "services/validation/check_maker.h"
#include "services/validation/datum.h"
#include "services/validation/equation.h"
#include "services/validation/print.h"

namespace nianbao::validation {

// One value of the report and all its prints: those that a check found to be
// of one thing. The finest print comes first.
struct Value {
  std::vector<std::size_t> prints;
  // Relations that it takes part in, each once.
  std::vector<std::size_t> relations;
};

// A check with a verdict.
struct GraphRelation {
  const Check* check = nullptr;
  // Prints and their values in the order of the check's operands.
  std::vector<std::size_t> prints;
  std::vector<std::size_t> values;
  // Null where it can't be judged anew.
  std::unique_ptr<Equation> equation;

  bool holds() const;
};

// New digits for some values, by value; for the digits of the finest print.
using Change = std::map<std::size_t, std::string>;

// The values of the figures of checks that do not hold, all relations of these
// values, and how they fare when values change. Holds pointers into the checks
// and data given, which must outlive it.
class FigureGraph {
 public:
  FigureGraph(const Checks& checks, const Data& data,
              const core::Catalogue& catalogue);

  const std::vector<Print>& prints() const { return prints_; }
  const std::vector<Value>& values() const { return values_; }
  const std::vector<GraphRelation>& relations() const { return relations_; }

  // The print that stands for a value.
  const Print& Finest(std::size_t value) const {
    return prints_[values_[value].prints.front()];
  }

  // Relations that do not hold and can be judged anew, in check order.
  std::vector<std::size_t> Broken() const;

  // The figures of a relation after a change, in operand order; nothing where a
  // print can't take the digits.
  std::optional<Quantities> FiguresOf(std::size_t relation,
                                      const Change& change) const;

  // The verdict of a relation after a change; undecided where it can't be
  // judged anew.
  core::Verdict Judge(std::size_t relation, const Change& change) const;

  // The digits that a print has after a change of its value.
  std::string DigitsAfter(std::size_t print, const std::string& digits) const;

  // The value of the operand; nothing where it is no figure of the graph.
  std::optional<std::size_t> ValueOf(const Check::Operand& operand) const;

 private:
  void AddPrints(const Check& check, const Data& data,
                 const core::Catalogue& catalogue);
  // Print of the operand; nothing where its digits are no number.
  std::optional<std::size_t> PrintAt(const Check::Operand& operand) const;
  std::size_t RootOf(std::size_t print) const;
  void Join(std::size_t a, std::size_t b);
  void JoinPlaces(const Check& check);
  void MakeValues();
  void AddRelation(const Check& check, const core::Catalogue& catalogue);

  std::map<std::string, std::size_t> print_by_key_;
  std::vector<Print> prints_;
  std::vector<std::size_t> joined_;
  std::vector<std::size_t> value_of_print_;
  std::vector<Value> values_;
  std::vector<GraphRelation> relations_;
};

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_FIGURE_GRAPH_H_

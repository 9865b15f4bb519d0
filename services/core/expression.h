// The expression language of indicators, rules and standards.
//
//   relation := expr op expr | "attainable" "(" ref "," expr ")"
//   op       := "=" | "<=" | ">=" | "<" | ">"
//   expr     := term (("+" | "-") term)*
//   term     := factor (("*" | "/") factor)*
//   factor   := NUMBER | ref | "(" expr ")" | "-" factor
//             | ("sum" | "min" | "max" | "mean") "(" expr ("," expr)* ")"
//   ref      := CODE ["@-" DIGITS] ["[*]"]
//
// A reference is an indicator's code; "@-1" is last year's figure, "[*]" each
// of the figures that have dimensions, such as one for each 专业.
#ifndef NIANBAO_SERVICES_CORE_EXPRESSION_H_
#define NIANBAO_SERVICES_CORE_EXPRESSION_H_

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "nianbao/catalogue/v1/catalogue.pb.h"
#include "services/core/interval.h"
#include "services/core/quantity.h"
#include "services/core/verdict.h"

namespace nianbao::core {

// A figure that an expression asks for.
struct Reference {
  std::string code;
  // Years before the year of evaluation: 1 for "@-1".
  int years_back = 0;
  // Whether "[*]" stood behind it.
  bool each = false;

  friend bool operator==(const Reference&, const Reference&) = default;
};

using nianbao::catalogue::v1::MissingPolicy;

// A figure for a reference; nothing where it is blank.
using Lookup = std::function<std::optional<Quantity>(const Reference&)>;

// What to take of a figure.
enum class Reading {
  // The printed number as if it were exact.
  kPrinted,
  // All true values that print like it.
  kInterval,
};

// An arithmetic expression. Immutable; safe for use from any thread.
class Expression {
 public:
  // InvalidArgument shows the line with a caret under the first error.
  static absl::StatusOr<Expression> Parse(std::string_view text);

  // References in order of first appearance, each once.
  const std::vector<Reference>& references() const { return references_; }

  // The value; nothing where a figure it needs is blank or a divisor may be
  // zero. With `blank_is_zero`, blanks count as zero as long as one figure is
  // present.
  std::optional<Interval> Evaluate(const Lookup& lookup, Reading reading,
                                   bool blank_is_zero = false) const;

  // The reference where the expression is nothing else; null otherwise.
  const Reference* AsReference() const;

  const std::string& text() const { return text_; }

  struct Node;  // defined in expression_node.h

  // For those who compile it into another form.
  const Node& root() const { return *root_; }

 private:
  friend class Relation;
  Expression(std::shared_ptr<const Node> root, std::string text);

  std::shared_ptr<const Node> root_;
  std::vector<Reference> references_;
  std::string text_;
};

// What a relation comes to.
struct RelationResult {
  Verdict verdict = Verdict::VERDICT_UNDECIDED;
  // Both sides where they could be computed.
  std::optional<Interval> left;
  std::optional<Interval> right;
  // References whose figures are blank; the verdict is undecided then, unless
  // blanks count as zero.
  std::vector<Reference> blanks;
};

// A relation between two expressions. Immutable; safe from any thread.
class Relation {
 public:
  // InvalidArgument shows the line with a caret under the first error.
  static absl::StatusOr<Relation> Parse(std::string_view text);

  // References of both sides, left side first, each once.
  const std::vector<Reference>& references() const { return references_; }

  // Judges the relation. Where the left side of "=" is one reference, its
  // figure's rounding decides; "attainable" judges a percentage. A vague figure
  // on either side makes undecided of contradicted. A divisor that may be zero
  // is undecided without blanks. A reference that is named twice counts as two
  // independent figures, which only widens the sides. With
  // MISSING_POLICY_ZERO a blank counts as zero on a side where another figure
  // is present.
  RelationResult Evaluate(
      const Lookup& lookup,
      MissingPolicy missing = MissingPolicy::MISSING_POLICY_UNSPECIFIED) const;

  const Expression& left() const { return left_; }
  const Expression& right() const { return right_; }
  Operator relation() const { return operator_; }
  bool attainable() const { return attainable_; }
  const std::string& text() const { return text_; }

 private:
  Relation(Expression left, Operator op, Expression right, bool attainable,
           std::string text);

  Expression left_;
  Operator operator_;
  Expression right_;
  bool attainable_;
  std::vector<Reference> references_;
  std::string text_;
};

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_EXPRESSION_H_

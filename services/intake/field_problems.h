// Problems of a request's fields, all of them.
#ifndef NIANBAO_SERVICES_INTAKE_FIELD_PROBLEMS_H_
#define NIANBAO_SERVICES_INTAKE_FIELD_PROBLEMS_H_

#include <map>
#include <string>
#include <vector>

#include "absl/status/status.h"

namespace nianbao::intake {

// Collects problems. Those that elements of one list share are told together:
// "facts[0,3-7].period".
class FieldProblems {
 public:
  // A problem of a field such as "requests[2].edition".
  void Add(const std::string& field, const std::string& what);

  // A problem of element `index` of `list`; `field` is the field in it, or
  // empty for the element as a whole.
  void AddOf(const std::string& list, int index, const std::string& field,
             const std::string& what);

  // OK where there is none; otherwise InvalidArgument with every problem as a
  // field violation.
  absl::Status ToStatus() const;

 private:
  struct Key {
    std::string list;
    std::string field;
    std::string what;
  };

  struct Problem {
    Key key;
    // Empty where it is not of a list.
    std::vector<int> indexes;
  };

  std::vector<Problem> problems_;
  // Where a problem of a list stands in `problems_`.
  std::map<std::string, std::size_t> known_;
};

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_FIELD_PROBLEMS_H_

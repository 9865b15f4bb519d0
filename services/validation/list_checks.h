// Checks of the lists of one paragraph.
#ifndef NIANBAO_SERVICES_VALIDATION_LIST_CHECKS_H_
#define NIANBAO_SERVICES_VALIDATION_LIST_CHECKS_H_

#include <set>
#include <vector>

#include "services/validation/check_maker.h"
#include "services/validation/list_items.h"
#include "services/validation/passage.h"
#include "services/validation/sum_checks.h"

namespace nianbao::validation {

// Makes the checks and remembers which wholes have their parts.
class ListChecks {
 public:
  ListChecks(const Passage& passage, Checks& checks)
      : passage_(passage), checks_(checks) {}

  const Passage& passage() const { return passage_; }

  // Whether a figure can be a whole or a part: a plain amount without a hedge.
  bool IsPlain(int mention) const;

  // Whether the figure already has its parts.
  bool IsDone(int whole) const { return done_.count(whole) > 0; }

  StatedSum SumOf(int whole, const std::vector<ListItem>& items) const;

  // Adds a check for a whole.
  void Add(int whole, Check check);

  // Adds the sum of the leading items that make up the whole, and the sums of
  // their own parts among the items; false where none make it up.
  bool TryCover(int whole, const std::vector<ListItem>& items, bool to_end);

 private:
  const Passage& passage_;
  Checks& checks_;
  std::set<int> done_;
};

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_LIST_CHECKS_H_

// Lists of figures in a sentence and which of them make up a whole.
#ifndef NIANBAO_SERVICES_VALIDATION_LIST_ITEMS_H_
#define NIANBAO_SERVICES_VALIDATION_LIST_ITEMS_H_

#include <optional>
#include <vector>

#include "services/validation/passage.h"

namespace nianbao::validation {

// An item of a list.
struct ListItem {
  int mention = 0;
  // -1 for what is taken away, such as 停办2个.
  int sign = 1;
};

// Amounts among the mentions [first, last) that can be parts of `whole`: of its
// unit, at the bracket depth `depth`, no changes, no averages,
// no hedged figures.
std::vector<ListItem> ItemsBetween(const Passage& passage, int first, int last,
                                   const Datum& whole, int depth);

// The mention in (first, last) before which a comparison or a total ends the
// list that starts at `first`; `last` where nothing does.
int ListEnd(const Passage& passage, int first, int last);

// Whether a figure with 约, 余 and the like stands in the items' sentence
// before the byte `end`: it may be one of them, which ItemsBetween leaves out.
bool HasHedgedItem(const Passage& passage, const std::vector<ListItem>& items,
                   int end);

// Whether the text between the items says that they are not all: 等, 另; or a
// hedged one may be among them.
bool IsOpenList(const Passage& passage, const std::vector<ListItem>& items,
                int end);

// The items, from the first on, that together print as `whole`; an item's own
// parts, which follow it and make it up, are left out. Empty where none do.
// With `to_end`, they must use up the list.
std::vector<ListItem> Cover(const Passage& passage,
                            const std::vector<ListItem>& items,
                            const Datum& whole, bool to_end);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_LIST_ITEMS_H_

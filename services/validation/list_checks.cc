#include "services/validation/list_checks.h"

#include <utility>

namespace nianbao::validation {

bool ListChecks::IsPlain(int mention) const {
  const Mention& it = passage_.at(mention);
  return !it.change && !IsPercent(*it.datum) && !IsPercentPoint(*it.datum) &&
         !IsHedged(*it.datum);
}

StatedSum ListChecks::SumOf(int whole,
                            const std::vector<ListItem>& items) const {
  StatedSum sum{passage_.at(whole).datum, {}, {}};
  for (const ListItem& item : items) {
    sum.items.push_back(passage_.at(item.mention).datum);
    sum.signs.push_back(item.sign);
  }
  return sum;
}

void ListChecks::Add(int whole, Check check) {
  done_.insert(whole);
  checks_.push_back(std::move(check));
}

bool ListChecks::TryCover(int whole, const std::vector<ListItem>& items,
                          bool to_end) {
  const auto taken = Cover(passage_, items, *passage_.at(whole).datum, to_end);
  if (taken.empty()) return false;
  Add(whole, SumThatFits(SumOf(whole, taken)));
  for (std::size_t i = 0; i + 1 < taken.size(); ++i) {
    std::vector<ListItem> own;
    for (const ListItem& item : items) {
      if (item.mention > taken[i].mention &&
          item.mention < taken[i + 1].mention) {
        own.push_back(item);
      }
    }
    if (own.size() < 2) continue;
    Add(taken[i].mention, SumThatFits(SumOf(taken[i].mention, own)));
  }
  return true;
}

}  // namespace nianbao::validation

// Whether the members of a list can overlap, from how they are named.
#ifndef NIANBAO_SERVICES_VALIDATION_PARTITION_H_
#define NIANBAO_SERVICES_VALIDATION_PARTITION_H_

#include <string>
#include <vector>

namespace nianbao::validation {

// How a list of names stands to what it lists.
struct Partition {
  // Leading names of the list that are alternatives to each other, such as
  // 省级, 市级, 校级 or 编内, 编外; zero where there are none.
  int alternatives = 0;
  // Whether those leave nothing out, as 编内 and 编外 do.
  bool exhaustive = false;
};

Partition PartitionOf(const std::vector<std::string>& names);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_PARTITION_H_

// Schools and regions as a tree that changes from day to day.
#ifndef NIANBAO_SERVICES_CORE_ORGANISATION_TREE_H_
#define NIANBAO_SERVICES_CORE_ORGANISATION_TREE_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "nianbao/intake/v1/organisation.pb.h"

namespace nianbao::core {

// Entries of organisations by code and day. Days are "YYYY-MM-DD", which
// compare as text. Immutable; safe for use from any thread.
class OrganisationTree {
 public:
  using Organisation = nianbao::intake::v1::Organisation;

  // Takes entries whose days do not overlap for one code, as the registry keeps
  // them; in any order.
  explicit OrganisationTree(std::vector<Organisation> entries);

  // The entry of `code` that holds on `day`; null where there is none.
  const Organisation* Find(std::string_view code, std::string_view day) const;

  // The organisation of `level` at or above `code` on `day`; null where there
  // is none.
  const Organisation* Above(std::string_view code, Organisation::Level level,
                            std::string_view day) const;

  // Schools that hold on `day`, in the order of their codes.
  std::vector<const Organisation*> SchoolsOn(std::string_view day) const;

  // Where the figures that `code` had on `from` belong on `to`: itself where it
  // still is or was closed without successors, the one that it was merged into,
  // over as many steps as it takes; empty where it was split on the way, so
  // that its figures can't be followed.
  std::string Heir(std::string_view code, std::string_view from,
                   std::string_view to) const;

  // All entries, in the order of codes and first days.
  const std::vector<Organisation>& entries() const { return entries_; }

 private:
  std::vector<Organisation> entries_;
  // Entries of one code stand together: the first of them.
  std::map<std::string, std::size_t, std::less<>> first_;
};

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_ORGANISATION_TREE_H_

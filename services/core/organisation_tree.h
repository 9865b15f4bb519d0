// Schools and regions as a tree that changes from day to day.
#ifndef NIANBAO_SERVICES_CORE_ORGANISATION_TREE_H_
#define NIANBAO_SERVICES_CORE_ORGANISATION_TREE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "nianbao/intake/v1/organisation.pb.h"

namespace nianbao::core {

// Entries of organisations by code and day. Days are "YYYY-MM-DD", which
// compare as text. Immutable; safe for use from any thread.
class OrganisationTree {
 public:
  using Organisation = nianbao::intake::v1::Organisation;

  // No organisation at all.
  OrganisationTree() = default;

  // Takes entries whose days do not overlap for one code, as the registry keeps
  // them; in any order.
  explicit OrganisationTree(std::vector<Organisation> entries);

  // The entry of `code` that holds on `day`; null where there is none.
  const Organisation* Find(std::string_view code, std::string_view day) const;

  // The last entry of `code`; null where there is none.
  const Organisation* Last(std::string_view code) const;

  // The organisation of `level` at or above `code` on `day`; null where there
  // is none.
  const Organisation* Above(std::string_view code, Organisation::Level level,
                            std::string_view day) const;

  // Whether `code` stood below `above` on `day`, at any depth; nothing stands
  // below itself.
  bool IsBelow(std::string_view code, std::string_view above,
               std::string_view day) const;

  // Whether the organisation of `entry` stood below `above`, at any depth, on
  // some day of the entry.
  bool WasBelow(const Organisation& entry, std::string_view above) const;

  // Schools that hold on `day`, in the order of their codes.
  std::vector<const Organisation*> SchoolsOn(std::string_view day) const;

  // Where the figures that `code` had on `from` belong on `to`: itself where it
  // still is, was closed without successors, or is not known, the one that it
  // was merged into, over as many steps as it takes; empty where it was split
  // on the way, so that its figures can't be followed. Itself, too, where `to`
  // is not behind `from`.
  std::string Heir(std::string_view code, std::string_view from,
                   std::string_view to) const;

  // All entries, in the order of codes and first days.
  const std::vector<Organisation>& entries() const { return entries_; }

  // All entries of `code`, in the order of their first days: the index of the
  // first in entries() and of the one behind the last.
  struct Range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  Range EntriesOf(std::string_view code) const;

 private:
  // The first entry of `code` that holds on a day behind `day`, or later; null
  // where there is none.
  const Organisation* FirstBehind(std::string_view code,
                                  std::string_view day) const;

  std::vector<Organisation> entries_;
  absl::flat_hash_map<std::string, Range> ranges_;
};

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_ORGANISATION_TREE_H_

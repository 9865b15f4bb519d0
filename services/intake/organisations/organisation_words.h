// Words of files of organisations, as the catalogue's code tables have them.
#ifndef NIANBAO_SERVICES_INTAKE_ORGANISATIONS_ORGANISATION_WORDS_H_
#define NIANBAO_SERVICES_INTAKE_ORGANISATIONS_ORGANISATION_WORDS_H_

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "nianbao/catalogue/v1/catalogue.pb.h"
#include "nianbao/intake/v1/organisation.pb.h"
#include "services/core/catalogue.h"

namespace nianbao::intake {

// What a column holds.
enum class OrganisationColumn {
  kCode,
  kLevel,
  kTitle,
  kParent,
  kSchoolClass,
  kValidFrom,
  kValidTo,
  kEnding,
  kSuccessors,
};
inline constexpr std::size_t kOrganisationColumns = 9;

// Finds words without regard to spaces, width and punctuation. Immutable; safe
// for use from any thread.
class OrganisationWords {
 public:
  using Organisation = nianbao::intake::v1::Organisation;

  // The catalogue outlives it.
  explicit OrganisationWords(const core::Catalogue& catalogue);

  std::optional<OrganisationColumn> Column(std::string_view head) const;
  std::optional<Organisation::Level> Level(std::string_view word) const;
  std::optional<Organisation::Ending> Ending(std::string_view word) const;

  // The code of a school's class by its code or name.
  std::optional<std::string> SchoolClass(std::string_view word) const;

  // The usual head of a column.
  const std::string& Head(OrganisationColumn column) const;

  // Usual words, for messages: "学校、县区、地市、省".
  const std::string& levels() const { return levels_.names; }
  const std::string& endings() const { return endings_.names; }
  const std::string& school_classes() const { return classes_.names; }

 private:
  // Codes of a table by its words.
  struct Table {
    std::map<std::string, std::string, std::less<>> codes;
    std::string names;
  };

  static Table TableOf(const core::Catalogue& catalogue, std::string_view code);
  static std::optional<std::string> Find(const Table& table,
                                         std::string_view word);

  const Table columns_;
  const Table levels_;
  const Table endings_;
  const Table classes_;
  std::array<std::string, kOrganisationColumns> heads_;
};

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_ORGANISATIONS_ORGANISATION_WORDS_H_

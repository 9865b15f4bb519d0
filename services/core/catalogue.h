// The catalogue with its self-check and indexes.
#ifndef NIANBAO_SERVICES_CORE_CATALOGUE_H_
#define NIANBAO_SERVICES_CORE_CATALOGUE_H_

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "nianbao/catalogue/v1/catalogue.pb.h"
#include "services/core/expression.h"

namespace nianbao::core {

class RulePlan;

// A file of the catalogue with where its elements stand, for messages.
struct CatalogueFile {
  // A place in the file, both counted from one.
  struct Position {
    int line = 1;
    int column = 1;
  };

  // Name as messages show it, such as "rules/teachers.textproto".
  std::string path;
  std::unique_ptr<nianbao::catalogue::v1::Catalogue> content;
  // By element and field name; the element itself under "", repeated fields
  // also under "field[0]", map fields also under "field[key]". Places that are
  // missing here fall back to the field, then to the element.
  std::map<std::pair<const google::protobuf::Message*, std::string>, Position>
      positions;
};

// All definitions, checked: codes are unique, every code that is named exists,
// every expression parses, formulas have no cycle, examples come out as they
// say, tables have no holes, wordings mean one indicator. Immutable; safe for
// use from any thread.
class Catalogue {
 public:
  // The catalogue of `files`; `revision` is a hash of the files' bytes.
  // InvalidArgument with reason BAD_CATALOGUE lists the errors in file order,
  // each as "file:line:column: problem"; the metadata are those of the first.
  static absl::StatusOr<std::unique_ptr<const Catalogue>> Create(
      std::vector<CatalogueFile> files, std::string revision);

  const std::string& revision() const { return revision_; }

  // The definition; null where there is none of that code.
  const nianbao::catalogue::v1::Edition* FindEdition(
      std::string_view code) const;
  const nianbao::catalogue::v1::Indicator* FindIndicator(
      std::string_view code) const;
  const nianbao::catalogue::v1::Rule* FindRule(std::string_view code) const;
  const nianbao::catalogue::v1::CodeTable* FindCodeTable(
      std::string_view code) const;

  // The region's newest entry; null where there is none of that code.
  const nianbao::catalogue::v1::Region* FindRegion(std::string_view code) const;

  // The region's entry that holds on `day`, such as "2021-09-01"; null where
  // there was none of that code then.
  const nianbao::catalogue::v1::Region* FindRegion(std::string_view code,
                                                   std::string_view day) const;

  // The region's code and those of the regions around it on that day, nearest
  // first. A code that did not hold then counts with its newest entry.
  std::vector<std::string> RegionsAround(std::string_view code,
                                         std::string_view day) const;

  // All of a kind in code order.
  const std::map<std::string, const nianbao::catalogue::v1::Edition*,
                 std::less<>>&
  editions() const {
    return editions_;
  }
  const std::map<std::string, const nianbao::catalogue::v1::Indicator*,
                 std::less<>>&
  indicators() const {
    return indicators_;
  }
  const std::map<std::string, const nianbao::catalogue::v1::Rule*, std::less<>>&
  rules() const {
    return rules_;
  }
  const std::map<std::string, const nianbao::catalogue::v1::Standard*,
                 std::less<>>&
  standards() const {
    return standards_;
  }

  const std::map<std::string, const nianbao::catalogue::v1::CodeTable*,
                 std::less<>>&
  code_tables() const {
    return code_tables_;
  }
  const std::map<std::string, const nianbao::catalogue::v1::OutlierTest*,
                 std::less<>>&
  outlier_tests() const {
    return outlier_tests_;
  }
  const std::map<std::string, const nianbao::catalogue::v1::MajorWarning*,
                 std::less<>>&
  major_warnings() const {
    return major_warnings_;
  }

  // A region's entries by code, oldest first.
  const std::map<std::string,
                 std::vector<const nianbao::catalogue::v1::Region*>,
                 std::less<>>&
  regions() const {
    return regions_;
  }

  // Vocabulary entries of a kind in file order.
  std::vector<const nianbao::catalogue::v1::Vocabulary::Entry*> Words(
      nianbao::catalogue::v1::Vocabulary::Kind kind) const;

  // Rows of the edition's indicator table in position order.
  const std::vector<const nianbao::catalogue::v1::Indicator*>& TableOf(
      std::string_view edition) const;

  // The indicator's revision for the edition; null where it has none.
  static const nianbao::catalogue::v1::Indicator::Revision* RevisionOf(
      const nianbao::catalogue::v1::Indicator& indicator,
      std::string_view edition);

  // The indicator's title as the edition prints it.
  static const std::string& TitleIn(
      const nianbao::catalogue::v1::Indicator& indicator,
      std::string_view edition);

  // Derived indicators of the edition, inputs before what uses them: those with
  // a revision for it, and those without any revision.
  std::vector<const nianbao::catalogue::v1::Indicator*> DerivedOf(
      std::string_view edition) const;

  // The compiled formula of a derived indicator, relation of a rule, standard
  // or warning. The code must exist and have one.
  const Expression& FormulaOf(std::string_view indicator) const;
  const Relation& RelationOf(std::string_view code) const;

  // All rules compiled together, in code order, for rows of any group.
  const RulePlan& rule_plan() const { return *rule_plan_; }

  // Where an element of the catalogue stands, as "file:line:column"; the place
  // of one of its fields, named as in CatalogueFile::positions, where that is
  // known.
  std::string PlaceOf(const google::protobuf::Message& element,
                      const std::string& field) const;

 private:
  Catalogue() = default;
  friend class CatalogueBuilder;

  std::vector<CatalogueFile> files_;
  std::string revision_;
  std::map<std::string, const nianbao::catalogue::v1::Edition*, std::less<>>
      editions_;
  std::map<std::string, const nianbao::catalogue::v1::Indicator*, std::less<>>
      indicators_;
  std::map<std::string, const nianbao::catalogue::v1::Rule*, std::less<>>
      rules_;
  std::map<std::string, const nianbao::catalogue::v1::Standard*, std::less<>>
      standards_;
  std::map<std::string, const nianbao::catalogue::v1::CodeTable*, std::less<>>
      code_tables_;
  std::map<std::string, const nianbao::catalogue::v1::OutlierTest*, std::less<>>
      outlier_tests_;
  std::map<std::string, const nianbao::catalogue::v1::MajorWarning*,
           std::less<>>
      major_warnings_;
  std::map<std::string, std::vector<const nianbao::catalogue::v1::Region*>,
           std::less<>>
      regions_;
  std::map<std::string, std::vector<const nianbao::catalogue::v1::Indicator*>,
           std::less<>>
      tables_;
  std::vector<const nianbao::catalogue::v1::Indicator*> derived_order_;
  std::map<std::string, Expression, std::less<>> formulas_;
  std::map<std::string, Relation, std::less<>> relations_;
  std::shared_ptr<const RulePlan> rule_plan_;
};

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_CATALOGUE_H_

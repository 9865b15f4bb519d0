// Makes a Catalogue from its files. Private to the catalogue.
#ifndef NIANBAO_SERVICES_CORE_CATALOGUE_BUILDER_H_
#define NIANBAO_SERVICES_CORE_CATALOGUE_BUILDER_H_

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "services/core/catalogue.h"
#include "services/core/catalogue_errors.h"

namespace nianbao::core {

// Indexes and compiles the definitions, then has them checked. For one use.
class CatalogueBuilder {
 public:
  CatalogueBuilder(std::vector<CatalogueFile> files, std::string revision);

  // The catalogue, or the errors as Catalogue::Create says.
  absl::StatusOr<std::unique_ptr<const Catalogue>> Build();

  // As Build, unchecked: for files that it has taken before.
  std::unique_ptr<const Catalogue> Restore();

 private:
  // A catalogue that holds the files and nothing else yet.
  static std::unique_ptr<Catalogue> Unchecked(std::vector<CatalogueFile> files,
                                              std::string revision);

  // What Build and Restore begin and end with.
  void Arrange();
  std::unique_ptr<const Catalogue> Finish();

  void Index();
  void Compile();
  void CompileRelation(const google::protobuf::Message& element,
                       const std::string& kind, const std::string& code,
                       const std::string& text);
  void CheckReferences(const google::protobuf::Message& element,
                       const std::string& field, const std::string& name,
                       const std::vector<Reference>& references);
  void PlanRules();
  void OrderDerived();
  void Visit(const std::string& code, std::vector<std::string>& path);
  void FillTables();

  // Puts the element under its code, or adds an error where that is taken.
  template <typename Element>
  void Insert(const Element& element, const std::string& kind,
              std::map<std::string, const Element*, std::less<>>& index);

  // Adds an error for each element that has a rule's code.
  template <typename Element>
  void RefuseRules(
      const std::map<std::string, const Element*, std::less<>>& index,
      const std::string& kind);

  std::unique_ptr<Catalogue> catalogue_;
  CatalogueErrors errors_;
  // Derived indicators that OrderDerived has been at; true once in the order.
  std::map<std::string, bool> visited_;
};

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_CATALOGUE_BUILDER_H_

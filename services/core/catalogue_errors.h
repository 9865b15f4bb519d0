// Collects what is wrong with a catalogue. Private to the catalogue.
#ifndef NIANBAO_SERVICES_CORE_CATALOGUE_ERRORS_H_
#define NIANBAO_SERVICES_CORE_CATALOGUE_ERRORS_H_

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "absl/status/status.h"
#include "services/core/catalogue.h"

namespace nianbao::core {

// Errors of a catalogue with their places. Holds a reference to the files,
// which must outlive it.
class CatalogueErrors {
 public:
  explicit CatalogueErrors(const std::vector<CatalogueFile>& files);

  // Adds `problem` at `field` of `element`: at the element itself where the
  // field is "" or its place is not known. Fields are named as in
  // CatalogueFile::positions.
  void Add(const google::protobuf::Message& element, const std::string& field,
           const std::string& problem);

  // Where the element, or its field, stands, as "file:line:column".
  std::string PlaceOf(const google::protobuf::Message& element,
                      const std::string& field = "") const;

  bool empty() const { return errors_.empty(); }

  // OK without errors. Otherwise InvalidArgument with reason BAD_CATALOGUE and
  // the errors in file order, each as "file:line:column: problem"; the metadata
  // are those of the first one.
  absl::Status ToStatus() const;

 private:
  struct Error {
    std::size_t file = 0;
    CatalogueFile::Position position;
    std::string problem;
  };

  std::size_t FileOf(const google::protobuf::Message& element) const;
  std::string Text(const Error& error) const;
  CatalogueFile::Position PositionOf(const google::protobuf::Message& element,
                                     const std::string& field) const;

  const std::vector<CatalogueFile>& files_;
  // Filled by the first error; most catalogues have none.
  mutable std::map<const google::protobuf::Message*, std::size_t> file_of_;
  std::vector<Error> errors_;
};

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_CATALOGUE_ERRORS_H_

// Parses one file of the catalogue. Private to the catalogue loader.
#ifndef NIANBAO_SERVICES_PLATFORM_CATALOGUE_LOADER_PARSE_H_
#define NIANBAO_SERVICES_PLATFORM_CATALOGUE_LOADER_PARSE_H_

#include <string>
#include <vector>

#include "services/core/catalogue.h"

namespace nianbao::platform {

// What is wrong at a place, both counted from one.
struct ParseProblem {
  int line = 1;
  int column = 1;
  std::string problem;
};

// Whether places are noted; that takes as long as parsing.
enum class Places { kUnknown, kKnown };

// A file, where places are known with those of all its elements and fields:
// repeated fields under "field" and "field[0]", map fields under "field" and
// "field[key]". All problems in file order, where places are unknown some of
// them at 1:1; the content is of no use where there is one.
struct ParsedFile {
  core::CatalogueFile file;
  std::vector<ParseProblem> problems;
};

ParsedFile ParseCatalogueFile(const std::string& path, const std::string& bytes,
                              Places places);

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_CATALOGUE_LOADER_PARSE_H_

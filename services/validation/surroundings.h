// What is known of a school beside the report that is checked.
#ifndef NIANBAO_SERVICES_VALIDATION_SURROUNDINGS_H_
#define NIANBAO_SERVICES_VALIDATION_SURROUNDINGS_H_

#include <string>
#include <vector>

#include "services/core/fact_table.h"

namespace nianbao::validation {

// What decides which standards a school has; empty where unknown.
struct School {
  // Six-digit region code.
  std::string region;
  // Code of the catalogue's table of school classes.
  std::string school_class;
};

// Facts of another submission.
struct OtherSubmission {
  // Resource name with its version.
  std::string name;
  std::string edition;
  int data_year = 0;
  core::Facts facts;
};

// The school with its earlier submissions and those of other schools; a
// document on its own has none.
struct Surroundings {
  School school;
  // The school's own of earlier editions, newest first.
  std::vector<OtherSubmission> earlier;
  // Other schools' of the same edition.
  std::vector<OtherSubmission> peers;
};

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_SURROUNDINGS_H_

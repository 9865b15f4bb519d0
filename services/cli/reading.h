// A report as it was read.
#ifndef NIANBAO_SERVICES_CLI_READING_H_
#define NIANBAO_SERVICES_CLI_READING_H_

#include <string>
#include <vector>

#include "nianbao/document/v1/document.pb.h"
#include "nianbao/intake/v1/explanation.pb.h"
#include "services/core/fact_table.h"

namespace nianbao::cli {

// What reading a file gave.
struct Reading {
  // Edition that it was read as.
  std::string edition;
  // What decides the school's standards; empty where unknown.
  std::string region;
  std::string school_class;
  nianbao::document::v1::Document document;
  core::Facts facts;
  // How the place asked for was read.
  std::vector<nianbao::intake::v1::Explanation> explanations;
};

}  // namespace nianbao::cli

#endif  // NIANBAO_SERVICES_CLI_READING_H_

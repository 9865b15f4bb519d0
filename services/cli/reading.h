// A report as it was read.
#ifndef NIANBAO_SERVICES_CLI_READING_H_
#define NIANBAO_SERVICES_CLI_READING_H_

#include <string>

#include "nianbao/document/v1/document.pb.h"
#include "services/core/fact_table.h"

namespace nianbao::cli {

// What reading a file gave.
struct Reading {
  // Edition that it was read as.
  std::string edition;
  nianbao::document::v1::Document document;
  core::Facts facts;
};

}  // namespace nianbao::cli

#endif  // NIANBAO_SERVICES_CLI_READING_H_

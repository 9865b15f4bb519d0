// Renderers: one function for each format.
#ifndef NIANBAO_SERVICES_REPORT_RENDERERS_RENDERER_H_
#define NIANBAO_SERVICES_REPORT_RENDERERS_RENDERER_H_

#include <string>

#include "absl/status/statusor.h"
#include "nianbao/document/v1/document.pb.h"
#include "nianbao/report/v1/report.pb.h"
#include "services/core/fact_table.h"

namespace nianbao::report {

// One rendered file.
struct Rendition {
  std::string media_type;
  std::string bytes;
};

// Renders `document`; `facts` are those that its runs name. The same input
// gives the same bytes. InvalidArgument for a format that is none.
absl::StatusOr<Rendition> Render(
    nianbao::report::v1::Format format,
    const nianbao::document::v1::Document& document, const core::Facts& facts);

}  // namespace nianbao::report

#endif  // NIANBAO_SERVICES_REPORT_RENDERERS_RENDERER_H_

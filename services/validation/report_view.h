// Everything that the search for stated relations reads.
#ifndef NIANBAO_SERVICES_VALIDATION_REPORT_VIEW_H_
#define NIANBAO_SERVICES_VALIDATION_REPORT_VIEW_H_

#include <vector>

#include "nianbao/document/v1/document.pb.h"
#include "services/core/fact_table.h"
#include "services/validation/datum.h"
#include "services/validation/grid.h"
#include "services/validation/passage.h"
#include "services/validation/terms.h"

namespace nianbao::validation {

// A report's text and tables with the facts in their places. Holds pointers
// into the document, the facts and the terms, which must outlive it;
// `data_year` as core::FactTable takes it.
class ReportView {
 public:
  ReportView(const nianbao::document::v1::Document& document,
             const core::Facts& facts, const Terms& terms, int data_year = 0);

  const nianbao::document::v1::Document& document() const { return document_; }
  const Terms& terms() const { return terms_; }
  const Data& data() const { return data_; }
  const std::vector<Passage>& passages() const { return passages_; }
  const std::vector<Grid>& grids() const { return grids_; }

 private:
  const nianbao::document::v1::Document& document_;
  const Terms& terms_;
  Data data_;
  std::vector<Passage> passages_;
  std::vector<Grid> grids_;
};

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_REPORT_VIEW_H_

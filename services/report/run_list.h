// Builds the runs of a line piece by piece.
#ifndef NIANBAO_SERVICES_REPORT_RUN_LIST_H_
#define NIANBAO_SERVICES_REPORT_RUN_LIST_H_

#include <string>

#include "nianbao/document/v1/document.pb.h"
#include "services/core/document.h"

namespace nianbao::report {

using nianbao::document::v1::Run;

// Runs in the order of the calls; empty texts leave none, and texts of one
// style that follow each other are one run.
class RunList {
 public:
  RunList& Text(const std::string& text);
  RunList& Styled(const std::string& text, Run::Style style);
  RunList& Strong(const std::string& text);
  RunList& Muted(const std::string& text);
  // A figure that prints the fact; plain text where `fact` is empty.
  RunList& Figure(const std::string& text, const std::string& fact);
  // Text that leads to a place of the same document.
  RunList& Link(const std::string& text,
                const nianbao::document::v1::Place& place);
  RunList& Append(const Run& run);
  RunList& Append(const core::Runs& runs);

  bool empty() const { return runs_.empty(); }
  const core::Runs& runs() const { return runs_; }

 private:
  core::Runs runs_;
};

// A paragraph of `line` in the role.
nianbao::document::v1::Paragraph ParagraphOf(
    const RunList& line,
    nianbao::document::v1::Paragraph::Role role =
        nianbao::document::v1::Paragraph::ROLE_UNSPECIFIED);

}  // namespace nianbao::report

#endif  // NIANBAO_SERVICES_REPORT_RUN_LIST_H_

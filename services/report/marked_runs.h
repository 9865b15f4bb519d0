// Runs split at figures, with their facts and findings.
#ifndef NIANBAO_SERVICES_REPORT_MARKED_RUNS_H_
#define NIANBAO_SERVICES_REPORT_MARKED_RUNS_H_

#include <string>
#include <vector>

#include "nianbao/document/v1/document.pb.h"
#include "services/core/document.h"
#include "services/report/marks.h"

namespace nianbao::report {

// `runs` split at the ends of `marks`. Every piece keeps style and place, with
// begin and end set to its own bytes; a mark that cuts a character in two or
// lies outside is left out. `shift` is the offset at which the runs' text
// starts in the text that marks count in.
core::Runs SplitRuns(const core::Runs& runs, const std::vector<Mark>& marks,
                     int shift = 0);

// The block with its runs split: heading, paragraph or table; other blocks as
// they are. Places name the block, and row and column in tables.
nianbao::document::v1::Block MarkBlock(
    const nianbao::document::v1::Block& block, const Marks& marks);

// The bytes [begin, end) of the runs' text, by their own lengths; both lie
// between characters.
core::Runs SliceRuns(const core::Runs& runs, int begin, int end);

}  // namespace nianbao::report

#endif  // NIANBAO_SERVICES_REPORT_MARKED_RUNS_H_

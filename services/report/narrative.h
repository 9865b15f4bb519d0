// The school's own words in a rebuilt report.
#ifndef NIANBAO_SERVICES_REPORT_NARRATIVE_H_
#define NIANBAO_SERVICES_REPORT_NARRATIVE_H_

#include <set>
#include <string>
#include <vector>

#include "nianbao/document/v1/document.pb.h"
#include "services/core/catalogue.h"
#include "services/core/document.h"
#include "services/core/fact_table.h"
#include "services/report/document_builder.h"
#include "services/report/marks.h"

namespace nianbao::report {

// Copies blocks of the submitted document with their figures.
class Narrative {
 public:
  using Blocks = std::vector<const nianbao::document::v1::Block*>;

  // `official` is the edition's code: a table that is its indicator table is
  // left out, since the rebuilt report prints its own.
  Narrative(const core::Catalogue& catalogue, const std::string& edition,
            const nianbao::document::v1::Document& document,
            const core::Facts& facts);

  Narrative(const Narrative&) = delete;
  Narrative& operator=(const Narrative&) = delete;

  // Adds the blocks before the first heading.
  void AddLead(DocumentBuilder& report, const Blocks& blocks) const;

  // Adds the blocks from the first heading on; the highest headings stand at
  // `level`, and all go on with the report's numbers. Titles and contents are
  // left out of both.
  void AddChapters(DocumentBuilder& report, int level,
                   const Blocks& blocks) const;

 private:
  bool IsOfficialCaption(const Blocks& blocks, Blocks::const_iterator at) const;
  void AddBlock(DocumentBuilder& report, int level_shift,
                const nianbao::document::v1::Block& block) const;

  core::BlockIndex index_;
  Marks marks_;
  // Blocks that are left out.
  std::set<std::string> official_tables_;
};

}  // namespace nianbao::report

#endif  // NIANBAO_SERVICES_REPORT_NARRATIVE_H_

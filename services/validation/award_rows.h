// Prizes as a table lists them and as a text counts them.
#ifndef NIANBAO_SERVICES_VALIDATION_AWARD_ROWS_H_
#define NIANBAO_SERVICES_VALIDATION_AWARD_ROWS_H_

#include <map>
#include <string>
#include <vector>

#include "nianbao/document/v1/document.pb.h"
#include "services/validation/datum.h"
#include "services/validation/grid.h"
#include "services/validation/passage.h"

namespace nianbao::validation {

// A row of a table with its prize.
struct AwardRow {
  int row = 0;
  std::string prize;  // as the cell has it, such as 市一等奖
  // Of the cell; without a block where the row has no figure.
  nianbao::document::v1::Place place;
};

// Rows with a cell that is a prize, from top to bottom.
std::vector<AwardRow> AwardRowsOf(const Grid& grid);

// Counts of one label and unit, one for each of two or more prizes.
struct AwardCounts {
  std::vector<const Datum*> stated;
  std::vector<std::string> prizes;
};

// The counts of a paragraph by label and unit; a label that has a prize twice
// is left out.
std::map<std::string, AwardCounts> AwardCountsOf(const Passage& passage);

// The prize that a figure is of, by its dimensions; empty for none.
std::string PrizeOf(const Datum& datum);

// Whether it is a whole number without a hedge, and no change.
bool IsPlainCount(const Datum& datum);

// Whether it counts people.
bool IsHeadCount(const Datum& datum);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_AWARD_ROWS_H_

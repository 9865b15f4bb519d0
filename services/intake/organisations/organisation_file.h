// A file of organisations, row by row.
#ifndef NIANBAO_SERVICES_INTAKE_ORGANISATIONS_ORGANISATION_FILE_H_
#define NIANBAO_SERVICES_INTAKE_ORGANISATIONS_ORGANISATION_FILE_H_

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "nianbao/intake/v1/organisation.pb.h"
#include "services/core/catalogue.h"
#include "services/intake/organisations/organisation_words.h"
#include "services/intake/readers/sheet/sheet_cells.h"

namespace nianbao::intake {

using RejectedRow =
    nianbao::intake::v1::ImportOrganisationsResponse::RejectedRow;

// A row as it stands in the file.
struct OrganisationCells {
  // From one, heads included.
  int row = 0;
  // By OrganisationColumn; empty where blank.
  std::array<std::string, kOrganisationColumns> texts;

  const std::string& operator[](OrganisationColumn column) const {
    return texts[static_cast<std::size_t>(column)];
  }
};

// A row that is right by itself.
struct OrganisationRow {
  nianbao::intake::v1::Organisation entry;
  OrganisationCells cells;
};

// The rows of a file.
struct OrganisationFile {
  // Heads as printed; empty where the file has no such column.
  OrganisationCells heads;
  std::vector<OrganisationRow> rows;
  // What is wrong with rows by themselves, in the order of rows and columns; a
  // row with several faults comes several times.
  std::vector<RejectedRow> rejected;
  // Codes of those rows with the first such row, where they have one.
  std::map<std::string, int, std::less<>> rejected_codes;
};

// What is wrong with a cell, or with the row where `column` is nothing.
RejectedRow Reject(const OrganisationFile& file, const OrganisationCells& cells,
                   std::optional<OrganisationColumn> column,
                   const std::string& zh, const std::string& en);

// Reads the sheet whose heads name the columns, in any order, below any lines
// above them. Blank rows and other columns are left out. InvalidArgument with
// reason BAD_ORGANISATION_FILE where no sheet or more than one has such heads,
// a needed column is missing or there twice, or rows or columns are hidden.
absl::StatusOr<OrganisationFile> ReadOrganisations(
    const core::Catalogue& catalogue, const OrganisationWords& words,
    const std::string& filename, const std::vector<SheetCells>& sheets);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_ORGANISATIONS_ORGANISATION_FILE_H_

// Files of organisations for tests, and the real catalogue's words.
#ifndef NIANBAO_SERVICES_INTAKE_ORGANISATIONS_ORGANISATIONS_TEST_BASE_H_
#define NIANBAO_SERVICES_INTAKE_ORGANISATIONS_ORGANISATIONS_TEST_BASE_H_

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/core/errors.h"
#include "services/intake/organisations/organisation_file.h"
#include "services/intake/organisations/organisation_words.h"
#include "services/intake/readers/reader.h"
#include "services/intake/reading/reading_test_base.h"

namespace nianbao::intake {

inline const OrganisationWords& TestWords() {
  static const auto* const words = new OrganisationWords(TestCatalogue());
  return *words;
}

constexpr char kTestHeads[] =
    "代码,级别,名称,上级,学校类型,起始日期,终止日期,终止原因,去向\n";

// The file of a csv text.
inline absl::StatusOr<OrganisationFile> ReadCsvFile(const std::string& csv) {
  NIANBAO_ASSIGN_OR_RETURN(const auto sheets, ReadSheets("机构.csv", csv));
  return ReadOrganisations(TestCatalogue(), TestWords(), "机构.csv", sheets);
}

// A line for each: "3 代码[36] 学校代码…".
inline std::vector<std::string> Lines(const std::vector<RejectedRow>& rows) {
  std::vector<std::string> lines;
  for (const RejectedRow& row : rows) {
    EXPECT_FALSE(row.reason().zh().empty());
    EXPECT_FALSE(row.reason().en().empty());
    lines.push_back(absl::StrCat(row.row(), " ", row.column(), "[", row.value(),
                                 "] ", row.reason().zh()));
  }
  return lines;
}

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_ORGANISATIONS_ORGANISATIONS_TEST_BASE_H_

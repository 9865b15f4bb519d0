// Figures of many schools and rules over them, as benchmarks read them.
#ifndef NIANBAO_TESTS_BENCH_SCHOOL_TABLE_H_
#define NIANBAO_TESTS_BENCH_SCHOOL_TABLE_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "services/core/fact_columns.h"

namespace nianbao::bench {

// The rows of data.csv: school, two regions, year, then the indicators. Twice:
// as doubles, NaN for a blank, and as what the figures mean.
struct SchoolTable {
  std::map<std::string, std::size_t> index;
  std::vector<std::vector<double>> numbers;
  // The row of the same school a year earlier; -1 where there is none.
  std::vector<std::int32_t> previous;
  core::FactColumns facts{0};

  std::size_t rows() const { return previous.size(); }
  const double* Of(const std::string& name) const {
    return numbers[index.at(name)].data();
  }
};

// A column of counts holds whole numbers, but for a slip here and there: its
// whole numbers are exact. In other columns two decimals were printed, and
// zeros at the end left out. Ends the program where the file is none.
SchoolTable ReadSchoolTable(const std::string& path);

// A rule of rules.json; what its kind does not use stays empty.
struct SchoolRule {
  std::string id;
  std::string kind;
  // sum: the total, then its parts; rate: rate, part, whole; per: part, whole;
  // le: both sides; range and yoy: the column.
  std::vector<std::string> columns;
  double scale = 1;
  double tolerance = 0;
  double low = 0;
  double high = 0;
  double limit = 0;

  // The same in the expression language, without a tolerance.
  std::string Relation() const;
};

std::vector<SchoolRule> ReadSchoolRules(const std::string& path);

}  // namespace nianbao::bench

#endif  // NIANBAO_TESTS_BENCH_SCHOOL_TABLE_H_

// The commands that ask metrics over many schools.
#ifndef NIANBAO_SERVICES_CLI_QUESTION_COMMANDS_H_
#define NIANBAO_SERVICES_CLI_QUESTION_COMMANDS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "services/cli/session.h"
#include "services/cli/terminal.h"

namespace nianbao::cli {

// What every question is asked with.
struct QuestionOptions {
  Addresses addresses;
  // Whether JSON lines are asked for: one message of the API a line.
  bool jsonl = false;
  std::int64_t min_revision = 0;
  // Editions' codes, and those of indicators.
  std::string edition;
  std::vector<std::string> editions;
  std::vector<std::string> indicators;
  // Which schools: regions, classes, codes, and an indicator's range as
  // "code:least:most" with either bound empty.
  std::vector<std::string> regions;
  std::vector<std::string> school_classes;
  std::vector<std::string> schools;
  std::string range;
  // Level of grouping or ranking; empty for all schools.
  std::string by;
};

struct AggregatesOptions : QuestionOptions {
  // Such as "mean", "median", "q1", "q3", "min", "max", "p:97.5",
  // "share>=:20" or "share<=:20".
  std::vector<std::string> statistics;
  // "linear", "exclusive" or "nearest".
  std::string method;
  std::vector<std::string> bin_ends;
  bool for_public = false;
};

// Prints a table of aggregates.
int RunAggregates(const AggregatesOptions& options, const Terminal& terminal);

struct ExportOptions : AggregatesOptions {
  // File; empty for standard output.
  std::string output;
};

// Writes aggregates as SDMX-CSV.
int RunExport(const ExportOptions& options, const Terminal& terminal);

struct RanksOptions : QuestionOptions {
  bool least_first = false;
  // "dense" or "worst"; empty for the best of equal ranks.
  std::string ties;
  bool leave_out_blanks = false;
};

// Prints ranks.
int RunRanks(const RanksOptions& options, const Terminal& terminal);

// Prints indicators over the editions.
int RunTrends(const QuestionOptions& options, const Terminal& terminal);

struct CompareOptions : QuestionOptions {
  std::string school;
  bool same_city = false;
  bool same_class = false;
  std::string size_percent;
};

// Prints a school beside its peers.
int RunCompare(const CompareOptions& options, const Terminal& terminal);

struct AttainmentOptions : QuestionOptions {
  std::vector<std::string> standards;
  bool name_schools = false;
};

// Prints how many schools attain standards.
int RunAttainment(const AttainmentOptions& options, const Terminal& terminal);

struct CoverageOptions : QuestionOptions {
  // Last day for filing, such as "2022-03-31" (to its end, UTC); empty for
  // none.
  std::string due;
  // "filed", "late", "missing", "unexpected".
  std::vector<std::string> states;
};

// Prints who has filed.
int RunCoverage(const CoverageOptions& options, const Terminal& terminal);

struct WarningsOptions : QuestionOptions {
  std::vector<std::string> warnings;
};

// Prints majors that need attention.
int RunWarnings(const WarningsOptions& options, const Terminal& terminal);

struct ExplainValueOptions : QuestionOptions {
  std::string indicator;
  int max_schools = 0;
};

// Prints where a value comes from, as a tree.
int RunExplainValue(const ExplainValueOptions& options,
                    const Terminal& terminal);

}  // namespace nianbao::cli

#endif  // NIANBAO_SERVICES_CLI_QUESTION_COMMANDS_H_

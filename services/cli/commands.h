// The commands, each a function of what its flags say.
#ifndef NIANBAO_SERVICES_CLI_COMMANDS_H_
#define NIANBAO_SERVICES_CLI_COMMANDS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "services/cli/session.h"
#include "services/cli/terminal.h"

namespace nianbao::cli {

// Exit codes.
inline constexpr int kExitGood = 0;
inline constexpr int kExitErrorsFound = 1;
inline constexpr int kExitFailed = 2;

// What read, check and compute are asked.
struct FileOptions {
  SessionOptions session;
  std::string path;
  // Edition's code; empty to take it from the text.
  std::string edition;
  // Whether JSON lines are asked for.
  bool jsonl = false;
  // Whether figures that are not the school's own are listed too; of read.
  bool all = false;
  // Line or block to explain; empty for none; of read.
  std::string explain;
  // The school's region and class, which decide its standards; empty where
  // unknown; of check and compute.
  std::string region;
  std::string school_class;
};

// Prints the facts of a file, or how a place of it was read. kExitGood or
// kExitFailed.
int RunRead(const FileOptions& options, const Terminal& terminal);

// Prints the checks of a file. kExitErrorsFound where a finding is an error.
int RunCheck(const FileOptions& options, const Terminal& terminal);

// Prints the computed indicators of a file. kExitGood or kExitFailed.
int RunCompute(const FileOptions& options, const Terminal& terminal);

struct RunOptions {
  SessionOptions session;
  std::vector<std::string> paths;
  std::string folder;
  std::string edition;
};

// Reads, checks and computes each file and writes its reports into the folder;
// prints their paths. Goes on where a file fails; then kExitFailed, else
// kExitErrorsFound where a finding is an error.
int RunAll(const RunOptions& options, const Terminal& terminal);

struct SubmitOptions {
  Addresses addresses;
  std::string path;
  std::string edition;
  std::string school;
  std::string region;
  std::string school_title;
  std::string school_class;
  std::string request_id;
};

// Uploads a file and prints the submission's name.
int RunSubmit(const SubmitOptions& options, const Terminal& terminal);

struct WatchOptions {
  Addresses addresses;
  // Revision that was seen last; zero for everything.
  std::int64_t after = 0;
  // Whether to end where there is nothing new.
  bool until_current = false;
  // Whether versions that newer ones replaced are left out.
  bool newest_only = false;
};

// Prints changes of the record as JSON lines as they come: revision, kind; of a
// submission name, edition, school, region, version and facts, of organisations
// count.
int RunWatch(const WatchOptions& options, const Terminal& terminal);

struct RenderOptions {
  Addresses addresses;
  std::string name;
  // "findings" or "school".
  std::string kind;
  std::string output;
};

// Writes a report of a stored submission and prints its path.
int RunRender(const RenderOptions& options, const Terminal& terminal);

struct ImportOptions {
  SessionOptions session;
  std::string path;
  // Whether the file is only checked.
  bool dry_run = false;
  // Whether rejected rows leave the others alone.
  bool partial = false;
  bool jsonl = false;
};

// Imports organisations; prints each row that can't be stored.
// kExitErrorsFound where there is any.
int RunImportOrganisations(const ImportOptions& options,
                           const Terminal& terminal);

struct ListOptions {
  Addresses addresses;
  // "2021-12-31"; empty for entries of all days.
  std::string day;
  // Code of the organisation above; empty for all.
  std::string below;
  bool jsonl = false;
};

// Prints organisations.
int RunListOrganisations(const ListOptions& options, const Terminal& terminal);

// Checks the catalogue in `folder`, or in the one that FindCatalogueFolder
// finds where it is empty; prints what it holds or its errors.
int RunCatalogueCheck(std::string folder, const Terminal& terminal);

// Prints what is wrong with the rules of the catalogue in `folder`, each
// problem on a line with its place. kExitErrorsFound where there is any.
int RunRulesLint(std::string folder, const Terminal& terminal);

}  // namespace nianbao::cli

#endif  // NIANBAO_SERVICES_CLI_COMMANDS_H_

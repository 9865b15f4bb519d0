// The commands' flags and help texts.
#ifndef NIANBAO_SERVICES_CLI_COMMAND_FLAGS_H_
#define NIANBAO_SERVICES_CLI_COMMAND_FLAGS_H_

#include <functional>

#include "CLI/CLI.hpp"
#include "services/cli/terminal.h"

namespace nianbao::cli {

// What a parsed command line asks for.
struct Choice {
  Language language = Language::kChinese;
  // The command; empty where none was named.
  std::function<int(const Terminal&)> run;
};

// Puts the commands on `app`; parsing then sets `choice`, which outlives it.
void AddFileCommands(CLI::App& app, Choice& choice);
void AddServerCommands(CLI::App& app, Choice& choice);
void AddOrganisationCommands(CLI::App& app, Choice& choice);
// Questions to metrics over many schools.
void AddQuestionCommands(CLI::App& app, Choice& choice);
void AddCatalogueCommands(CLI::App& app, Choice& choice);
void AddRulesCommands(CLI::App& app, Choice& choice);

// The flag of every command: --lang.
void AddLanguage(CLI::App& command, Choice& choice);

}  // namespace nianbao::cli

#endif  // NIANBAO_SERVICES_CLI_COMMAND_FLAGS_H_

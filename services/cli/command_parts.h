// What the flags of several commands are made of.
#ifndef NIANBAO_SERVICES_CLI_COMMAND_PARTS_H_
#define NIANBAO_SERVICES_CLI_COMMAND_PARTS_H_

#include <memory>
#include <string>
#include <vector>

#include "services/cli/command_flags.h"
#include "services/cli/session.h"

namespace nianbao::cli {

// Refuses other words; the flag's type name lists them already.
inline CLI::Validator OneOf(const std::vector<std::string>& words) {
  CLI::Validator one_of = CLI::IsMember(words);
  one_of.description("");
  return one_of;
}

// A command with its flags behind a fresh set of options.
template <class Options>
struct Command {
  CLI::App* flags;
  std::shared_ptr<Options> options;
};

template <class Options>
Command<Options> AddCommand(CLI::App& app, Choice& choice,
                            const std::string& name, const std::string& about,
                            int (*run)(const Options&, const Terminal&)) {
  Command<Options> command{app.add_subcommand(name, about),
                           std::make_shared<Options>()};
  AddLanguage(*command.flags, choice);
  command.flags->callback([options = command.options, run, &choice] {
    choice.run = [options, run](const Terminal& terminal) {
      return run(*options, terminal);
    };
  });
  return command;
}

inline CLI::Option* AddServer(CLI::App& command, Addresses& addresses) {
  return command
      .add_option("--server", addresses.server,
                  "服务地址 (address of the services)")
      ->type_name("HOST:PORT");
}

}  // namespace nianbao::cli

#endif  // NIANBAO_SERVICES_CLI_COMMAND_PARTS_H_

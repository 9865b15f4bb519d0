// The look of help texts.
#ifndef NIANBAO_SERVICES_CLI_HELP_FORMAT_H_
#define NIANBAO_SERVICES_CLI_HELP_FORMAT_H_

#include <memory>
#include <string>
#include <vector>

#include "CLI/CLI.hpp"

namespace nianbao::cli {

// Chinese headings, and each command on a line of its own.
class HelpFormat : public CLI::Formatter {
 public:
  HelpFormat();

  std::string make_group(
      std::string group, bool is_positional,
      std::vector<const CLI::Option*> options) const override;
  std::string make_usage(const CLI::App* app, std::string name) const override;
  std::string make_subcommand(const CLI::App* command) const override;
  std::string make_option_opts(const CLI::Option* option) const override;
};

}  // namespace nianbao::cli

#endif  // NIANBAO_SERVICES_CLI_HELP_FORMAT_H_

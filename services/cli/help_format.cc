#include "services/cli/help_format.h"

#include <sstream>
#include <utility>

namespace nianbao::cli {
namespace {

constexpr std::size_t kColumn = 26;

// The command with those that it stands under: "nianbao catalogue check".
std::string PathOf(const CLI::App* app) {
  const CLI::App* parent = app->get_parent();
  return parent == nullptr ? app->get_name()
                           : PathOf(parent) + " " + app->get_name();
}

std::string ShortNameOf(const CLI::Option* option) {
  return option->get_snames().empty() ? option->get_name()
                                      : "-" + option->get_snames().front();
}

}  // namespace

HelpFormat::HelpFormat() {
  label("Positionals", "参数 Arguments");
  label("Options", "选项 Options");
  column_width(kColumn);
}

std::string HelpFormat::make_group(
    std::string group, bool is_positional,
    std::vector<const CLI::Option*> options) const {
  return CLI::Formatter::make_group(get_label(group), is_positional,
                                    std::move(options));
}

std::string HelpFormat::make_usage(const CLI::App* app, std::string) const {
  std::string usage = "用法 Usage: " + PathOf(app);
  if (!app->get_subcommands({}).empty()) usage += " 命令";
  for (const CLI::Option* option : app->get_options()) {
    if (!option->get_positional()) continue;
    const std::string name =
        option->get_name() + (option->get_expected_max() > 1 ? "…" : "");
    usage += option->get_required() ? " " + name : " [" + name + "]";
  }
  for (const CLI::Option* option : app->get_options()) {
    if (option->get_positional() || !option->get_required()) continue;
    usage += " " + ShortNameOf(option) + " " + option->get_type_name();
  }
  return usage + " [选项…]\n";
}

std::string HelpFormat::make_subcommand(const CLI::App* command) const {
  std::stringstream out;
  const std::string about = command->get_description();
  CLI::detail::format_help(out, command->get_name(),
                           about.substr(0, about.find('\n')),
                           get_column_width());
  return out.str();
}

std::string HelpFormat::make_option_opts(const CLI::Option* option) const {
  // An argument's name says all.
  if (option->get_positional() || option->get_type_name().empty()) return "";
  return " " + option->get_type_name();
}

}  // namespace nianbao::cli

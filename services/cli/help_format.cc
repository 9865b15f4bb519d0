#include "services/cli/help_format.h"

#include <sstream>

namespace nianbao::cli {
namespace {

constexpr std::size_t kColumn = 26;

// The command with those that it stands under: "nianbao catalogue check".
std::string PathOf(const CLI::App* app) {
  const CLI::App* parent = app->get_parent();
  return parent == nullptr ? app->get_name()
                           : PathOf(parent) + " " + app->get_name();
}

}  // namespace

HelpFormat::HelpFormat() {
  label("Positionals", "参数 Arguments");
  label("Options", "选项 Options");
  label("Subcommands", "命令 Commands");
  column_width(kColumn);
}

std::string HelpFormat::make_usage(const CLI::App* app, std::string) const {
  std::string usage = "用法 Usage: " + PathOf(app);
  if (!app->get_subcommands({}).empty()) usage += " 命令";
  for (const CLI::Option* option : app->get_options(
           [](const CLI::Option* o) { return o->nonpositional(); })) {
    if (option->get_required()) {
      usage += " " + option->get_name() + " " + option->get_type_name();
    }
  }
  for (const CLI::Option* option : app->get_options(
           [](const CLI::Option* o) { return o->get_positional(); })) {
    const std::string name =
        option->get_name() + (option->get_expected_max() > 1 ? "…" : "");
    usage += option->get_required() ? " " + name : " [" + name + "]";
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
  const std::string type = option->get_type_name();
  return type.empty() ? "" : " " + type;
}

}  // namespace nianbao::cli

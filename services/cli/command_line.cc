#include "services/cli/command_line.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include "absl/strings/str_join.h"
#include "services/cli/command_flags.h"
#include "services/cli/commands.h"
#include "services/cli/help_format.h"

namespace nianbao::cli {
namespace {

constexpr char kAbout[] =
    "年报：核对职业学校教育质量年度报告\n"
    "Nianbao checks vocational schools' annual quality reports.";

constexpr char kExamples[] =
    "例 Examples:\n"
    "  nianbao run 年报.txt -o 结果      核对并写出报告 (check, write "
    "reports)\n"
    "  nianbao check 年报.txt            只核对，显示问题 (findings only)\n"
    "  nianbao serve                     开启服务 (start the server)\n"
    "各命令的用法 More: nianbao help 命令";

void Describe(CLI::App& app, Choice& choice) {
  app.name("nianbao");
  app.formatter(std::make_shared<HelpFormat>());
  app.set_help_flag("-h,--help", "显示用法 (help)");
  app.set_version_flag("--version", "nianbao " NIANBAO_VERSION,
                       "显示版本号 (version)");
  app.footer(kExamples);
  AddLanguage(app, choice);
  AddFileCommands(app, choice);
  app.add_subcommand(
      "serve",
      "开启服务（四个服务合一）\nServes all four services; \"nianbao serve "
      "--help\" lists its flags.");
  AddServerCommands(app, choice);
  AddOrganisationCommands(app, choice);
  AddQuestionCommands(app, choice);
  AddCatalogueCommands(app, choice);
  AddRulesCommands(app, choice);
  app.add_subcommand("help", "显示一条命令的用法\nShows a command's help.");
  for (CLI::App* command : app.get_subcommands({})) {
    command->group("命令 Commands");
  }
}

// "help x y" is "x y --help", which says nothing of names that are no command.
std::vector<std::string> WithoutHelp(const CLI::App& app,
                                     std::vector<std::string> arguments) {
  if (arguments.empty() || arguments.front() != "help") return arguments;
  arguments.erase(arguments.begin());
  const CLI::App* command = &app;
  for (const std::string& name : arguments) {
    const auto named = command->get_subcommands(
        [&name](const CLI::App* sub) { return sub->get_name() == name; });
    if (named.empty()) return arguments;
    command = named.front();
  }
  arguments.push_back("--help");
  return arguments;
}

// The commands that `arguments` begin with: "catalogue check".
std::string CommandOf(const CLI::App& app) {
  std::string names;
  for (const CLI::App* command : app.get_subcommands()) {
    names += " " + command->get_name();
    names += CommandOf(*command);
  }
  return names;
}

// What the parser says, in better words where it is one of the common slips.
std::string WordsOf(const CLI::App& app, const CLI::ParseError& error,
                    Language language) {
  std::string words = error.what();
  if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ExtrasError)) {
    return In(language, "不认识 ", "unknown: ") +
           absl::StrJoin(app.remaining(true), " ");
  }
  const std::size_t required = words.find(" is required");
  if (language == Language::kEnglish || required == std::string::npos) {
    return words;
  }
  const std::string what = words.substr(0, required);
  return "缺少 " + (what == "A subcommand" ? "命令" : what);
}

int ArgumentsWrong(const CLI::App& app, const CLI::ParseError& error,
                   Language language) {
  const std::string help = "nianbao help" + CommandOf(app);
  const std::string line =
      In(language, "nianbao: 参数不对：", "nianbao: wrong arguments: ") +
      WordsOf(app, error, language) + In(language, "；用法见 ", "; see ") +
      help + "\n";
  std::fputs(line.c_str(), stderr);
  return kExitFailed;
}

// A result that did not get out is no result.
int Flushed(int exit_code, Language language) {
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return exit_code;
  const std::string line = In(language, "nianbao: 结果没能全部输出（",
                              "nianbao: the output could not be written (") +
                           std::strerror(errno) + In(language, "）\n", ")\n");
  std::fputs(line.c_str(), stderr);
  return kExitFailed;
}

}  // namespace

int RunCommandLine(const std::vector<std::string>& arguments) {
  CLI::App app(kAbout);
  Choice choice;
  Describe(app, choice);
  std::vector<std::string> reversed = WithoutHelp(app, arguments);
  std::reverse(reversed.begin(), reversed.end());
  try {
    app.parse(reversed);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() != 0) {
      return ArgumentsWrong(app, error, choice.language);
    }
    return Flushed(app.exit(error), choice.language);
  }
  if (!choice.run) {
    std::fputs(app.help().c_str(), stderr);
    return kExitFailed;
  }
  return Flushed(choice.run(Terminal(choice.language)), choice.language);
}

}  // namespace nianbao::cli

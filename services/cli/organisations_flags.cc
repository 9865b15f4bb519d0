#include <memory>
#include <string>

#include "services/cli/command_flags.h"
#include "services/cli/commands.h"

namespace nianbao::cli {
namespace {

void AddFormat(CLI::App& command, bool& jsonl) {
  command
      .add_option_function<std::string>(
          "--format", [&jsonl](const std::string&) { jsonl = true; },
          "逐条输出，一行一条 JSON (one JSON object a line)")
      ->type_name("jsonl")
      ->check(CLI::IsMember({"jsonl"}).description(""));
}

CLI::Option* AddServer(CLI::App& command, std::string& server) {
  return command.add_option("--server", server, "服务地址 (address)")
      ->type_name("HOST:PORT");
}

void AddImport(CLI::App& organisations, Choice& choice) {
  CLI::App* import = organisations.add_subcommand(
      "import",
      "导入学校和行政区划（csv 或 xlsx）\n"
      "Imports schools and regions from a csv or xlsx file.");
  AddLanguage(*import, choice);
  auto options = std::make_shared<ImportOptions>();
  import->add_option("FILE", options->path, "机构表 (file)")->required();
  import->add_flag("--dry-run", options->dry_run,
                   "只检查，不写入；不写 --server 时对照空表 (check only)");
  import->add_flag("--partial", options->partial,
                   "有问题的行不导入，其余照导 (import the good rows)");
  AddFormat(*import, options->jsonl);
  import
      ->add_option("--catalogue", options->session.catalogue,
                   "指标目录文件夹 (catalogue)")
      ->type_name("DIR");
  AddServer(*import, options->session.addresses.server);
  import->footer(
      "列名 Columns: 代码、级别、名称、上级，可有 "
      "学校类型、起始日期、终止日期、"
      "终止原因、去向\n"
      "退出码 Exit code: 0 各行都好，1 有不能导入的行，2 没有做成\n"
      "例 Examples:\n"
      "  nianbao organisations import 机构.xlsx --dry-run\n"
      "  nianbao organisations import 机构.xlsx --server 127.0.0.1:8700");
  import->callback([options, &choice] {
    choice.run = [options](const Terminal& terminal) {
      return RunImportOrganisations(*options, terminal);
    };
  });
}

void AddList(CLI::App& organisations, Choice& choice) {
  CLI::App* list = organisations.add_subcommand(
      "list", "列出登记的机构\nLists the organisations that are registered.");
  AddLanguage(*list, choice);
  auto options = std::make_shared<ListOptions>();
  list->add_option("--day", options->day,
                   "某一天的机构，不写为全部时段 (as on a day)")
      ->type_name("2021-12-31");
  list->add_option("--below", options->below,
                   "只列这个代码之下的 (only what is below)")
      ->type_name("330100");
  AddFormat(*list, options->jsonl);
  AddServer(*list, options->addresses.server)->required();
  list->footer(
      "例 Example:\n"
      "  nianbao organisations list --day 2021-12-31 --below 330100 "
      "--server 127.0.0.1:8700");
  list->callback([options, &choice] {
    choice.run = [options](const Terminal& terminal) {
      return RunListOrganisations(*options, terminal);
    };
  });
}

}  // namespace

void AddOrganisationCommands(CLI::App& app, Choice& choice) {
  CLI::App* organisations = app.add_subcommand(
      "organisations",
      "登记学校和行政区划\nKeeps the registry of schools and regions.");
  organisations->require_subcommand(1);
  AddImport(*organisations, choice);
  AddList(*organisations, choice);
}

}  // namespace nianbao::cli

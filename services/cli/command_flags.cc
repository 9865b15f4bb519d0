#include "services/cli/command_flags.h"

#include <map>
#include <string>
#include <vector>

#include "services/cli/command_parts.h"
#include "services/cli/commands.h"

namespace nianbao::cli {
namespace {

void AddEdition(CLI::App& command, std::string& edition) {
  command
      .add_option("--edition", edition,
                  "版本（数据年份），不写时从文中认 (edition)")
      ->type_name("2021");
}

void AddSession(CLI::App& command, SessionOptions& session) {
  command
      .add_option("--catalogue", session.catalogue,
                  "指标目录文件夹 (catalogue)")
      ->type_name("DIR");
  Addresses& addresses = session.addresses;
  AddServer(command, addresses);
  command
      .add_option("--intake", addresses.intake,
                  "各服务分开时的地址 (one service)")
      ->type_name("HOST:PORT");
  command.add_option("--validation", addresses.validation, "同上")
      ->type_name("HOST:PORT");
  command.add_option("--metrics", addresses.metrics, "同上")
      ->type_name("HOST:PORT");
  command.add_option("--report", addresses.report, "同上")
      ->type_name("HOST:PORT");
}

Command<FileOptions> AddFileCommand(
    CLI::App& app, Choice& choice, const std::string& name,
    const std::string& about, int (*run)(const FileOptions&, const Terminal&)) {
  auto command = AddCommand<FileOptions>(app, choice, name, about, run);
  command.flags->add_option("FILE", command.options->path, "报告文件 (report)")
      ->required();
  AddEdition(*command.flags, command.options->edition);
  command.flags
      ->add_option_function<std::string>(
          "--format",
          [options = command.options](const std::string&) {
            options->jsonl = true;
          },
          "逐条输出，一行一条 JSON (one JSON object a line)")
      ->type_name("jsonl")
      ->check(OneOf({"jsonl"}));
  AddSession(*command.flags, command.options->session);
  return command;
}

// What decides which standards a school has.
void AddSchool(CLI::App& command, FileOptions& options) {
  command
      .add_option("--region", options.region,
                  "学校的六位区划代码，决定适用的标准 (region, for standards)")
      ->type_name("330100");
  command
      .add_option("--school-class", options.school_class,
                  "学校类型，决定适用的标准 (class, for standards)")
      ->type_name("CLASS");
}

void AddRead(CLI::App& app, Choice& choice) {
  auto command = AddFileCommand(
      app, choice, "read",
      "读一份报告，列出其中的数据\nReads a report and lists its figures.",
      &RunRead);
  command.flags->add_flag("--all", command.options->all,
                          "连标准、计划、别家的数也列出 (all figures)");
  command.flags
      ->add_option("--explain", command.options->explain,
                   "说明某一行（或某一段，如 b12）的数为何这样读 (why a line "
                   "was read so)")
      ->type_name("LINE")
      ->excludes("--format");
  command.flags->footer(
      "例 Examples:\n"
      "  nianbao read 年报.txt\n"
      "  nianbao read 年报.txt --explain 77\n"
      "  nianbao read 年报.txt --format jsonl > 数据.jsonl");
}

void AddCheck(CLI::App& app, Choice& choice) {
  auto command = AddFileCommand(
      app, choice, "check",
      "核对一份报告，指出有问题的数\nChecks a report's figures.", &RunCheck);
  AddSchool(*command.flags, *command.options);
  command.flags->footer(
      "退出码 Exit code: 0 没有错误，1 有错误，2 读不了\n"
      "例 Examples:\n"
      "  nianbao check 年报.txt\n"
      "  nianbao check 年报.txt --format jsonl > 核对.jsonl");
}

void AddCompute(CLI::App& app, Choice& choice) {
  auto command = AddFileCommand(
      app, choice, "compute",
      "由报告的数据算出指标，比照办学标准\nComputes indicators of a report.",
      &RunCompute);
  AddSchool(*command.flags, *command.options);
  command.flags->footer("例 Example:\n  nianbao compute 年报.txt");
}

void AddRun(CLI::App& app, Choice& choice) {
  auto command = AddCommand<RunOptions>(
      app, choice, "run",
      "读、核对、计算，写出核对报告和重编的年报（最常用）\n"
      "Reads, checks, computes; writes the findings report and the rebuilt "
      "report.",
      &RunAll);
  command.flags
      ->add_option("FILE", command.options->paths, "报告文件，可以有多个")
      ->required();
  command.flags
      ->add_option("-o,--output", command.options->folder,
                   "放结果的文件夹，没有就新建 (output folder)")
      ->type_name("DIR")
      ->required();
  AddEdition(*command.flags, command.options->edition);
  AddSession(*command.flags, command.options->session);
  command.flags->footer(
      "写出 Writes: DIR/名字.findings.html（核对报告）"
      "、DIR/名字.report.html（重编的年报）\n"
      "退出码 Exit code: 0 没有错误，1 有错误，2 有文件没有做成\n"
      "例 Examples:\n"
      "  nianbao run 年报.txt -o 结果\n"
      "  nianbao run *.txt -o 结果");
}

void AddSubmit(CLI::App& app, Choice& choice) {
  auto command = AddCommand<SubmitOptions>(
      app, choice, "submit",
      "向服务报送一份报告\nUploads a report to a server.", &RunSubmit);
  SubmitOptions& options = *command.options;
  CLI::App& flags = *command.flags;
  flags.add_option("FILE", options.path, "报告文件 (report)")->required();
  flags.add_option("--school", options.school, "十位学校代码 (school code)")
      ->type_name("3633000001")
      ->required();
  flags.add_option("--region", options.region, "六位区划代码 (region code)")
      ->type_name("330100")
      ->required();
  flags.add_option("--edition", options.edition, "版本（数据年份）(edition)")
      ->type_name("2021")
      ->required();
  flags.add_option("--title", options.school_title, "学校名称 (school's name)")
      ->type_name("NAME");
  flags
      .add_option("--school-class", options.school_class,
                  "学校类型，决定适用的标准 (class, for standards)")
      ->type_name("CLASS");
  flags
      .add_option("--request-id", options.request_id,
                  "请求号，同号重发不会存成两版 (idempotence)")
      ->type_name("ID");
  AddServer(flags, options.addresses)->required();
  flags.footer(
      "例 Example:\n"
      "  nianbao submit 年报.txt --school 3633000001 --region 330100 "
      "--edition 2021 --server 127.0.0.1:8700");
}

void AddWatch(CLI::App& app, Choice& choice) {
  auto command = AddCommand<WatchOptions>(
      app, choice, "watch",
      "逐条输出报送和机构的变化，一行一条 JSON\n"
      "Prints changes of the record as they come, one JSON object a line.",
      &RunWatch);
  WatchOptions& options = *command.options;
  CLI::App& flags = *command.flags;
  flags
      .add_option("--after", options.after,
                  "从这个修订号之后开始 (revision seen last)")
      ->type_name("N");
  flags.add_flag("--until-current", options.until_current,
                 "没有新的就结束 (end where there is nothing new)");
  flags.add_flag("--newest-only", options.newest_only,
                 "略去已被新版替代的版本 (leave out replaced versions)");
  AddServer(flags, options.addresses)->required();
  flags.footer(
      "例 Example:\n"
      "  nianbao watch --after 120 --server 127.0.0.1:8700");
}

void AddRender(CLI::App& app, Choice& choice) {
  auto command = AddCommand<RenderOptions>(
      app, choice, "render",
      "取一份已报送报告的核对报告或重编年报\nRenders a report of a submission.",
      &RunRender);
  RenderOptions& options = *command.options;
  CLI::App& flags = *command.flags;
  flags.add_option("NAME", options.name, "报送的名称 (submission)")->required();
  flags
      .add_option("--kind", options.kind,
                  "findings 核对报告，school 重编的年报")
      ->type_name("findings|school")
      ->check(OneOf({"findings", "school"}))
      ->required();
  flags.add_option("-o,--output", options.output, "写到哪个文件 (output)")
      ->type_name("FILE")
      ->required();
  AddServer(flags, options.addresses)->required();
  flags.footer(
      "例 Example:\n"
      "  nianbao render editions/2021/submissions/3633000001 "
      "--kind findings --server 127.0.0.1:8700 -o 核对.html");
}

}  // namespace

void AddLanguage(CLI::App& command, Choice& choice) {
  static const std::map<std::string, Language> kLanguages = {
      {"zh", Language::kChinese}, {"en", Language::kEnglish}};
  command
      .add_option_function<std::string>(
          "--lang",
          [&choice](const std::string& name) {
            choice.language = kLanguages.at(name);
          },
          "语言 (language)")
      ->type_name("zh|en")
      ->check(OneOf({"zh", "en"}));
}

void AddFileCommands(CLI::App& app, Choice& choice) {
  AddRun(app, choice);
  AddRead(app, choice);
  AddCheck(app, choice);
  AddCompute(app, choice);
}

void AddServerCommands(CLI::App& app, Choice& choice) {
  AddSubmit(app, choice);
  AddWatch(app, choice);
  AddRender(app, choice);
}

void AddCatalogueCommands(CLI::App& app, Choice& choice) {
  CLI::App* catalogue =
      app.add_subcommand("catalogue", "查看指标目录\nLooks at the catalogue.");
  catalogue->require_subcommand(1);
  CLI::App* check = catalogue->add_subcommand(
      "check",
      "检查指标目录并统计\nChecks the catalogue and counts what it holds.");
  AddLanguage(*check, choice);
  auto folder = std::make_shared<std::string>();
  check->add_option("FOLDER", *folder, "指标目录文件夹，不写则自动找");
  check->footer("例 Example:\n  nianbao catalogue check deploy/catalogue");
  check->callback([folder, &choice] {
    choice.run = [folder](const Terminal& terminal) {
      return RunCatalogueCheck(*folder, terminal);
    };
  });
}

void AddRulesCommands(CLI::App& app, Choice& choice) {
  CLI::App* rules =
      app.add_subcommand("rules", "查看核对规则\nLooks at the rules.");
  rules->require_subcommand(1);
  CLI::App* lint = rules->add_subcommand(
      "lint",
      "找出重复、多余、矛盾、失效的规则\n"
      "Finds rules that are double, redundant, contradictory or dead.");
  AddLanguage(*lint, choice);
  auto folder = std::make_shared<std::string>();
  lint->add_option("FOLDER", *folder, "指标目录文件夹，不写则自动找");
  lint->footer(
      "退出码 Exit code: 0 没有问题，1 有问题，2 读不了\n"
      "例 Example:\n  nianbao rules lint deploy/catalogue");
  lint->callback([folder, &choice] {
    choice.run = [folder](const Terminal& terminal) {
      return RunRulesLint(*folder, terminal);
    };
  });
}

}  // namespace nianbao::cli

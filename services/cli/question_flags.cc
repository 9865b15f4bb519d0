// Flags of the commands that ask metrics over many schools.
#include "services/cli/command_parts.h"
#include "services/cli/question_commands.h"

namespace nianbao::cli {
namespace {

// Flags that choose schools, and those of every question.
void AddQuestion(CLI::App& flags, QuestionOptions& options) {
  flags
      .add_option("--region", options.regions,
                  "只算这些地区，含其下各级 (regions with those below)")
      ->type_name("330100,...")
      ->delimiter(',');
  flags
      .add_option("--school-class", options.school_classes,
                  "只算这些类型的学校 (classes of school)")
      ->type_name("CLASS,...")
      ->delimiter(',');
  flags
      .add_option("--schools", options.schools,
                  "只算这些学校，十位代码 (school codes)")
      ->type_name("CODE,...")
      ->delimiter(',');
  flags
      .add_option("--where", options.range,
                  "只算某指标在范围内的学校 (range of an indicator)")
      ->type_name("CODE:LEAST:MOST");
  flags
      .add_option("--min-revision", options.min_revision,
                  "数据至少到这个修订号 (oldest data revision)")
      ->type_name("N");
  flags
      .add_option_function<std::string>(
          "--format", [&options](const std::string&) { options.jsonl = true; },
          "逐条输出，一行一条 JSON (one JSON object a line)")
      ->type_name("jsonl")
      ->check(OneOf({"jsonl"}));
  AddServer(flags, options.addresses)->required();
}

void AddEdition(CLI::App& flags, QuestionOptions& options) {
  flags.add_option("--edition", options.edition, "版本（数据年份）(edition)")
      ->type_name("2021")
      ->required();
}

CLI::Option* AddEditions(CLI::App& flags, QuestionOptions& options,
                         const std::string& about) {
  return flags.add_option("--editions", options.editions, about)
      ->type_name("2020,2021")
      ->delimiter(',');
}

CLI::Option* AddIndicators(CLI::App& flags, QuestionOptions& options) {
  return flags
      .add_option("--indicators", options.indicators,
                  "指标代码，用逗号隔开 (indicator codes)")
      ->type_name("a,b")
      ->delimiter(',');
}

void AddGrouping(CLI::App& flags, QuestionOptions& options,
                 const std::vector<std::string>& levels,
                 const std::string& words) {
  flags.add_option("--by", options.by, "分组，不写为全省 (grouping)")
      ->type_name(words)
      ->check(OneOf(levels));
}

void AddMeasures(CLI::App& flags, AggregatesOptions& options) {
  AddIndicators(flags, options)->required();
  AddGrouping(flags, options, {"prefecture", "county", "class", "school"},
              "prefecture|county|class|school");
  flags
      .add_option("--statistics", options.statistics,
                  "另列统计量：mean median q1 q3 min max p:97.5 share>=:20 "
                  "share<=:20 (statistics)")
      ->type_name("mean,q1,...")
      ->delimiter(',');
  flags
      .add_option("--method", options.method,
                  "百分位数的算法 (method of percentiles)")
      ->type_name("linear|exclusive|nearest")
      ->check(OneOf({"linear", "exclusive", "nearest"}));
  flags
      .add_option("--bins", options.bin_ends,
                  "各档上界，只限一个指标 (upper ends of bins)")
      ->type_name("100,500,...")
      ->delimiter(',');
  flags.add_flag("--public", options.for_public,
                 "供公开：校数太少的数不列 (withholds small cells)");
}

void AddAggregates(CLI::App& app, Choice& choice) {
  auto command = AddCommand<AggregatesOptions>(
      app, choice, "aggregates",
      "汇总各校已报送的数据\nAggregates over submitted reports.",
      &RunAggregates);
  AddEdition(*command.flags, *command.options);
  AddMeasures(*command.flags, *command.options);
  AddQuestion(*command.flags, *command.options);
  command.flags->footer(
      "例 Examples:\n"
      "  nianbao aggregates --edition 2021 --indicators "
      "a,b --by prefecture --server 127.0.0.1:8700\n"
      "  nianbao aggregates --edition 2021 --indicators a --by county "
      "--statistics median,q1,q3 --public --server 127.0.0.1:8700");
}

void AddExport(CLI::App& app, Choice& choice) {
  auto command = AddCommand<ExportOptions>(
      app, choice, "export",
      "把汇总数据写成 SDMX-CSV\nExports aggregates as SDMX-CSV.", &RunExport);
  AddEditions(*command.flags, *command.options, "版本，可以多个 (editions)")
      ->required();
  AddMeasures(*command.flags, *command.options);
  AddQuestion(*command.flags, *command.options);
  command.flags
      ->add_option("-o,--output", command.options->output,
                   "写到哪个文件，不写则显示 (output)")
      ->type_name("FILE");
  command.flags->footer(
      "例 Example:\n"
      "  nianbao export --editions 2020,2021 --indicators a --by prefecture "
      "--server 127.0.0.1:8700 -o 汇总.csv");
}

void AddRanks(CLI::App& app, Choice& choice) {
  auto command = AddCommand<RanksOptions>(
      app, choice, "ranks", "给学校排名次\nRanks schools by an indicator.",
      &RunRanks);
  RanksOptions& options = *command.options;
  AddEdition(*command.flags, options);
  command.flags
      ->add_option("--indicator", options.indicators,
                   "指标代码 (indicator code)")
      ->type_name("CODE")
      ->expected(1)
      ->required();
  AddGrouping(*command.flags, options, {"prefecture", "county", "class"},
              "prefecture|county|class");
  command.flags->add_flag("--least-first", options.least_first,
                          "数小的在前 (least figure first)");
  command.flags
      ->add_option("--ties", options.ties,
                   "并列：不写为 1 2 2 4，dense 为 1 2 2 3，worst 为 1 3 3 4 "
                   "(ties)")
      ->type_name("dense|worst")
      ->check(OneOf({"dense", "worst"}));
  command.flags->add_flag("--leave-out-blanks", options.leave_out_blanks,
                          "不列缺数学校 (no schools without figure)");
  AddQuestion(*command.flags, options);
  command.flags->footer(
      "例 Example:\n"
      "  nianbao ranks --edition 2021 --indicator a --by prefecture "
      "--server 127.0.0.1:8700");
}

void AddTrends(CLI::App& app, Choice& choice) {
  auto command = AddCommand<QuestionOptions>(
      app, choice, "trends",
      "看指标历年的变化\nFollows indicators over the editions.", &RunTrends);
  AddIndicators(*command.flags, *command.options)->required();
  AddEditions(*command.flags, *command.options,
              "版本，不写为全部 (editions; all where left out)");
  AddQuestion(*command.flags, *command.options);
  command.flags->footer(
      "例 Example:\n"
      "  nianbao trends --indicators a --region 330100 "
      "--server 127.0.0.1:8700");
}

void AddCompare(CLI::App& app, Choice& choice) {
  auto command = AddCommand<CompareOptions>(
      app, choice, "compare",
      "把一所学校与同类学校相比\nCompares a school with its peers.",
      &RunCompare);
  CompareOptions& options = *command.options;
  command.flags
      ->add_option("SCHOOL", options.school, "十位学校代码 (school code)")
      ->required();
  AddEdition(*command.flags, options);
  AddIndicators(*command.flags, options);
  command.flags->add_flag("--same-city", options.same_city,
                          "只比同市的学校 (of the same city)");
  command.flags->add_flag("--same-class", options.same_class,
                          "只比同类型的学校 (of the same class)");
  command.flags
      ->add_option("--size", options.size_percent,
                   "只比规模相差不超过百分之几的学校 (of about its size)")
      ->type_name("30");
  AddQuestion(*command.flags, options);
  command.flags->footer(
      "例 Example:\n"
      "  nianbao compare 3633000001 --edition 2021 --same-city "
      "--server 127.0.0.1:8700");
}

void AddAttainment(CLI::App& app, Choice& choice) {
  auto command = AddCommand<AttainmentOptions>(
      app, choice, "attainment",
      "统计达到办学标准的学校\nCounts the schools that attain standards.",
      &RunAttainment);
  AttainmentOptions& options = *command.options;
  AddEdition(*command.flags, options);
  command.flags
      ->add_option("--standards", options.standards,
                   "标准代码，不写为全部 (standards)")
      ->type_name("a,b")
      ->delimiter(',');
  AddGrouping(*command.flags, options, {"prefecture"}, "prefecture");
  command.flags->add_flag("--name-schools", options.name_schools,
                          "列出未达标学校 (names schools that miss one)");
  AddQuestion(*command.flags, options);
  command.flags->footer(
      "例 Example:\n"
      "  nianbao attainment --edition 2021 --by prefecture "
      "--server 127.0.0.1:8700");
}

void AddCoverage(CLI::App& app, Choice& choice) {
  auto command = AddCommand<CoverageOptions>(
      app, choice, "coverage",
      "看哪些学校报了、迟报、未报\nLists which schools have filed.",
      &RunCoverage);
  CoverageOptions& options = *command.options;
  AddEdition(*command.flags, options);
  command.flags
      ->add_option("--due", options.due,
                   "报送截止日 (last day for filing, UTC)")
      ->type_name("2022-03-31");
  command.flags->add_option("--states", options.states, "只列这些状态 (states)")
      ->type_name("filed,late,missing,unexpected")
      ->delimiter(',')
      ->check(OneOf({"filed", "late", "missing", "unexpected"}));
  AddQuestion(*command.flags, options);
  command.flags->footer(
      "例 Example:\n"
      "  nianbao coverage --edition 2021 --due 2022-03-31 --states missing "
      "--server 127.0.0.1:8700");
}

void AddWarnings(CLI::App& app, Choice& choice) {
  auto command = AddCommand<WarningsOptions>(
      app, choice, "warnings",
      "列出需要关注的专业\nLists majors that need attention.", &RunWarnings);
  AddEdition(*command.flags, *command.options);
  command.flags
      ->add_option("--warnings", command.options->warnings,
                   "预警代码，不写为全部 (warnings)")
      ->type_name("a,b")
      ->delimiter(',');
  AddQuestion(*command.flags, *command.options);
  command.flags->footer(
      "例 Example:\n"
      "  nianbao warnings --edition 2021 --server 127.0.0.1:8700");
}

void AddExplainValue(CLI::App& app, Choice& choice) {
  auto command = AddCommand<ExplainValueOptions>(
      app, choice, "explain-value",
      "说明一个数从哪里来\nExplains where a value comes from.",
      &RunExplainValue);
  ExplainValueOptions& options = *command.options;
  AddEdition(*command.flags, options);
  command.flags
      ->add_option("--indicator", options.indicator,
                   "指标代码 (indicator code)")
      ->type_name("CODE")
      ->required();
  command.flags
      ->add_option("--max-schools", options.max_schools,
                   "最多列多少所学校 (schools listed at most)")
      ->type_name("100");
  AddQuestion(*command.flags, options);
  command.flags->footer(
      "例 Example:\n"
      "  nianbao explain-value --edition 2021 --indicator a "
      "--schools 3633000001 --server 127.0.0.1:8700");
}

}  // namespace

void AddQuestionCommands(CLI::App& app, Choice& choice) {
  AddAggregates(app, choice);
  AddRanks(app, choice);
  AddTrends(app, choice);
  AddCompare(app, choice);
  AddAttainment(app, choice);
  AddCoverage(app, choice);
  AddWarnings(app, choice);
  AddExplainValue(app, choice);
  AddExport(app, choice);
}

}  // namespace nianbao::cli

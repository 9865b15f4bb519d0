// Checks reports and edited copies of them, many in one run, without services
// or files between. Reads a request a line from standard input:
//
//   {"report": PATH, "edition": CODE, "edits": [{"line": 7, "from": "3人",
//    "to": "4人"}], "line": 7, "all": false}
//
// and prints an answer a line: {"checks": […]} with the checks that do not hold
// or are undecided, and those that hold on the line "line", printed as `nianbao
// check --format jsonl` does; with "all" every check, and "facts".
// At the end, {"reading_seconds": …, "checking_seconds": …} of processor time.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <vector>

#include "services/cli/jsonl.h"
#include "services/intake/reading/reading_test_base.h"
#include "services/intake/report_reader.h"
#include "services/validation/check_document.h"

namespace nianbao::testing {
namespace {

using Json = nlohmann::json;

// Processor seconds of this process.
double Seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

// A file's lines, read once.
const std::vector<std::string>& LinesOf(const std::string& path) {
  static std::map<std::string, std::vector<std::string>> files;
  const auto [file, is_new] = files.try_emplace(path);
  if (is_new) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("cannot open " + path);
    for (std::string line; std::getline(in, line);) {
      file->second.push_back(line);
    }
  }
  return file->second;
}

// Replaces what stands once on a line.
void Edit(const Json& edit, std::vector<std::string>& lines) {
  const std::string from = edit.at("from");
  std::string& line = lines.at(edit.at("line").get<std::size_t>() - 1);
  const std::size_t at = line.find(from);
  if (from.empty() || at == std::string::npos ||
      line.find(from, at + 1) != std::string::npos) {
    throw std::runtime_error("not once on its line: " + edit.dump());
  }
  line.replace(at, from.size(), edit.at("to").get<std::string>());
}

std::string EditedText(const Json& request) {
  std::vector<std::string> lines = LinesOf(request.at("report"));
  for (const Json& edit : request.value("edits", Json::array())) {
    Edit(edit, lines);
  }
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

bool IsOpen(const validation::v1::Check& check) {
  return check.verdict() != validation::v1::VERDICT_UNSPECIFIED &&
         check.verdict() != validation::v1::VERDICT_CONSISTENT;
}

bool HoldsOn(int line, const validation::v1::Check& check) {
  return std::any_of(
      check.operands().begin(), check.operands().end(),
      [line](const auto& figure) { return figure.place().line() == line; });
}

Json AnswerOf(const intake::ReadResult& read, const core::CheckResult& result,
              const Json& request) {
  const bool all = request.value("all", false);
  const int line = request.value("line", 0);
  Json answer = {{"checks", Json::array()}};
  const auto lines = cli::CheckLines(result);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto& check = result.checks[i];
    if (all || IsOpen(check) || (line > 0 && HoldsOn(line, check))) {
      answer["checks"].push_back(Json::parse(lines[i]));
    }
  }
  if (!all) return answer;
  answer["facts"] = Json::array();
  for (const auto& fact : read.facts) {
    answer["facts"].push_back(Json::parse(cli::FactLine(fact, false)));
  }
  return answer;
}

class EditChecker {
 public:
  Json Answer(const Json& request) {
    const std::string edition = request.at("edition");
    const std::string text = EditedText(request);
    const double start = Seconds();
    const auto read =
        reader_.Read({.filename = "report.txt", .edition = edition}, text);
    if (!read.ok()) throw std::runtime_error(read.status().ToString());
    const double middle = Seconds();
    const auto result =
        checker_.Check(read->edition, read->document, read->facts);
    if (!result.ok()) throw std::runtime_error(result.status().ToString());
    reading_seconds_ += middle - start;
    checking_seconds_ += Seconds() - middle;
    return AnswerOf(*read, *result, request);
  }

  Json Times() const {
    return {{"reading_seconds", reading_seconds_},
            {"checking_seconds", checking_seconds_}};
  }

 private:
  const core::Catalogue& catalogue_ = intake::TestCatalogue();
  const intake::ReportReader reader_{catalogue_};
  const validation::DocumentChecker checker_{catalogue_};
  double reading_seconds_ = 0;
  double checking_seconds_ = 0;
};

int Main() {
  EditChecker checker;
  try {
    for (std::string line; std::getline(std::cin, line);) {
      std::cout << checker.Answer(Json::parse(line)).dump() << "\n";
    }
    std::cout << checker.Times().dump() << "\n";
  } catch (const std::exception& error) {
    std::fprintf(stderr, "check_edits: %s\n", error.what());
    return 1;
  }
  return 0;
}

}  // namespace
}  // namespace nianbao::testing

int main() { return nianbao::testing::Main(); }

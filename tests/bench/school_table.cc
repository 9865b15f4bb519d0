#include "tests/bench/school_table.h"

#include <charconv>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <limits>
#include <nlohmann/json.hpp>
#include <sstream>
#include <utility>

namespace nianbao::bench {
namespace {

// Columns with more figures than this share with a point are no counts.
constexpr std::size_t kOneIn = 10;
constexpr int kPrintedDecimals = 2;

struct Cell {
  bool blank = true;
  std::int64_t digits = 0;
  int decimals = 0;
};

[[noreturn]] void Fail(const std::string& message) {
  std::cerr << "rules_bench: " << message << "\n";
  std::exit(2);
}

Cell ParseCell(const std::string& text) {
  if (text.empty()) return {};
  Cell cell{false, 0, 0};
  std::string digits = text;
  const std::size_t point = text.find('.');
  if (point != std::string::npos) {
    cell.decimals = static_cast<int>(text.size() - point - 1);
    digits.erase(point, 1);
  }
  const char* end = digits.data() + digits.size();
  const auto parsed = std::from_chars(digits.data(), end, cell.digits);
  if (parsed.ec != std::errc() || parsed.ptr != end) Fail("figure " + text);
  return cell;
}

double NumberOf(const Cell& cell) {
  if (cell.blank) return std::numeric_limits<double>::quiet_NaN();
  return static_cast<double>(cell.digits) / std::pow(10, cell.decimals);
}

core::QuantityColumn ColumnOf(const std::vector<Cell>& cells) {
  std::size_t fractions = 0;
  for (const Cell& cell : cells) fractions += cell.decimals > 0 ? 1 : 0;
  const bool counts = fractions * kOneIn < cells.size();
  core::QuantityColumnBuilder column;
  column.Reserve(cells.size());
  for (Cell cell : cells) {
    if (cell.blank) {
      column.AddBlank();
    } else if (counts) {
      column.AddDecimal(cell.digits, cell.decimals, cell.decimals == 0);
    } else {
      for (; cell.decimals < kPrintedDecimals; ++cell.decimals) {
        cell.digits *= 10;
      }
      column.AddDecimal(cell.digits, cell.decimals, false);
    }
  }
  return std::move(column).Build();
}

// A number as the expression language writes it.
std::string Text(double number) {
  std::ostringstream text;
  text.precision(10);
  text << std::abs(number);
  return number < 0 ? "(-" + text.str() + ")" : text.str();
}

std::string Joined(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : ", ") + part;
  return all;
}

// That `value` lies between `low` and `high`.
std::string Within(const std::string& value, const std::string& low,
                   const std::string& high) {
  return "max(" + low + " - " + value + ", " + value + " - " + high + ") <= 0";
}

}  // namespace

SchoolTable ReadSchoolTable(const std::string& path) {
  constexpr std::size_t kKeys = 4;
  std::ifstream file(path);
  std::string line;
  if (!std::getline(file, line)) Fail("no rows in " + path);
  std::vector<std::string> names;
  const auto fields = [](const std::string& text) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
      if (i < text.size() && text[i] != ',') continue;
      parts.push_back(text.substr(begin, i - begin));
      begin = i + 1;
    }
    return parts;
  };
  names = fields(line);
  std::vector<std::vector<Cell>> cells(names.size() - kKeys);
  SchoolTable table;
  std::map<std::pair<std::string, int>, std::int32_t> row_of;
  while (std::getline(file, line)) {
    const auto parts = fields(line);
    if (parts.size() != names.size()) Fail("row " + line);
    const int year = std::atoi(parts[3].c_str());
    const auto before = row_of.find({parts[0], year - 1});
    row_of[{parts[0], year}] = static_cast<std::int32_t>(table.rows());
    table.previous.push_back(before == row_of.end() ? -1 : before->second);
    for (std::size_t i = kKeys; i < parts.size(); ++i) {
      cells[i - kKeys].push_back(ParseCell(parts[i]));
    }
  }
  table.facts = core::FactColumns(table.rows());
  table.facts.SetPrevious(table.previous);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string& name = names[i + kKeys];
    table.index[name] = i;
    auto& numbers = table.numbers.emplace_back();
    for (const Cell& cell : cells[i]) numbers.push_back(NumberOf(cell));
    table.facts.Set(name, false, ColumnOf(cells[i]));
  }
  return table;
}

std::string SchoolRule::Relation() const {
  if (kind == "sum") {
    return columns[0] + " = sum(" +
           Joined({columns.begin() + 1, columns.end()}) + ")";
  }
  if (kind == "rate") {
    return columns[0] + " = " + columns[1] + " / " + columns[2] + " * " +
           Text(scale);
  }
  if (kind == "yoy") {
    return Within(columns[0] + " / " + columns[0] + "@-1",
                  "(1 - " + Text(limit) + ")", "(1 + " + Text(limit) + ")");
  }
  if (kind == "le") return columns[0] + " <= " + columns[1];
  const std::string value =
      kind == "per" ? columns[0] + " / " + columns[1] : columns[0];
  return Within(value, Text(low), Text(high));
}

std::vector<SchoolRule> ReadSchoolRules(const std::string& path) {
  std::ifstream file(path);
  if (!file) Fail("no rules in " + path);
  std::vector<SchoolRule> rules;
  for (const auto& json : nlohmann::json::parse(file)) {
    SchoolRule rule;
    rule.id = json["id"];
    rule.kind = json["kind"];
    for (const char* key : {"total", "rate", "num", "den", "col", "a", "b"}) {
      if (json.contains(key)) rule.columns.push_back(json[key]);
    }
    if (json.contains("parts")) {
      for (const auto& part : json["parts"]) rule.columns.push_back(part);
    }
    rule.scale = json.value("scale", 1.0);
    rule.tolerance = json.value("tol", 0.005);
    rule.low = json.value("lo", 0.0);
    rule.high = json.value("hi", 0.0);
    rule.limit = json.value("limit", 0.0);
    rules.push_back(std::move(rule));
  }
  return rules;
}

}  // namespace nianbao::bench

#include "tests/round_trip/statements.h"

#include <map>

#include "services/core/document.h"

namespace nianbao::testing {
namespace {

using document::v1::Block;
using document::v1::Document;
using document::v1::Row;
using fact::v1::Fact;

// The reader prints the words of running text with brackets of one width.
std::string WithWideBrackets(const std::string& text) {
  std::string wide;
  for (const char character : text) {
    if (character == '(') {
      wide += "（";
    } else if (character == ')') {
      wide += "）";
    } else {
      wide += character;
    }
  }
  return wide;
}

// What the figure is of: a collected indicator's code, else the words. Nobody
// collects derived indicators, so the reader knows them by their titles alone.
std::string NameOf(const core::Catalogue& catalogue, const Fact& fact) {
  const auto* indicator = catalogue.FindIndicator(fact.concept_code());
  const bool collected = indicator != nullptr && indicator->formula().empty();
  return collected ? indicator->code() : WithWideBrackets(fact.label());
}

std::string KeyOf(const core::Catalogue& catalogue, const Fact& fact) {
  std::string key = NameOf(catalogue, fact);
  for (const auto& dimension : fact.dimensions()) {
    key += " " + dimension.name() + "=" + dimension.value();
  }
  const auto& figure = fact.figure();
  if (figure.hedge() != fact::v1::HEDGE_UNSPECIFIED) {
    key += " " + fact::v1::Hedge_Name(figure.hedge());
  }
  return key + " " + fact.figure().value() + " [" + fact.figure().unit() +
         "] " + fact.period();
}

// Keys of the facts by their ids.
using Keys = std::map<std::string, std::string>;

void AddRuns(const core::Runs& runs, const std::string& where, const Keys& keys,
             Statements& statements) {
  for (const auto& run : runs) {
    const auto key = keys.find(run.fact());
    if (key != keys.end()) statements.emplace(key->second, where);
  }
}

std::string WhereIs(const Block& block, int row) {
  std::string where = block.id() + ": " + core::TextOf(block);
  if (row >= block.table().rows_size()) return where;
  for (const auto& cell : block.table().rows(row).cells()) {
    where += core::TextOf(cell.runs()) + " | ";
  }
  return where;
}

}  // namespace

Statements ComposedStatements(const core::Catalogue& catalogue,
                              const Document& composed,
                              const core::Facts& sources) {
  Keys keys;
  for (const Fact& fact : sources) {
    keys.emplace(fact.id(), KeyOf(catalogue, fact));
  }
  Statements statements;
  for (const Block& block : composed.blocks()) {
    AddRuns(block.paragraph().runs(), WhereIs(block, 0), keys, statements);
    for (int row = 0; row < block.table().rows_size(); ++row) {
      const std::string where = WhereIs(block, row);
      for (const auto& cell : block.table().rows(row).cells()) {
        AddRuns(cell.runs(), where, keys, statements);
      }
    }
  }
  return statements;
}

Statements ReadStatements(const core::Catalogue& catalogue,
                          const core::Facts& read, const Document& document) {
  const core::BlockIndex blocks(document);
  Statements statements;
  for (const Fact& fact : read) {
    const Block* block = blocks.Find(fact.place().block());
    statements.emplace(
        KeyOf(catalogue, fact),
        block == nullptr ? "" : WhereIs(*block, fact.place().row()));
  }
  return statements;
}

std::string DifferencesOf(const Statements& composed, const Statements& read) {
  std::string lines;
  for (const auto& statement : composed) {
    if (read.contains(statement)) continue;
    lines += "\nlost:  " + statement.first + "  in " + statement.second;
  }
  for (const auto& statement : read) {
    if (composed.contains(statement)) continue;
    lines += "\nadded: " + statement.first + "  in " + statement.second;
  }
  return lines;
}

}  // namespace nianbao::testing

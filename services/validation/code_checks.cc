#include "services/validation/code_checks.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "services/core/document.h"
#include "services/core/validity.h"
#include "services/core/wording.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using nianbao::catalogue::v1::CERTAINTY_DRAFT;
using nianbao::catalogue::v1::CodeTable;
using nianbao::catalogue::v1::SEVERITY_NOTE;
using nianbao::catalogue::v1::SEVERITY_QUERY;
using nianbao::document::v1::Block;
using nianbao::document::v1::Document;
using nianbao::document::v1::Place;
using nianbao::document::v1::Table;
using nianbao::fact::v1::Fact;
using nianbao::fact::v1::FACT_CLASS_OWN;
using Entry = CodeTable::Entry;

// The words of a table that hold on a day.
struct Words {
  std::map<std::string, const Entry*> by_code;
  std::map<std::string, const Entry*> by_name;
  std::map<std::string, const Entry*> by_former_name;
};

Words WordsOf(const CodeTable& table, const std::string& day) {
  Words words;
  for (const Entry& entry : table.entries()) {
    if (!core::ValidityOf(entry).Holds(day)) continue;
    if (!entry.code().empty()) words.by_code[entry.code()] = &entry;
    words.by_name[core::NormalWording(entry.name())] = &entry;
    for (const std::string& name : entry.former_names()) {
      words.by_former_name[core::NormalWording(name)] = &entry;
    }
  }
  return words;
}

bool IsAmong(const google::protobuf::RepeatedPtrField<std::string>& words,
             const std::string& text) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

// Columns of a document's table that hold codes and names.
struct Columns {
  std::optional<int> code;
  std::optional<int> name;
};

Columns ColumnsOf(const Table& table, const CodeTable& codes) {
  Columns columns;
  for (int r = 0; r < table.header_rows() && r < table.rows_size(); ++r) {
    for (const auto& cell : table.rows(r).cells()) {
      const std::string head = Compact(core::TextOf(cell.runs()));
      if (IsAmong(codes.code_headings(), head)) columns.code = cell.column();
      if (IsAmong(codes.name_headings(), head)) columns.name = cell.column();
    }
  }
  return columns;
}

// A cell's text with its place.
TextFigure CellAt(const Block& block, int row, std::optional<int> column) {
  TextFigure cell;
  if (!column) return cell;
  for (const auto& each : block.table().rows(row).cells()) {
    if (each.column() != *column) continue;
    cell.text = Compact(core::TextOf(each.runs()));
    cell.value = cell.text;
    cell.place.set_block(block.id());
    cell.place.set_row(row);
    cell.place.set_column(*column);
    cell.place.set_line(block.table().rows(row).line());
  }
  return cell;
}

bool IsCode(const std::string& text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(),
                     [](unsigned char c) { return std::isalnum(c); });
}

// Looks one table up for one report.
class CodeSearch {
 public:
  CodeSearch(const CodeTable& table, const std::string& day, Checks& checks)
      : table_(table), words_(WordsOf(table, day)), checks_(checks) {}

  void LookAt(const Fact& fact) {
    if (fact.fact_class() != FACT_CLASS_OWN || table_.dimension().empty()) {
      return;
    }
    for (const auto& dimension : fact.dimensions()) {
      if (dimension.name() != table_.dimension()) continue;
      TextFigure name;
      name.text = name.value = dimension.value();
      name.label = fact.label();
      name.place = fact.place();
      LookUpName(name);
    }
  }

  void LookAt(const Block& block) {
    const Columns columns = ColumnsOf(block.table(), table_);
    if (!columns.code && !columns.name) return;
    for (int r = block.table().header_rows(); r < block.table().rows_size();
         ++r) {
      const TextFigure code = CellAt(block, r, columns.code);
      const TextFigure name = CellAt(block, r, columns.name);
      if (!name.text.empty()) LookUpName(name);
      if (IsCode(code.text)) LookUpCode(code, name);
    }
  }

 private:
  void LookUpName(const TextFigure& name) {
    const std::string normal = core::NormalWording(name.text);
    if (words_.by_name.count(normal) > 0) return;
    const auto former = words_.by_former_name.find(normal);
    if (former != words_.by_former_name.end()) {
      Add(MessageId::kCodeFormerName, name, *former->second);
    } else if (table_.complete()) {
      Add(MessageId::kCodeUnknownName, name, Entry());
    }
  }

  void LookUpCode(const TextFigure& code, const TextFigure& name) {
    const auto found = words_.by_code.find(code.text);
    if (found == words_.by_code.end()) {
      if (table_.complete()) Add(MessageId::kCodeUnknown, code, Entry());
      return;
    }
    const Entry& entry = *found->second;
    const std::string normal = core::NormalWording(name.text);
    const auto named = words_.by_name.find(normal);
    // Only another entry's name contradicts: a name that the table lacks may be
    // this one's with a direction behind it.
    if (named != words_.by_name.end() && named->second != &entry) {
      Add(MessageId::kCodeOtherName, name, entry);
    }
  }

  void Add(MessageId message, const TextFigure& printed, const Entry& entry) {
    if (!told_.insert({message, printed.text}).second) return;
    const bool draft = table_.certainty() == CERTAINTY_DRAFT;
    checks_.push_back(CheckMaker("code")
                          .Operand(printed, "measure")
                          .Severity(draft ? SEVERITY_NOTE : SEVERITY_QUERY)
                          .Reported(printed.text, std::nullopt)
                          .Computed(entry.name(), std::nullopt)
                          .Message(message, {{"table", table_.title().zh(),
                                              table_.title().en()},
                                             {"printed", printed.text},
                                             {"code", entry.code()},
                                             {"name", entry.name()}})
                          .Instruction(MessageId::kCodeInstruction)
                          .Done());
  }

  const CodeTable& table_;
  const Words words_;
  Checks& checks_;
  std::set<std::pair<MessageId, std::string>> told_;
};

}  // namespace

void CheckCodes(const core::Catalogue& catalogue, const Document& document,
                const core::Facts& facts, const std::string& day,
                Checks& checks) {
  for (const auto& [code, table] : catalogue.code_tables()) {
    CodeSearch search(*table, day, checks);
    for (const Block& block : document.blocks()) {
      if (block.has_table()) search.LookAt(block);
    }
    for (const Fact& fact : facts) search.LookAt(fact);
  }
}

}  // namespace nianbao::validation

#include "services/validation/table_completeness.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "services/core/document.h"
#include "services/core/wording.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using nianbao::catalogue::v1::Edition;
using nianbao::catalogue::v1::Indicator;
using nianbao::catalogue::v1::Severity;
using nianbao::catalogue::v1::SEVERITY_NOTE;
using nianbao::catalogue::v1::SEVERITY_QUERY;
using nianbao::document::v1::Document;
using nianbao::document::v1::Paragraph;
using nianbao::fact::v1::Fact;
using nianbao::fact::v1::ORIGIN_TABLE;

// A table of the report is the edition's where one in so many rows is found.
constexpr std::size_t kFoundShare = 3;
constexpr std::size_t kRowsShown = 8;
// Fewer rows make no table that can be told from another.
constexpr std::size_t kFewestRows = 3;

// The caption without its number: "附表4 服务贡献表" is looked for by its name.
std::string NameIn(const std::string& caption) {
  const std::size_t space = caption.find(' ');
  return core::NormalWording(
      space == std::string::npos ? caption : caption.substr(space + 1));
}

// Looks for the tables of one edition in one report.
class TableSearch {
 public:
  TableSearch(const Edition& edition, const Document& document,
              const core::FactTable& table, Checks& checks)
      : edition_(edition),
        document_(document),
        table_(table),
        checks_(checks) {}

  void LookFor(const std::string& caption,
               const std::vector<const Indicator*>& rows) {
    if (rows.size() < kFewestRows) return;
    const std::string block = BlockOf(rows);
    if (block.empty()) {
      if (IsNamed(caption)) return;
      Add(SEVERITY_QUERY, MessageId::kOutlineNoTable, {{"caption", caption}},
          MessageId::kOutlineNoTableInstruction, nullptr);
      return;
    }
    NoteBlanks(caption, rows, block);
  }

 private:
  const Fact* CellOf(const Indicator& indicator) const {
    for (const Fact* fact : table_.Of(indicator.code(), edition_.data_year())) {
      if (fact->origin() == ORIGIN_TABLE) return fact;
    }
    return nullptr;
  }

  // The block that has the most of the rows; empty where it has too few.
  std::string BlockOf(const std::vector<const Indicator*>& rows) const {
    std::map<std::string, std::size_t> found;
    for (const Indicator* row : rows) {
      const Fact* cell = CellOf(*row);
      if (cell != nullptr) ++found[cell->place().block()];
    }
    const auto most = std::max_element(
        found.begin(), found.end(),
        [](const auto& a, const auto& b) { return a.second < b.second; });
    return most != found.end() && most->second * kFoundShare >= rows.size()
               ? most->first
               : "";
  }

  bool IsNamed(const std::string& caption) const {
    const std::string name = NameIn(caption);
    return std::any_of(
        document_.blocks().begin(), document_.blocks().end(),
        [&](const auto& block) {
          if (block.has_paragraph() &&
              block.paragraph().role() == Paragraph::ROLE_CONTENTS) {
            return false;
          }
          const std::string text =
              block.has_table() ? block.table().caption() : core::TextOf(block);
          return Has(core::NormalWording(text), name);
        });
  }

  void NoteBlanks(const std::string& caption,
                  const std::vector<const Indicator*>& rows,
                  const std::string& block) {
    std::vector<std::string> zh;
    std::vector<std::string> en;
    const Fact* first = nullptr;
    for (const Indicator* row : rows) {
      const Fact* cell = CellOf(*row);
      if (cell != nullptr && first == nullptr) first = cell;
      if (cell != nullptr) continue;
      zh.push_back(core::Catalogue::TitleIn(*row, edition_.code()));
      en.push_back(row->title().en());
    }
    if (zh.empty()) return;
    Add(SEVERITY_NOTE, MessageId::kOutlineBlankRows,
        {{"caption", caption},
         {"count", std::to_string(zh.size())},
         {"year", std::to_string(edition_.data_year())},
         {"rows", Listed(zh, "、", "等"), Listed(en, ", ", " …")}},
        MessageId::kOutlineBlankRowsInstruction,
        first != nullptr && first->place().block() == block ? first : nullptr);
  }

  static std::string Listed(const std::vector<std::string>& names,
                            const std::string& comma, const std::string& more) {
    std::string list;
    for (std::size_t i = 0; i < names.size() && i < kRowsShown; ++i) {
      list += (i == 0 ? "" : comma) + names[i];
    }
    return names.size() > kRowsShown ? list + more : list;
  }

  void Add(Severity severity, MessageId message, const Args& args,
           MessageId instruction, const Fact* fact) {
    Check check = CheckMaker("outline")
                      .Severity(severity)
                      .Reported("", std::nullopt)
                      .Message(message, args)
                      .Instruction(instruction)
                      .Done();
    if (fact != nullptr) AddOperand(*fact, "measure", check);
    AddLines(check);
    checks_.push_back(std::move(check));
  }

  const Edition& edition_;
  const Document& document_;
  const core::FactTable& table_;
  Checks& checks_;
};

}  // namespace

void CheckTables(const core::Catalogue& catalogue, const Edition& edition,
                 const Document& document, const core::FactTable& table,
                 Checks& checks) {
  const bool has_tables =
      std::any_of(document.blocks().begin(), document.blocks().end(),
                  [](const auto& block) { return block.has_table(); });
  const auto& rows = catalogue.TableOf(edition.code());
  if (!has_tables || rows.empty()) return;
  TableSearch search(edition, document, table, checks);
  if (edition.tables().empty()) {
    search.LookFor(edition.table_caption(), rows);
    return;
  }
  for (const auto& part : edition.tables()) {
    std::vector<const Indicator*> of_part;
    std::copy_if(
        rows.begin(), rows.end(), std::back_inserter(of_part),
        [&](const Indicator* row) {
          return core::Catalogue::RevisionOf(*row, edition.code())->table() ==
                 part.code();
        });
    search.LookFor(part.caption(), of_part);
  }
}

}  // namespace nianbao::validation

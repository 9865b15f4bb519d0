// Checks of code tables.
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/core/catalogue_checks.h"

namespace nianbao::core {
namespace {

using nianbao::catalogue::v1::CodeTable;
using Entry = CodeTable::Entry;

// The entries of one table.
class TableCheck {
 public:
  TableCheck(const CodeTable& table, std::string name, CatalogueErrors& errors)
      : table_(table), name_(std::move(name)), errors_(errors) {
    for (const Entry& entry : table.entries()) codes_.insert(entry.code());
  }

  void Run() {
    for (const Entry& entry : table_.entries()) {
      const std::string name =
          absl::StrCat(name_, ", entry \"", entry.name(), "\"");
      CheckSet(!entry.name().empty(), entry, "name", name_, errors_);
      CheckValidity(entry, name, errors_);
      if (!entry.parent().empty() && codes_.count(entry.parent()) == 0) {
        errors_.Add(entry, "parent",
                    absl::StrCat(name, ": unknown parent \"", entry.parent(),
                                 "\"; correct it or add it"));
      }
      if (!entry.code().empty()) Take(by_code_, entry, "code", entry.code());
      Take(by_name_, entry, "name", entry.name());
      for (int i = 0; i < entry.former_names_size(); ++i) {
        Take(by_name_, entry, absl::StrCat("former_names[", i, "]"),
             entry.former_names(i));
      }
    }
  }

 private:
  using Owners = std::map<std::string, std::vector<const Entry*>>;

  // Notes that `word` means the entry, or tells who has it on the same days.
  void Take(Owners& owners, const Entry& entry, const std::string& field,
            const std::string& word) {
    auto& entries = owners[word];
    for (const Entry* other : entries) {
      if (!ValidityOf(*other).Meets(ValidityOf(entry))) continue;
      errors_.Add(entry, field,
                  absl::StrCat(name_, ": \"", word, "\" is there already (",
                               errors_.PlaceOf(*other),
                               "); keep one, or set their days apart"));
      return;
    }
    entries.push_back(&entry);
  }

  const CodeTable& table_;
  const std::string name_;
  CatalogueErrors& errors_;
  std::set<std::string> codes_;
  Owners by_code_;
  Owners by_name_;
};

}  // namespace

void CheckCodeTables(const nianbao::catalogue::v1::Catalogue& file,
                     CatalogueErrors& errors) {
  for (const CodeTable& table : file.code_tables()) {
    const std::string name = absl::StrCat("code table \"", table.code(), "\"");
    CheckCode(table, name, table.code(), errors);
    CheckText(table, "title", name, table.title(), errors);
    CheckSet(!table.reference().empty(), table, "reference", name, errors);
    CheckSet(table.certainty() != 0, table, "certainty", name, errors);
    CheckSet(!table.entries().empty(), table, "entries", name, errors);
    TableCheck(table, name, errors).Run();
  }
}

}  // namespace nianbao::core

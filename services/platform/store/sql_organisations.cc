#include "services/platform/store/sql_organisations.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"

namespace nianbao::platform {
namespace {

using nianbao::intake::v1::Organisation;
using soci::into;
using soci::use;

constexpr char kColumns[] =
    "code, valid_from, valid_to, level, title, parent, school_class, ending, "
    "successors, revision";
// Keys in one statement that deletes.
constexpr std::size_t kKeys = 500;

// A row of organisations, in the order of kColumns.
struct Row {
  std::string code;
  std::string valid_from;
  std::string valid_to;
  long long level = 0;
  std::string title;
  std::string parent;
  std::string school_class;
  long long ending = 0;
  // Codes with a comma between them.
  std::string successors;
  long long revision = 0;
};

Organisation ToOrganisation(const Row& row) {
  Organisation entry;
  entry.set_name(absl::StrCat("organisations/", row.code));
  entry.set_code(row.code);
  entry.set_valid_from(row.valid_from);
  entry.set_valid_to(row.valid_to);
  entry.set_level(static_cast<Organisation::Level>(row.level));
  entry.set_title(row.title);
  entry.set_parent(row.parent);
  entry.set_school_class(row.school_class);
  entry.set_ending(static_cast<Organisation::Ending>(row.ending));
  for (const auto part :
       absl::StrSplit(row.successors, ',', absl::SkipEmpty())) {
    entry.add_successors(part.data(), part.size());
  }
  entry.set_revision(row.revision);
  return entry;
}

// A text as SQL has it.
std::string Quoted(const std::string& text) {
  return absl::StrCat("'", absl::StrReplaceAll(text, {{"'", "''"}}), "'");
}

void DeleteKeys(soci::session& sql, const std::vector<std::string>& keys) {
  for (std::size_t i = 0; i < keys.size(); i += kKeys) {
    const auto begin = keys.begin() + static_cast<std::ptrdiff_t>(i);
    const auto end = keys.begin() + static_cast<std::ptrdiff_t>(
                                        std::min(i + kKeys, keys.size()));
    sql << "DELETE FROM organisations WHERE (code, valid_from) IN (VALUES "
        << absl::StrJoin(begin, end, ", ") << ")";
  }
}

}  // namespace

std::vector<Organisation> SelectOrganisations(soci::session& sql) {
  Row row;
  soci::statement statement(sql);
  statement.exchange(into(row.code));
  statement.exchange(into(row.valid_from));
  statement.exchange(into(row.valid_to));
  statement.exchange(into(row.level));
  statement.exchange(into(row.title));
  statement.exchange(into(row.parent));
  statement.exchange(into(row.school_class));
  statement.exchange(into(row.ending));
  statement.exchange(into(row.successors));
  statement.exchange(into(row.revision));
  statement.alloc();
  statement.prepare(absl::StrCat("SELECT ", kColumns,
                                 " FROM organisations "
                                 "ORDER BY code, valid_from"),
                    soci::details::st_one_time_query);
  statement.define_and_bind();
  std::vector<Organisation> found;
  for (bool got = statement.execute(true); got; got = statement.fetch()) {
    found.push_back(ToOrganisation(row));
  }
  return found;
}

void ReplaceOrganisations(soci::session& sql, const SqlDialect& dialect,
                          const std::vector<Organisation>& entries,
                          std::int64_t revision) {
  // An empty registry has nothing to delete.
  int present = 0;
  sql << "SELECT COUNT(*) FROM (SELECT 1 FROM organisations LIMIT 1) AS one",
      into(present);
  std::vector<std::string> keys;
  std::vector<std::string> successors;
  successors.reserve(entries.size());  // rows point into it
  std::vector<SqlRow> rows;
  rows.reserve(entries.size());
  const auto text = [](const std::string& field) {
    return std::string_view(field);
  };
  const auto number = [](std::int64_t field) { return field; };
  for (const Organisation& entry : entries) {
    if (present > 0) {
      keys.push_back(absl::StrCat("(", Quoted(entry.code()), ", ",
                                  Quoted(entry.valid_from()), ")"));
    }
    successors.push_back(absl::StrJoin(entry.successors(), ","));
    rows.push_back({text(entry.code()), text(entry.valid_from()),
                    text(entry.valid_to()), number(entry.level()),
                    text(entry.title()), text(entry.parent()),
                    text(entry.school_class()), number(entry.ending()),
                    text(successors.back()), number(revision)});
  }
  DeleteKeys(sql, keys);
  dialect.InsertRows(sql, "organisations", kColumns, rows);
}

std::int64_t SelectLastImport(soci::session& sql) {
  long long revision = 0;
  sql << "SELECT newest FROM organisation_imports WHERE id = 1", into(revision);
  return revision;
}

void UpdateLastImport(soci::session& sql, std::int64_t revision) {
  const long long newest = revision;
  sql << "UPDATE organisation_imports SET newest = :n WHERE id = 1",
      use(newest);
}

}  // namespace nianbao::platform

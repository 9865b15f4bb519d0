#include "services/platform/store/sql_changes.h"

namespace nianbao::platform {

using soci::into;
using soci::use;

std::int64_t TakeRevisions(soci::session& sql, std::int64_t count) {
  const long long more = count;
  sql << "UPDATE revisions SET newest = newest + :n WHERE id = 1", use(more);
  return SelectNewestRevision(sql) - count + 1;
}

void InsertChanges(soci::session& sql, const SqlDialect& dialect,
                   const std::vector<ChangeRow>& rows) {
  std::vector<SqlRow> values;
  values.reserve(rows.size());
  for (const ChangeRow& row : rows) {
    values.push_back({row.revision, std::string_view(row.kind),
                      std::string_view(row.subject), row.entries,
                      row.facts_bytes});
  }
  dialect.InsertRows(sql, "changes",
                     "revision, kind, subject, entries, facts_bytes", values);
}

std::int64_t SelectNewestRevision(soci::session& sql) {
  long long newest = 0;
  sql << "SELECT newest FROM revisions WHERE id = 1", into(newest);
  return newest;
}

std::vector<ChangeRow> SelectChanges(soci::session& sql, std::int64_t after,
                                     std::int64_t replaced_by, int limit) {
  long long revision = 0;
  std::string kind;
  std::string subject;
  long long entries = 0;
  long long facts_bytes = 0;
  const long long from = after;
  const long long until = replaced_by;
  soci::statement statement(sql);
  statement.exchange(into(revision));
  statement.exchange(into(kind));
  statement.exchange(into(subject));
  statement.exchange(into(entries));
  statement.exchange(into(facts_bytes));
  statement.exchange(use(from));
  statement.exchange(use(until));
  statement.exchange(use(limit));
  statement.alloc();
  statement.prepare(
      "SELECT revision, kind, subject, entries, facts_bytes FROM changes AS c "
      "WHERE revision > :after AND NOT (kind = 'submission' AND EXISTS ("
      "SELECT 1 FROM changes AS n WHERE n.subject = c.subject "
      "AND n.revision > c.revision AND n.revision <= :until)) "
      "ORDER BY revision LIMIT :limit",
      soci::details::st_one_time_query);
  statement.define_and_bind();
  std::vector<ChangeRow> found;
  for (bool got = statement.execute(true); got; got = statement.fetch()) {
    found.push_back({revision, kind, subject, entries, facts_bytes});
  }
  return found;
}

}  // namespace nianbao::platform

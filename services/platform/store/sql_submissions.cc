#include "services/platform/store/sql_submissions.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace nianbao::platform {
namespace {

using nianbao::intake::v1::Submission;
using soci::into;
using soci::use;

constexpr char kColumns[] =
    "SELECT revision, edition, school, version, region, school_title, "
    "school_class, filename, media_type, encoding, sha256, size_bytes, "
    "line_count, fact_count, create_micros FROM submissions ";

constexpr char kInsertColumns[] =
    "revision, edition, school, version, region, school_title, school_class, "
    "filename, media_type, encoding, sha256, size_bytes, line_count, "
    "fact_count, create_micros";

// In the order of kInsertColumns.
SqlRow RowOf(const Submission& submission) {
  const auto& source = submission.source();
  const std::int64_t micros = submission.create_time().seconds() * 1'000'000 +
                              submission.create_time().nanos() / 1000;
  const auto text = [](const std::string& field) {
    return std::string_view(field);
  };
  const auto number = [](std::int64_t field) { return field; };
  return {number(submission.revision()),
          text(submission.edition()),
          text(submission.school()),
          number(submission.version()),
          text(submission.region()),
          text(submission.school_title()),
          text(submission.school_class()),
          text(source.filename()),
          text(source.media_type()),
          text(source.encoding()),
          text(source.sha256()),
          number(source.size_bytes()),
          number(source.line_count()),
          number(submission.fact_count()),
          micros};
}

// A row of submissions, column by column.
struct Row {
  long long revision = 0;
  std::string edition;
  std::string school;
  int version = 0;
  std::string region;
  std::string school_title;
  std::string school_class;
  std::string filename;
  std::string media_type;
  std::string encoding;
  std::string sha256;
  long long size_bytes = 0;
  int line_count = 0;
  int fact_count = 0;
  long long create_micros = 0;
};

void ExchangeRow(soci::statement& statement, Row& row) {
  statement.exchange(into(row.revision));
  statement.exchange(into(row.edition));
  statement.exchange(into(row.school));
  statement.exchange(into(row.version));
  statement.exchange(into(row.region));
  statement.exchange(into(row.school_title));
  statement.exchange(into(row.school_class));
  statement.exchange(into(row.filename));
  statement.exchange(into(row.media_type));
  statement.exchange(into(row.encoding));
  statement.exchange(into(row.sha256));
  statement.exchange(into(row.size_bytes));
  statement.exchange(into(row.line_count));
  statement.exchange(into(row.fact_count));
  statement.exchange(into(row.create_micros));
}

Submission ToSubmission(const Row& row) {
  Submission submission;
  submission.set_name(
      SubmissionName{row.edition, row.school, row.version}.ToString());
  submission.set_edition(row.edition);
  submission.set_school(row.school);
  submission.set_region(row.region);
  submission.set_version(row.version);
  submission.set_fact_count(row.fact_count);
  submission.set_revision(row.revision);
  submission.set_school_title(row.school_title);
  submission.set_school_class(row.school_class);
  auto* source = submission.mutable_source();
  source->set_filename(row.filename);
  source->set_media_type(row.media_type);
  source->set_encoding(row.encoding);
  source->set_sha256(row.sha256);
  source->set_size_bytes(row.size_bytes);
  source->set_line_count(row.line_count);
  submission.mutable_create_time()->set_seconds(row.create_micros / 1'000'000);
  submission.mutable_create_time()->set_nanos(
      static_cast<int>(row.create_micros % 1'000'000) * 1000);
  return submission;
}

// Prepares `query`, binds `parameters` in order and gives what it selects.
template <class... Parameters>
std::vector<Submission> Select(soci::session& sql, const std::string& query,
                               const Parameters&... parameters) {
  Row row;
  soci::statement statement(sql);
  ExchangeRow(statement, row);
  (statement.exchange(use(parameters)), ...);
  statement.alloc();
  // Prepared for once: a prepared statement costs PostgreSQL two more trips.
  statement.prepare(query, soci::details::st_one_time_query);
  statement.define_and_bind();
  std::vector<Submission> found;
  for (bool got = statement.execute(true); got; got = statement.fetch()) {
    found.push_back(ToSubmission(row));
  }
  return found;
}

std::optional<Submission> First(std::vector<Submission> found) {
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

}  // namespace

std::optional<Submission> SelectSubmission(soci::session& sql,
                                           const SubmissionName& name) {
  return First(Select(sql,
                      absl::StrCat(kColumns,
                                   "WHERE edition = :e AND school = :s AND "
                                   "(:any = 0 OR version = :v) "
                                   "ORDER BY version DESC LIMIT 1"),
                      name.edition, name.school, name.version, name.version));
}

std::vector<Submission> SelectRevisions(
    soci::session& sql, const std::vector<std::int64_t>& revisions) {
  if (revisions.empty()) return {};
  return Select(
      sql, absl::StrCat(kColumns, "WHERE revision IN (",
                        absl::StrJoin(revisions, ", "), ") ORDER BY revision"));
}

std::vector<Submission> SelectNewest(soci::session& sql,
                                     const std::string& edition,
                                     const SubmissionName& after, int limit) {
  return Select(
      sql,
      absl::StrCat(kColumns,
                   "AS s WHERE (:any = '' OR edition = :e) "
                   "AND (edition, school) > (:ae, :as) "
                   "AND version = (SELECT MAX(version) FROM submissions "
                   "WHERE edition = s.edition AND school = s.school) "
                   "ORDER BY edition, school LIMIT :l"),
      edition, edition, after.edition, after.school, limit);
}

std::int64_t SelectRevision(soci::session& sql, const std::string& edition) {
  long long revision = 0;
  if (edition.empty()) {
    sql << "SELECT COALESCE(MAX(revision), 0) FROM submissions", into(revision);
  } else {
    sql << "SELECT COALESCE(MAX(revision), 0) FROM submissions "
           "WHERE edition = :e",
        into(revision), use(edition);
  }
  return revision;
}

std::vector<std::int64_t> SelectRequests(
    soci::session& sql, const SqlDialect& dialect,
    const std::vector<std::string>& request_ids) {
  std::vector<std::pair<std::string, std::string>> keys;
  keys.reserve(request_ids.size());
  for (const std::string& id : request_ids) keys.emplace_back(id, "");
  return dialect.LookUp(
      sql, "SELECT revision FROM requests WHERE request_id = {a}", keys);
}

std::vector<std::int64_t> SelectVersions(
    soci::session& sql, const SqlDialect& dialect,
    const std::vector<std::pair<std::string, std::string>>& schools) {
  return dialect.LookUp(sql,
                        "SELECT MAX(version) FROM submissions "
                        "WHERE edition = {a} AND school = {b}",
                        schools);
}

void InsertSubmissions(soci::session& sql, const SqlDialect& dialect,
                       const std::vector<SubmissionRow>& rows) {
  std::vector<SqlRow> submissions;
  std::vector<SqlRow> contents;
  std::vector<SqlRow> requests;
  for (const SubmissionRow& row : rows) {
    const std::int64_t revision = row.submission->revision();
    submissions.push_back(RowOf(*row.submission));
    contents.push_back({revision, SqlBytes{row.file}, SqlBytes{row.document},
                        SqlBytes{row.facts}});
    if (!row.request_id.empty()) requests.push_back({row.request_id, revision});
  }
  dialect.InsertRows(sql, "submissions", kInsertColumns, submissions);
  dialect.InsertRows(sql, "contents", "revision, file, document, facts",
                     contents);
  dialect.InsertRows(sql, "requests", "request_id, revision", requests);
}

std::vector<std::string> SelectContents(
    soci::session& sql, const SqlDialect& dialect,
    const std::vector<std::int64_t>& revisions, const std::string& column) {
  if (revisions.empty()) return {};
  return dialect.SelectBytes(
      sql, absl::StrCat("SELECT ", column, " FROM contents WHERE revision IN (",
                        absl::StrJoin(revisions, ", "), ") ORDER BY revision"));
}

}  // namespace nianbao::platform

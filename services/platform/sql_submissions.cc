#include "services/platform/sql_submissions.h"

#include "absl/strings/str_cat.h"

namespace nianbao::platform {
namespace {

using nianbao::intake::v1::Submission;
using soci::into;
using soci::use;

constexpr char kColumns[] =
    "SELECT revision, edition, school, version, region, school_title, "
    "school_class, filename, media_type, encoding, sha256, size_bytes, "
    "line_count, fact_count, create_micros FROM submissions ";

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
  statement.prepare(query);
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
                                   "(:v = 0 OR version = :v) "
                                   "ORDER BY version DESC LIMIT 1"),
                      name.edition, name.school, name.version));
}

std::optional<Submission> SelectByRequest(soci::session& sql,
                                          const std::string& request_id) {
  return First(Select(sql,
                      absl::StrCat(kColumns,
                                   "WHERE revision = (SELECT revision FROM "
                                   "requests WHERE request_id = :r)"),
                      request_id));
}

std::vector<Submission> SelectNewest(soci::session& sql,
                                     const std::string& edition,
                                     const SubmissionName& after, int limit) {
  return Select(
      sql,
      absl::StrCat(kColumns,
                   "AS s WHERE (:e = '' OR edition = :e) "
                   "AND (edition, school) > (:ae, :as) "
                   "AND version = (SELECT MAX(version) FROM submissions "
                   "WHERE edition = s.edition AND school = s.school) "
                   "ORDER BY edition, school LIMIT :l"),
      edition, after.edition, after.school, limit);
}

std::int64_t SelectRevision(soci::session& sql, const std::string& edition) {
  long long revision = 0;
  sql << "SELECT COALESCE(MAX(revision), 0) FROM submissions "
         "WHERE :e = '' OR edition = :e",
      into(revision), use(edition);
  return revision;
}

int SelectNextVersion(soci::session& sql, const std::string& edition,
                      const std::string& school) {
  int version = 0;
  sql << "SELECT COALESCE(MAX(version), 0) + 1 FROM submissions "
         "WHERE edition = :e AND school = :s",
      into(version), use(edition), use(school);
  return version;
}

std::int64_t InsertSubmission(soci::session& sql,
                              const Submission& submission) {
  const auto& source = submission.source();
  const long long size_bytes = source.size_bytes();
  const int version = submission.version();
  const int line_count = source.line_count();
  const int fact_count = submission.fact_count();
  const long long micros = submission.create_time().seconds() * 1'000'000 +
                           submission.create_time().nanos() / 1000;
  sql << "INSERT INTO submissions (edition, school, version, region, "
         "school_title, school_class, filename, media_type, encoding, sha256, "
         "size_bytes, line_count, fact_count, create_micros) VALUES (:edition, "
         ":school, :version, :region, :title, :class, :filename, :type, "
         ":encoding, :sha256, :size, :lines, :facts, :micros)",
      use(submission.edition()), use(submission.school()), use(version),
      use(submission.region()), use(submission.school_title()),
      use(submission.school_class()), use(source.filename()),
      use(source.media_type()), use(source.encoding()), use(source.sha256()),
      use(size_bytes), use(line_count), use(fact_count), use(micros);
  long long revision = 0;
  sql << "SELECT last_insert_rowid()", into(revision);
  return revision;
}

void InsertContent(soci::session& sql, std::int64_t revision,
                   const std::string& file, const std::string& document,
                   const std::string& facts) {
  const long long key = revision;
  soci::blob blobs[] = {soci::blob(sql), soci::blob(sql), soci::blob(sql)};
  const std::string* contents[] = {&file, &document, &facts};
  for (int i = 0; i < 3; ++i) {
    if (contents[i]->empty()) continue;
    blobs[i].write(0, contents[i]->data(), contents[i]->size());
  }
  sql << "INSERT INTO contents (revision, file, document, facts) "
         "VALUES (:r, :file, :document, :facts)",
      use(key), use(blobs[0]), use(blobs[1]), use(blobs[2]);
}

void InsertRequest(soci::session& sql, const std::string& request_id,
                   std::int64_t revision) {
  const long long key = revision;
  sql << "INSERT INTO requests (request_id, revision) VALUES (:i, :r)",
      use(request_id), use(key);
}

std::string SelectContent(soci::session& sql, std::int64_t revision,
                          const std::string& column) {
  const long long key = revision;
  soci::blob blob(sql);
  soci::indicator present = soci::i_null;
  sql << "SELECT " << column << " FROM contents WHERE revision = :r",
      into(blob, present), use(key);
  if (present != soci::i_ok) return "";
  std::string bytes(blob.get_len(), '\0');
  if (!bytes.empty()) blob.read(0, bytes.data(), bytes.size());
  return bytes;
}

}  // namespace nianbao::platform

#include "tests/contract/store_backends.h"

#include <atomic>

#include "absl/strings/str_cat.h"
#include "tests/testing/postgres_sql.h"

namespace nianbao::testing {
namespace {

using nianbao::intake::v1::Submission;

std::string NewDatabase(const PostgresServer& server) {
  static std::atomic<int> count = 0;
  const std::string name = absl::StrCat("store", ++count);
  const auto sql = PostgresSql::Open(server.connection());
  EXPECT_TRUE(sql.ok()) << sql.status();
  if (!sql.ok()) return "";
  const auto made = (*sql)->Run(
      absl::StrCat("CREATE DATABASE ", name,
                   " TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'zh'"));
  EXPECT_TRUE(made.ok()) << made.status();
  return server.connection(name);
}

}  // namespace

std::string BackendName(const ::testing::TestParamInfo<Backend>& info) {
  switch (info.param) {
    case Backend::kMemory:
      return "Memory";
    case Backend::kFile:
      return "File";
    case Backend::kPostgres:
      return "Postgres";
  }
  return "";
}

PostgresServer* SharedPostgres() {
  static const auto server = PostgresServer::Start({"fsync=off"});
  EXPECT_TRUE(server.ok()) << server.status();
  return server.ok() ? server->get() : nullptr;
}

EmptyStore::EmptyStore(Backend backend) {
  config_.set_connections(4);
  config_.set_path(backend == Backend::kFile ? folder_.Path("s.sqlite3")
                                             : ":memory:");
  if (backend != Backend::kPostgres) return;
  PostgresServer* server = SharedPostgres();
  if (server != nullptr) config_.set_postgres(NewDatabase(*server));
}

Submission SubmissionOf(const std::string& edition, const std::string& school) {
  Submission submission;
  submission.set_edition(edition);
  submission.set_school(school);
  submission.set_region("330802");
  submission.set_school_title("临江职业学校");
  submission.set_school_class("arts");
  submission.set_fact_count(1);
  auto* source = submission.mutable_source();
  source->set_filename("年报 \"1\"\\\t.txt");
  source->set_media_type("text/plain");
  source->set_encoding("GB18030");
  source->set_sha256("ab");
  source->set_size_bytes(5'000'000'000);
  source->set_line_count(7);
  return submission;
}

core::SubmissionContent ContentOf(const std::string& text) {
  core::SubmissionContent content;
  content.file = std::string("a\0b\xff", 4) + text;
  content.document.set_title(text);
  auto* fact = content.facts.Add();
  fact->set_id("f1");
  fact->set_label(text);
  return content;
}

}  // namespace nianbao::testing

#include "tests/testing/postgres_server.h"

#include <gtest/gtest.h>

#include "tests/testing/postgres_sql.h"

namespace nianbao::testing {
namespace {

TEST(PostgresServer, KeepsWhatIsCommittedOverAKill) {
  auto server = PostgresServer::Start();
  ASSERT_TRUE(server.ok()) << server.status();
  auto sql = PostgresSql::Open((*server)->connection());
  ASSERT_TRUE(sql.ok()) << sql.status();
  ASSERT_TRUE((*sql)->Run("CREATE TABLE t (a INT, b TEXT)").ok());
  ASSERT_TRUE(
      (*sql)->Load("t (a, b)", {{"1", "a\tb\\\n"}, {"2", "NULL"}}).ok());
  (*server)->Kill();
  EXPECT_FALSE((*sql)->Run("SELECT 1").ok());
  ASSERT_TRUE((*server)->Restart().ok());
  sql = PostgresSql::Open((*server)->connection());
  ASSERT_TRUE(sql.ok()) << sql.status();
  const auto rows = (*sql)->Run("SELECT a, b FROM t ORDER BY a");
  ASSERT_TRUE(rows.ok()) << rows.status();
  EXPECT_EQ(*rows, (SqlRows{{"1", "a\tb\\\n"}, {"2", "NULL"}}));
}

TEST(PostgresServer, GoesOnAfterABackendWasKilled) {
  auto server = PostgresServer::Start({"fsync=off"});
  ASSERT_TRUE(server.ok()) << server.status();
  auto sql = PostgresSql::Open((*server)->connection());
  ASSERT_TRUE(sql.ok()) << sql.status();
  EXPECT_EQ((*sql)->Run("SHOW fsync")->at(0).at(0), "off");
  EXPECT_TRUE((*server)->KillBackend());
  EXPECT_FALSE((*sql)->Run("SELECT 1").ok());
}

TEST(PostgresSql, SaysWhatIsWrong) {
  auto server = PostgresServer::Start({"fsync=off"});
  ASSERT_TRUE(server.ok()) << server.status();
  auto sql = PostgresSql::Open((*server)->connection());
  ASSERT_TRUE(sql.ok()) << sql.status();
  const absl::Status status = (*sql)->Run("SELECT x").status();
  EXPECT_NE(status.message().find("\"x\" does not exist"),
            absl::string_view::npos)
      << status;
  EXPECT_FALSE((*sql)->Load("missing", {{"1"}}).ok());
}

}  // namespace
}  // namespace nianbao::testing

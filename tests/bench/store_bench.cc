// Stores thousands of submissions: through the store as BatchSubmitFacts does,
// through BatchSubmitFacts itself, and beside both through multi-row inserts of
// the same rows by the C interface of the same store, in turns. Prints a line
// of JSON for each run.
//
// usage: store_bench [RUNS [SCHOOLS [FACTS [BATCH]]]]
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "grpcpp/create_channel.h"
#include "grpcpp/security/credentials.h"
#include "nianbao/intake/v1/intake.grpc.pb.h"
#include "services/platform/peer_channels.h"
#include "services/platform/rpc_status.h"
#include "services/platform/store/sql_submission_store.h"
#include "services/platform/system_clock.h"
#include "tests/bench/raw_inserts.h"
#include "tests/bench/store_rows.h"
#include "tests/testing/postgres_server.h"
#include "tests/testing/postgres_sql.h"
#include "tests/testing/scratch_folder.h"
#include "tests/testing/server_process.h"

namespace nianbao::bench {
namespace {

namespace api = nianbao::intake::v1;
using nianbao::config::v1::Store;

void Check(const absl::Status& status) {
  if (status.ok()) return;
  std::fprintf(stderr, "store_bench: %s\n", status.ToString().c_str());
  std::exit(1);
}

double Seconds(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start)
      .count();
}

// What is measured, ready to be stored.
struct Material {
  std::vector<Batch> batches;
  std::vector<RawBatch> rows;
  std::vector<api::BatchSubmitFactsRequest> requests;
};

api::BatchSubmitFactsRequest RequestOf(const Batch& batch) {
  api::BatchSubmitFactsRequest request;
  for (const core::NewSubmission& one : batch) {
    auto& part = *request.add_requests();
    part.set_edition(one.submission.edition());
    part.set_school(one.submission.school());
    part.set_region(one.submission.region());
    part.set_school_title(one.submission.school_title());
    part.set_request_id(one.request_id);
    for (const auto& fact : one.content.facts) {
      auto& typed = *part.add_facts();
      typed = fact;
      // The catalogue has no such indicators; labels are free.
      typed.clear_concept_code();
    }
  }
  return request;
}

// New, empty tables of the store at `store`.
void MakeTables(const Store& store) {
  const platform::SystemClock clock;
  Check(platform::SqlSubmissionStore::Open(store, clock).status());
}

double ThroughStore(const Store& store, const Material& material) {
  const platform::SystemClock clock;
  auto opened = platform::SqlSubmissionStore::Open(store, clock);
  Check(opened.status());
  return Seconds([&] {
    for (const Batch& batch : material.batches) {
      Check((*opened)->AddAll(batch).status());
    }
  });
}

double ThroughRpc(const std::string& flag, const Material& material) {
  auto server = testing::ServerProcess::Start("nianbao-intake", {flag});
  Check(server.status());
  const auto stub = api::Intake::NewStub(grpc::CreateCustomChannel(
      (*server)->address(), grpc::InsecureChannelCredentials(),
      platform::PeerChannelArguments()));
  return Seconds([&] {
    for (const auto& request : material.requests) {
      grpc::ClientContext context;
      api::BatchSubmitFactsResponse response;
      Check(platform::FromGrpcStatus(
          stub->BatchSubmitFacts(&context, request, &response)));
    }
  });
}

void Print(const char* store, const char* way, double seconds) {
  std::printf("{\"store\": \"%s\", \"way\": \"%s\", \"seconds\": %.6f}\n",
              store, way, seconds);
  std::fflush(stdout);
}

void RunSqlite(const Material& material) {
  const testing::ScratchFolder folder;
  Store store;
  store.set_connections(1);
  store.set_path(folder.Path("raw"));
  MakeTables(store);
  Print("sqlite", "raw",
        Seconds([&] { InsertIntoSqlite(store.path(), material.rows); }));
  store.set_path(folder.Path("store"));
  Print("sqlite", "store", ThroughStore(store, material));
  Print("sqlite", "rpc",
        ThroughRpc("--store.path=" + folder.Path("rpc"), material));
}

void RunPostgres(testing::PostgresServer& server, int run,
                 const Material& material) {
  auto sql = testing::PostgresSql::Open(server.connection());
  Check(sql.status());
  const auto database = [&](const std::string& way) {
    const std::string name = absl::StrCat(way, run);
    Check((*sql)->Run("CREATE DATABASE " + name).status());
    Check((*sql)->Run("CHECKPOINT").status());
    return server.connection(name);
  };
  Store store;
  store.set_connections(1);
  store.set_postgres(database("raw"));
  MakeTables(store);
  Print("postgres", "raw",
        Seconds([&] { InsertIntoPostgres(store.postgres(), material.rows); }));
  store.set_postgres(database("store"));
  Print("postgres", "store", ThroughStore(store, material));
  Print("postgres", "rpc",
        ThroughRpc("--store.postgres=" + database("rpc"), material));
  for (const char* way : {"raw", "store", "rpc"}) {
    Check((*sql)
              ->Run(absl::StrCat("DROP DATABASE ", way, run, " WITH (FORCE)"))
              .status());
  }
}

int Run(int runs, int schools, int facts, int size) {
  Material material;
  material.batches = MakeBatches(schools, facts, size);
  material.rows = MakeRows(material.batches);
  for (const Batch& batch : material.batches) {
    material.requests.push_back(RequestOf(batch));
  }
  auto postgres = testing::PostgresServer::Start();
  Check(postgres.status());
  for (int run = 0; run < runs; ++run) {
    RunSqlite(material);
    RunPostgres(**postgres, run, material);
  }
  return 0;
}

}  // namespace
}  // namespace nianbao::bench

int main(int argc, char** argv) {
  const auto number = [&](int at, int otherwise) {
    return argc > at ? std::atoi(argv[at]) : otherwise;
  };
  return nianbao::bench::Run(number(1, 1), number(2, 7000), number(3, 100),
                             number(4, 500));
}

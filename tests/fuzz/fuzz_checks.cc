#include "tests/fuzz/fuzz_checks.h"

#include <cstdio>
#include <cstdlib>
#include <set>
#include <string>

#include "services/core/document.h"
#include "services/core/errors.h"

namespace nianbao::fuzz {
namespace {

using nianbao::document::v1::Block;
using nianbao::document::v1::Document;
using nianbao::document::v1::Place;
using nianbao::document::v1::Row;
using nianbao::document::v1::Table;
using nianbao::fact::v1::Fact;

bool IsUtf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const auto lead = static_cast<unsigned char>(text[at++]);
    int more = lead < 0x80 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    if (lead >= 0x80 && (lead < 0xC2 || lead > 0xF4)) return false;
    for (; more > 0; --more, ++at) {
      if (at >= text.size() || (text[at] & 0xC0) != 0x80) return false;
    }
  }
  return true;
}

void ExpectRuns(const core::Runs& runs, const std::string& block) {
  int end = 0;
  for (const auto& run : runs) {
    Expect(IsUtf8(run.text()), "texts are UTF-8");
    Expect(run.place().block() == block, "a run's place names its block");
    Expect(run.place().begin() == end, "runs follow each other");
    end += static_cast<int>(run.text().size());
    Expect(run.place().end() == end, "a run's place covers its text");
  }
}

void ExpectRow(const Row& row, int columns, const std::string& block) {
  int next = 0;
  for (const auto& cell : row.cells()) {
    Expect(cell.column() >= next, "cells of a row do not overlap");
    next = cell.column() + std::max(cell.column_span(), 1);
    Expect(next <= columns, "cells stand within their table");
    ExpectRuns(cell.runs(), block);
  }
}

void ExpectTable(const Block& block) {
  const Table& table = block.table();
  Expect(table.header_rows() <= table.rows_size(),
         "no more head rows than rows");
  for (const Row& row : table.rows()) {
    ExpectRow(row, table.column_count(), block.id());
  }
}

// The text at `place`; empty where there is none.
std::string TextAt(const Place& place, const Block& block) {
  std::string text = core::TextOf(block);
  if (block.has_table()) {
    Expect(place.row() < block.table().rows_size(), "a fact's row is there");
    for (const auto& cell : block.table().rows(place.row()).cells()) {
      if (cell.column() == place.column()) text = core::TextOf(cell.runs());
    }
  }
  const auto begin = static_cast<std::size_t>(place.begin());
  const auto end = static_cast<std::size_t>(place.end());
  Expect(begin < end && end <= text.size(), "a fact's place lies in its text");
  return text.substr(begin, end - begin);
}

}  // namespace

void Expect(bool kept, std::string_view promise) {
  if (kept) return;
  std::fprintf(stderr, "broken promise: %.*s\n",
               static_cast<int>(promise.size()), promise.data());
  std::abort();
}

void ExpectReadOrRefused(const absl::StatusOr<Document>& document) {
  if (document.ok()) return ExpectSound(*document);
  const absl::Status& status = document.status();
  // A fuzzer runs no programs, so what begins like a PDF file stays unread.
  const bool pdf = core::GetErrorInfo(status).reason == "PROGRAMS_FORBIDDEN";
  Expect(pdf || status.code() == absl::StatusCode::kInvalidArgument,
         "a bad file is the fault of whoever made it");
  if (pdf) return;
  Expect(!core::GetErrorInfo(status).reason.empty(), "errors have reasons");
  const std::string message(status.message());
  Expect(IsUtf8(message), "messages are UTF-8");
  Expect(message.find(':') != std::string::npos, "messages name the file");
}

void ExpectSound(const Document& document) {
  std::set<std::string> ids;
  for (const Block& block : document.blocks()) {
    Expect(ids.insert(block.id()).second, "each block has an id of its own");
    if (block.has_table()) {
      ExpectTable(block);
    } else if (block.has_heading()) {
      Expect(block.heading().level() >= 1, "headings have levels");
      ExpectRuns(block.heading().runs(), block.id());
    } else if (block.has_paragraph()) {
      ExpectRuns(block.paragraph().runs(), block.id());
    }
  }
}

void ExpectSound(const core::Facts& facts, const Document& document) {
  const core::BlockIndex blocks(document);
  std::set<std::string> ids;
  for (const Fact& fact : facts) {
    Expect(ids.insert(fact.id()).second, "each fact has an id of its own");
    const Block* block = blocks.Find(fact.place().block());
    Expect(block != nullptr, "a fact stands in a block");
    Expect(!TextAt(fact.place(), *block).empty(), "a fact's place has text");
    Expect(IsUtf8(fact.label()) && IsUtf8(fact.period()), "facts are UTF-8");
  }
}

}  // namespace nianbao::fuzz

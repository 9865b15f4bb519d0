// Promises that fuzzers check.
#ifndef NIANBAO_TESTS_FUZZ_FUZZ_CHECKS_H_
#define NIANBAO_TESTS_FUZZ_FUZZ_CHECKS_H_

#include <string_view>

#include "absl/status/statusor.h"
#include "nianbao/document/v1/document.pb.h"
#include "services/core/fact_table.h"

namespace nianbao::fuzz {

// Ends the program with `promise` where it was not kept.
void Expect(bool kept, std::string_view promise);

// A file is read, or refused as the fault of whoever made it, with a reason
// and a message.
void ExpectReadOrRefused(
    const absl::StatusOr<nianbao::document::v1::Document>& document);

// Texts are UTF-8, blocks have ids, cells stand in their tables, and places
// say where the text of each run stands.
void ExpectSound(const nianbao::document::v1::Document& document);

// Each fact has an id of its own and the place of a block or cell that holds
// the text of its figure.
void ExpectSound(const core::Facts& facts,
                 const nianbao::document::v1::Document& document);

}  // namespace nianbao::fuzz

#endif  // NIANBAO_TESTS_FUZZ_FUZZ_CHECKS_H_

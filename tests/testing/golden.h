// Golden files: messages as protobuf text, so that reviewers read the diff.
#ifndef NIANBAO_TESTS_TESTING_GOLDEN_H_
#define NIANBAO_TESTS_TESTING_GOLDEN_H_

#include <string>

#include "google/protobuf/message.h"
#include "gtest/gtest.h"

namespace nianbao::testing {

// Whether `message` prints as the file at `path` (from the repository's root)
// holds it. With NIANBAO_UPDATE_GOLDEN=1 in the environment the file is
// written instead; the reviewer reads its diff.
::testing::AssertionResult MatchesGolden(
    const google::protobuf::Message& message, const std::string& path);

// The same for bytes, such as a rendered file.
::testing::AssertionResult BytesMatchGolden(const std::string& bytes,
                                            const std::string& path);

// The bytes of a file from the repository's root; a failed test where it can't
// be read.
std::string ReadTestFile(const std::string& path);

}  // namespace nianbao::testing

#endif  // NIANBAO_TESTS_TESTING_GOLDEN_H_

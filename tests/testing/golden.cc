#include "tests/testing/golden.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "google/protobuf/text_format.h"

namespace nianbao::testing {
namespace {

bool Updates() {
  const char* update = std::getenv("NIANBAO_UPDATE_GOLDEN");
  return update != nullptr && std::string(update) == "1";
}

std::string LineAround(const std::string& text, std::size_t at) {
  const std::size_t begin = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
  return text.substr(begin, text.find('\n', at) - begin);
}

::testing::AssertionResult Differ(const std::string& actual,
                                  const std::string& expected,
                                  const std::string& path) {
  const auto at =
      static_cast<std::size_t>(std::mismatch(actual.begin(), actual.end(),
                                             expected.begin(), expected.end())
                                   .first -
                               actual.begin());
  const auto line = std::count(
      actual.begin(), actual.begin() + static_cast<std::ptrdiff_t>(at), '\n');
  return ::testing::AssertionFailure()
         << path << ":" << line + 1 << " differs\n  golden: "
         << LineAround(expected, std::min(at, expected.size()))
         << "\n  now:    " << LineAround(actual, at)
         << "\nrun scripts/test.sh --update-golden and read the diff";
}

}  // namespace

std::string ReadTestFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file.good()) << "can't read " << path;
  return {std::istreambuf_iterator<char>(file),
          std::istreambuf_iterator<char>()};
}

::testing::AssertionResult BytesMatchGolden(const std::string& bytes,
                                            const std::string& path) {
  if (Updates()) {
    std::ofstream(path, std::ios::binary) << bytes;
    return ::testing::AssertionSuccess();
  }
  const std::string expected = ReadTestFile(path);
  if (bytes == expected) return ::testing::AssertionSuccess();
  return Differ(bytes, expected, path);
}

::testing::AssertionResult MatchesGolden(
    const google::protobuf::Message& message, const std::string& path) {
  google::protobuf::TextFormat::Printer printer;
  printer.SetUseUtf8StringEscaping(true);
  std::string text;
  if (!printer.PrintToString(message, &text)) {
    return ::testing::AssertionFailure() << "the message can't be printed";
  }
  const std::string head =
      "# proto-message: " + message.GetDescriptor()->full_name() + "\n\n";
  return BytesMatchGolden(head + text, path);
}

}  // namespace nianbao::testing

// What is made of a PDF file's print; the program that prints it is not ours.
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "services/core/errors.h"
#include "services/intake/readers/pdf/layout_reader.h"
#include "services/intake/readers/pdf/word_boxes.h"
#include "tests/fuzz/fuzz_checks.h"
#include "tests/fuzz/fuzz_targets.h"

namespace nianbao::fuzz {
namespace {

constexpr std::string_view kPage = "<page";
constexpr char kOnePage[] = "<page width=\"600\" height=\"800\">\n";
constexpr char kEnd[] = "\n</doc>\n";
constexpr double kFarthest = 15'000;

void ExpectBoxes(const std::vector<intake::BoxPage>& pages) {
  for (const intake::BoxPage& page : pages) {
    for (const intake::WordBox& word : page.words) {
      Expect(!word.text.empty(), "words have text");
      Expect(word.left <= word.right && word.top <= word.bottom,
             "boxes are the right way up");
      Expect(word.left >= -kFarthest && word.right <= kFarthest &&
                 word.top >= -kFarthest && word.bottom <= kFarthest,
             "words stand on a page that may be");
    }
  }
}

void ExpectRefused(const absl::Status& status) {
  Expect(status.code() == absl::StatusCode::kInvalidArgument,
         "a bad file is the fault of whoever made it");
  Expect(!core::GetErrorInfo(status).reason.empty(), "errors have reasons");
}

// Every run of a printed document has its page.
void ExpectPages(const nianbao::document::v1::Document& document, int pages) {
  for (const auto& block : document.blocks()) {
    for (const auto& run : block.paragraph().runs()) {
      Expect(run.place().page() >= 1 && run.place().page() <= pages,
             "runs have pages");
    }
  }
}

}  // namespace

void FuzzPdf(std::string_view bytes) {
  const absl::string_view text(bytes.data(), bytes.size());
  auto pages = intake::ParseWordBoxes(bytes.substr(0, kPage.size()) == kPage
                                          ? absl::StrCat(text, kEnd)
                                          : absl::StrCat(kOnePage, text, kEnd));
  if (!pages.ok()) return ExpectRefused(pages.status());
  ExpectBoxes(*pages);
  const auto count = static_cast<int>(pages->size());
  const auto document = intake::ReadLayout(*std::move(pages));
  if (!document.ok()) return ExpectRefused(document.status());
  ExpectSound(*document);
  ExpectPages(*document, count);
}

}  // namespace nianbao::fuzz

#include "services/intake/reading/plain_forms.h"

#include <gtest/gtest.h>

#include "services/intake/reading/chars.h"
#include "services/intake/reading/reading_test_base.h"

namespace nianbao::intake {
namespace {

TEST(PlainForms, RadicalsAndCompatibilityFormsAreMatchedAsUsualCharacters) {
  EXPECT_EQ(PlainForm(U'\u2F08'), U'人');
  EXPECT_EQ(PlainForm(U'\u2F81'), U'肉');
  EXPECT_EQ(PlainForm(U'\u2ED3'), U'长');
  EXPECT_EQ(PlainForm(U'\u2EF0'), U'龙');
  EXPECT_EQ(PlainForm(U'\uF9F8'), U'笠');
  EXPECT_EQ(PlainForm(U'\U0002F800'), U'丽');
}

TEST(PlainForms, EverythingElseIsKept) {
  for (const char32_t c : {U'人', U'a', U'％', U'\u2E9A', U'\uFB00'}) {
    EXPECT_EQ(PlainForm(c), c);
  }
}

TEST(PlainForms, FigureBesideARadicalHasItsUnitAndTheTextIsKept) {
  const auto facts = FactsOf("全校在校生4902\u2F08。");
  ASSERT_EQ(facts.size(), 1);
  EXPECT_EQ(facts[0].figure().unit(), "人");
  EXPECT_EQ(Chars("4902\u2F08").Text(0, 5), "4902\u2F08");
}

}  // namespace
}  // namespace nianbao::intake

#include "services/core/sentence_template.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "services/core/errors.h"

namespace nianbao::core {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

using Kind = SentencePiece::Kind;

SentencePiece Text(const std::string& text) {
  return {Kind::kText, text, "", 0};
}

std::string ErrorIn(const std::string& sentence) {
  const auto pieces = ParseSentence(sentence);
  if (pieces.ok()) return "parses";
  EXPECT_EQ(GetErrorInfo(pieces.status()).reason, "BAD_EXPRESSION");
  return std::string(pieces.status().message());
}

TEST(Sentence, SplitsTextAndFigures) {
  const auto pieces = ParseSentence(
      "在校生{students}人（上年{students@-1}人，"
      "{change(students)}）。");
  ASSERT_TRUE(pieces.ok());
  EXPECT_THAT(
      *pieces,
      ElementsAre(
          Text("在校生"), SentencePiece{Kind::kValue, "", "students", 0},
          Text("人（上年"), SentencePiece{Kind::kValue, "", "students", 1},
          Text("人，"), SentencePiece{Kind::kChange, "", "students", 0},
          Text("）。")));
}

TEST(Sentence, MayBeEmptyOrWithoutFigures) {
  EXPECT_TRUE(ParseSentence("")->empty());
  EXPECT_THAT(*ParseSentence("学校概况。"), ElementsAre(Text("学校概况。")));
  EXPECT_EQ(ParseSentence("{a}{b}")->size(), 2U);
}

TEST(Sentence, TakesAnIndicatorCalledChange) {
  EXPECT_THAT(*ParseSentence("{change}"),
              ElementsAre(SentencePiece{Kind::kValue, "", "change", 0}));
}

TEST(Sentence, ShowsTheWrongBraceWithACaret) {
  EXPECT_EQ(ErrorIn("共{a"),
            "\"{\" is not closed; put \"}\" behind the figure's code\n"
            "  共{a\n"
            "    ^");
  EXPECT_THAT(ErrorIn("共a}人"), HasSubstr("\"}\" closes nothing"));
  EXPECT_THAT(ErrorIn("{a{b}"), HasSubstr("is not closed"));
}

TEST(Sentence, RefusesWhatIsNoFigure) {
  for (const std::string sentence :
       {"{}", "{a b}", "{a@-}", "{a@-0}", "{a@-10}", "{change(a}",
        "{sum(a, b)}", "{人数}", "{a[*]}", "{change()}", "{1}"}) {
    EXPECT_THAT(ErrorIn(sentence),
                HasSubstr("{code}, {code@-1} or {change(code)}"))
        << sentence;
  }
}

}  // namespace
}  // namespace nianbao::core

#include "services/core/expression.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "services/core/errors.h"

namespace nianbao::core {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

// Printed figures by reference, such as "a@-1"; with a unit behind a space.
class Figures {
 public:
  explicit Figures(std::map<std::string, std::string> printed)
      : printed_(std::move(printed)) {}

  Lookup AsLookup() const {
    return [this](const Reference& r) -> std::optional<Quantity> {
      std::string key = r.code;
      if (r.years_back > 0) key += "@-" + std::to_string(r.years_back);
      const auto found = printed_.find(key + (r.each ? "[*]" : ""));
      if (found == printed_.end()) return std::nullopt;
      const std::size_t space = found->second.find(' ');
      nianbao::fact::v1::Figure figure;
      figure.set_value(found->second.substr(0, space));
      if (space != std::string::npos) {
        figure.set_unit(found->second.substr(space + 1));
      }
      return QuantityOf(figure).value();
    };
  }

 private:
  std::map<std::string, std::string> printed_;
};

std::string Value(const std::string& text,
                  std::map<std::string, std::string> printed = {},
                  Reading reading = Reading::kPrinted,
                  bool blank_is_zero = false) {
  const auto expression = Expression::Parse(text);
  if (!expression.ok()) return std::string(expression.status().ToString());
  const Figures figures(std::move(printed));
  const auto value =
      expression->Evaluate(figures.AsLookup(), reading, blank_is_zero);
  return value ? ToText(*value, 4) : "blank";
}

// The message of the error in `text`.
template <typename Parsed>
std::string ErrorIn(const std::string& text) {
  const auto parsed = Parsed::Parse(text);
  if (parsed.ok()) return "parses";
  EXPECT_EQ(parsed.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(GetErrorInfo(parsed.status()).reason, "BAD_EXPRESSION");
  return std::string(parsed.status().message());
}

TEST(Expression, FollowsPrecedence) {
  EXPECT_EQ(Value("1 + 2 * 3"), "7");
  EXPECT_EQ(Value("(1 + 2) * 3"), "9");
  EXPECT_EQ(Value("10 - 4 - 3"), "3");
  EXPECT_EQ(Value("24 / 4 / 3"), "2");
  EXPECT_EQ(Value("-2 * 3 + --1"), "-5");
  EXPECT_EQ(Value("0.5*4"), "2");
}

TEST(Expression, HasFunctions) {
  EXPECT_EQ(Value("sum(1, 2, 3)"), "6");
  EXPECT_EQ(Value("min(3, 1 + 1, 4)"), "2");
  EXPECT_EQ(Value("max(3, 1, 4)"), "4");
  EXPECT_EQ(Value("mean(1, 2)"), "1.5");
  EXPECT_EQ(Value("mean(7)"), "7");
  EXPECT_EQ(Value("sum + min", {{"sum", "1"}, {"min", "2"}}), "3");
}

TEST(Expression, ReadsFiguresOfOtherYears) {
  EXPECT_EQ(Value("(a - a@-1) / a@-1 * 100", {{"a", "4902"}, {"a@-1", "4852"}}),
            "1.0305");
}

TEST(Expression, StaysExact) {
  EXPECT_EQ(Value("a / b * b", {{"a", "1"}, {"b", "3"}}), "1");
}

TEST(Expression, ComputesIntervalsOfPrintedFigures) {
  EXPECT_EQ(
      Value("a / b", {{"a", "3.0 万元"}, {"b", "2 人"}}, Reading::kInterval),
      "[1.475, 1.525]");
}

TEST(Expression, TakesAReferenceTwiceAsIndependent) {
  EXPECT_EQ(Value("a - a", {{"a", "3 元"}}, Reading::kInterval), "[-1, 1]");
}

TEST(Expression, IsBlankWhereAFigureIs) {
  EXPECT_EQ(Value("a + b", {{"a", "1"}}), "blank");
  EXPECT_EQ(Value("a + 1"), "blank");
}

TEST(Expression, CountsBlanksAsZeroWhereOneFigureIsThere) {
  EXPECT_EQ(Value("a + b", {{"a", "1"}}, Reading::kPrinted, true), "1");
  EXPECT_EQ(Value("a + b", {}, Reading::kPrinted, true), "blank");
  EXPECT_EQ(Value("2 * 3", {}, Reading::kPrinted, true), "6");
}

TEST(Expression, IsBlankWhereADivisorMayBeZero) {
  EXPECT_EQ(Value("a / b", {{"a", "1"}, {"b", "0"}}), "blank");
  EXPECT_EQ(Value("a / b", {{"a", "1"}, {"b", "0.4 元"}}, Reading::kInterval),
            "[2.2222, 2.8571]");
  EXPECT_EQ(Value("a / b", {{"a", "1"}, {"b", "0 元"}}, Reading::kInterval),
            "blank");
}

TEST(Expression, ListsReferencesOnceInOrder) {
  const auto e = Expression::Parse("b + a@-1 * b - a[*] / min(a, b)");
  ASSERT_TRUE(e.ok());
  EXPECT_THAT(e->references(),
              ElementsAre(Reference{"b", 0, false}, Reference{"a", 1, false},
                          Reference{"a", 0, true}, Reference{"a", 0, false}));
  EXPECT_EQ(e->text(), "b + a@-1 * b - a[*] / min(a, b)");
}

TEST(Expression, KnowsWhenItIsOneReference) {
  const auto one = Expression::Parse("(a@-2)");
  ASSERT_TRUE(one.ok());
  EXPECT_EQ(*one->AsReference(), (Reference{"a", 2, false}));
  EXPECT_EQ(Expression::Parse("a + 0")->AsReference(), nullptr);
}

TEST(ExpressionErrors, ShowLineAndCaret) {
  EXPECT_EQ(ErrorIn<Expression>("a + * b"),
            "expected a number, an indicator's code, \"(\" or one of sum( min( "
            "max( mean(, found \"*\"\n"
            "  a + * b\n"
            "      ^");
}

TEST(ExpressionErrors, ShowTheLineOfSeveral) {
  const auto parsed = Expression::Parse("a +\n  b b\n + c");
  ASSERT_FALSE(parsed.ok());
  EXPECT_THAT(std::string(parsed.status().message()),
              HasSubstr("found \"b\"\n    b b\n      ^"));
  const ErrorInfo info = GetErrorInfo(parsed.status());
  EXPECT_EQ(info.metadata.at("line"), "2");
  EXPECT_EQ(info.metadata.at("column"), "5");
}

TEST(ExpressionErrors, PutTheCaretBelowWideCharacters) {
  const auto parsed = Expression::Parse("a + 教师");
  EXPECT_THAT(std::string(parsed.status().message()),
              HasSubstr("unexpected character \"教\""));
  EXPECT_THAT(ErrorIn<Expression>("教师 + a"), HasSubstr("\n  ^"));
}

TEST(ExpressionErrors, NameWhatIsWrong) {
  EXPECT_THAT(ErrorIn<Expression>(""), HasSubstr("found the end\n  \n  ^"));
  EXPECT_THAT(ErrorIn<Expression>("a +"), HasSubstr("found the end"));
  EXPECT_THAT(ErrorIn<Expression>("(a"), HasSubstr("expected \")\" or"));
  EXPECT_THAT(ErrorIn<Expression>("a)"), HasSubstr("or the end"));
  EXPECT_THAT(ErrorIn<Expression>("a <= b"),
              HasSubstr("a formula has one side only, found \"<=\""));
  EXPECT_THAT(ErrorIn<Expression>("avg(a)"),
              HasSubstr("unknown function \"avg\"; known are sum"));
  EXPECT_THAT(ErrorIn<Expression>("sum()"), HasSubstr("expected a number"));
  EXPECT_THAT(ErrorIn<Expression>("a@-"), HasSubstr("number of years back"));
  EXPECT_THAT(ErrorIn<Expression>("a@-0"), HasSubstr("number of years back"));
  EXPECT_THAT(ErrorIn<Expression>("a@-1.5"), HasSubstr("years back"));
  EXPECT_THAT(ErrorIn<Expression>("a@1"), HasSubstr("found \"@\""));
  EXPECT_THAT(ErrorIn<Expression>("a（b）"), HasSubstr("half-width signs"));
  EXPECT_THAT(ErrorIn<Expression>("a / 0"), HasSubstr("divides by zero"));
  EXPECT_THAT(ErrorIn<Expression>("a / 0.00"), HasSubstr("divides by zero"));
}

TEST(ExpressionErrors, RefuseDepthBeforeTheStackEnds) {
  const std::string deep(3000, '(');
  EXPECT_THAT(ErrorIn<Expression>(deep), HasSubstr("more than 100 brackets"));
  const std::string minus(3000, '-');
  EXPECT_THAT(ErrorIn<Expression>(minus), HasSubstr("more than 100 brackets"));
  std::string sum = "a";
  for (int i = 0; i < 100000; ++i) sum += "+a";
  EXPECT_THAT(ErrorIn<Expression>(sum), HasSubstr("longer than 4000 bytes"));
}

TEST(ExpressionErrors, NameWhatIsWrongWithRelations) {
  EXPECT_THAT(ErrorIn<Relation>("a + b"),
              HasSubstr("one of = <= >= < > between the two sides"));
  EXPECT_THAT(ErrorIn<Relation>("a <= b <= c"),
              HasSubstr("one comparison only"));
  EXPECT_THAT(ErrorIn<Relation>("a == b"), HasSubstr("found \"=\""));
  EXPECT_THAT(ErrorIn<Relation>("attainable(a)"),
              HasSubstr("between the percentage and the size"));
  EXPECT_THAT(ErrorIn<Relation>("attainable(1 + 2, b)"),
              HasSubstr("indicator's code"));
  EXPECT_THAT(ErrorIn<Relation>("attainable(a, b"),
              HasSubstr("expected \")\""));
  EXPECT_THAT(ErrorIn<Relation>("1 + attainable(a, b) = 2"),
              HasSubstr("as a whole relation, attainable"));
}

}  // namespace
}  // namespace nianbao::core

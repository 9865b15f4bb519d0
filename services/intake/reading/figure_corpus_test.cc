// Reads tests/data/figures/*.tsv: every row is a text with its one expression
// and what it must be read as. README.md there tells the columns.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <string>
#include <vector>

#include "absl/strings/str_split.h"
#include "gtest/gtest.h"
#include "services/core/decimal.h"
#include "services/core/interval.h"
#include "services/core/quantity.h"
#include "services/intake/reading/fact_classes.h"
#include "services/intake/reading/figure_scanner.h"
#include "services/intake/reading/reading_test_base.h"

namespace nianbao::intake {
namespace {

constexpr char kFolder[] = "tests/data/figures";

struct Row {
  std::string file;
  int line = 0;
  std::vector<std::string> columns;
};

void PrintTo(const Row& row, std::ostream* out) {
  *out << row.file << ":" << row.line;
}

std::vector<Row> RowsOf(const std::filesystem::path& path) {
  std::vector<Row> rows;
  std::ifstream stream(path);
  std::string text;
  for (int line = 1; std::getline(stream, text); ++line) {
    if (text.empty() || text[0] == '#') continue;
    rows.push_back(
        {path.filename().string(), line, absl::StrSplit(text, '\t')});
  }
  return rows;
}

// Rows of the classes, or of all other files.
std::vector<Row> Rows(bool classes) {
  std::vector<std::filesystem::path> paths;
  if (std::filesystem::is_directory(kFolder)) {
    for (const auto& entry : std::filesystem::directory_iterator(kFolder)) {
      const bool is_classes = entry.path().filename() == "classes.tsv";
      if (entry.path().extension() == ".tsv" && is_classes == classes) {
        paths.push_back(entry.path());
      }
    }
  }
  std::sort(paths.begin(), paths.end());
  std::vector<Row> rows;
  for (const auto& path : paths) {
    for (Row& row : RowsOf(path)) rows.push_back(std::move(row));
  }
  return rows;
}

std::string NameOf(const testing::TestParamInfo<Row>& info) {
  const std::string& file = info.param.file;
  return file.substr(0, file.find('.')) + "_" + std::to_string(info.param.line);
}

std::string KindName(NumberKind kind) {
  switch (kind) {
    case NumberKind::kFigure:
      return "figure";
    case NumberKind::kDate:
      return "date";
    case NumberKind::kOrdinal:
      return "ordinal";
    case NumberKind::kName:
    case NumberKind::kModifier:
    case NumberKind::kBare:
      return "name";
  }
  return "";
}

// An end of an interval as an exact number.
core::Rational EndOf(const std::string& text) {
  const std::vector<std::string> sides = absl::StrSplit(text, '/');
  const core::Rational top = core::Decimal::Parse(sides[0]).value().value();
  if (sides.size() == 1) return top;
  return top / core::Decimal::Parse(sides[1]).value().value();
}

// "[20,30)" and "(5000,)": an end left out is none.
core::Interval IntervalOf(const std::string& text) {
  const std::vector<std::string> ends =
      absl::StrSplit(text.substr(1, text.size() - 2), ',');
  core::Interval interval;
  if (!ends[0].empty()) interval.lower.value = EndOf(ends[0]);
  if (!ends[1].empty()) interval.upper.value = EndOf(ends[1]);
  interval.lower.open = text.front() == '(' && !ends[0].empty();
  interval.upper.open = text.back() == ')' && !ends[1].empty();
  return interval;
}

std::string Show(const core::Interval& interval) {
  return core::ToText(interval, 4);
}

void ExpectSame(const core::Interval& wanted, const core::Interval& read) {
  EXPECT_EQ(wanted.lower.value, read.lower.value) << Show(read);
  EXPECT_EQ(wanted.upper.value, read.upper.value) << Show(read);
  EXPECT_EQ(wanted.lower.open, read.lower.open) << Show(read);
  EXPECT_EQ(wanted.upper.open, read.upper.open) << Show(read);
}

std::string Show(const std::vector<Number>& numbers) {
  std::string shown;
  for (const Number& number : numbers) {
    shown += " {" + KindName(number.kind) + " " +
             number.figure.ShortDebugString() + "}";
  }
  return numbers.empty() ? " nothing" : shown;
}

std::vector<Number> FiguresIn(const std::vector<Number>& numbers) {
  std::vector<Number> figures;
  for (const Number& number : numbers) {
    if (number.kind == NumberKind::kFigure) figures.push_back(number);
  }
  return figures;
}

class FigureCorpus : public testing::TestWithParam<Row> {
 protected:
  const std::string& Column(std::size_t index) const {
    static const std::string kNone;
    return index < GetParam().columns.size() ? GetParam().columns[index]
                                             : kNone;
  }

  // One figure: value, unit and, where hedged, its interval.
  void CheckFigure(const Number& number) const {
    EXPECT_EQ(number.figure.value(), Column(2));
    EXPECT_EQ(number.figure.unit(), Column(3));
    EXPECT_EQ(number.direction, Column(5));
    const auto quantity = core::QuantityOf(number.figure);
    ASSERT_TRUE(quantity.ok()) << quantity.status();
    if (Column(4).empty()) {
      EXPECT_EQ(number.figure.hedge(), 0);
      return;
    }
    ExpectSame(IntervalOf(Column(4)), quantity->rounded);
  }

  // A range: both values with "..", the interval that both ends leave.
  void CheckRange(const std::vector<Number>& figures) const {
    ASSERT_EQ(figures.size(), 2U);
    EXPECT_EQ(figures[0].range, RangePart::kLow);
    EXPECT_EQ(figures[1].range, RangePart::kHigh);
    EXPECT_EQ(figures[0].figure.value() + ".." + figures[1].figure.value(),
              Column(2));
    for (const Number& number : figures) {
      EXPECT_EQ(number.figure.unit(), Column(3));
    }
    if (Column(4).empty()) return;
    const auto low = core::QuantityOf(figures[0].figure);
    const auto high = core::QuantityOf(figures[1].figure);
    ASSERT_TRUE(low.ok() && high.ok());
    ExpectSame(IntervalOf(Column(4)), core::Clip(low->rounded, high->rounded));
  }

  // Several figures: "value unit" of each, parted by semicolons.
  void CheckSeveral(const std::vector<Number>& figures) const {
    std::vector<std::string> shown;
    for (const Number& number : figures) {
      shown.push_back(number.figure.value() + " " + number.figure.unit());
    }
    const std::vector<std::string> wanted = absl::StrSplit(Column(2), ';');
    EXPECT_EQ(shown, wanted);
  }

  // No figure at all, and some number of the kind.
  void CheckKind(const std::vector<Number>& numbers) const {
    EXPECT_TRUE(FiguresIn(numbers).empty());
    const bool found =
        std::any_of(numbers.begin(), numbers.end(), [&](const Number& number) {
          return KindName(number.kind) == Column(1);
        });
    EXPECT_TRUE(found || Column(1) == "none");
  }
};

TEST_P(FigureCorpus, IsReadAsWritten) {
  const Row& row = GetParam();
  const auto numbers = ScanNumbers(Chars(Column(0)), TestLexicon());
  const testing::ScopedTrace trace(row.file.c_str(), row.line,
                                   Column(0) + " read as" + Show(numbers));
  const std::vector<Number> figures = FiguresIn(numbers);
  if (Column(1) == "figure") {
    ASSERT_EQ(figures.size(), 1U);
    CheckFigure(figures.front());
  } else if (Column(1) == "range") {
    CheckRange(figures);
  } else if (Column(1) == "several") {
    CheckSeveral(figures);
  } else {
    CheckKind(numbers);
  }
}

INSTANTIATE_TEST_SUITE_P(Rows, FigureCorpus,
                         testing::ValuesIn(Rows(/*classes=*/false)), NameOf);

TEST(FigureCorpusFiles, HoldAtLeastFourHundredExpressions) {
  EXPECT_GE(Rows(/*classes=*/false).size(), 400U);
}

class ClassCorpus : public testing::TestWithParam<Row> {};

TEST_P(ClassCorpus, IsClassedAsWritten) {
  const Row& row = GetParam();
  const Chars text(row.columns[0]);
  const auto numbers = ScanNumbers(text, TestLexicon());
  const testing::ScopedTrace trace(row.file.c_str(), row.line,
                                   row.columns[0] + " read as" + Show(numbers));
  for (const Number& number : FiguresIn(numbers)) {
    if (number.figure.value() != row.columns[1]) continue;
    EXPECT_EQ(FactClass_Name(ClassOfFigure(text, number, TestLexicon())),
              "FACT_CLASS_" + row.columns[2]);
    return;
  }
  ADD_FAILURE() << "no figure " << row.columns[1];
}

INSTANTIATE_TEST_SUITE_P(Rows, ClassCorpus,
                         testing::ValuesIn(Rows(/*classes=*/true)), NameOf);

}  // namespace
}  // namespace nianbao::intake

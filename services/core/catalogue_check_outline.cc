// Checks of editions: outline, sentences, charts and the indicator table.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/core/catalogue_checks.h"
#include "services/core/sentence_template.h"

namespace nianbao::core {
namespace {

using nianbao::catalogue::v1::Edition;
using nianbao::catalogue::v1::Indicator;
using nianbao::catalogue::v1::Section;

// Checks one edition's outline.
class OutlineCheck {
 public:
  OutlineCheck(const Catalogue& catalogue, const Edition& edition,
               CatalogueErrors& errors)
      : catalogue_(catalogue), edition_(edition), errors_(errors) {}

  void Check(const Section& section) {
    const std::string name = absl::StrCat(
        "edition \"", edition_.code(), "\", section \"", section.code(), "\"");
    CheckCode(section, name, section.code(), errors_);
    CheckText(section, "title", name, section.title(), errors_);
    if (!codes_.insert(section.code()).second) {
      errors_.Add(
          section, "code",
          absl::StrCat(name, ": two sections of that code; rename one"));
    }
    for (const auto& part : section.parts()) CheckPart(part, name);
    for (const Section& inner : section.sections()) Check(inner);
  }

 private:
  void CheckPart(const Section::Part& part, const std::string& name) {
    switch (part.content_case()) {
      case Section::Part::kSentence:
        return CheckSentence(part, name);
      case Section::Part::kBarChart:
        return CheckChart(part.bar_chart(), name);
      case Section::Part::kIndicatorTable:
        return CheckTable(part, name);
      case Section::Part::CONTENT_NOT_SET:
        return errors_.Add(part, "",
                           absl::StrCat(name,
                                        ": an empty part; write a "
                                        "sentence, table or chart"));
      default:
        return;
    }
  }

  void CheckSentence(const Section::Part& part, const std::string& name) {
    const auto pieces = ParseSentence(part.sentence());
    if (!pieces.ok()) {
      const auto message = pieces.status().message();
      errors_.Add(part, "sentence", absl::StrCat(name, ": ", message));
      return;
    }
    for (const SentencePiece& piece : *pieces) {
      if (piece.kind == SentencePiece::Kind::kText) continue;
      CheckKnown(part, "sentence", name, piece.code);
    }
  }

  void CheckChart(const Section::BarChart& chart, const std::string& name) {
    CheckSet(!chart.title().empty(), chart, "title", name, errors_);
    CheckSet(!chart.indicators().empty(), chart, "indicators", name, errors_);
    std::set<std::string> units;
    for (int i = 0; i < chart.indicators_size(); ++i) {
      const std::string field = absl::StrCat("indicators[", i, "]");
      CheckKnown(chart, field, name, chart.indicators(i));
      const auto* indicator = catalogue_.FindIndicator(chart.indicators(i));
      if (indicator != nullptr) units.insert(indicator->unit());
    }
    if (units.size() > 1) {
      errors_.Add(chart, "indicators",
                  absl::StrCat(name,
                               ": a chart's indicators share one unit, "
                               "these have \"",
                               *units.begin(), "\" and \"", *units.rbegin(),
                               "\"; make two charts"));
    }
  }

  void CheckTable(const Section::Part& part, const std::string& name) {
    if (!catalogue_.TableOf(edition_.code()).empty()) return;
    errors_.Add(part, "indicator_table",
                absl::StrCat(name,
                             ": the edition has no indicator table; "
                             "give its indicators positions"));
  }

  void CheckKnown(const google::protobuf::Message& element,
                  const std::string& field, const std::string& name,
                  const std::string& code) {
    if (catalogue_.FindIndicator(code) != nullptr) return;
    errors_.Add(element, field,
                absl::StrCat(name, ": unknown indicator \"", code,
                             "\"; correct the code or define it"));
  }

  const Catalogue& catalogue_;
  const Edition& edition_;
  CatalogueErrors& errors_;
  std::set<std::string> codes_;
};

void CheckYears(const Edition& edition, const std::string& name,
                CatalogueErrors& errors) {
  if (edition.code() != absl::StrCat(edition.data_year())) {
    errors.Add(edition, "code",
               absl::StrCat(name, ": the code is not its data year ",
                            edition.data_year(), "; make them the same"));
  }
  CheckSet(edition.publish_year() != 0, edition, "publish_year", name, errors);
  CheckSet(edition.graduate_cohort() != 0, edition, "graduate_cohort", name,
           errors);
  CheckSet(!edition.label_text().empty(), edition, "label_text", name, errors);
}

// That the tables' codes are unique and their captions set.
void CheckTableList(const Edition& edition, const std::string& name,
                    CatalogueErrors& errors) {
  std::set<std::string> codes;
  for (const auto& table : edition.tables()) {
    const std::string table_name =
        absl::StrCat(name, ", table \"", table.code(), "\"");
    CheckCode(table, table_name, table.code(), errors);
    CheckSet(!table.caption().empty(), table, "caption", table_name, errors);
    if (codes.insert(table.code()).second) continue;
    errors.Add(table, "code",
               absl::StrCat(table_name,
                            ": two tables of that code; rename "
                            "one"));
  }
}

// Place of the row's table among the edition's; -1 for a table that it does
// not have. An edition with one table has only the unnamed one.
int TableNumber(const Edition& edition, const std::string& code) {
  if (edition.tables().empty()) return code.empty() ? 0 : -1;
  for (int i = 0; i < edition.tables_size(); ++i) {
    if (edition.tables(i).code() == code) return i;
  }
  return -1;
}

// That the row names a table of the edition, and none before `last`, the table
// of the row before it.
void CheckTableOfRow(const Edition& edition,
                     const Indicator::Revision& revision,
                     const std::string& name, int& last,
                     CatalogueErrors& errors) {
  const int number = TableNumber(edition, revision.table());
  if (number < 0) {
    errors.Add(revision, "table",
               absl::StrCat(name, ": unknown table \"", revision.table(),
                            "\"; write the code of one of the edition's "
                            "tables"));
  } else if (number < last) {
    errors.Add(revision, "position",
               absl::StrCat(name, ": position ", revision.position(),
                            " stands behind rows of a later table; keep the "
                            "positions of a table together"));
  }
  last = std::max(last, number);
}

void CheckRows(const Edition& edition,
               const std::vector<const Indicator*>& rows,
               CatalogueErrors& errors) {
  int expected = 1;
  int last_table = 0;
  std::map<std::pair<std::string, int>, std::string> by_row;
  for (const Indicator* indicator : rows) {
    const auto& revision = *Catalogue::RevisionOf(*indicator, edition.code());
    const std::string name =
        absl::StrCat("indicator \"", indicator->code(), "\", edition \"",
                     edition.code(), "\"");
    if (revision.position() != expected) {
      errors.Add(
          revision, "position",
          absl::StrCat(name, ": position ", revision.position(),
                       revision.position() < expected ? " is taken already; "
                                                      : " leaves a hole; ",
                       "the next one is ", expected));
    }
    expected = revision.position() + 1;
    CheckTableOfRow(edition, revision, name, last_table, errors);
    if (revision.row() == 0) continue;
    const auto [at, first] = by_row.emplace(
        std::make_pair(revision.table(), revision.row()), indicator->code());
    if (!first) {
      errors.Add(revision, "row",
                 absl::StrCat(name, ": row ", revision.row(), " is taken by \"",
                              at->second, "\" already; correct one"));
    }
  }
}

}  // namespace

void CheckEditions(const Catalogue& catalogue,
                   const nianbao::catalogue::v1::Catalogue& file,
                   CatalogueErrors& errors) {
  for (const Edition& edition : file.editions()) {
    const std::string name = absl::StrCat("edition \"", edition.code(), "\"");
    CheckYears(edition, name, errors);
    CheckText(edition, "title", name, edition.title(), errors);
    CheckSet(!edition.reference().empty(), edition, "reference", name, errors);
    CheckSet(edition.certainty() != 0, edition, "certainty", name, errors);
    CheckSet(!edition.sections().empty(), edition, "sections", name, errors);
    OutlineCheck outline(catalogue, edition, errors);
    for (const Section& section : edition.sections()) outline.Check(section);
    CheckTableList(edition, name, errors);
    const bool has_rows = !catalogue.TableOf(edition.code()).empty();
    const bool captioned =
        !edition.table_caption().empty() || !edition.tables().empty();
    if (has_rows != captioned) {
      errors.Add(
          edition, "table_caption",
          absl::StrCat(name, has_rows ? ": has an indicator table without a "
                                        "caption; write table_caption"
                                      : ": has a caption but no rows; give "
                                        "indicators positions"));
    }
  }
}

void CheckTables(const Catalogue& catalogue, CatalogueErrors& errors) {
  for (const auto& [code, edition] : catalogue.editions()) {
    CheckRows(*edition, catalogue.TableOf(code), errors);
  }
}

}  // namespace nianbao::core

#include "services/validation/report_builder.h"

#include <algorithm>
#include <utility>

#include "services/validation/label_key.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using nianbao::document::v1::Block;
using nianbao::document::v1::Place;
using nianbao::fact::v1::Fact;
using nianbao::fact::v1::FACT_CLASS_OWN;
using nianbao::fact::v1::Figure;
using nianbao::fact::v1::Hedge;
using nianbao::fact::v1::Origin;
using nianbao::fact::v1::ORIGIN_TABLE;
using nianbao::fact::v1::ORIGIN_TEXT;

constexpr char kDigits[] = "0123456789.:+-";

std::vector<std::string> Split(const std::string& text, char mark) {
  std::vector<std::string> parts;
  std::size_t from = 0;
  for (std::size_t at = text.find(mark); at != std::string::npos;
       at = text.find(mark, from)) {
    parts.push_back(text.substr(from, at - from));
    from = at + 1;
  }
  parts.push_back(text.substr(from));
  return parts;
}

struct HedgeWord {
  std::string_view word;
  Hedge hedge;
};

constexpr HedgeWord kBefore[] = {{"近", fact::v1::HEDGE_NEARLY},
                                 {"约", fact::v1::HEDGE_ABOUT},
                                 {"超过", fact::v1::HEDGE_ABOVE},
                                 {"不足", fact::v1::HEDGE_BELOW}};
constexpr HedgeWord kBehind[] = {{"余", fact::v1::HEDGE_MORE},
                                 {"多", fact::v1::HEDGE_MORE},
                                 {"以上", fact::v1::HEDGE_AT_LEAST}};

Figure ReadFigure(const std::string& printed) {
  Figure figure;
  figure.set_text(printed);
  const std::size_t first = printed.find_first_of(kDigits);
  std::size_t last = first;
  while (last < printed.size() &&
         std::string_view(kDigits).find(printed[last]) !=
             std::string_view::npos) {
    ++last;
  }
  std::string value = printed.substr(first, last - first);
  if (value.front() == '+') value.erase(0, 1);
  figure.set_value(value);
  std::string unit = printed.substr(last);
  for (const HedgeWord& word : kBefore) {
    if (StartsWithAny(printed, {word.word})) figure.set_hedge(word.hedge);
  }
  for (const HedgeWord& word : kBehind) {
    const std::size_t at = unit.find(word.word);
    if (at == std::string::npos) continue;
    figure.set_hedge(word.hedge);
    unit.erase(at, word.word.size());
  }
  figure.set_unit(unit);
  return figure;
}

}  // namespace

Block& ReportBuilder::NewBlock() {
  Block& block = *document_.add_blocks();
  block.set_id("b" + std::to_string(document_.blocks_size()));
  ++line_;
  return block;
}

ReportBuilder& ReportBuilder::Heading(const std::string& number,
                                      const std::string& words) {
  auto& heading = *NewBlock().mutable_heading();
  heading.set_level(1);
  heading.set_number(number);
  heading.add_runs()->set_text(words);
  return *this;
}

ReportBuilder& ReportBuilder::Text(const std::string& marked) {
  Block& block = NewBlock();
  Place place;
  place.set_block(block.id());
  place.set_line(line_);
  const std::string text = Read(marked, place, ORIGIN_TEXT);
  auto& run = *block.mutable_paragraph()->add_runs();
  run.set_text(text);
  *run.mutable_place() = place;
  return *this;
}

ReportBuilder& ReportBuilder::Table(
    int header_rows, const std::vector<std::vector<std::string>>& rows) {
  Block& block = NewBlock();
  auto& table = *block.mutable_table();
  table.set_header_rows(header_rows);
  table.set_column_count(static_cast<int>(rows.front().size()));
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (r > 0) ++line_;
    auto& row = *table.add_rows();
    row.set_line(line_);
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      Place place;
      place.set_block(block.id());
      place.set_row(static_cast<int>(r));
      place.set_column(static_cast<int>(c));
      place.set_line(line_);
      auto& cell = *row.add_cells();
      cell.set_column(static_cast<int>(c));
      cell.add_runs()->set_text(Read(rows[r][c], place, ORIGIN_TABLE));
    }
  }
  return *this;
}

std::string ReportBuilder::Read(const std::string& marked, const Place& place,
                                Origin origin) {
  std::string text;
  std::size_t at = 0;
  while (at < marked.size()) {
    const std::size_t open = marked.find('[', at);
    text += marked.substr(at, open - at);
    if (open == std::string::npos) break;
    const std::size_t close = marked.find(']', open);
    const std::string markup = marked.substr(open + 1, close - open - 1);
    Place here = place;
    here.set_begin(static_cast<int>(text.size()));
    text += Split(markup, '|').front();
    here.set_end(static_cast<int>(text.size()));
    AddFact(markup, here, origin);
    at = close + 1;
  }
  return text;
}

void ReportBuilder::AddFact(const std::string& markup, const Place& place,
                            Origin origin) {
  const std::vector<std::string> fields = Split(markup, '|');
  const auto field = [&](std::size_t i) {
    return i < fields.size() ? fields[i] : std::string();
  };
  Fact& fact = *facts_.Add();
  fact.set_id("f" + std::to_string(facts_.size()));
  *fact.mutable_figure() = ReadFigure(field(0));
  fact.set_label(field(1));
  fact.set_concept_code(field(2));
  fact.set_period(field(3).empty() ? "2021年" : field(3));
  if (!field(4).empty()) fact.mutable_figure()->set_unit(field(4));
  if (!field(5).empty()) {
    for (const std::string& pair : Split(field(5), ';')) {
      auto& dimension = *fact.add_dimensions();
      dimension.set_name(pair.substr(0, pair.find('=')));
      dimension.set_value(pair.substr(pair.find('=') + 1));
    }
  }
  fact.set_fact_class(FACT_CLASS_OWN);
  fact.set_origin(origin);
  *fact.mutable_place() = place;
}

Terms TestTerms() {
  Terms terms;
  for (const auto& [name, code] :
       {std::pair<std::string, std::string>{"在校生数", "students"},
        {"全日制在校生数", "students"},
        {"专任教师总数", "teachers"},
        {"毕业生总数", "graduates"}}) {
    terms.code_by_key[LabelKey(name)] = code;
  }
  terms.english = {{"students", "Students"},
                   {"teachers", "Full-time teachers"},
                   {"graduates", "Graduates"}};
  terms.totals = {"合计", "总计", "小计"};
  return terms;
}

Checks ChecksOf(const ReportBuilder& report,
                const std::function<void(const ReportView&, Checks&)>& find) {
  const Terms terms = TestTerms();
  const ReportView view(report.document(), report.facts(), terms);
  Checks checks;
  find(view, checks);
  return checks;
}

std::string Shown(const Check& check) {
  const std::string& name =
      nianbao::validation::v1::Verdict_Name(check.verdict());
  std::string verdict = name.substr(std::string("VERDICT_").size());
  std::transform(verdict.begin(), verdict.end(), verdict.begin(),
                 [](unsigned char c) { return std::tolower(c); });
  return check.kind() + " " + verdict + " " + check.reported() + " | " +
         check.computed();
}

std::vector<std::string> Found(
    const ReportBuilder& report,
    const std::function<void(const ReportView&, Checks&)>& find) {
  std::vector<std::string> shown;
  for (const Check& check : ChecksOf(report, find)) {
    shown.push_back(Shown(check));
  }
  return shown;
}

}  // namespace nianbao::validation

#include "services/cli/print_reading.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "services/cli/text_table.h"
#include "services/core/document.h"

namespace nianbao::cli {
namespace {

using nianbao::document::v1::Block;
using nianbao::document::v1::Document;
using nianbao::fact::v1::Fact;

struct Chapter {
  std::string title;
  int facts = 0;
};

struct Counts {
  int text = 0;
  int table = 0;
  int linked = 0;
  int own = 0;
  std::set<std::string> indicators;
};

Counts CountsOf(const core::Facts& facts) {
  Counts counts;
  for (const Fact& fact : facts) {
    const bool table = fact.origin() == nianbao::fact::v1::ORIGIN_TABLE;
    ++(table ? counts.table : counts.text);
    if (fact.fact_class() == nianbao::fact::v1::FACT_CLASS_OWN) ++counts.own;
    if (fact.concept_code().empty()) continue;
    ++counts.linked;
    counts.indicators.insert(fact.concept_code());
  }
  return counts;
}

// The level of the document's uppermost headings.
int ChapterLevel(const Document& document) {
  int level = 6;
  for (const Block& block : document.blocks()) {
    if (block.has_heading()) level = std::min(level, block.heading().level());
  }
  return level;
}

// Chapters in order with their facts; first what stands before any.
std::vector<Chapter> ChaptersOf(const Reading& reading, Language language) {
  std::map<std::string, int> facts_of_block;
  for (const Fact& fact : reading.facts) ++facts_of_block[fact.place().block()];
  const int level = ChapterLevel(reading.document);
  std::vector<Chapter> chapters = {
      {In(language, "（第一章之前）", "(before the first chapter)"), 0}};
  for (const Block& block : reading.document.blocks()) {
    if (block.has_heading() && block.heading().level() == level) {
      chapters.push_back({core::TextOf(block), 0});
    }
    chapters.back().facts += facts_of_block[block.id()];
  }
  return chapters;
}

std::string FactsLine(const core::Facts& facts, const PrintStyle& style) {
  const Counts counts = CountsOf(facts);
  const auto n = [](std::size_t number) { return std::to_string(number); };
  const auto i = [](int number) { return std::to_string(number); };
  const bool zh = style.language == Language::kChinese;
  const std::string total =
      style.paint(Ink::kStrong, i(counts.text + counts.table));
  std::string line =
      zh ? "读出数据 " + total + " 个：正文 " + i(counts.text) + "，表格 " +
               i(counts.table) + "；其中 " + i(counts.linked) + " 个对应 " +
               n(counts.indicators.size()) + " 项指标。"
         : "Facts read: " + total + " (text " + i(counts.text) + ", tables " +
               i(counts.table) + "); " + i(counts.linked) + " belong to " +
               n(counts.indicators.size()) + " indicators.";
  if (counts.own < facts.size()) {
    line += zh ? "学校自己的数据 " + i(counts.own) + " 个。"
               : " Of the school's own: " + i(counts.own) + ".";
  }
  return line;
}

}  // namespace

std::string ReportLine(const std::string& path, const Reading& reading,
                       const PrintStyle& style) {
  const Document& document = reading.document;
  const bool zh = style.language == Language::kChinese;
  std::string line = style.paint(Ink::kStrong, path);
  if (!document.title().empty()) line += " · " + document.title();
  line +=
      zh ? " · " + reading.edition + " 年版" : " · edition " + reading.edition;
  const std::string lines = std::to_string(document.source().line_count());
  if (document.source().line_count() > 0) {
    line += zh ? " · " + lines + " 行" : " · " + lines + " lines";
  }
  if (!document.source().encoding().empty()) {
    line += " · " + document.source().encoding();
  }
  return line + "\n";
}

std::string ReadingText(const std::string& path, const Reading& reading,
                        const PrintStyle& style) {
  TextTable table({Align::kLeft, Align::kRight});
  for (const Chapter& chapter : ChaptersOf(reading, style.language)) {
    const bool front = table.empty() && chapter.facts == 0;
    if (!front) table.Add({chapter.title, std::to_string(chapter.facts)});
  }
  const std::string hint = In(style.language, "逐条列出：加 --format jsonl",
                              "For every fact: add --format jsonl");
  if (reading.facts.empty()) {
    return ReportLine(path, reading, style) +
           In(style.language, "没有读出任何数据；请看是否选错了文件。\n",
              "No figures were found; is this the report?\n");
  }
  return ReportLine(path, reading, style) + FactsLine(reading.facts, style) +
         "\n" + table.Text("  ") + style.paint(Ink::kMuted, hint) + "\n";
}

}  // namespace nianbao::cli

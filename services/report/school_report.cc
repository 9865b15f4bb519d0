#include "services/report/school_report.h"

#include <string>

#include "services/core/errors.h"
#include "services/report/document_builder.h"
#include "services/report/figure_table.h"
#include "services/report/indicator_tables.h"
#include "services/report/narrative.h"
#include "services/report/outline_match.h"
#include "services/report/school_title.h"
#include "services/report/section_sentence.h"

namespace nianbao::report {
namespace {

using nianbao::catalogue::v1::Edition;
using nianbao::catalogue::v1::Section;
using nianbao::document::v1::Document;
using nianbao::document::v1::Notice;

// Composes one report.
class SchoolReport {
 public:
  SchoolReport(const core::Catalogue& catalogue, const Edition& edition,
               const Material& material)
      : catalogue_(catalogue),
        edition_(edition),
        figures_(catalogue, material),
        outline_(edition, material.document),
        narrative_(catalogue, edition.code(), material.document,
                   material.facts),
        report_(material.document) {}

  absl::StatusOr<Document> Compose(const std::string& school) {
    report_.AddTitle(school);
    report_.AddTitle("教育质量年度报告");
    report_.AddSubtitle("（" + std::to_string(edition_.data_year()) + "年度）");
    report_.AddSubtitle("按《" + edition_.title().zh() +
                        "》提纲由提交的报告和数据生成");
    report_.AddContents();
    for (const Section& section : edition_.sections()) {
      NIANBAO_RETURN_IF_ERROR(AddSection(section, 1));
    }
    AddLeftOut();
    return report_.Finish();
  }

 private:
  absl::Status AddSection(const Section& section, int level) {
    report_.AddHeading(level, section.title().zh());
    const int start = report_.size();
    bool told = false;
    for (const Section::Part& part : section.parts()) {
      if (part.content_case() == Section::Part::kSentence) {
        NIANBAO_RETURN_IF_ERROR(AddSentence(part.sentence()));
        continue;
      }
      EndParagraph();
      told = told || part.content_case() == Section::Part::kNarrative;
      AddPart(part, section);
    }
    EndParagraph();
    const auto& words = outline_.BlocksOf(section.code());
    // Words that the outline has no place for are still the school's.
    if (!told) narrative_.AddLead(report_, words);
    for (const Section& inner : section.sections()) {
      NIANBAO_RETURN_IF_ERROR(AddSection(inner, level + 1));
    }
    narrative_.AddChapters(report_, level + 1, words);
    if (report_.size() > start) return absl::OkStatus();
    if (section.required()) {
      report_.AddLine(
          RunList().Muted("提交的报告中没有这一部分；这是规定内容。"));
    } else {
      report_.DropHeading(level);
    }
    return absl::OkStatus();
  }

  absl::Status AddSentence(const std::string& sentence) {
    NIANBAO_ASSIGN_OR_RETURN(
        const RunList line,
        FillSentence(catalogue_, figures_, edition_.data_year(), sentence));
    paragraph_.Append(line.runs());
    return absl::OkStatus();
  }

  void EndParagraph() {
    if (!paragraph_.empty()) report_.AddLine(paragraph_);
    paragraph_ = RunList();
  }

  void AddPart(const Section::Part& part, const Section& section) {
    if (part.indicator_table()) {
      for (const auto& table : OfficialTables(catalogue_, edition_, figures_)) {
        report_.AddTable(table);
      }
    } else if (part.derived_table()) {
      report_.AddTable(DerivedTable(catalogue_, edition_, figures_));
    } else if (part.has_bar_chart()) {
      report_.AddChart(
          BarChartOf(catalogue_, edition_, part.bar_chart(), figures_));
    } else if (part.narrative()) {
      narrative_.AddLead(report_, outline_.BlocksOf(section.code()));
    }
  }

  // Chapters that the outline does not have, so that nothing vanishes unsaid.
  void AddLeftOut() {
    if (outline_.unmatched().empty()) return;
    std::string headings;
    for (const std::string& heading : outline_.unmatched()) {
      headings += "“" + heading + "”";
    }
    Notice notice;
    notice.set_kind(Notice::KIND_NOTE);
    *notice.mutable_title() = RunList().Text("没有收入的章节").runs();
    *notice.add_lines() = ParagraphOf(
        RunList().Text("提交的报告另有以下章节不在本提纲内，正文没有收入：" +
                       headings + "。"));
    report_.AddNotice(notice);
  }

  const core::Catalogue& catalogue_;
  const Edition& edition_;
  FigureTable figures_;
  OutlineMatch outline_;
  Narrative narrative_;
  DocumentBuilder report_;
  RunList paragraph_;
};

}  // namespace

absl::StatusOr<Document> ComposeSchoolReport(
    const core::Catalogue& catalogue, const Edition& edition,
    const nianbao::report::v1::Order& order, const Material& material) {
  return SchoolReport(catalogue, edition, material)
      .Compose(SchoolTitle(order, material.document));
}

}  // namespace nianbao::report

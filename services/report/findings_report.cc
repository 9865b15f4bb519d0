#include "services/report/findings_report.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "services/core/finding_groups.h"
#include "services/report/check_summary.h"
#include "services/report/check_tables.h"
#include "services/report/document_builder.h"
#include "services/report/figure_table.h"
#include "services/report/finding_notice.h"
#include "services/report/findings.h"
#include "services/report/marked_runs.h"
#include "services/report/marks.h"
#include "services/report/quote.h"
#include "services/report/school_title.h"
#include "services/report/wording.h"

namespace nianbao::report {
namespace {

using nianbao::catalogue::v1::Edition;
using nianbao::catalogue::v1::Severity;
using nianbao::document::v1::Block;
using nianbao::document::v1::Document;
using nianbao::document::v1::Notice;
using nianbao::document::v1::Source;
using nianbao::validation::v1::Check;

constexpr int kDeepestHeading = 6;
constexpr std::size_t kShownHash = 12;

std::string SourceLine(const Source& source) {
  if (source.filename().empty()) return "";
  std::string line = "核查对象：" + source.filename();
  if (!source.sha256().empty()) {
    line += "（校验码 " + source.sha256().substr(0, kShownHash) + "…）";
  }
  return line;
}

// Composes one report.
class FindingsReport {
 public:
  FindingsReport(const core::Catalogue& catalogue, const Edition& edition,
                 const Material& material)
      : catalogue_(catalogue),
        edition_(edition),
        material_(material),
        figures_(catalogue, material),
        blocks_(material.document),
        marks_(blocks_, material.facts),
        report_(material.document) {
    marks_.Add(material.checks);
  }

  Document Compose(const std::string& school) {
    report_.AddTitle(school);
    report_.AddTitle("教育质量年度报告核查意见");
    report_.AddSubtitle("（" + std::to_string(edition_.data_year()) + "年度）");
    const std::string source = SourceLine(material_.document.source());
    if (!source.empty()) report_.AddSubtitle(source);
    report_.AddNotice(SummaryNotice(edition_, school, material_));
    report_.AddContents();
    AddFindings();
    AddStandards();
    AddDocument();
    AddCoverage();
    AddUndecided();
    return report_.Finish();
  }

 private:
  void AddFindings() {
    report_.AddHeading(1, "发现的问题");
    const auto findings =
        core::FindingGroups(material_.checks, material_.findings);
    if (findings.empty()) {
      report_.AddLine(RunList().Text("没有发现问题。"));
      return;
    }
    int number = 0;
    Severity before = nianbao::catalogue::v1::SEVERITY_UNSPECIFIED;
    for (const core::FindingGroup& finding : findings) {
      const Severity severity = finding.finding.severity();
      if (before != severity) {
        AddSeverityHeading(findings, severity);
        // Numbers start anew, so that "错误 3" is the third error.
        number = 0;
      }
      report_.AddNotice(FindingNotice(catalogue_, finding, figures_,
                                      Quote(*finding.head), ++number));
      before = severity;
    }
  }

  void AddSeverityHeading(const std::vector<core::FindingGroup>& findings,
                          Severity severity) {
    const auto count =
        std::count_if(findings.begin(), findings.end(),
                      [&](const core::FindingGroup& finding) {
                        return finding.finding.severity() == severity;
                      });
    report_.AddPlainHeading(
        2, SeverityWord(severity) + "（" + std::to_string(count) + " 处）");
  }

  RunList Quote(const Check& check) const {
    const auto place = PlaceOf(check);
    const Block* block = blocks_.Find(place.block());
    if (block == nullptr) return {};
    return QuoteOf(MarkBlock(*block, marks_), place);
  }

  void AddStandards() {
    if (material_.computed.attainments().empty()) return;
    report_.AddHeading(1, "办学标准对照");
    report_.AddLine(RunList().Text(
        "学校数值与办学标准逐条对照。标准的依据有的是转引，结论供参考，以正式文"
        "件为准；“待定”是数据没有填写，或四舍五入后不能断定。"));
    report_.AddTable(StandardsTable(catalogue_, material_, figures_));
  }

  void AddDocument() {
    report_.AddHeading(1, "报告原文与标注");
    report_.AddLine(RunList().Text(
        "以下是提交的全文。红色是判为错误的数，黄色是有疑问的数，绿色细线是核对"
        "相符的数；数后的“错1”“疑2”指向上面的问题，点数字可看来源。"));
    for (const Block& block : material_.document.blocks()) {
      Block marked = MarkBlock(block, marks_);
      if (marked.has_heading()) {
        auto& heading = *marked.mutable_heading();
        heading.set_level(std::min(heading.level() + 1, kDeepestHeading));
      }
      report_.AddCopy(marked);
    }
  }

  void AddCoverage() {
    report_.AddHeading(1, "核对范围");
    report_.AddTable(CoverageTable(material_.coverage));
    const auto skipped = SkippedTable(catalogue_, material_.coverage);
    if (skipped.rows_size() <= 1) return;
    AddFold(
        "没有用上的规则（" + std::to_string(skipped.rows_size() - 1) + " 条）",
        "这些规则没有用上，原因见表；没有核对的不算通过。");
    report_.AddTable(skipped);
  }

  void AddUndecided() {
    const auto undecided = UndecidedOf(material_.checks, blocks_);
    report_.AddHeading(1, "无法判定的关系");
    if (undecided.empty()) {
      report_.AddLine(RunList().Text("没有。"));
      return;
    }
    AddFold("无法判定的关系（" + std::to_string(undecided.size()) + " 条）",
            "报告没有写明基数、口径或时间，无法判定对错，不算通过。");
    report_.AddTable(UndecidedTable(catalogue_, undecided, figures_));
  }

  // A plain box introduces the table behind it; renderers that can, fold both.
  void AddFold(const std::string& title, const std::string& line) {
    Notice notice;
    *notice.mutable_title() = RunList().Text(title).runs();
    *notice.add_lines() = ParagraphOf(RunList().Text(line));
    report_.AddNotice(notice);
  }

  const core::Catalogue& catalogue_;
  const Edition& edition_;
  const Material& material_;
  FigureTable figures_;
  core::BlockIndex blocks_;
  Marks marks_;
  DocumentBuilder report_;
};

}  // namespace

Document ComposeFindingsReport(const core::Catalogue& catalogue,
                               const Edition& edition,
                               const nianbao::report::v1::Order& order,
                               const Material& material) {
  return FindingsReport(catalogue, edition, material)
      .Compose(SchoolTitle(order, material.document));
}

}  // namespace nianbao::report

#include "services/report/renderers/html/render_html.h"

#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "services/core/decimal.h"
#include "services/core/errors.h"
#include "services/report/compose.h"
#include "services/report/test_material.h"
#include "tests/testing/golden.h"

namespace nianbao::report::html {
namespace {

using nianbao::document::v1::Chart;
using nianbao::document::v1::Document;
using nianbao::report::v1::FORMAT_HTML;
using nianbao::report::v1::REPORT_KIND_FINDINGS;
using nianbao::report::v1::REPORT_KIND_SCHOOL;
using nianbao::report::v1::ReportKind;

std::string Page(ReportKind kind) {
  const auto catalogue = TestCatalogue();
  const Material material = TestMaterial();
  const auto document = Compose(*catalogue, OrderOf(kind), material);
  const auto sources = SourcesOf(*catalogue, OrderOf(kind), material);
  EXPECT_TRUE(document.ok()) << document.status();
  EXPECT_TRUE(sources.ok()) << sources.status();
  const auto rendition = Render(FORMAT_HTML, *document, *sources);
  EXPECT_TRUE(rendition.ok()) << rendition.status();
  return rendition.ok() ? rendition->bytes : "";
}

std::string PageOf(const Document& document) {
  const auto rendition = RenderHtml(document, {});
  EXPECT_TRUE(rendition.ok()) << rendition.status();
  return rendition.ok() ? rendition->bytes : "";
}

// A page is too long to be shown where the test fails.
::testing::AssertionResult Has(const std::string& page,
                               const std::string& part) {
  return (page.find(part) == std::string::npos ? ::testing::AssertionFailure()
                                               : ::testing::AssertionSuccess())
         << "for " << part;
}

// The values of an attribute in order.
std::vector<std::string> Values(const std::string& page,
                                const std::string& attribute) {
  std::vector<std::string> values;
  const std::regex pattern(" " + attribute + "=\"([^\"]*)\"");
  for (std::sregex_iterator at(page.begin(), page.end(), pattern), end;
       at != end; ++at) {
    values.push_back((*at)[1]);
  }
  return values;
}

// Names of elements that are not closed in order; empty for a sound page.
std::string Unbalanced(const std::string& page) {
  const std::string body = page.substr(page.find("</style>") + 8);
  std::vector<std::string> open = {"html", "head"};
  const std::regex tag("<(/?)([a-z0-9]+)([^>]*)>");
  for (std::sregex_iterator at(body.begin(), body.end(), tag), end; at != end;
       ++at) {
    const std::string rest = (*at)[3];
    if (!rest.empty() && rest.back() == '/') continue;
    if ((*at)[1].length() == 0) {
      open.push_back((*at)[2]);
    } else if (open.empty() || open.back() != (*at)[2]) {
      return (*at)[2];
    } else {
      open.pop_back();
    }
  }
  return open.empty() ? "" : open.back();
}

// The page without its style sheet, which has its own file.
std::string WithoutStyle(const std::string& page) {
  const auto begin = page.find("<style>") + 7;
  return page.substr(0, begin) + page.substr(page.find("</style>"));
}

TEST(RenderHtml, SchoolReportIsAsInTheGoldenFile) {
  EXPECT_TRUE(testing::BytesMatchGolden(WithoutStyle(Page(REPORT_KIND_SCHOOL)),
                                        "tests/data/report/school.html"));
}

TEST(RenderHtml, GivesTheSameBytesTwice) {
  EXPECT_EQ(Page(REPORT_KIND_FINDINGS), Page(REPORT_KIND_FINDINGS));
}

TEST(RenderHtml, ClosesEveryElement) {
  EXPECT_EQ(Unbalanced(Page(REPORT_KIND_FINDINGS)), "");
  EXPECT_EQ(Unbalanced(Page(REPORT_KIND_SCHOOL)), "");
}

TEST(RenderHtml, EveryLinkLeadsSomewhereOnThePage) {
  for (const auto kind : {REPORT_KIND_FINDINGS, REPORT_KIND_SCHOOL}) {
    const std::string page = Page(kind);
    const auto ids = Values(page, "id");
    const std::set<std::string> known(ids.begin(), ids.end());
    EXPECT_EQ(known.size(), ids.size()) << "an id is there twice";
    for (const std::string& href : Values(page, "href")) {
      ASSERT_EQ(href.substr(0, 1), "#");
      EXPECT_EQ(known.count(href.substr(1)), 1U) << href;
    }
  }
}

TEST(RenderHtml, NeedsNoNetworkAndNoScript) {
  const std::string page = Page(REPORT_KIND_FINDINGS);
  EXPECT_FALSE(Has(page, "<script"));
  EXPECT_FALSE(Has(page, "<link"));
  EXPECT_FALSE(Has(page, "src="));
  EXPECT_FALSE(Has(page, "url("));
  EXPECT_FALSE(Has(page, "@import"));
}

TEST(RenderHtml, FigureLeadsToItsSourceAndBack) {
  const std::string page = Page(REPORT_KIND_FINDINGS);
  EXPECT_TRUE(Has(page, "id=\"fig-f1\" href=\"#src-f1\""));
  EXPECT_TRUE(Has(page,
                  "<tr id=\"src-f1\"><td class=\"back\"><a "
                  "href=\"#fig-f1\""));
  EXPECT_TRUE(Has(page, "<data value=\"2050\">2050人</data>"));
  EXPECT_TRUE(Has(page, "计算：全日制在校生数 ÷ 专任教师总数"));
}

TEST(RenderHtml, MarkLeadsToItsFindingAndBack) {
  const std::string page = Page(REPORT_KIND_FINDINGS);
  EXPECT_TRUE(Has(page, "<mark class=\"err\">"));
  EXPECT_TRUE(Has(page, "id=\"mark-d1\" href=\"#finding-d1\""));
  EXPECT_TRUE(Has(page, "aria-label=\"错误 1：占比与人数不符\""));
  EXPECT_TRUE(Has(page, "href=\"#mark-d1\">第 9 行</a>"));
}

TEST(RenderHtml, EscapesWhatItWasGiven) {
  Document document;
  auto& block = *document.add_blocks();
  block.set_id("b<1>\"");
  block.mutable_paragraph()->add_runs()->set_text(
      "<script>alert('x')</script> & \"y\" \x01");
  auto& table = *document.add_blocks();
  table.set_id("t");
  table.mutable_table()->set_caption("<b>");
  document.set_title("</title><i>");
  const std::string page = PageOf(document);
  EXPECT_TRUE(Has(page,
                  "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; "
                  "&amp; &quot;y&quot; \xEF\xBF\xBD"));
  EXPECT_TRUE(Has(page, "<title>&lt;/title&gt;&lt;i&gt;</title>"));
  EXPECT_TRUE(Has(page, "<caption>&lt;b&gt;</caption>"));
  EXPECT_TRUE(Has(page, "id=\"b-b_3c1_3e_22\""));
  EXPECT_EQ(Unbalanced(page), "");
}

TEST(RenderHtml, FillsCellsThatTheSourceLost) {
  Document document;
  auto& block = *document.add_blocks();
  block.set_id("b1");
  auto& table = *block.mutable_table();
  table.set_column_count(3);
  auto& tall = *table.add_rows()->add_cells();
  tall.add_runs()->set_text("高");
  tall.set_row_span(9);
  auto& last = *table.add_rows()->add_cells();
  last.add_runs()->set_text("末");
  last.set_column(2);
  EXPECT_TRUE(Has(PageOf(document),
                  "<tr><td rowspan=\"2\" class=\"short\">高</td><td></td>"
                  "<td></td></tr>\n"
                  "<tr><td></td><td class=\"short\">末</td></tr>"));
}

Document ChartDocument(const std::vector<std::string>& values) {
  Document document;
  auto& block = *document.add_blocks();
  block.set_id("b1");
  Chart& chart = *block.mutable_chart();
  chart.set_kind(Chart::KIND_BAR);
  auto& series = *chart.add_series();
  for (const std::string& value : values) {
    chart.add_categories("类" + value);
    series.add_points()->set_value(value);
  }
  return document;
}

TEST(RenderHtml, BarsAreAsHighAsTheirValues) {
  const std::string page = PageOf(ChartDocument({"100", "250.5", "", "0"}));
  const std::string svg = page.substr(page.find("<svg"));
  const auto values = Values(svg, "data-value");
  const std::regex rect("<rect [^>]*height=\"([0-9.]+)\"");
  std::vector<double> heights;
  for (std::sregex_iterator at(svg.begin(), svg.end(), rect), end; at != end;
       ++at) {
    heights.push_back(std::stod((*at)[1]));
  }
  ASSERT_EQ(values, (std::vector<std::string>{"100", "250.5", "0"}));
  ASSERT_EQ(heights.size(), 3U);
  EXPECT_NEAR(heights[1] / heights[0], 2.505, 0.001);
  EXPECT_EQ(heights[2], 0);
}

TEST(RenderHtml, NegativeBarsHangBelowTheAxis) {
  const std::string page = PageOf(ChartDocument({"-10", "10"}));
  EXPECT_TRUE(Has(page,
                  "y=\"154.00\" width=\"38\" height=\"120.00\" "
                  "data-value=\"-10\""));
  EXPECT_TRUE(Has(page,
                  "y=\"34.00\" width=\"38\" height=\"120.00\" "
                  "data-value=\"10\""));
}

std::string ReasonFor(const Document& document) {
  const auto status = RenderHtml(document, {}).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  return core::GetErrorInfo(status).reason;
}

TEST(RenderHtml, RefusesWhatItCannotShow) {
  Document unknown;
  unknown.add_blocks()->mutable_paragraph()->add_runs()->set_fact("f9");
  EXPECT_EQ(ReasonFor(unknown), "UNKNOWN_FACT");
  Document empty;
  empty.add_blocks();
  EXPECT_EQ(ReasonFor(empty), "EMPTY_BLOCK");
  Document twice;
  twice.add_blocks()->mutable_paragraph();
  twice.add_blocks()->mutable_paragraph();
  EXPECT_EQ(ReasonFor(twice), "DUPLICATE_BLOCK");
  EXPECT_EQ(ReasonFor(ChartDocument({"many"})), "BAD_CHART");
  Document kind = ChartDocument({"1"});
  kind.mutable_blocks(0)->mutable_chart()->clear_kind();
  EXPECT_EQ(ReasonFor(kind), "UNKNOWN_CHART_KIND");
}

TEST(Render, RefusesUnknownFormats) {
  const auto status =
      Render(nianbao::report::v1::FORMAT_UNSPECIFIED, {}, {}).status();
  EXPECT_EQ(core::GetErrorInfo(status).reason, "UNKNOWN_FORMAT");
}

}  // namespace
}  // namespace nianbao::report::html

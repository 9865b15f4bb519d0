#include "services/report/renderers/html/chart_writer.h"

#include <algorithm>
#include <string>
#include <vector>

#include "services/core/decimal.h"
#include "services/report/renderers/html/chart_labels.h"
#include "services/report/renderers/html/chart_scale.h"
#include "services/report/renderers/html/source_words.h"

namespace nianbao::report::html {
namespace {

using core::Rational;
using nianbao::document::v1::Block;
using nianbao::document::v1::Chart;

// Lengths in user units, which are pixels at natural size.
constexpr int kPlotHeight = 240;
constexpr int kTop = 34;
constexpr int kLeft = 64;
constexpr int kRight = 16;
constexpr int kBottom = 62;
constexpr int kDigitWidth = 8;
constexpr int kNarrowestSlot = 44;
constexpr int kWidestBar = 46;
constexpr int kGroupGap = 28;
constexpr int kLeastWidth = 640;
constexpr int kLineHeight = 17;
constexpr int kCharacterWidth = 13;
constexpr int kSeriesColours = 4;

std::string Units(const Rational& value) {
  return core::Decimal::Round(value, 2).ToString();
}

Rational NumberOf(const Chart::Point& point) {
  const auto number = core::Decimal::Parse(point.value());
  return number.ok() ? number->value() : Rational(0);
}

ChartScale ScaleOfChart(const Chart& chart) {
  std::vector<Rational> values;
  for (const auto& series : chart.series()) {
    for (const auto& point : series.points()) {
      if (!point.value().empty()) values.push_back(NumberOf(point));
    }
  }
  return ScaleOf(values);
}

int SlotWidth(const Chart& chart) {
  std::size_t longest = 1;
  for (const auto& series : chart.series()) {
    for (const auto& point : series.points()) {
      longest = std::max(longest, point.value().size());
    }
  }
  return std::max(kNarrowestSlot, static_cast<int>(longest) * kDigitWidth + 6);
}

// Draws one chart.
class BarChart {
 public:
  BarChart(const Page& page, const Block& block)
      : page_(page),
        markup_(page.markup),
        block_(block),
        chart_(block.chart()),
        scale_(ScaleOfChart(chart_)),
        slot_(SlotWidth(chart_)),
        group_(GroupWidth()),
        width_(kLeft + group_ * std::max(1, chart_.categories_size()) +
               kRight) {}

  void Write() {
    const Element figure(
        markup_, "figure",
        {{"class", "chart"}, {"id", BlockAnchor(block_.id())}});
    WriteCaption();
    WriteDrawing();
    markup_.Line();
    WriteValues();
  }

 private:
  // Wide enough for the bars, and for the whole not to look lost.
  int GroupWidth() const {
    const int bars = slot_ * std::max(1, chart_.series_size()) + kGroupGap;
    const int share =
        (kLeastWidth - kLeft - kRight) / std::max(1, chart_.categories_size());
    return std::max(bars, share);
  }

  Rational Y(const Rational& value) const {
    return kTop + (scale_.top() - value) * kPlotHeight /
                      (scale_.top() - scale_.bottom());
  }

  std::string Title() const {
    if (chart_.title().empty()) return "图";
    return chart_.unit().empty()
               ? chart_.title()
               : chart_.title() + "（单位：" + chart_.unit() + "）";
  }

  std::string Colour(int series) const {
    return "s" + std::to_string(series % kSeriesColours);
  }

  void WriteCaption() {
    const Element caption(markup_, "figcaption");
    markup_.Leaf("strong", {}, Title());
    const Element legend(markup_, "span", {{"class", "legend"}});
    for (int s = 0; s < chart_.series_size(); ++s) {
      if (chart_.series(s).name().empty()) continue;
      markup_.Leaf("span", {{"class", "key " + Colour(s)}},
                   chart_.series(s).name());
    }
  }

  void WriteDrawing() {
    const Element scroll(markup_, "section",
                         {{"class", "scroll"},
                          {"tabindex", "0"},
                          {"aria-label", "图：" + Title()}});
    const int height = kTop + kPlotHeight + kBottom;
    const std::string name = Anchor("chart-", block_.id());
    const Element svg(markup_, "svg",
                      {{"xmlns", "http://www.w3.org/2000/svg"},
                       {"viewBox", "0 0 " + std::to_string(width_) + " " +
                                       std::to_string(height)},
                       {"width", std::to_string(width_)},
                       {"height", std::to_string(height)},
                       {"role", "img"},
                       {"aria-labelledby", name + "-title " + name + "-desc"}});
    markup_.Leaf("title", {{"id", name + "-title"}}, Title());
    markup_.Leaf("desc", {{"id", name + "-desc"}}, Description());
    for (const Rational& tick : scale_.ticks) WriteTick(tick);
    for (int c = 0; c < chart_.categories_size(); ++c) WriteGroup(c);
  }

  std::string Description() const {
    std::string words = "柱状图。";
    for (int c = 0; c < chart_.categories_size(); ++c) {
      words += chart_.categories(c) + "：";
      for (int s = 0; s < chart_.series_size(); ++s) {
        const std::string& value = chart_.series(s).points(c).value();
        if (s > 0) words += "，";
        words += chart_.series(s).name() + " " +
                 (value.empty() ? "未填" : value + chart_.unit());
      }
      words += "。";
    }
    return words;
  }

  void WriteTick(const Rational& tick) {
    markup_.Line();
    markup_.Void("line", {{"class", tick == 0 ? "axis" : "grid"},
                          {"x1", std::to_string(kLeft)},
                          {"x2", std::to_string(width_ - kRight)},
                          {"y1", Units(Y(tick))},
                          {"y2", Units(Y(tick))}});
    markup_.Leaf("text",
                 {{"class", "tick"},
                  {"x", std::to_string(kLeft - 8)},
                  {"y", Units(Y(tick) + 4)},
                  {"text-anchor", "end"}},
                 core::ToText(tick));
  }

  void WriteGroup(int category) {
    const int left = kLeft + group_ * category;
    const int bars = slot_ * chart_.series_size();
    for (int s = 0; s < chart_.series_size(); ++s) {
      WriteBar(category, s, left + (group_ - bars) / 2 + slot_ * s);
    }
    WriteCategory(chart_.categories(category), left + group_ / 2);
  }

  void WriteCategory(const std::string& name, int middle) {
    markup_.Line();
    const Element text(markup_, "text",
                       {{"class", "category"}, {"text-anchor", "middle"}});
    const auto width = static_cast<std::size_t>((group_ - 8) / kCharacterWidth);
    int y = kTop + kPlotHeight + 20;
    for (const std::string& line : LabelLines(name, width)) {
      markup_.Leaf("tspan",
                   {{"x", std::to_string(middle)}, {"y", std::to_string(y)}},
                   line);
      y += kLineHeight;
    }
  }

  void WriteBar(int category, int series, int left) {
    markup_.Line();
    const auto& point = chart_.series(series).points(category);
    const int middle = left + slot_ / 2;
    if (point.value().empty()) return WriteValue("—", middle, Y(0) - 6);
    if (point.fact().empty()) {
      return WriteRect(point, series, middle, chart_.categories(category));
    }
    const auto* fact = page_.index.FindFact(point.fact());
    const Element link(markup_, "a",
                       {{"href", "#" + SourceAnchor(point.fact())}});
    WriteRect(point, series, middle, TooltipOf(*fact, page_.index));
  }

  void WriteRect(const Chart::Point& point, int series, int middle,
                 const std::string& tooltip) {
    const Rational value = NumberOf(point);
    const Rational top = Y(std::max(value, Rational(0)));
    const Rational bottom = Y(std::min(value, Rational(0)));
    const int width = std::min(kWidestBar, slot_ - 6);
    {
      const Element rect(markup_, "rect",
                         {{"class", Colour(series)},
                          {"x", Units(Rational(2 * middle - width) / 2)},
                          {"y", Units(top)},
                          {"width", std::to_string(width)},
                          {"height", Units(bottom - top)},
                          {"data-value", point.value()},
                          {"data-fact", point.fact()}});
      markup_.Leaf("title", {}, tooltip);
    }
    const Rational label =
        value < 0 ? Rational(bottom + 15) : Rational(top - 6);
    WriteValue(point.value(), middle, label);
  }

  void WriteValue(const std::string& text, int middle, const Rational& y) {
    markup_.Leaf("text",
                 {{"class", "value"},
                  {"x", std::to_string(middle)},
                  {"y", Units(y)},
                  {"text-anchor", "middle"}},
                 text);
  }

  // The values for screen readers, and for copying.
  void WriteValues() {
    const Element details(markup_, "details", {{"class", "values"}});
    markup_.Leaf("summary", {}, "图中数据");
    const Element table(markup_, "table");
    markup_.Leaf("caption", {}, Title());
    {
      const Element head(markup_, "thead");
      const Element row(markup_, "tr");
      markup_.Leaf("th", {{"scope", "col"}}, "项目");
      for (const auto& series : chart_.series()) {
        markup_.Leaf("th", {{"scope", "col"}}, series.name());
      }
    }
    const Element body(markup_, "tbody");
    for (int c = 0; c < chart_.categories_size(); ++c) {
      const Element row(markup_, "tr");
      markup_.Leaf("th", {{"scope", "row"}}, chart_.categories(c));
      for (const auto& series : chart_.series()) {
        markup_.Leaf("td", {{"class", "num"}}, series.points(c).value());
      }
    }
  }

  const Page& page_;
  Markup& markup_;
  const Block& block_;
  const Chart& chart_;
  const ChartScale scale_;
  const int slot_;
  const int group_;
  const int width_;
};

}  // namespace

void WriteChart(const Page& page, const Block& block) {
  BarChart(page, block).Write();
  page.markup.Line();
}

}  // namespace nianbao::report::html

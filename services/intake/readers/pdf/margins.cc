// Where the text of printed pages begins and ends.

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <utility>
#include <vector>

#include "services/intake/readers/pdf/printed_lines.h"

namespace nianbao::intake {
namespace {

// A line is wide that fills this part of its page.
constexpr double kWide = 0.55;
// Wide lines that show a page's own margins.
constexpr std::size_t kEnoughLines = 6;
// Where edges are taken for the same, in points.
constexpr double kStep = 2;

struct Edges {
  std::vector<double> lefts;
  std::vector<double> rights;

  void Add(const PrintedLine& line) {
    lefts.push_back(line.left());
    rights.push_back(line.right());
  }
};

// The place where most edges stand.
double Commonest(const std::vector<double>& edges) {
  std::map<long, int> counts;
  for (const double edge : edges) ++counts[std::lround(edge / kStep)];
  const auto most = std::max_element(
      counts.begin(), counts.end(),
      [](const auto& a, const auto& b) { return a.second < b.second; });
  double sum = 0;
  int count = 0;
  for (const double edge : edges) {
    if (std::labs(std::lround(edge / kStep) - most->first) > 1) continue;
    sum += edge;
    ++count;
  }
  return sum / count;
}

bool IsWide(const PrintedLine& line, const PrintedPage& page) {
  return line.segments.size() == 1 &&
         line.right() - line.left() > kWide * page.width;
}

// Where text begins and ends.
struct Margins {
  double left = 0;
  double right = 0;
};

Margins CommonestOf(const Edges& edges) {
  return {Commonest(edges.lefts), Commonest(edges.rights)};
}

// The edges of a page's outermost lines; it has some.
Margins OutermostOf(const PrintedPage& page) {
  Margins margins = {page.lines.front().left(), page.lines.front().right()};
  for (const PrintedLine& line : page.lines) {
    margins.left = std::min(margins.left, line.left());
    margins.right = std::max(margins.right, line.right());
  }
  return margins;
}

void SetPage(const Margins& margins, PrintedPage& page) {
  for (PrintedLine& line : page.lines) {
    line.indent = (line.left() - margins.left) / line.em;
    line.slack = (margins.right - line.right()) / line.em;
  }
}

}  // namespace

void SetMargins(std::vector<PrintedPage>& pages) {
  std::map<long, Edges> of_width;
  std::vector<Edges> of_page(pages.size());
  for (std::size_t i = 0; i < pages.size(); ++i) {
    Edges& of_all = of_width[std::lround(pages[i].width)];
    for (const PrintedLine& line : pages[i].lines) {
      if (!IsWide(line, pages[i])) continue;
      of_page[i].Add(line);
      of_all.Add(line);
    }
  }
  std::map<long, Margins> common;
  for (const auto& [width, edges] : of_width) {
    if (!edges.lefts.empty()) common[width] = CommonestOf(edges);
  }
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const auto found = common.find(std::lround(pages[i].width));
    if (of_page[i].lefts.size() >= kEnoughLines) {
      SetPage(CommonestOf(of_page[i]), pages[i]);
    } else if (found != common.end()) {
      SetPage(found->second, pages[i]);
    } else if (!pages[i].lines.empty()) {
      SetPage(OutermostOf(pages[i]), pages[i]);
    }
  }
}

}  // namespace nianbao::intake

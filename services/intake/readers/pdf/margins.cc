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

void SetPage(const Edges& edges, PrintedPage& page) {
  const double left = Commonest(edges.lefts);
  const double right = Commonest(edges.rights);
  for (PrintedLine& line : page.lines) {
    line.indent = (line.left() - left) / line.em;
    line.slack = (right - line.right()) / line.em;
  }
}

}  // namespace

void SetMargins(std::vector<PrintedPage>& pages) {
  std::map<long, Edges> of_width;
  std::vector<Edges> of_page(pages.size());
  for (std::size_t i = 0; i < pages.size(); ++i) {
    Edges& common = of_width[std::lround(pages[i].width)];
    for (const PrintedLine& line : pages[i].lines) {
      if (!IsWide(line, pages[i])) continue;
      of_page[i].Add(line);
      common.Add(line);
    }
  }
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const Edges& common = of_width[std::lround(pages[i].width)];
    const Edges& own =
        of_page[i].lefts.size() >= kEnoughLines ? of_page[i] : common;
    if (!own.lefts.empty()) {
      SetPage(own, pages[i]);
      continue;
    }
    Edges all;
    for (const PrintedLine& line : pages[i].lines) all.Add(line);
    if (!all.lefts.empty()) {
      all.lefts = {*std::min_element(all.lefts.begin(), all.lefts.end())};
      all.rights = {*std::max_element(all.rights.begin(), all.rights.end())};
      SetPage(all, pages[i]);
    }
  }
}

}  // namespace nianbao::intake

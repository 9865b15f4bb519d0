#include "services/report/marked_runs.h"

#include <algorithm>

namespace nianbao::report {
namespace {

using nianbao::document::v1::Block;
using nianbao::document::v1::Run;

int Size(const std::string& text) { return static_cast<int>(text.size()); }

bool BetweenCharacters(const std::string& text, int at) {
  if (at < 0 || at > Size(text)) return false;
  return at == Size(text) ||
         (static_cast<unsigned char>(text[static_cast<std::size_t>(at)]) &
          0xC0U) != 0x80U;
}

// The marks in the runs' own offsets that can be shown.
std::vector<Mark> Fitting(const std::string& text,
                          const std::vector<Mark>& marks, int shift) {
  std::vector<Mark> fitting;
  for (Mark mark : marks) {
    mark.begin -= shift;
    mark.end -= shift;
    if (mark.begin >= mark.end || !BetweenCharacters(text, mark.begin) ||
        !BetweenCharacters(text, mark.end)) {
      continue;
    }
    fitting.push_back(mark);
  }
  return fitting;
}

void Apply(const Mark& mark, Run& run) {
  run.set_fact(mark.fact);
  *run.mutable_findings() = {mark.findings.begin(), mark.findings.end()};
  if (mark.style != Run::STYLE_UNSPECIFIED) run.set_style(mark.style);
}

// Appends the bytes [begin, end) of `run`, whose text starts at `start`.
Run& AppendPiece(const Run& run, int start, int begin, int end, int shift,
                 core::Runs& out) {
  Run& piece = *out.Add();
  piece = run;
  piece.set_text(run.text().substr(static_cast<std::size_t>(begin - start),
                                   static_cast<std::size_t>(end - begin)));
  if (run.has_place()) {
    piece.mutable_place()->set_begin(begin + shift);
    piece.mutable_place()->set_end(end + shift);
  }
  return piece;
}

void SetBlock(const std::string& block, core::Runs& runs) {
  for (Run& run : runs) run.mutable_place()->set_block(block);
}

void MarkTable(const Marks& marks, Block& block) {
  auto& table = *block.mutable_table();
  for (int r = 0; r < table.rows_size(); ++r) {
    const int line = table.rows(r).line();
    for (auto& cell : *table.mutable_rows(r)->mutable_cells()) {
      SetBlock(block.id(), *cell.mutable_runs());
      *cell.mutable_runs() =
          SplitRuns(cell.runs(), marks.OfCell(block.id(), r, cell.column()));
      for (Run& run : *cell.mutable_runs()) {
        auto& place = *run.mutable_place();
        place.set_row(r);
        place.set_column(cell.column());
        if (place.line() == 0) place.set_line(line);
      }
    }
  }
}

}  // namespace

core::Runs SplitRuns(const core::Runs& runs, const std::vector<Mark>& marks,
                     int shift) {
  const std::vector<Mark> fitting = Fitting(core::TextOf(runs), marks, shift);
  core::Runs out;
  auto mark = fitting.begin();
  int start = 0;
  for (const Run& run : runs) {
    const int stop = start + Size(run.text());
    int at = start;
    while (at < stop) {
      while (mark != fitting.end() && mark->end <= at) ++mark;
      const bool inside = mark != fitting.end() && mark->begin <= at;
      int end = stop;
      if (mark != fitting.end()) {
        end = std::min(stop, inside ? mark->end : mark->begin);
      }
      Run& piece = AppendPiece(run, start, at, end, shift, out);
      if (inside) Apply(*mark, piece);
      at = end;
    }
    start = stop;
  }
  return out;
}

Block MarkBlock(const Block& block, const Marks& marks) {
  Block marked = block;
  if (marked.has_table()) {
    MarkTable(marks, marked);
  } else if (marked.has_paragraph()) {
    auto& runs = *marked.mutable_paragraph()->mutable_runs();
    SetBlock(block.id(), runs);
    runs = SplitRuns(runs, marks.OfText(block.id()));
  } else if (marked.has_heading()) {
    auto& runs = *marked.mutable_heading()->mutable_runs();
    const int words = Size(core::TextOf(runs));
    SetBlock(block.id(), runs);
    // Places count from the number, which stands before the runs.
    runs = SplitRuns(runs, marks.OfText(block.id()),
                     Size(core::TextOf(block)) - words);
  }
  return marked;
}

core::Runs SliceRuns(const core::Runs& runs, int begin, int end) {
  core::Runs out;
  int start = 0;
  for (const Run& run : runs) {
    const int stop = start + Size(run.text());
    const int from = std::max(begin, start);
    const int to = std::min(end, stop);
    if (from < to) {
      Run& piece = *out.Add();
      piece = run;
      piece.set_text(run.text().substr(static_cast<std::size_t>(from - start),
                                       static_cast<std::size_t>(to - from)));
    }
    start = stop;
  }
  return out;
}

}  // namespace nianbao::report

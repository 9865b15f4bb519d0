#include "services/intake/reading/digit_groups.h"

#include <string_view>

#include "services/intake/reading/near_words.h"

namespace nianbao::intake {
namespace {

int DigitsEnd(const Chars& text, int at) {
  while (IsDigit(text[at])) ++at;
  return at;
}

// Whether what counts or measures follows, at most one blank on.
bool MeasureFollows(const Chars& text, int at) {
  constexpr std::u32string_view kMeasures =
      U"%‰人名位个家所门项次场万亿元余多册台平㎡亩套间张件本篇种年";
  if (text[at] == U' ') ++at;
  return text[at] != 0 && kMeasures.find(text[at]) != std::u32string_view::npos;
}

// Three digits at `at`, and no fourth.
bool IsTriple(const Chars& text, int at) {
  return DigitsEnd(text, at) == at + 3;
}

void Append(const Chars& text, int begin, int end, std::string& digits) {
  for (int i = begin; i < end; ++i) {
    if (IsDigit(text[i])) digits += static_cast<char>(text[i]);
  }
}

// Where the groups of three behind the first digits end: commas anywhere, one
// blank or a comma with blanks only before a measure.
int GroupsEnd(const Chars& text, int at) {
  int end = at;
  while (text[end] == U',' && IsTriple(text, end + 1)) end += 4;
  if (end > at) return end;
  int loose = at;
  for (;;) {
    int next = loose;
    if (text[next] == U' ') ++next;
    if (text[next] == U',') next = AfterSpaces(text, next + 1);
    if (next == loose || !IsTriple(text, next)) break;
    loose = next + 3;
  }
  int behind = loose;
  if (text[behind] == U'.') behind = DigitsEnd(text, behind + 1);
  return MeasureFollows(text, behind) ? loose : at;
}

// 2 0 2 1 年: single digits, each behind one blank.
int SpacedEnd(const Chars& text, int at) {
  int end = at + 1;
  while (text[end] == U' ' && IsDigit(text[end + 1]) &&
         !IsDigit(text[end + 2])) {
    end += 2;
  }
  return end >= at + 5 && MeasureFollows(text, end) ? end : at + 1;
}

// Whether digits stand before `at`, parted by blanks: both are columns of a
// table.
bool FollowsDigits(const Chars& text, int at) {
  return IsDigit(CharBefore(text, at));
}

void ReadDecimals(const Chars& text, bool may_join, DigitRun& run) {
  int point = run.end;
  if (may_join && text[point] == U' ') ++point;
  if (text[point] != U'.') return;
  const int first = may_join ? AfterSpaces(text, point + 1) : point + 1;
  const int end = DigitsEnd(text, first);
  if (end == first) return;
  const bool joined = point > run.end || first > point + 1;
  if (joined && !MeasureFollows(text, end)) return;
  run.digits += '.';
  Append(text, first, end, run.digits);
  run.end = end;
}

}  // namespace

std::optional<DigitRun> DigitRunAt(const Chars& text, int at) {
  if (!IsDigit(text[at])) return std::nullopt;
  DigitRun run;
  run.end = DigitsEnd(text, at);
  const bool apart = !FollowsDigits(text, at);
  if (run.end - at <= 3 && text[at] != U'0') {
    const int end = GroupsEnd(text, run.end);
    // A number behind a blank may stand in a column: 机电 45 120人.
    const bool blanks = end > run.end && text[run.end] == U' ';
    const bool joins = apart && at > 0 && !IsSpace(text[at - 1]);
    if (!blanks || joins) run.end = end;
  }
  if (run.end == at + 1 && apart) run.end = SpacedEnd(text, at);
  Append(text, at, run.end, run.digits);
  ReadDecimals(text, /*may_join=*/apart && at > 0, run);
  return run;
}

}  // namespace nianbao::intake

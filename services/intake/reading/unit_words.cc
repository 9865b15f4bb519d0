#include "services/intake/reading/unit_words.h"

#include <array>
#include <string_view>

namespace nianbao::intake {
namespace {

using Words = std::u32string_view;

// Words that begin like a unit and are none.
constexpr std::array<Words, 91> kNoUnits = {
    U"成立", U"成功", U"成果",   U"成绩", U"成长", U"成熟", U"成品", U"成效",
    U"成交", U"成套", U"成不变", U"分别", U"分为", U"分成", U"分校", U"分级",
    U"分层", U"分类", U"分析",   U"分布", U"分管", U"分院", U"分公", U"分之",
    U"分段", U"部分", U"部级",   U"部署", U"场地", U"场馆", U"场所", U"期间",
    U"期末", U"期满", U"班级",   U"班子", U"课后", U"课外", U"课余", U"课间",
    U"节日", U"节约", U"节点",   U"位于", U"位居", U"位列", U"位置", U"处理",
    U"处于", U"处级", U"所在",   U"所属", U"所需", U"所示", U"支持", U"支付",
    U"支出", U"批准", U"批评",   U"组织", U"组建", U"类型", U"类别", U"科技",
    U"科级", U"科研", U"档次",   U"层次", U"层面", U"户外", U"户籍", U"户口",
    U"例如", U"例会", U"起来",   U"起到", U"起步", U"轮岗", U"对口", U"对接",
    U"对外", U"对应", U"对比",   U"对于", U"只有", U"次年", U"次日", U"次要",
    U"日均", U"日常", U"时间"};

// Things that are counted without a measure word.
constexpr std::array<Words, 19> kCountedThings = {
    U"项目", U"课程", U"课题", U"课件", U"部门", U"科目", U"科室",
    U"处室", U"岗位", U"支部", U"档案", U"班级", U"组织", U"门店",
    U"片区", U"条款", U"款项", U"场馆", U"成果"};

// What amounts are given per.
constexpr std::array<Words, 24> kPer = {
    U"学期", U"学年", U"学生", U"人次", U"课时", U"学时", U"小时", U"平方米",
    U"教师", U"分钟", U"人",   U"生",   U"年",   U"月",   U"天",   U"日",
    U"次",   U"班",   U"台",   U"周",   U"户",   U"亩",   U"间",   U"师"};

template <std::size_t N>
int LengthOfAny(const Chars& text, int at, const std::array<Words, N>& words) {
  for (const Words word : words) {
    if (text.HasAt(at, word)) return static_cast<int>(word.size());
  }
  return 0;
}

std::u32string Slice(const Chars& text, int begin, int end) {
  return text.folded().substr(static_cast<std::size_t>(begin),
                              static_cast<std::size_t>(end - begin));
}

// Whether the unit that ends at `end` cuts a word in two: M in 5MAX, 部 in
// 部门.
bool CutsWord(const Chars& text, int end) {
  if (IsLatin(text[end - 1]) && IsLatin(text[end])) return true;
  if (text.HasAt(end - 1, U"项目标")) return false;  // 12项目标
  return LengthOfAny(text, end - 1, kNoUnits) > 0 ||
         LengthOfAny(text, end - 1, kCountedThings) > 0;
}

// The longest unit whose last character starts no other word: 人 in 12人日常.
UnitWord LongestUnit(const Chars& text, int at, const Lexicon& lexicon) {
  const auto match = lexicon.units.At(text, at);
  for (int end = at + match.length; end > at; --end) {
    const std::string normal = lexicon.units.NormalOf(Slice(text, at, end));
    if (!normal.empty() && !CutsWord(text, end)) return {end, normal};
  }
  return {at, ""};
}

// 平方 米, 个 百分点: units of three characters and more that a line's end or
// blank parts.
UnitWord PartedUnit(const Chars& text, int at, const Lexicon& lexicon) {
  constexpr int kLongest = 6;
  std::u32string joined;
  UnitWord found{at, ""};
  bool parted = false;
  for (int i = at; i < text.size() && joined.size() < kLongest; ++i) {
    if (IsSpace(text[i])) {
      if (parted && IsSpace(text[i - 1])) break;
      parted = true;
      continue;
    }
    joined += text[i];
    if (!parted || joined.size() < 3) continue;
    const std::string normal = lexicon.units.NormalOf(joined);
    if (!normal.empty()) found = {i + 1, normal};
  }
  return found;
}

// Where /人, ·月 or /（人·年） ends that stands behind a unit.
int PerEnd(const Chars& text, int at) {
  int end = at;
  while (text[end] == U'/' || text[end] == U'·' || text[end] == U'每') {
    int next = end + 1;
    const bool bracket = text[next] == U'(';
    if (bracket) ++next;
    const int length = LengthOfAny(text, next, kPer);
    if (length == 0) break;
    end = next + length;
    if (bracket) {
      const int inner = PerEnd(text, end);
      end = text[inner] == U')' ? inner + 1 : inner;
    }
  }
  return end;
}

bool IsMoney(const std::string& normal) {
  return normal == "元" || normal == "万元" || normal == "亿元";
}

// 320人/次 are 人次; pay keeps its month, other amounts are given without what
// they are paid per.
std::string WithPer(const std::string& normal, const std::u32string& per) {
  if (normal == "人" && per == U"/次") return "人次";
  return IsMoney(normal) && per == U"/月" ? normal + "/月" : normal;
}

}  // namespace

UnitWord UnitAt(const Chars& text, int at, const Lexicon& lexicon) {
  UnitWord unit = LongestUnit(text, at, lexicon);
  const UnitWord parted = PartedUnit(text, at, lexicon);
  if (parted.end > unit.end) unit = parted;
  if (unit.normal.empty()) {
    if (LengthOfAny(text, at, kCountedThings) > 0) unit.normal = "个";
    return unit;
  }
  const int end = PerEnd(text, unit.end);
  if (end > unit.end) {
    unit.normal = WithPer(unit.normal, Slice(text, unit.end, end));
    unit.end = end;
  }
  return unit;
}

std::string UnitInBracketBefore(const Chars& text, int end,
                                const Lexicon& lexicon) {
  constexpr int kLongest = 10;
  if (text[end - 1] != U')') return "";
  int open = end - 2;
  while (open >= 0 && open > end - kLongest && text[open] != U'(') --open;
  if (text[open] != U'(') return "";
  int begin = open + 1;
  for (const Words lead : {Words(U"单位:"), Words(U"单位")}) {
    if (text.HasAt(begin, lead)) begin += static_cast<int>(lead.size());
  }
  const UnitWord unit = UnitAt(text, begin, lexicon);
  return unit.end == end - 1 ? unit.normal : "";
}

}  // namespace nianbao::intake

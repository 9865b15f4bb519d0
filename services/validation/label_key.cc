#include "services/validation/label_key.h"

#include <cstddef>
#include <vector>

#include "services/core/wording.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

// Two Chinese characters: what must be left of a key.
constexpr std::size_t kLeastBytes = 6;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

std::string WithoutMarks(std::string_view text) {
  std::string plain;
  int depth = 0;
  for (const auto character : Characters(text)) {
    if (StartsWithAny(character, {"(", "（"})) {
      ++depth;
    } else if (StartsWithAny(character, {")", "）"})) {
      if (depth > 0) --depth;
    } else if (depth == 0 &&
               !StartsWithAny(character, {"“", "”", "\"", "‘", "’", "'", "《",
                                          "》", "：", ":", "，", ",", "、",
                                          "的", "。", "；", ";", "*", "·"})) {
      plain += character;
    }
  }
  return plain;
}

// Removes years such as 2021年, 2021届 or 2020学年 wherever they stand.
std::string WithoutYears(std::string text) {
  for (std::size_t i = 0; i + 7 <= text.size(); ++i) {
    const std::string_view rest = std::string_view(text).substr(i);
    if (!IsDigit(rest[0]) || !IsDigit(rest[1]) || !IsDigit(rest[2]) ||
        !IsDigit(rest[3])) {
      continue;
    }
    const std::string_view behind = rest.substr(4);
    std::size_t size = 0;
    if (StartsWithAny(behind, {"年度", "学年"})) {
      size = 10;
    } else if (StartsWithAny(behind, {"年", "届"})) {
      size = 7;
    }
    if (size > 0) text.erase(i, size);
  }
  return text;
}

void Replace(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

std::string_view StripEnough(std::string_view text, Words words, bool end) {
  const std::string_view stripped =
      end ? StripEnd(text, words) : StripStart(text, words);
  return stripped.size() >= kLeastBytes ? stripped : text;
}

}  // namespace

std::string LabelKey(std::string_view label) {
  std::string text = WithoutYears(WithoutMarks(core::NormalWording(label)));
  Replace(text, "老师", "教师");
  std::string_view key = text;
  key = StripEnough(
      key, {"全部", "全体", "所有", "学校", "我校", "全校", "本校", "现有",
            "共有", "其中", "目前", "全年", "年度", "拥有", "建有", "设有",
            "配备", "建成", "开设", "组建", "现",   "共",   "有"},
      false);
  key = StripEnough(key,
                    {"人数", "总数", "数量", "总量", "总额", "合计", "达到",
                     "数", "共", "为", "达", "有", "仅", "约", "近", "是"},
                    true);
  key = StripEnough(key, {"学生", "人员"}, true);
  // 招 and 女 alone would not be what 招生 and 女生 are elsewhere.
  if (!EndsWithAny(key, {"招生", "新生", "男生", "女生"})) {
    key = StripEnough(key, {"生", "人", "总"}, true);
  }
  return std::string(key);
}

KeyMatch MatchKeys(std::string_view name_key, std::string_view label_key) {
  if (name_key.size() < 3 || label_key.empty()) return KeyMatch::kNone;
  if (name_key == label_key) return KeyMatch::kEqual;
  if (name_key.size() >= kLeastBytes && EndsWithAny(label_key, {name_key})) {
    return KeyMatch::kEnding;
  }
  return KeyMatch::kNone;
}

}  // namespace nianbao::validation

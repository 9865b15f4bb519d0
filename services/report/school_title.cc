#include "services/report/school_title.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "services/core/document.h"

namespace nianbao::report {
namespace {

using nianbao::document::v1::Document;
using nianbao::report::v1::Order;

constexpr int kOpeningBlocks = 40;
constexpr std::size_t kLongestName = 90;  // bytes: thirty characters

// Ends of the names of vocational schools; what stands before one of them is
// the name's own part.
constexpr std::array<const char*, 8> kEndings = {
    "专业学校", "职业学校", "技术学校", "技工学校",
    "职业高中", "职业中学", "教育中心", "职教中心"};

// A name has none of these before its ending.
constexpr std::array<const char*, 14> kNoName = {
    "，", "。", "、",   "：",   "；", "《", "（",
    "是", "的", "全国", "国家", "本", "我", "所"};

std::string Trimmed(const std::string& text) {
  const auto begin = text.find_first_not_of(" \t");
  if (begin == std::string::npos) return "";
  return text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

// The name that `line` starts with; empty where it starts with none.
std::string NameAtStart(const std::string& line) {
  std::size_t end = std::string::npos;
  for (const std::string ending : kEndings) {
    const std::size_t at = line.find(ending);
    if (at == std::string::npos || at == 0) continue;
    end = std::min(end, at + ending.size());
  }
  if (end == std::string::npos || end > kLongestName) return "";
  const std::string name = line.substr(0, end);
  for (const char* word : kNoName) {
    if (name.find(word) != std::string::npos) return "";
  }
  // "中等职业学校" alone is a kind of school.
  if (name.rfind("中等职业", 0) == 0 || name.rfind("职业", 0) == 0) return "";
  return name;
}

}  // namespace

std::string SchoolTitle(const Order& order, const Document& document) {
  if (!order.school_title().empty()) return order.school_title();
  std::string name = NameAtStart(Trimmed(document.title()));
  const int end = std::min(kOpeningBlocks, document.blocks_size());
  for (int i = 0; i < end && name.empty(); ++i) {
    name = NameAtStart(Trimmed(core::TextOf(document.blocks(i))));
  }
  return name.empty() ? "学校名称未写明" : name;
}

}  // namespace nianbao::report

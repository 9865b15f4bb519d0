#include "services/validation/partition.h"

#include <array>
#include <set>
#include <string_view>

#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

// Words of which at most one is true of a thing. A word that contains another
// stands before it. With so many of them in a list nothing is left out; zero
// where there may always be more.
struct Family {
  std::array<std::string_view, 8> words;
  int complete;
};

constexpr std::array<Family, 23> kFamilies = {{
    {{"国家级", "省级", "地市级", "市级", "县级", "区级", "校级"}, 0},
    {{"特等奖", "一等奖", "二等奖", "三等奖", "优秀奖"}, 0},
    {{"优秀", "良好", "不及格", "不合格", "及格", "合格"}, 4},
    {{"第一产业", "第二产业", "第三产业"}, 3},
    {{"一产", "二产", "三产"}, 3},
    {{"高一", "高二", "高三"}, 3},
    {{"一年级", "二年级", "三年级"}, 3},
    {{"高级职称", "中级职称", "初级及以下"}, 3},
    {{"高级", "中级", "初级"}, 0},
    {{"中本", "中高"}, 0},
    {{"五星", "四星", "三星", "二星", "一星"}, 0},
    {{"正高级", "副高级", "中级", "初级"}, 0},
    {{"编内", "编外"}, 2},
    {{"在编", "编外"}, 2},
    {{"男", "女"}, 2},
    {{"专职", "兼职"}, 2},
    {{"校内", "校外"}, 2},
    {{"市内", "市外"}, 2},
    {{"省内", "省外"}, 2},
    {{"在职", "退休"}, 2},
    {{"非全日制", "全日制"}, 2},
    {{"城镇", "农村"}, 2},
    {{"本市", "外市"}, 2},
}};

// The family's word in the name; -1 where there is none.
int WordOf(const Family& family, std::string_view name) {
  for (std::size_t i = 0; i < family.words.size(); ++i) {
    if (!family.words[i].empty() && Has(name, family.words[i])) {
      return static_cast<int>(i);
    }
  }
  return -1;
}

int LeadingMembers(const Family& family,
                   const std::vector<std::string>& names) {
  std::set<int> seen;
  int count = 0;
  for (const std::string& name : names) {
    const int word = WordOf(family, name);
    if (word < 0 || !seen.insert(word).second) break;
    ++count;
  }
  return count;
}

// Leading names of places or units of one kind, each another: 东湖校区 and
// 南山校区.
int LeadingNamesakes(const std::vector<std::string>& names) {
  std::set<std::string> seen;
  for (const std::string& name : names) {
    const std::size_t at = FindAny(name, {"校区", "学部", "专业部"});
    if (at == std::string::npos || !seen.insert(name.substr(0, at)).second) {
      break;
    }
  }
  return static_cast<int>(seen.size());
}

}  // namespace

Partition PartitionOf(const std::vector<std::string>& names) {
  Partition best;
  for (const Family& family : kFamilies) {
    const int count = LeadingMembers(family, names);
    if (count >= 2 && count > best.alternatives) {
      best = {count, family.complete > 0 && count >= family.complete};
    }
  }
  const int alike = LeadingNamesakes(names);
  if (alike >= 2 && alike > best.alternatives) best = {alike, false};
  return best;
}

}  // namespace nianbao::validation

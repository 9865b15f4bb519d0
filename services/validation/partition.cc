#include "services/validation/partition.h"

#include <array>
#include <set>
#include <string_view>

#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

// Words of which at most one is true of a thing; with two words, one is.
struct Family {
  std::array<std::string_view, 8> words;
  bool exhaustive;
};

constexpr std::array<Family, 16> kFamilies = {{
    {{"国家级", "省级", "地市级", "市级", "县级", "区级", "校级"}, false},
    {{"特等奖", "一等奖", "二等奖", "三等奖", "优秀奖"}, false},
    {{"优秀", "良好", "及格", "不及格"}, false},
    {{"五星", "四星", "三星", "二星", "一星"}, false},
    {{"正高级", "副高级", "中级", "初级"}, false},
    {{"编内", "编外"}, true},
    {{"在编", "编外"}, true},
    {{"男", "女"}, true},
    {{"专职", "兼职"}, true},
    {{"校内", "校外"}, true},
    {{"市内", "市外"}, true},
    {{"省内", "省外"}, true},
    {{"在职", "退休"}, true},
    {{"非全日制", "全日制"}, true},
    {{"城镇", "农村"}, true},
    {{"本市", "外市"}, true},
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

}  // namespace

Partition PartitionOf(const std::vector<std::string>& names) {
  Partition best;
  for (const Family& family : kFamilies) {
    const int count = LeadingMembers(family, names);
    if (count >= 2 && count > best.alternatives) {
      best = {count, family.exhaustive};
    }
  }
  return best;
}

}  // namespace nianbao::validation

#include "services/core/check_kind.h"

#include <algorithm>
#include <array>

namespace nianbao::core {
namespace {

constexpr std::array<CheckKind, 23> kKinds = {{
    {"share", "占比与人数", "占比与人数不符", "share and counts disagree"},
    {"sum", "各项之和与总数", "各项之和与总数不符", "parts do not add up"},
    {"part", "部分不超过总数", "部分超过了总数", "a part exceeds its whole"},
    {"change", "增减数与两年数", "增减数与两年数不符",
     "change and years disagree"},
    {"growth", "增减幅度与两年数", "增减幅度与两年数不符",
     "growth and years disagree"},
    {"table_total", "表中合计与各项", "表中合计与各项不符",
     "table total is off"},
    {"table_change", "表中变化与两年数", "表中变化与两年数不符",
     "table change is off"},
    {"same_concept", "同一数据前后一致", "同一数据前后不一致",
     "two places disagree"},
    {"per_head", "平均数与总数", "平均数与总数不符", "mean and total disagree"},
    {"ratio", "比值与人数", "比值与人数不符", "ratio and counts disagree"},
    {"mean", "平均数与各项", "平均数与各项不符", "mean and items disagree"},
    {"product", "单价与总额", "单价与总额不符",
     "amount per unit and total disagree"},
    {"stock_flow", "年末数与增减数", "年末数与增减数不符",
     "stock and flow disagree"},
    {"list", "列举与个数", "列举的与写的个数不符",
     "list and its count disagree"},
    {"order", "大小关系", "大小关系不符", "order is reversed"},
    {"domain", "取值范围", "超出取值范围", "outside its range"},
    {"recompute", "填报与重算", "与重算结果不符",
     "recomputing gives another figure"},
    {"attainability", "比率取得到", "取不到这个比率",
     "no counts make this rate"},
    {"standard", "办学标准", "未达到办学标准", "below a standard"},
    {"outline", "规定内容", "缺少规定内容", "required content is missing"},
    {"outlier", "数值合理", "数值异常", "unusual figure"},
    {"restatement", "上年栏与上年报告", "上年栏与上年报告不符",
     "last year's column disagrees with last year's report"},
    {"code", "代码与名称", "代码或名称与目录不符",
     "code or name differs from the list"},
}};

}  // namespace

std::span<const CheckKind> CheckKinds() { return kKinds; }

const CheckKind* FindCheckKind(std::string_view code) {
  const auto found =
      std::find_if(kKinds.begin(), kKinds.end(),
                   [&](const CheckKind& kind) { return kind.code == code; });
  return found == kKinds.end() ? nullptr : &*found;
}

}  // namespace nianbao::core

#include "services/intake/organisations/union_check.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/core/validity.h"

namespace nianbao::intake {
namespace {

using nianbao::intake::v1::Organisation;
using Column = OrganisationColumn;

// "3633000001（衢州某校，自2021-04-09）" and the same in English.
std::string NameZh(const Organisation& entry) {
  return absl::StrCat(
      entry.code(), "（", entry.title(),
      entry.valid_from().empty() ? "" : "，自" + entry.valid_from(), "）");
}
std::string NameEn(const Organisation& entry) {
  return absl::StrCat(
      entry.code(), " (", entry.title(),
      entry.valid_from().empty() ? "" : ", from " + entry.valid_from(), ")");
}

std::string DayZh(const std::string& day) {
  return day.empty() ? "最早一天" : day;
}
std::string DayEn(const std::string& day) {
  return day.empty() ? "the earliest day" : day;
}

}  // namespace

std::optional<RowFault> UnionCheck::FindOverlap(const std::string& code) {
  const std::vector<UnionEntry*> entries = union_.Of(code);
  for (std::size_t i = 1; i < entries.size(); ++i) {
    UnionEntry* at_fault = entries[i];
    UnionEntry* other = entries[i - 1];
    if (!other->entry->valid_to().empty() &&
        other->entry->valid_to() < at_fault->entry->valid_from()) {
      continue;
    }
    const bool later = other->row != nullptr &&
                       (at_fault->row == nullptr ||
                        other->row->cells.row > at_fault->row->cells.row);
    if (later) std::swap(at_fault, other);
    if (at_fault->row == nullptr) continue;
    const std::string where =
        other->row == nullptr ? "已登记"
                              : absl::StrCat("第", other->row->cells.row, "行");
    const std::string where_en =
        other->row == nullptr ? "the registry"
                              : absl::StrCat("row ", other->row->cells.row);
    return RowFault{
        at_fault, Column::kValidFrom,
        absl::StrCat("与", where, "的", NameZh(*other->entry),
                     "日期重叠；请在本文件中写明前一段的终止日期和原因。"),
        absl::StrCat("overlaps ", NameEn(*other->entry), " of ", where_en,
                     "; give the last day and reason of the earlier entry in "
                     "this file")};
  }
  return std::nullopt;
}

void UnionCheck::FindFaults(const std::string& code, bool overlaps,
                            std::vector<RowFault>& faults) {
  const std::vector<UnionEntry*> entries = union_.Of(code);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    UnionEntry* const next = i + 1 < entries.size() ? entries[i + 1] : nullptr;
    for (auto& fault :
         {FindParentFault(*entries[i]), FindSuccessorFault(*entries[i]),
          overlaps ? std::nullopt : FindNextFault(*entries[i], next)}) {
      if (fault) faults.push_back(*fault);
    }
  }
}

std::optional<UnionCheck::Gap> UnionCheck::ParentGap(
    const Organisation& entry) {
  // The first day that is not yet known to have a parent.
  std::string day = entry.valid_from();
  for (const UnionEntry* at : union_.Of(entry.parent())) {
    const Organisation& parent = *at->entry;
    if (!parent.valid_to().empty() && parent.valid_to() < day) continue;
    if (parent.valid_from() > day) break;
    if (parent.level() <= entry.level()) return Gap{day, &parent};
    if (parent.valid_to().empty()) return std::nullopt;
    if (!entry.valid_to().empty() && entry.valid_to() <= parent.valid_to()) {
      return std::nullopt;
    }
    day = core::NextDay(parent.valid_to());
  }
  return Gap{day, nullptr};
}

std::pair<std::string, std::string> UnionCheck::MissingCode(
    const std::string& code, const std::string& day) const {
  auto rejected = rejected_.find(code);
  const bool here = rejected != rejected_.end();
  if (!here) rejected = file_.rejected_codes.find(code);
  if (here || rejected != file_.rejected_codes.end()) {
    return {absl::StrCat(code, "在本文件第", rejected->second,
                         "行，而该行未通过；请先改正那一行。"),
            absl::StrCat(code, " is in row ", rejected->second,
                         ", which is rejected; correct that row first")};
  }
  return {absl::StrCat(code, "在", DayZh(day),
                       "没有登记；请核对代码和日期，或在本文件里加上它。"),
          absl::StrCat(code, " is not registered on ", DayEn(day),
                       "; correct code or days, or add it to this file")};
}

std::optional<RowFault> UnionCheck::FindParentFault(UnionEntry& at) {
  const Organisation& entry = *at.entry;
  if (entry.level() == Organisation::LEVEL_PROVINCE) return std::nullopt;
  const auto gap = ParentGap(entry);
  if (!gap) return std::nullopt;
  if (at.row == nullptr) {
    return BlameOther(
        entry, entry.parent(),
        absl::StrCat("改后，其下的", NameZh(entry), "从", DayZh(gap->day),
                     "起没有上级；请在本文件中一并变更它。"),
        absl::StrCat("would leave ", NameEn(entry),
                     " without what is above "
                     "it from ",
                     DayEn(gap->day), "; change that one in this file, too"));
  }
  if (gap->found != nullptr) {
    return RowFault{
        &at, Column::kParent,
        absl::StrCat(NameZh(*gap->found), "的级别不比它高；请填更高一级的。"),
        absl::StrCat(NameEn(*gap->found),
                     " is of no higher level; name one that is")};
  }
  auto [zh, en] = MissingCode(entry.parent(), gap->day);
  return RowFault{&at, Column::kParent, std::move(zh), std::move(en)};
}

std::optional<RowFault> UnionCheck::FindSuccessorFault(UnionEntry& at) {
  const Organisation& entry = *at.entry;
  if (entry.valid_to().empty()) return std::nullopt;
  const std::string day = core::NextDay(entry.valid_to());
  for (const std::string& code : entry.successors()) {
    const UnionEntry* successor = union_.Find(code, day);
    if (successor != nullptr && successor->entry->level() == entry.level()) {
      continue;
    }
    if (at.row == nullptr) {
      return BlameOther(
          entry, code,
          absl::StrCat("改后，", NameZh(entry), "的去向", code, "在", day,
                       "不存在；请一并变更它。"),
          absl::StrCat("would leave ", NameEn(entry), " without its successor ",
                       code, " on ", day, "; change that one, too"));
    }
    if (successor != nullptr) {
      return RowFault{&at, Column::kSuccessors,
                      absl::StrCat(NameZh(*successor->entry),
                                   "与它不是同一级别；请填同级的代码。"),
                      absl::StrCat(NameEn(*successor->entry),
                                   " is of another level; name one of the "
                                   "same")};
    }
    auto [zh, en] = MissingCode(code, day);
    return RowFault{&at, Column::kSuccessors, std::move(zh), std::move(en)};
  }
  return std::nullopt;
}

std::optional<RowFault> UnionCheck::FindNextFault(UnionEntry& at,
                                                  UnionEntry* next) {
  const Organisation& entry = *at.entry;
  const bool goes_on =
      next != nullptr && !entry.valid_to().empty() &&
      next->entry->valid_from() == core::NextDay(entry.valid_to());
  if (entry.ending() == Organisation::ENDING_CHANGED && !goes_on) {
    if (at.row == nullptr) return std::nullopt;  // what follows is unchanged
    return RowFault{
        &at, Column::kEnding,
        absl::StrCat("写的是变更，次日却没有同一代码的新一段；"
                     "请加上起始日期为",
                     core::NextDay(entry.valid_to()), "的一行，或改原因。"),
        absl::StrCat("changed, but no entry of the code begins on ",
                     core::NextDay(entry.valid_to()),
                     "; add it, or correct the reason")};
  }
  const bool ended = entry.ending() == Organisation::ENDING_CLOSED ||
                     entry.ending() == Organisation::ENDING_MERGED;
  if (!ended || !goes_on) return std::nullopt;
  UnionEntry* const at_fault = at.row != nullptr ? &at : next;
  if (at_fault->row == nullptr) return std::nullopt;
  return RowFault{
      at_fault, at.row != nullptr ? Column::kEnding : Column::kValidFrom,
      absl::StrCat(NameZh(entry),
                   "已撤销或合并，次日却又有同一代码；"
                   "原因请改为变更，或核对日期。"),
      absl::StrCat(NameEn(entry),
                   " is closed or merged, yet its code goes on the next day; "
                   "give \"changed\" as the reason, or correct the days")};
}

std::optional<RowFault> UnionCheck::BlameOther(const Organisation& entry,
                                               const std::string& code,
                                               const std::string& zh,
                                               const std::string& en) {
  UnionEntry* blamed = nullptr;
  for (UnionEntry* other : union_.Of(code)) {
    if (other->row == nullptr) continue;
    const Organisation& before =
        other->shadowed == nullptr ? *other->entry : *other->shadowed->entry;
    const bool meets = core::ValidityOf(before).Meets(core::ValidityOf(entry));
    if (blamed == nullptr || meets) blamed = other;
    if (meets) break;
  }
  if (blamed == nullptr) return std::nullopt;
  return RowFault{blamed, std::nullopt, zh, en};
}

}  // namespace nianbao::intake

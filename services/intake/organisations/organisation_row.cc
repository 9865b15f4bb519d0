#include "services/intake/organisations/organisation_row.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/intake/organisations/day_text.h"
#include "services/intake/organisations/organisation_ending.h"
#include "services/intake/school_code.h"

namespace nianbao::intake {
namespace {

using nianbao::intake::v1::Organisation;
using Column = OrganisationColumn;

constexpr std::size_t kLongestTitle = 200;
constexpr char kProvinceEnd[] = "0000";
constexpr char kCityEnd[] = "00";

Organisation::Level LevelOf(const std::string& region) {
  if (absl::EndsWith(region, kProvinceEnd)) return Organisation::LEVEL_PROVINCE;
  return absl::EndsWith(region, kCityEnd) ? Organisation::LEVEL_CITY
                                          : Organisation::LEVEL_COUNTY;
}

class RowReader {
 public:
  RowReader(const core::Catalogue& catalogue, const OrganisationWords& words,
            OrganisationCells cells, OrganisationFile& file)
      : catalogue_(catalogue),
        words_(words),
        cells_(std::move(cells)),
        file_(file) {}

  void Read() {
    ReadLevel();
    ReadCode();
    ReadTitle();
    ReadParent();
    ReadSchoolClass();
    ReadDays();
    ReadOrganisationEnding(words_, cells_, entry_, faults_);
    if (faults_.empty()) {
      entry_.set_name(absl::StrCat("organisations/", entry_.code()));
      file_.rows.push_back({std::move(entry_), std::move(cells_)});
      return;
    }
    file_.rejected_codes.emplace(entry_.code(), cells_.row);
    std::sort(faults_.begin(), faults_.end(),
              [](const CellFault& one, const CellFault& other) {
                return one.column < other.column;
              });
    for (const CellFault& fault : faults_) {
      file_.rejected.push_back(
          Reject(file_, cells_, fault.column, fault.zh, fault.en));
    }
  }

 private:
  void Fail(Column column, const std::string& zh, const std::string& en) {
    faults_.push_back({column, zh, en});
  }

  void ReadLevel() {
    if (const auto level = words_.Level(cells_[Column::kLevel])) {
      entry_.set_level(*level);
      return;
    }
    Fail(Column::kLevel,
         absl::StrCat("级别无法识别，请填：", words_.levels(), "。"),
         absl::StrCat("no level; give one of ", words_.levels()));
  }

  void ReadCode() {
    const std::string code = PlainOrganisationCode(cells_[Column::kCode]);
    entry_.set_code(code);
    if (entry_.level() == Organisation::LEVEL_UNSPECIFIED) {
      if (IsDigits(code, kSchoolDigits) || IsDigits(code, kRegionDigits)) {
        return;
      }
      Fail(Column::kCode,
           "代码不对：学校为十位数字，行政区划为六位数字；"
           "请把整列设为文本格式后重填。",
           "no code; a school has ten digits, a region six; format the column "
           "as text and enter it again");
    } else if (entry_.level() == Organisation::LEVEL_SCHOOL) {
      ReadSchoolCode(code);
    } else {
      ReadRegionCode(code);
    }
  }

  void ReadSchoolCode(const std::string& code) {
    if (!IsDigits(code, kSchoolDigits)) {
      Fail(Column::kCode,
           "学校代码为十位数字；请把整列设为文本格式后重填，或检查级别。",
           "a school's code has ten digits; format the column as text and "
           "enter it again, or correct the level");
      return;
    }
    if (!absl::StartsWith(code, kSecondaryVocational)) {
      Fail(Column::kCode,
           absl::StrCat("中等职业学校代码以", kSecondaryVocational,
                        "开头；请核对代码，其他学校不登记。"),
           absl::StrCat("a secondary vocational school's code begins with ",
                        kSecondaryVocational,
                        "; correct it, or leave the school out"));
      return;
    }
    CheckProvince(Column::kCode, code.substr(2, kProvinceDigits));
  }

  void ReadRegionCode(const std::string& code) {
    if (!IsDigits(code, kRegionDigits)) {
      Fail(Column::kCode,
           "行政区划代码为六位数字；请把整列设为文本格式后重填，或检查级别。",
           "a region's code has six digits; format the column as text and "
           "enter it again, or correct the level");
      return;
    }
    if (LevelOf(code) != entry_.level()) {
      Fail(Column::kLevel,
           absl::StrCat("级别与代码", code,
                        "不符：省级代码末四位为0000，地市末两位为00；"
                        "请改级别或代码。"),
           absl::StrCat("does not fit code ", code,
                        ": a province ends in 0000, a city in 00; correct "
                        "level or code"));
      return;
    }
    if (catalogue_.FindRegion(code) != nullptr) return;
    Fail(Column::kCode,
         absl::StrCat("目录的行政区划里没有", code,
                      "；请核对代码，或先在目录的regions里加上。"),
         absl::StrCat("the catalogue has no region ", code,
                      "; correct it, or add it to the catalogue's regions"));
  }

  // That the digits are those of a province that the catalogue knows.
  void CheckProvince(Column column, const std::string& digits) {
    if (catalogue_.FindRegion(digits + kProvinceEnd) != nullptr) return;
    Fail(column,
         absl::StrCat("学校代码第三、四位“", digits,
                      "”不是目录里的省份；请核对代码。"),
         absl::StrCat("its third and fourth digit, ", digits,
                      ", are of no province in the catalogue; correct the "
                      "code"));
  }

  void ReadTitle() {
    const std::string& title = cells_[Column::kTitle];
    entry_.set_title(title);
    if (!title.empty() && title.size() <= kLongestTitle) return;
    if (title.empty()) {
      Fail(Column::kTitle, "名称不能为空；请填写全称。",
           "no name; give the whole one");
    } else {
      Fail(Column::kTitle, "名称太长；请填写不超过66个汉字的全称。",
           "longer than 200 bytes; give the name alone");
    }
  }

  void ReadParent() {
    const std::string parent = PlainOrganisationCode(cells_[Column::kParent]);
    entry_.set_parent(parent);
    const bool province = entry_.level() == Organisation::LEVEL_PROVINCE;
    if (province && !parent.empty()) {
      Fail(Column::kParent, "省没有上级；请清空。",
           "a province has nothing above it; leave it blank");
    }
    if (province || entry_.level() == Organisation::LEVEL_UNSPECIFIED) return;
    if (!IsDigits(parent, kRegionDigits)) {
      Fail(Column::kParent,
           "上级须是六位行政区划代码；请填主管它的县区、地市或省。",
           "no code of a region; give the six digits of the county, city or "
           "province that runs it");
      return;
    }
    const bool school = entry_.level() == Organisation::LEVEL_SCHOOL;
    const std::string& code = entry_.code();
    // A fault of the code has been told.
    if (!IsDigits(code, school ? kSchoolDigits : kRegionDigits)) return;
    const std::string digits = code.substr(school ? 2 : 0, kProvinceDigits);
    if (digits == parent.substr(0, kProvinceDigits)) return;
    Fail(Column::kParent,
         absl::StrCat("与代码", code, "不在同一省；请核对上级或代码。"),
         absl::StrCat("is of another province than code ", code,
                      "; correct one of them"));
  }

  void ReadSchoolClass() {
    const std::string& text = cells_[Column::kSchoolClass];
    if (text.empty()) return;
    if (entry_.level() > Organisation::LEVEL_SCHOOL) {
      Fail(Column::kSchoolClass, "只有学校才有类型；请清空。",
           "only schools have a class; leave it blank");
    } else if (const auto found = words_.SchoolClass(text)) {
      entry_.set_school_class(*found);
    } else {
      Fail(Column::kSchoolClass,
           absl::StrCat("没有这种学校类型；请填：", words_.school_classes(),
                        "，或留空。"),
           absl::StrCat("no class of school; give one of ",
                        words_.school_classes(), ", or leave it blank"));
    }
  }

  std::string ReadDay(Column column) {
    const std::string& text = cells_[column];
    if (text.empty()) return "";
    if (const auto day = ParseDay(text)) return *day;
    Fail(column, "日期无法识别；请写成2021-04-09这样，年份在前。",
         "no day; write it as 2021-04-09, with the year first");
    return "";
  }

  void ReadDays() {
    entry_.set_valid_from(ReadDay(Column::kValidFrom));
    entry_.set_valid_to(ReadDay(Column::kValidTo));
    if (entry_.valid_to().empty() || entry_.valid_from() <= entry_.valid_to()) {
      return;
    }
    Fail(
        Column::kValidTo,
        absl::StrCat("早于起始日期", entry_.valid_from(), "；请核对两个日期。"),
        absl::StrCat("is before the first day, ", entry_.valid_from(),
                     "; correct one of them"));
  }

  const core::Catalogue& catalogue_;
  const OrganisationWords& words_;
  OrganisationCells cells_;
  OrganisationFile& file_;
  Organisation entry_;
  std::vector<CellFault> faults_;
};

}  // namespace

void ReadOrganisationRow(const core::Catalogue& catalogue,
                         const OrganisationWords& words,
                         OrganisationCells cells, OrganisationFile& file) {
  RowReader(catalogue, words, std::move(cells), file).Read();
}

}  // namespace nianbao::intake

#include "services/cli/print_organisations.h"

#include <nlohmann/json.hpp>
#include <set>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "services/cli/text_table.h"

namespace nianbao::cli {
namespace {

using Json = nlohmann::ordered_json;
using nianbao::intake::v1::ImportOrganisationsResponse;
using nianbao::intake::v1::Organisation;
using nianbao::intake::v1::Organisation_Ending_Name;
using nianbao::intake::v1::Organisation_Level_Name;

std::string LevelWord(Language language, Organisation::Level level) {
  switch (level) {
    case Organisation::LEVEL_SCHOOL:
      return In(language, "学校", "school");
    case Organisation::LEVEL_COUNTY:
      return In(language, "县区", "county");
    case Organisation::LEVEL_CITY:
      return In(language, "地市", "city");
    default:
      return In(language, "省", "province");
  }
}

std::string EndingWord(Language language, Organisation::Ending ending) {
  switch (ending) {
    case Organisation::ENDING_CLOSED:
      return In(language, "撤销", "closed");
    case Organisation::ENDING_CHANGED:
      return In(language, "变更", "changed");
    case Organisation::ENDING_MERGED:
      return In(language, "合并", "merged");
    case Organisation::ENDING_SPLIT:
      return In(language, "拆分", "split");
    default:
      return "";
  }
}

// "LEVEL_SCHOOL" → "school"; null for what is not set.
Json Tail(const std::string& name, std::size_t prefix) {
  const std::string tail = absl::AsciiStrToLower(name.substr(prefix));
  return tail == "unspecified" ? Json(nullptr) : Json(tail);
}

Json Optional(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

// Rows with several faults count once.
std::size_t RejectedRows(const ImportOrganisationsResponse& response) {
  std::set<int> rows;
  for (const auto& row : response.rejected()) rows.insert(row.row());
  return rows.size();
}

// Values come from files: bytes that are no UTF-8 can't be there any more.
std::string Line(const Json& json) { return json.dump() + "\n"; }

}  // namespace

std::string RejectedText(Language language,
                         const ImportOrganisationsResponse& response) {
  std::string text;
  for (const auto& row : response.rejected()) {
    absl::StrAppend(&text, In(language, "第 ", "row "), row.row(),
                    In(language, " 行", ""));
    if (!row.column().empty()) {
      absl::StrAppend(&text, In(language, "，", ", "), row.column(), " ",
                      In(language, "“", "\""), row.value(),
                      In(language, "”", "\""));
    }
    absl::StrAppend(&text, In(language, "：", ": "), In(language, row.reason()),
                    "\n");
  }
  return text;
}

std::string ImportSummary(Language language,
                          const ImportOrganisationsResponse& response,
                          bool dry_run) {
  const std::string counts = absl::StrCat(
      In(language, "新增 ", "new "), response.added(),
      In(language, "，变更 ", ", changed "), response.changed(),
      In(language, "，未变 ", ", unchanged "), response.unchanged(),
      In(language, "，不能导入的行 ", ", rejected rows "),
      RejectedRows(response));
  std::string outcome;
  if (dry_run) {
    outcome = In(language, "试运行，没有写入：", "dry run, nothing stored: ");
  } else if (response.stored()) {
    outcome =
        absl::StrCat(In(language, "已导入，修订号 ", "imported, revision "),
                     response.revision(), In(language, "：", ": "));
  } else if (response.rejected_size() > 0) {
    outcome =
        In(language, "没有导入（改正后重试，或加 --partial 先导入其余的行）：",
           "nothing stored (correct the rows, or give --partial to "
           "import the others): ");
  } else {
    outcome = In(language, "没有变化：", "no change: ");
  }
  return outcome + counts + "\n";
}

std::string ImportLines(const ImportOrganisationsResponse& response) {
  std::string lines;
  for (const auto& row : response.rejected()) {
    lines += Line({{"kind", "rejected"},
                   {"row", row.row()},
                   {"column", Optional(row.column())},
                   {"value", row.value()},
                   {"zh", row.reason().zh()},
                   {"en", row.reason().en()}});
  }
  return lines + Line({{"kind", "import"},
                       {"added", response.added()},
                       {"changed", response.changed()},
                       {"unchanged", response.unchanged()},
                       {"rejected", RejectedRows(response)},
                       {"stored", response.stored()},
                       {"revision", response.revision()}});
}

std::string OrganisationsText(Language language,
                              const std::vector<Organisation>& entries) {
  TextTable table(std::vector<Align>(8, Align::kLeft));
  table.Add({In(language, "代码", "code"), In(language, "级别", "level"),
             In(language, "名称", "name"), In(language, "上级", "parent"),
             In(language, "起始日期", "from"), In(language, "终止日期", "to"),
             In(language, "终止原因", "ending"),
             In(language, "去向", "successors")});
  for (const Organisation& entry : entries) {
    table.Add({entry.code(), LevelWord(language, entry.level()), entry.title(),
               entry.parent(), entry.valid_from(), entry.valid_to(),
               EndingWord(language, entry.ending()),
               absl::StrJoin(entry.successors(), ",")});
  }
  return table.Text("");
}

std::string OrganisationLines(const std::vector<Organisation>& entries) {
  std::string lines;
  for (const Organisation& entry : entries) {
    Json successors = Json::array();
    for (const auto& code : entry.successors()) successors.push_back(code);
    lines +=
        Line({{"code", entry.code()},
              {"level", Tail(Organisation_Level_Name(entry.level()), 6)},
              {"title", entry.title()},
              {"parent", Optional(entry.parent())},
              {"school_class", Optional(entry.school_class())},
              {"valid_from", Optional(entry.valid_from())},
              {"valid_to", Optional(entry.valid_to())},
              {"ending", Tail(Organisation_Ending_Name(entry.ending()), 7)},
              {"successors", successors},
              {"revision", entry.revision()}});
  }
  return lines;
}

}  // namespace nianbao::cli

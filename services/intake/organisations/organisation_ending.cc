#include "services/intake/organisations/organisation_ending.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "services/core/wording.h"
#include "services/intake/school_code.h"

namespace nianbao::intake {
namespace {

using nianbao::intake::v1::Organisation;
using Column = OrganisationColumn;

// What people put between codes.
constexpr const char* kPartings[] = {"、", "，", "；", ";", "/",
                                     "\n", " ",  "　", "和"};

std::vector<std::string> CodesIn(const std::string& text) {
  if (text.empty()) return {};
  std::string plain = text;
  for (const char* parting : kPartings) {
    plain = absl::StrReplaceAll(plain, {{parting, ","}});
  }
  std::vector<std::string> codes;
  for (const auto part : absl::StrSplit(plain, ',', absl::SkipEmpty())) {
    codes.push_back(
        PlainOrganisationCode(std::string_view(part.data(), part.size())));
  }
  return codes;
}

class EndingReader {
 public:
  EndingReader(const OrganisationWords& words, const OrganisationCells& cells,
               Organisation& entry, std::vector<CellFault>& faults)
      : words_(words), cells_(cells), entry_(entry), faults_(faults) {}

  void Read() {
    ReadEnding();
    if (ReadSuccessors()) CheckSuccessors();
  }

 private:
  void Fail(Column column, const std::string& zh, const std::string& en) {
    faults_.push_back({column, zh, en});
  }

  void FailSuccessors(const std::string& zh, const std::string& en) {
    Fail(Column::kSuccessors, zh, en);
  }

  void ReadEnding() {
    const std::string& text = cells_[Column::kEnding];
    const bool ends = !cells_[Column::kValidTo].empty();
    if (text.empty() && ends) {
      Fail(Column::kEnding,
           absl::StrCat("有终止日期就须写明原因：", words_.endings(), "。"),
           absl::StrCat("a last day needs a reason; give one of ",
                        words_.endings()));
    }
    if (text.empty()) return;
    const auto ending = words_.Ending(text);
    if (!ending) {
      Fail(Column::kEnding,
           absl::StrCat("终止原因无法识别；请填：", words_.endings(), "。"),
           absl::StrCat("no reason of an end; give one of ", words_.endings()));
    } else if (!ends) {
      Fail(Column::kEnding,
           "没有终止日期却写了原因；请补上终止日期，或清空原因。",
           "there is no last day; give it, or leave the reason blank");
    } else {
      entry_.set_ending(*ending);
    }
  }

  // Whether all of them are codes.
  bool ReadSuccessors() {
    for (const std::string& code : CodesIn(cells_[Column::kSuccessors])) {
      const auto& before = entry_.successors();
      if (!IsDigits(code, kSchoolDigits) && !IsDigits(code, kRegionDigits)) {
        FailSuccessors(
            absl::StrCat("“", code, "”不是代码；请填代码，用顿号分开。"),
            absl::StrCat("\"", code,
                         "\" is no code; give codes with commas between "
                         "them"));
        return false;
      }
      if (std::find(before.begin(), before.end(), code) != before.end()) {
        FailSuccessors(absl::StrCat(code, "写了两次；请删去一个。"),
                       absl::StrCat(code, " is there twice; remove one"));
        return false;
      }
      entry_.add_successors(code);
    }
    return true;
  }

  // How many there are for each reason.
  void CheckSuccessors() {
    const int count = entry_.successors_size();
    const bool itself = count == 1 && entry_.successors(0) == entry_.code();
    if (entry_.ending() == Organisation::ENDING_MERGED) {
      if (count == 1 && !itself) return;
      return FailSuccessors("合并须写明并入的那一个机构的代码；请填一个代码。",
                            "a merger has one successor, another "
                            "organisation; give its code");
    }
    if (entry_.ending() == Organisation::ENDING_SPLIT) {
      if (count >= 2) return;
      return FailSuccessors("拆分须写明两个以上机构的代码；请全部填上。",
                            "a split has two successors or more; give all "
                            "their codes");
    }
    CheckNoSuccessors(count, itself);
  }

  void CheckNoSuccessors(int count, bool itself) {
    if (count == 0) return;
    if (entry_.ending() == Organisation::ENDING_CHANGED) {
      // Some name the organisation itself, which says nothing new.
      if (itself) return entry_.clear_successors();
      return FailSuccessors(
          "变更后仍是同一代码，没有去向；请清空，或改终止原因。",
          "what changes goes on under its own code; leave it blank, or correct "
          "the reason");
    }
    // A fault of the reason has been told.
    if (entry_.ending() == 0 && !cells_[Column::kEnding].empty()) return;
    FailSuccessors("没有合并或拆分，就没有去向；请清空，或改终止原因。",
                   "only mergers and splits have successors; leave it blank, "
                   "or correct the reason");
  }

  const OrganisationWords& words_;
  const OrganisationCells& cells_;
  Organisation& entry_;
  std::vector<CellFault>& faults_;
};

}  // namespace

std::string PlainOrganisationCode(std::string_view text) {
  std::string plain = core::NormalWording(text);
  if (!plain.empty() && plain.front() == '\'') plain.erase(0, 1);
  return plain;
}

void ReadOrganisationEnding(const OrganisationWords& words,
                            const OrganisationCells& cells, Organisation& entry,
                            std::vector<CellFault>& faults) {
  EndingReader(words, cells, entry, faults).Read();
}

}  // namespace nianbao::intake

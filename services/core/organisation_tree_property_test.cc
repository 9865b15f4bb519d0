// The tree against an oracle that keeps every day's organisations as they were
// and steps from day to day.
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/civil_time.h"
#include "services/core/organisation_tree.h"

namespace nianbao::core {
namespace {

using nianbao::intake::v1::Organisation;

constexpr int kDays = 36;

// Around a leap day.
std::string DayText(int day) {
  return absl::FormatCivilTime(absl::CivilDay(2020, 2, 10) + day);
}

// All organisations of one day, and where the figures of those that end with
// it go on the next day: nowhere, to one, or to several.
struct Day {
  std::map<std::string, Organisation> all;
  std::map<std::string, std::vector<std::string>> goes;
};

// Plays random years of a province, day by day.
class World {
 public:
  explicit World(unsigned seed) : random_(seed) {
    Add(Organisation::LEVEL_PROVINCE, "");
    for (int i = 0; i < 2; ++i) Add(Organisation::LEVEL_CITY, AnyParent(4));
    for (int i = 0; i < 3; ++i) Add(Organisation::LEVEL_COUNTY, AnyParent(3));
    for (int i = 0; i < 8; ++i) Open();
    for (auto& [code, entry] : now_) entry.set_valid_from("");
    for (day_ = 1; day_ <= kDays; ++day_) {
      days_.push_back({now_, {}});
      touched_.clear();
      for (int i = Pick(0, 2); i > 0; --i) Change();
    }
    for (const auto& [code, entry] : now_) entries_.push_back(entry);
  }

  const std::vector<Day>& days() const { return days_; }

  std::vector<Organisation> entries() {
    std::shuffle(entries_.begin(), entries_.end(), random_);
    return entries_;
  }

 private:
  int Pick(int from, int to) {
    return std::uniform_int_distribution<int>(from, to)(random_);
  }

  void Add(Organisation::Level level, const std::string& parent) {
    Organisation entry;
    entry.set_code(absl::StrCat(100 + next_code_++));
    entry.set_level(level);
    entry.set_parent(parent);
    Begin(entry);
  }

  void Begin(Organisation entry) {
    entry.set_title(absl::StrCat("title ", next_title_++));
    entry.set_valid_from(DayText(day_));
    entry.clear_valid_to();
    entry.clear_ending();
    entry.clear_successors();
    touched_.insert(entry.code());
    now_[entry.code()] = entry;
  }

  // Ends today's entry with yesterday.
  Organisation End(const std::string& code, Organisation::Ending ending,
                   const std::vector<std::string>& successors) {
    Organisation entry = now_.at(code);
    now_.erase(code);
    touched_.insert(code);
    entry.set_valid_to(DayText(day_ - 1));
    entry.set_ending(ending);
    if (ending != Organisation::ENDING_CHANGED) {
      for (const auto& successor : successors) entry.add_successors(successor);
    }
    entries_.push_back(entry);
    days_.back().goes[code] = successors;
    return entry;
  }

  // A code of today that nothing happened to yet; empty where there is none.
  std::string Any(Organisation::Level level) {
    std::vector<std::string> codes;
    for (const auto& [code, entry] : now_) {
      if (entry.level() == level && touched_.count(code) == 0) {
        codes.push_back(code);
      }
    }
    if (codes.empty()) return "";
    return codes[static_cast<std::size_t>(
        Pick(0, static_cast<int>(codes.size()) - 1))];
  }

  // An organisation of that level or a higher one.
  std::string AnyParent(int lowest) {
    std::vector<std::string> codes;
    for (const auto& [code, entry] : now_) {
      if (entry.level() >= lowest) codes.push_back(code);
    }
    return codes[static_cast<std::size_t>(
        Pick(0, static_cast<int>(codes.size()) - 1))];
  }

  std::string Open() {
    Add(Organisation::LEVEL_SCHOOL, AnyParent(2));
    return absl::StrCat(100 + next_code_ - 1);
  }

  void Change() {
    const std::string school = Any(Organisation::LEVEL_SCHOOL);
    const int what = Pick(0, 7);
    if (what == 0 || school.empty()) {
      Open();
    } else if (what == 1) {
      closed_.push_back(End(school, Organisation::ENDING_CLOSED, {}));
    } else if (what == 2) {
      Reopen();
    } else if (what == 3) {
      Split(school);
    } else if (what == 4) {
      Merge(school);
    } else if (what == 5) {
      MergeCounties();
    } else {
      Move(school, AnyParent(2));
    }
  }

  void Reopen() {
    if (closed_.empty()) return;
    Organisation entry = closed_.back();
    if (touched_.count(entry.code()) > 0) return;
    closed_.pop_back();
    entry.set_parent(AnyParent(2));
    Begin(entry);
  }

  void Split(const std::string& school) {
    const bool goes_on = Pick(0, 1) == 1;
    const std::string other = Open();
    const std::string one = goes_on ? school : Open();
    const Organisation entry =
        End(school, Organisation::ENDING_SPLIT, {one, other});
    if (!goes_on) return;
    Begin(entry);
    now_[school].set_parent(AnyParent(2));
  }

  void Merge(const std::string& school) {
    touched_.insert(school);
    const std::string into =
        Pick(0, 1) == 1 ? Open() : Any(Organisation::LEVEL_SCHOOL);
    if (into.empty()) return;
    touched_.insert(into);
    End(school, Organisation::ENDING_MERGED, {into});
  }

  void Move(const std::string& code, const std::string& parent) {
    Organisation entry = End(code, Organisation::ENDING_CHANGED, {code});
    entry.set_parent(parent);
    Begin(entry);
  }

  // One county goes into another one, and its schools with it, unless one of
  // them has had its change today.
  void MergeCounties() {
    const std::string county = Any(Organisation::LEVEL_COUNTY);
    if (county.empty()) return;
    touched_.insert(county);
    const std::string into = Any(Organisation::LEVEL_COUNTY);
    if (into.empty()) return;
    std::vector<std::string> schools;
    for (const auto& [code, entry] : now_) {
      if (entry.parent() != county) continue;
      if (touched_.count(code) > 0) return;
      schools.push_back(code);
    }
    touched_.insert(into);
    for (const auto& school : schools) Move(school, into);
    End(county, Organisation::ENDING_MERGED, {into});
  }

  std::mt19937 random_;
  int day_ = 0;
  int next_code_ = 0;
  int next_title_ = 0;
  std::map<std::string, Organisation> now_;
  std::set<std::string> touched_;
  std::vector<Organisation> closed_;
  std::vector<Day> days_;
  std::vector<Organisation> entries_;
};

std::string SlowAbove(const Day& day, std::string code,
                      Organisation::Level level) {
  while (day.all.count(code) > 0) {
    const Organisation& entry = day.all.at(code);
    if (entry.level() == level) return code;
    code = entry.parent();
  }
  return "";
}

std::string SlowHeir(const std::vector<Day>& days, std::string code, int from,
                     int to) {
  if (days[static_cast<std::size_t>(from)].all.count(code) == 0) return code;
  for (int i = from; i < to; ++i) {
    const auto& goes = days[static_cast<std::size_t>(i)].goes;
    const auto found = goes.find(code);
    if (found == goes.end()) continue;
    if (found->second.empty()) return code;
    if (found->second.size() > 1) return "";
    code = found->second.front();
  }
  return code;
}

bool SlowBelow(const Day& day, std::string code, const std::string& above) {
  while (day.all.count(code) > 0) {
    code = day.all.at(code).parent();
    if (code == above) return true;
  }
  return false;
}

std::set<std::string> AllCodes(const OrganisationTree& tree) {
  std::set<std::string> codes = {"none"};
  for (const auto& entry : tree.entries()) codes.insert(entry.code());
  return codes;
}

void CompareDay(const OrganisationTree& tree, const Day& day,
                const std::string& text) {
  const auto codes = AllCodes(tree);
  std::size_t schools = 0;
  for (const std::string& code : codes) {
    const Organisation* found = tree.Find(code, text);
    const auto expected = day.all.find(code);
    ASSERT_EQ(found != nullptr, expected != day.all.end()) << code;
    if (found == nullptr) continue;
    EXPECT_EQ(found->title(), expected->second.title());
    EXPECT_EQ(found->parent(), expected->second.parent());
    if (found->level() == Organisation::LEVEL_SCHOOL) ++schools;
    for (int i = 1; i <= 4; ++i) {
      const auto level = static_cast<Organisation::Level>(i);
      const Organisation* above = tree.Above(code, level, text);
      EXPECT_EQ(above == nullptr ? "" : above->code(),
                SlowAbove(day, code, level));
    }
    for (const std::string& above : codes) {
      EXPECT_EQ(tree.IsBelow(code, above, text), SlowBelow(day, code, above));
    }
  }
  EXPECT_EQ(tree.SchoolsOn(text).size(), schools);
}

void CompareHeirs(const OrganisationTree& tree, const std::vector<Day>& days) {
  for (const std::string& code : AllCodes(tree)) {
    for (int from = 0; from < kDays; ++from) {
      for (int to = from; to < kDays; ++to) {
        ASSERT_EQ(tree.Heir(code, DayText(from), DayText(to)),
                  SlowHeir(days, code, from, to))
            << code << " " << DayText(from) << " " << DayText(to);
      }
    }
  }
}

void CompareEntries(const OrganisationTree& tree,
                    const std::vector<Day>& days) {
  for (const Organisation& entry : tree.entries()) {
    for (const std::string& above : AllCodes(tree)) {
      bool was_below = false;
      for (int i = 0; i < kDays; ++i) {
        const std::string text = DayText(i);
        if (text < entry.valid_from()) continue;
        if (!entry.valid_to().empty() && text > entry.valid_to()) continue;
        was_below |=
            SlowBelow(days[static_cast<std::size_t>(i)], entry.code(), above);
      }
      // An entry that begins behind the last day was never looked at.
      if (entry.valid_from() >= DayText(kDays)) continue;
      EXPECT_EQ(tree.WasBelow(entry, above), was_below)
          << entry.ShortDebugString() << above;
    }
  }
}

TEST(OrganisationTreeProperty, EqualsStepsFromDayToDay) {
  std::map<Organisation::Ending, int> endings;
  for (unsigned seed = 1; seed <= 10; ++seed) {
    SCOPED_TRACE(seed);
    World world(seed);
    const OrganisationTree tree(world.entries());
    for (const auto& entry : tree.entries()) ++endings[entry.ending()];
    for (int i = 0; i < kDays; ++i) {
      CompareDay(tree, world.days()[static_cast<std::size_t>(i)], DayText(i));
    }
    CompareHeirs(tree, world.days());
    CompareEntries(tree, world.days());
    if (HasFailure()) break;
  }
  EXPECT_EQ(endings.size(), 5u) << "a kind of ending was never played";
}

}  // namespace
}  // namespace nianbao::core

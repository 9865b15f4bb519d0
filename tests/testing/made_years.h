// The years of a made province, day by day.
#ifndef NIANBAO_TESTS_TESTING_MADE_YEARS_H_
#define NIANBAO_TESTS_TESTING_MADE_YEARS_H_

#include <map>
#include <set>
#include <string>
#include <vector>

#include "nianbao/intake/v1/organisation.pb.h"
#include "tests/testing/made_province.h"

namespace nianbao::testing {

// A number that looks random and is the same for the same words.
std::uint64_t MadeNumber(std::uint64_t seed, std::uint64_t word);

// Plays the changes of a shape.
class MadeYears {
 public:
  explicit MadeYears(const ProvinceShape& shape);

  // All entries, in the order of codes and first days.
  std::vector<nianbao::intake::v1::Organisation> Take();

 private:
  using Organisation = nianbao::intake::v1::Organisation;
  enum class Change { kOpen, kClose, kRename, kMove, kMerge, kSplit, kCounty };

  std::uint64_t Draw(std::uint64_t below);
  void MakeRegions();
  void AddRegion(Organisation::Level level, int code, int parent);
  void PlayYear(int year);
  void Play(Change change);

  // A code that nothing happened to on this day; empty where there is none.
  std::string Any(Organisation::Level level);
  std::string AnyHome();
  std::string Open();
  void Begin(Organisation entry);
  Organisation End(const std::string& code, Organisation::Ending ending,
                   const std::vector<std::string>& successors);
  void MoveTo(const std::string& school, const std::string& parent);
  void Rename(const std::string& school);
  void Merge(const std::string& school);
  void Split(const std::string& school);
  void MergeCounty();

  const ProvinceShape& shape_;
  std::uint64_t drawn_ = 0;
  std::string day_;
  std::string day_before_;
  std::string province_digits_;
  int next_school_ = 0;
  int next_title_ = 0;
  std::map<std::string, Organisation> now_;
  // Codes of now_ by level.
  std::map<Organisation::Level, std::vector<std::string>> codes_;
  std::set<std::string> touched_;
  std::vector<Organisation> past_;
};

}  // namespace nianbao::testing

#endif  // NIANBAO_TESTS_TESTING_MADE_YEARS_H_

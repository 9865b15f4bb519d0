#include "services/validation/gaps.h"

#include <gmock/gmock.h>

#include "services/validation/report_builder.h"

namespace nianbao::validation {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Gaps, FollowARatio) {
  const auto gaps = [](const std::string& gap) {
    return Found(
        ReportBuilder().Text("在校生[3000人|在校生]，专任教师"
                             "[160人|教师]，按照[1:15|师生比]的师生比，"
                             "教师缺口达[" +
                             gap + "|缺口]。"),
        FindGaps);
  };
  EXPECT_THAT(gaps("40人"),
              ElementsAre("recompute consistent 40人 | 3000÷15−160=40"));
  // The norm may leave out teachers or students.
  EXPECT_THAT(gaps("60人"), IsEmpty());
}

// A norm is no figure of the school: it stands in the words alone.
TEST(Gaps, FollowARatioInTheWords) {
  const auto gaps = [](const std::string& norm) {
    return Found(
        ReportBuilder().Text("在校生[近3000人|在校生]，专任教师仅"
                             "[160人|教师]，按照" +
                             norm + "的师生比，教师缺口达[40人|缺口]。"),
        FindGaps);
  };
  EXPECT_THAT(gaps("1:15"),
              ElementsAre("recompute consistent 40人 | 3000÷15−160=40"));
  EXPECT_THAT(gaps("15：1"), ElementsAre(::testing::_));
  EXPECT_THAT(gaps("2:15"), IsEmpty());
  EXPECT_THAT(gaps("规定"), IsEmpty());
}

TEST(Gaps, AreCountedByHead) {
  const auto gaps = [](const std::string& have) {
    return Found(ReportBuilder()
                     .Text("在校生[2874人|在校生数|students]。")
                     .Text("校内现有[" + have +
                           "|实训工位]实训工位，如按每生一个工位配备，还差"
                           "[224个|工位]。"),
                 FindGaps);
  };
  EXPECT_THAT(gaps("2650个"),
              ElementsAre("recompute consistent 224个 | 2874−2650=224"));
  EXPECT_THAT(
      gaps("2560个"),
      ElementsAre("recompute contradicted 224个（2560个） | 2874−2560=314"));
  EXPECT_THAT(gaps("近2560个"), IsEmpty());
}

}  // namespace
}  // namespace nianbao::validation

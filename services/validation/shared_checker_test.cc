// One checker for all threads: what it gives does not depend on who else asks,
// and the thread sanitizer finds nothing to guard.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "services/platform/catalogue_loader.h"
#include "services/validation/check_document.h"
#include "services/validation/report_builder.h"
#include "tests/testing/threads.h"

namespace nianbao::validation {
namespace {

using nianbao::testing::InThreads;

TEST(SharedChecker, GivesEachThreadTheSameChecks) {
  const auto catalogue = platform::LoadCatalogue("deploy/catalogue");
  ASSERT_TRUE(catalogue.ok()) << catalogue.status();
  const DocumentChecker checker(**catalogue);
  ReportBuilder report;
  report
      .Text(
          "全日制在校生[3686人|全日制在校生数|full_time_students]，其中男生"
          "[2001人|男生数]，女生[1658人|女生数]，男生占在校生的"
          "[54.29%|男生占比]。")
      .Table(1, {{"专业", "人数"},
                 {"护理", "[120人|人数]"},
                 {"会计", "[98人|人数]"},
                 {"合计", "[281人|人数]"}});
  const auto check = [&] {
    std::string shown;
    const auto result =
        checker.Check("2021", report.document(), report.facts());
    if (!result.ok()) return std::string(result.status().message());
    for (const Check& one : result->checks) shown += Shown(one) + "\n";
    for (const auto& one : result->findings) shown += one.id() + "\n";
    return shown;
  };
  const std::string alone = check();
  EXPECT_NE(alone.find("table_total contradicted"), std::string::npos) << alone;
  for (const std::string& result : InThreads(check)) EXPECT_EQ(result, alone);
}

}  // namespace
}  // namespace nianbao::validation

#include "services/validation/network_speeds.h"

#include <gmock/gmock.h>

#include "services/validation/report_builder.h"

namespace nianbao::validation {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> Speeds(const std::string& text) {
  return Found(ReportBuilder()
                   .Text("校园网主干最大带宽[1000Mbps|校园网主干最大带宽]。")
                   .Text(text),
               FindNetworkSpeeds);
}

TEST(NetworkSpeeds, AgreeWithTheFigure) {
  EXPECT_THAT(Speeds("建成千兆主干、百兆到桌面的校园网。"),
              ElementsAre("same_concept consistent 千兆（1000Mbps） / 1000Mbps "
                          "| 千兆（1000Mbps）=1000Mbps"));
  EXPECT_THAT(Speeds("完成万兆有线骨干网络覆盖。"),
              ElementsAre("same_concept contradicted 万兆（10000Mbps） / "
                          "1000Mbps | 万兆（10000Mbps）≠1000Mbps"));
}

TEST(NetworkSpeeds, OfOtherNetworksAndPlansAreNotCompared) {
  EXPECT_THAT(Speeds("万兆到楼宇，主干稳定。"), IsEmpty());
  EXPECT_THAT(Speeds("计划建成万兆主干网络。"), IsEmpty());
  EXPECT_THAT(Speeds("开通万兆无线网络。"), IsEmpty());
}

}  // namespace
}  // namespace nianbao::validation

#include "services/core/wording.h"

#include <gtest/gtest.h>

namespace nianbao::core {
namespace {

TEST(Wording, DropsSpacesOfAllKinds) {
  EXPECT_EQ(NormalWording(" 专任 教师\t数\n"), "专任教师数");
  EXPECT_EQ(NormalWording("专任\xE3\x80\x80教师\xC2\xA0数"), "专任教师数");
}

TEST(Wording, FoldsFullWidthAndCase) {
  EXPECT_EQ(NormalWording("（ＭＢ）％，"), "(mb)%,");
  EXPECT_EQ(NormalWording("Wi-Fi"), "wi-fi");
}

TEST(Wording, LeavesOtherCharactersAlone) {
  EXPECT_EQ(NormalWording("《年报》、①㎡"), "《年报》、①㎡");
  EXPECT_EQ(NormalWording("\xEF\xBC"), "\xEF\xBC");
  EXPECT_EQ(NormalWording(""), "");
}

TEST(Wording, KeyHasNoMarks) {
  EXPECT_EQ(WordingKey("“双师型”教师（人）"), "双师型教师人");
  EXPECT_EQ(WordingKey("生师比：1+X％"), "生师比1+x%");
  EXPECT_EQ(WordingKey("、。《》〈〉“”‘’「」『』【】—…·!\"'(),-./:;<>?[]_{}"),
            "");
}

TEST(Wording, KeyKeepsCharactersThatBeginLikeMarks) {
  EXPECT_EQ(WordingKey("①々〇㎡°ー￥"), "①々〇㎡°ー￥");
}

}  // namespace
}  // namespace nianbao::core

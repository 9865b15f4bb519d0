#include "services/platform/catalogue_loader.h"

#include <gtest/gtest.h>
namespace nianbao::platform {
namespace {
TEST(X, Y) {
  auto c = LoadCatalogue("deploy/catalogue");
  EXPECT_TRUE(c.ok()) << c.status().message();
}
}  // namespace
}  // namespace nianbao::platform

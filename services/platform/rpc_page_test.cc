#include "services/platform/rpc_page.h"

#include <gtest/gtest.h>

#include <map>

namespace nianbao::platform {
namespace {

using Numbers = std::map<std::string, int, std::less<>>;

Numbers UpTo(int count) {
  Numbers numbers;
  for (int i = 0; i < count; ++i) numbers["n" + std::to_string(1000 + i)] = i;
  return numbers;
}

TEST(RpcPage, PagesTogetherAreTheWholeListInOrder) {
  const Numbers all = UpTo(7);
  std::vector<int> seen;
  std::string token;
  int pages = 0;
  do {
    const auto page = PageOf(all, 3, token);
    ASSERT_TRUE(page.ok()) << page.status();
    seen.insert(seen.end(), page->items.begin(), page->items.end());
    token = page->next_page_token;
    ++pages;
  } while (!token.empty());
  EXPECT_EQ(pages, 3);
  EXPECT_EQ(seen, (std::vector<int>{0, 1, 2, 3, 4, 5, 6}));
}

TEST(RpcPage, LastFullPageHasNoNext) {
  EXPECT_EQ(PageOf(UpTo(3), 3, "")->next_page_token, "");
  EXPECT_EQ(PageOf(UpTo(0), 3, "")->next_page_token, "");
}

TEST(RpcPage, SizeIsFiftyByDefaultAndAtMostAThousand) {
  EXPECT_EQ(PageOf(UpTo(2000), 0, "")->items.size(), 50u);
  EXPECT_EQ(PageOf(UpTo(2000), 5000, "")->items.size(), 1000u);
}

TEST(RpcPage, NegativeSizeIsRefused) {
  EXPECT_EQ(PageOf(UpTo(3), -1, "").status().code(),
            absl::StatusCode::kInvalidArgument);
}

TEST(RpcPage, TokenThatIsNoneIsRefused) {
  for (const char* token : {"x", "bm9uZQ", "%%%"}) {
    EXPECT_EQ(PageOf(UpTo(3), 0, token).status().code(),
              absl::StatusCode::kInvalidArgument)
        << token;
  }
}

TEST(RpcPage, GoesOnWhereAnItemIsGone) {
  Numbers all = UpTo(3);
  const std::string token = PageTokenAfter("n1000x");
  EXPECT_EQ(PageOf(all, 1, token)->items[0], 1);
}

}  // namespace
}  // namespace nianbao::platform

#include "services/platform/cache/cache_envelope.h"

#include <string>

#include "gtest/gtest.h"

namespace nianbao::platform {
namespace {

TEST(CacheEnvelope, GivesBackWhatWasSealed) {
  for (const std::size_t size : {0, 1, 7, 8, 9, 1000}) {
    const std::string value(size, 'x');
    std::string sealed = Seal("key", value);
    ASSERT_TRUE(Unseal("key", sealed)) << size;
    EXPECT_EQ(sealed, value);
  }
}

TEST(CacheEnvelope, RefusesEachChangedBit) {
  const std::string sealed = Seal("key", "a value of some words");
  for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit) {
    std::string changed = sealed;
    changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << (bit % 8)));
    EXPECT_FALSE(Unseal("key", changed)) << bit;
  }
}

TEST(CacheEnvelope, RefusesMissingAndAddedBytes) {
  const std::string sealed = Seal("key", "a value of some words");
  for (std::size_t size = 0; size < sealed.size(); ++size) {
    std::string head = sealed.substr(0, size);
    EXPECT_FALSE(Unseal("key", head)) << size;
    std::string tail = sealed.substr(sealed.size() - size);
    EXPECT_FALSE(Unseal("key", tail)) << size;
  }
  std::string longer = sealed + '\0';
  EXPECT_FALSE(Unseal("key", longer));
  std::string twice = sealed + sealed;
  EXPECT_FALSE(Unseal("key", twice));
}

TEST(CacheEnvelope, RefusesTheValueOfAnotherKey) {
  std::string sealed = Seal("key", "value");
  EXPECT_FALSE(Unseal("kez", sealed));
}

TEST(CacheEnvelope, RefusesWhatWasNeverSealed) {
  std::string plain = "an answer from before there were seals, long enough";
  EXPECT_FALSE(Unseal("key", plain));
}

}  // namespace
}  // namespace nianbao::platform

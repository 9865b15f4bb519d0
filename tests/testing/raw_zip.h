// Zip files that no program would write.
#ifndef NIANBAO_TESTS_TESTING_RAW_ZIP_H_
#define NIANBAO_TESTS_TESTING_RAW_ZIP_H_

#include <cstdint>
#include <string>

namespace nianbao::testing {

// Writes a zip entry by entry and keeps only what is packed, so that a file
// which unpacks to gigabytes takes little memory to make.
class RawZip {
 public:
  // An entry that unpacks to `head`, then `unit` so many times, then `tail`.
  void Add(const std::string& name, const std::string& head,
           const std::string& unit = "", int times = 0,
           const std::string& tail = "");

  // As many entries as `count`, named `prefix` 1 `suffix` and so on, that all
  // are the bytes of the last entry added.
  void AddOverlapping(const std::string& prefix, const std::string& suffix,
                      int count);

  // From now on entries claim to unpack to this many bytes; negative for the
  // truth.
  void ClaimSize(std::int64_t bytes) { claimed_ = bytes; }

  std::string Finish() const;

 private:
  struct Sizes {
    std::uint32_t crc = 0;
    std::uint32_t packed = 0;
    std::uint32_t unpacked = 0;
    std::uint32_t offset = 0;
  };

  void AddToList(const std::string& name);

  std::string entries_;
  std::string list_;
  int count_ = 0;
  Sizes last_;
  std::int64_t claimed_ = -1;
};

}  // namespace nianbao::testing

#endif  // NIANBAO_TESTS_TESTING_RAW_ZIP_H_

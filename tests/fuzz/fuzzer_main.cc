// One fuzzer: libFuzzer calls this function with the inputs that it makes. The
// build says by NIANBAO_FUZZ_TARGET which target it runs.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tests/fuzz/fuzz_targets.h"

// What is made once, such as the catalogue, is no input's cost.
extern "C" int LLVMFuzzerInitialize(int* /*argc*/, char*** /*argv*/) {
  nianbao::fuzz::NIANBAO_FUZZ_TARGET("");
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  nianbao::fuzz::NIANBAO_FUZZ_TARGET(
      {reinterpret_cast<const char*>(data), size});
  return 0;
}

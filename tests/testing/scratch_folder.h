// A temporary folder for one test.
#ifndef NIANBAO_TESTS_TESTING_SCRATCH_FOLDER_H_
#define NIANBAO_TESTS_TESTING_SCRATCH_FOLDER_H_

#include <cstdlib>
#include <filesystem>
#include <string>

namespace nianbao::testing {

// Makes a new empty folder, and removes it with all that is in it.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::string pattern =
        (std::filesystem::temp_directory_path() / "nianbao_test_XXXXXX")
            .string();
    if (mkdtemp(pattern.data()) != nullptr) path_ = pattern;
  }
  ~ScratchFolder() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  // The path of `name` in the folder.
  std::string Path(const std::string& name) const {
    return (path_ / name).string();
  }

 private:
  std::filesystem::path path_;
};

}  // namespace nianbao::testing

#endif  // NIANBAO_TESTS_TESTING_SCRATCH_FOLDER_H_

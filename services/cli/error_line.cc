#include "services/cli/error_line.h"

#include <filesystem>
#include <map>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "services/core/errors.h"

namespace nianbao::cli {
namespace {

constexpr char kChineseKey[] = "zh";
constexpr char kMessageKey[] = "message";

// Chinese words of the reasons that a school meets, for errors that bring
// none; names in braces are metadata, {message} the error's own words.
const std::map<std::string, std::string>& ChineseWords() {
  static const std::map<std::string, std::string> kWords = {
      {"EMPTY_FILE", "文件是空的；请交上报告本身"},
      {"BINARY_FILE",
       "第 {byte} 字节是控制字符，这不是文本文件；请把报告另存为纯文本"
       "（UTF-8）再试"},
      {"UNKNOWN_ENCODING",
       "文字既不是 UTF-8 也不是 GB18030（第 {byte} 字节处都不符）；请另存为 "
       "UTF-8 再试"},
      {"UNSUPPORTED_FILE",
       "这种文件还不能读；请另存为 docx、pdf、xlsx、csv "
       "或纯文本再试（{message}）"},
      {"DAMAGED_FILE",
       "文件残缺或已损坏；请用 Word 或 Excel "
       "打开，重新保存后再交（{message}）"},
      {"ENCRYPTED_FILE",
       "文件有密码保护，或是旧版 Word、Excel 格式；请去掉密码，另存为 docx 或 "
       "xlsx 再试"},
      {"MACROS_REFUSED",
       "文件带有宏程序，不予接收；请另存为不带宏的 docx 或 xlsx 再试"},
      {"HOSTILE_FILE", "文件内容异常，不予读取（{message}）"},
      {"FILE_TOO_LARGE", "文件里的内容太多（{message}）"},
      {"NO_TEXT", "文件里没有可读的文字（{message}）"},
      {"COPYING_FORBIDDEN",
       "这份 PDF 禁止复制文字；请取消限制后重新保存，或交 Word 文件"},
      {"PROGRAM_MISSING", "这台机器缺少程序 {program}；请安装软件包 {package}"},
      {"PROGRAMS_FORBIDDEN", "这里不能读 PDF；请交 docx 文件"},
      {"PROGRAM_NOT_STARTED",
       "系统的内存、文件或进程数不够，程序 {program} 启动不了；请稍后再试"},
      {"UNKNOWN_EDITION", "没有“{edition}”这个版本（{message}）"},
      {"EDITION_NOT_STATED",
       "文中没有写明是哪一年的报告；请用 --edition 指明，如 --edition 2021"},
      {"NO_SUCH_PLACE",
       "“{place}”处没有文字；请换一行，或写段落编号，如 b12（{message}）"},
      {"UNKNOWN_INDICATOR", "没有“{indicator}”这项指标（{message}）"},
      {"SUBMISSION_NOT_FOUND", "没有这份报送（{message}）"},
      {"BAD_NAME", "名称不对（{message}）"},
      {"CATALOGUE_NOT_FOUND",
       "{folder} 不是指标目录：没有这个文件夹，或其中没有 *.textproto 文件"},
      {"SERVER_BUSY", "服务正忙；请过一会儿再试"},
  };
  return kWords;
}

// `message` as one line.
std::string OneLine(const std::string& message) {
  return absl::StrReplaceAll(message, {{"\r", ""}, {"\n", "; "}});
}

// The words with their places filled; empty where a value is missing.
std::string Fill(std::string words,
                 const std::map<std::string, std::string>& values) {
  for (const auto& [name, value] : values) {
    words = absl::StrReplaceAll(words, {{absl::StrCat("{", name, "}"), value}});
  }
  return words.find('{') == std::string::npos ? words : "";
}

std::string ChineseOf(const core::ErrorInfo& info, const std::string& message) {
  const auto own = info.metadata.find(kChineseKey);
  if (own != info.metadata.end()) return own->second;
  const auto words = ChineseWords().find(info.reason);
  if (words == ChineseWords().end()) return "";
  // A value may hold braces itself; such an error keeps its own words.
  auto values = info.metadata;
  values[kMessageKey] = message;
  return Fill(words->second, values);
}

// Services name a file without its folder; the subject names it in full.
std::string WithoutName(const std::string& message,
                        const std::string& subject) {
  const std::string name = absl::StrCat(
      "\"", std::filesystem::path(subject).filename().string(), "\": ");
  return message.rfind(name, 0) == 0 ? message.substr(name.size()) : message;
}

}  // namespace

std::string ErrorLine(const absl::Status& status, const std::string& subject,
                      Language language) {
  const std::string message =
      WithoutName(std::string(status.message()), subject);
  std::string words;
  if (language == Language::kChinese) {
    words = ChineseOf(core::GetErrorInfo(status), message);
  }
  if (words.empty()) words = message;
  if (words.empty()) {
    words = In(language, "出错了，没有说明原因；请再试一次",
               "failed without saying why; try again");
  }
  return OneLine(subject.empty() ? words : absl::StrCat(subject, ": ", words));
}

}  // namespace nianbao::cli

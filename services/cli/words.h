// Words for severities, kinds, states and places, in both languages.
#ifndef NIANBAO_SERVICES_CLI_WORDS_H_
#define NIANBAO_SERVICES_CLI_WORDS_H_

#include <string>

#include "nianbao/document/v1/document.pb.h"
#include "nianbao/metrics/v1/metrics.pb.h"
#include "nianbao/validation/v1/validation.pb.h"
#include "services/cli/language.h"

namespace nianbao::cli {

// "错误", "疑问" or "提示".
std::string SeverityWord(Language language,
                         nianbao::catalogue::v1::Severity severity);

// What is wrong in a finding of that kind, such as "占比与人数不符"; the kind
// itself where it has no words.
std::string KindWord(Language language, const std::string& kind);

// "达标", "未达标" or "待定".
std::string StateWord(Language language,
                      nianbao::metrics::v1::Attainment::State state);

// Where a place is, such as "第 112 行"; "全文" where it is no place.
std::string PlaceWord(Language language,
                      const nianbao::document::v1::Place& place);

}  // namespace nianbao::cli

#endif  // NIANBAO_SERVICES_CLI_WORDS_H_

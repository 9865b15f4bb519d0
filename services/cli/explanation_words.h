// Words for what an explanation says, in both languages.
#ifndef NIANBAO_SERVICES_CLI_EXPLANATION_WORDS_H_
#define NIANBAO_SERVICES_CLI_EXPLANATION_WORDS_H_

#include <string>

#include "nianbao/intake/v1/explanation.pb.h"
#include "services/cli/language.h"

namespace nianbao::cli {

// What a number is: "数值", "日期" …
std::string NumberWord(Language language,
                       nianbao::intake::v1::NumberReading::Kind kind);

// Whose figure it is: "本校", "别家" …
std::string ClassWord(Language language,
                      nianbao::fact::v1::FactClass fact_class);

// What a step decides: "名称", "时期" …
std::string DecisionWord(Language language,
                         nianbao::intake::v1::NumberReading::Decision decision);

// Where its words came from: "本分句", "表头" …
std::string SourceWord(Language language,
                       nianbao::intake::v1::NumberReading::Source source);

// Why a concept was not taken; "选中" for the one that was.
std::string RefusalWord(Language language,
                        nianbao::intake::v1::NumberReading::Refusal refusal);

// Why a block is not read for facts.
std::string UnreadWord(Language language,
                       nianbao::intake::v1::Explanation::Unread unread);

}  // namespace nianbao::cli

#endif  // NIANBAO_SERVICES_CLI_EXPLANATION_WORDS_H_

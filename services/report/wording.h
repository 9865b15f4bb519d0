// Chinese words for verdicts, kinds, states and places.
#ifndef NIANBAO_SERVICES_REPORT_WORDING_H_
#define NIANBAO_SERVICES_REPORT_WORDING_H_

#include <string>

#include "nianbao/document/v1/document.pb.h"
#include "nianbao/metrics/v1/metrics.pb.h"
#include "nianbao/validation/v1/validation.pb.h"
#include "services/core/catalogue.h"

namespace nianbao::report {

// "错误", "疑问" or "提示".
std::string SeverityWord(nianbao::catalogue::v1::Severity severity);

// What a kind of relation is about, such as "占比与人数"; the kind itself
// where it has no word.
std::string KindWord(const std::string& kind);

// What is wrong in a finding, in a few words, such as "占比与人数不符".
std::string FindingTitle(const core::Catalogue& catalogue,
                         const nianbao::validation::v1::Check& check);

// What a relation is about: the rule's title, or the word of its kind.
std::string RelationTitle(const core::Catalogue& catalogue,
                          const nianbao::validation::v1::Check& check);

// "达标", "未达标" or "待定".
std::string StateWord(nianbao::metrics::v1::Attainment::State state);

// How sure a definition is, such as "官方文件".
std::string CertaintyWord(nianbao::catalogue::v1::Certainty certainty);

// Where a place is for a person who has the file, such as "第 112 行"; "全文"
// where it is no place.
std::string PlaceWord(const nianbao::document::v1::Place& place);

}  // namespace nianbao::report

#endif  // NIANBAO_SERVICES_REPORT_WORDING_H_

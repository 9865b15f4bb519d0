// Whose figures a table's columns and rows hold.
#ifndef NIANBAO_SERVICES_INTAKE_READING_TABLE_CLASSES_H_
#define NIANBAO_SERVICES_INTAKE_READING_TABLE_CLASSES_H_

#include <string>

#include "nianbao/fact/v1/fact.pb.h"
#include "services/intake/reading/lexicon.h"

namespace nianbao::intake {

// The class of the figures under a head or behind a row's name that is no more
// than a word of class: 全省平均, 国家标准, 目标值. Others are the school's
// own: 招生计划 names a figure.
nianbao::fact::v1::FactClass ClassOfName(const std::string& name,
                                         const Lexicon& lexicon);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_TABLE_CLASSES_H_

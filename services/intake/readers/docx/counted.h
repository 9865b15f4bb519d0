// Counts as lists print them.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_DOCX_COUNTED_H_
#define NIANBAO_SERVICES_INTAKE_READERS_DOCX_COUNTED_H_

#include <string>
#include <string_view>

namespace nianbao::intake {

// `count` in one of Word's number formats, such as "upperRoman" or
// "chineseCounting"; digits where the format is unknown or does not reach.
std::string Counted(int count, std::string_view format);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_DOCX_COUNTED_H_

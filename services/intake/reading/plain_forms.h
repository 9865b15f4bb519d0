// Han characters that have several code points.
#ifndef NIANBAO_SERVICES_INTAKE_READING_PLAIN_FORMS_H_
#define NIANBAO_SERVICES_INTAKE_READING_PLAIN_FORMS_H_

namespace nianbao::intake {

// The usual character for a radical or a compatibility form of it, as the fonts
// of PDF files have them (⼈ for 人, ⻓ for 长); any other character itself.
char32_t PlainForm(char32_t c);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_PLAIN_FORMS_H_

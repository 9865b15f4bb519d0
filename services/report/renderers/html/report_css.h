// The style sheet of HTML reports, from report.css.
#ifndef NIANBAO_SERVICES_REPORT_RENDERERS_HTML_REPORT_CSS_H_
#define NIANBAO_SERVICES_REPORT_RENDERERS_HTML_REPORT_CSS_H_

namespace nianbao::report::html {

// Made at build time, so that the program needs no file beside it.
extern const char kReportCss[];

}  // namespace nianbao::report::html

#endif  // NIANBAO_SERVICES_REPORT_RENDERERS_HTML_REPORT_CSS_H_

#include "services/report/renderers/renderer.h"

#include <array>
#include <string>

#include "services/core/errors.h"
#include "services/report/renderers/html/render_html.h"

namespace nianbao::report {
namespace {

using nianbao::document::v1::Document;
using nianbao::report::v1::Format;

struct Renderer {
  Format format;
  absl::StatusOr<Rendition> (*render)(const Document&, const core::Facts&);
};

// A new format is one line here.
constexpr std::array kRenderers = {
    Renderer{nianbao::report::v1::FORMAT_HTML, html::RenderHtml},
};

}  // namespace

absl::StatusOr<Rendition> Render(Format format, const Document& document,
                                 const core::Facts& facts) {
  for (const Renderer& renderer : kRenderers) {
    if (renderer.format == format) return renderer.render(document, facts);
  }
  const std::string name = std::to_string(format);
  return core::MakeError(
      absl::StatusCode::kInvalidArgument,
      "format " + name + " is none that can be rendered; ask for FORMAT_HTML",
      {.reason = "UNKNOWN_FORMAT", .metadata = {{"format", name}}});
}

}  // namespace nianbao::report

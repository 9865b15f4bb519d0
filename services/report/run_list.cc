#include "services/report/run_list.h"

namespace nianbao::report {

using nianbao::document::v1::Paragraph;
using nianbao::document::v1::Place;

namespace {

// Whether text in `style` can go on in the run.
bool IsPlain(const Run& run, Run::Style style) {
  return run.style() == style && run.fact().empty() && !run.has_place() &&
         run.findings().empty();
}

}  // namespace

RunList& RunList::Text(const std::string& text) {
  return Styled(text, Run::STYLE_UNSPECIFIED);
}

RunList& RunList::Styled(const std::string& text, Run::Style style) {
  if (text.empty()) return *this;
  if (!runs_.empty() && IsPlain(*runs_.rbegin(), style)) {
    runs_.rbegin()->mutable_text()->append(text);
    return *this;
  }
  Run& run = *runs_.Add();
  run.set_text(text);
  run.set_style(style);
  return *this;
}

RunList& RunList::Strong(const std::string& text) {
  return Styled(text, Run::STYLE_STRONG);
}

RunList& RunList::Muted(const std::string& text) {
  return Styled(text, Run::STYLE_MUTED);
}

RunList& RunList::Figure(const std::string& text, const std::string& fact) {
  if (text.empty()) return *this;
  Run& run = *runs_.Add();
  run.set_text(text);
  run.set_fact(fact);
  return *this;
}

RunList& RunList::Link(const std::string& text, const Place& place) {
  if (place.block().empty()) return Text(text);
  Run& run = *runs_.Add();
  run.set_text(text);
  *run.mutable_place() = place;
  return *this;
}

RunList& RunList::Append(const Run& run) {
  if (IsPlain(run, run.style())) return Styled(run.text(), run.style());
  *runs_.Add() = run;
  return *this;
}

RunList& RunList::Append(const core::Runs& runs) {
  for (const Run& run : runs) Append(run);
  return *this;
}

Paragraph ParagraphOf(const RunList& line, Paragraph::Role role) {
  Paragraph paragraph;
  *paragraph.mutable_runs() = line.runs();
  paragraph.set_role(role);
  return paragraph;
}

}  // namespace nianbao::report

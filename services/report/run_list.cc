#include "services/report/run_list.h"

namespace nianbao::report {

using nianbao::document::v1::Paragraph;
using nianbao::document::v1::Place;

RunList& RunList::Text(const std::string& text) {
  return Styled(text, Run::STYLE_UNSPECIFIED);
}

RunList& RunList::Styled(const std::string& text, Run::Style style) {
  if (text.empty()) return *this;
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
  Text(text);
  runs_.rbegin()->set_fact(fact);
  return *this;
}

RunList& RunList::Link(const std::string& text, const Place& place) {
  if (text.empty()) return *this;
  Text(text);
  if (!place.block().empty()) *runs_.rbegin()->mutable_place() = place;
  return *this;
}

RunList& RunList::Append(const Run& run) {
  *runs_.Add() = run;
  return *this;
}

RunList& RunList::Append(const core::Runs& runs) {
  runs_.MergeFrom(runs);
  return *this;
}

Paragraph ParagraphOf(const RunList& line, Paragraph::Role role) {
  Paragraph paragraph;
  *paragraph.mutable_runs() = line.runs();
  paragraph.set_role(role);
  return paragraph;
}

}  // namespace nianbao::report

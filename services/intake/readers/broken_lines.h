// Lines that go on in the next one.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_BROKEN_LINES_H_
#define NIANBAO_SERVICES_INTAKE_READERS_BROKEN_LINES_H_

#include <string>
#include <vector>

namespace nianbao::intake {

// Whether a line ends as a sentence or clause does, so that nothing of it goes
// on behind it.
bool EndsSentence(const std::string& text);

// Whether the sentence that `text` breaks off goes on with the line `next`:
// short lines are whole, and headings and captions begin anew.
bool GoesOn(const std::string& text, const std::string& next);

// The lines of a cell as one text: a space stands only where digits or Latin
// letters meet.
std::string JoinWrapped(const std::vector<std::string>& lines);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_BROKEN_LINES_H_

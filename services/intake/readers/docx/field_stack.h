// Fields of a Word document: instructions go, results stay.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_DOCX_FIELD_STACK_H_
#define NIANBAO_SERVICES_INTAKE_READERS_DOCX_FIELD_STACK_H_

#include <string>
#include <string_view>
#include <vector>

namespace nianbao::intake {

// The fields open at a point of the text; they nest and go on over paragraphs.
class FieldStack {
 public:
  // A <fldChar> of type `type`: "begin", "separate" or "end".
  void Mark(std::string_view type);

  // A piece of the innermost field's instruction.
  void Instruct(std::string_view text);

  // Whether text here is shown: outside fields or in a result.
  bool Shows() const;

  // Whether text here belongs to a table of contents.
  bool InContents() const;

 private:
  struct Field {
    std::string instruction;
    bool result = false;
  };

  std::vector<Field> fields_;
};

// Whether a field with that instruction makes a table of contents.
bool MakesContents(std::string_view instruction);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_DOCX_FIELD_STACK_H_

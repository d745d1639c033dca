// Man pages in mdoc: the few macros that ours need, and text that roff cannot mistake for its own.
#pragma once
#include <string>
#include <string_view>

namespace mentor {

class Mdoc {
 public:
  /// `name` in capitals and its section, as in `MENTOR-RULES 7`.
  Mdoc(std::string_view title, std::string_view name, std::string_view description);

  void section(std::string_view heading);
  void subsection(std::string_view heading);
  void paragraph() { macro("Pp"); }
  /// Sentences, each beginning a line; what stands in backticks is set in bold.
  void prose(std::string_view text);
  void begin_list() { macro("Bl -tag -width Ds"); }
  void end_list() { macro("El"); }
  /// The label of a list's entry; it is set in bold.
  void item(std::string_view label);
  /// Lines as they are.
  void display(std::string_view lines);
  /// A line of markup that is ours.
  void macro(std::string_view line);

  std::string finish() && { return std::move(out_); }

  /// Text as one argument or as running text.
  static std::string escape(std::string_view text);

 private:
  std::string out_;
};

}  // namespace mentor

// The encoders: the only way from a Text to bytes that leave the program. Each makes journal text inert for one kind of reader.
// To add one: a function here, a row in tests/formats.
#pragma once
#include <string>
#include <string_view>

#include "base/text.hpp"

namespace mentor::encode {

/// For a terminal, a file or a CI log: one line, every dangerous code point shown as `<U+001B>`, tabs as a space, and nothing that a CI
/// runner would take for a command.
std::string terminal(Text text);
/// The same, behind what is there already.
void terminal(std::string& out, Text text);
/// A path as part of such a line; the same, and a blank stays a blank.
std::string path(std::string_view path);
void path(std::string& out, std::string_view path);
/// One line of Markdown that shows the text and does nothing: no markup, no link, no mention, no image, but for what
/// stands between two backticks, which is shown as code. Dangerous code points as for a terminal.
std::string markdown(Text text);
/// A path, or a path with a line, as code in a line of Markdown.
std::string markdown_code(std::string_view text);
/// Text or a quoted attribute of a web page; dangerous code points as for a terminal.
std::string html(Text text);
inline std::string html(std::string_view text) { return html(Text{text}); }
/// A JSON string with its quotes; dangerous code points as \u escapes, malformed bytes as U+FFFD.
std::string json(Text text);
inline std::string json(std::string_view text) { return json(Text{text}); }

}  // namespace mentor::encode

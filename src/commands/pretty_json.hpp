// JSON for people to read: two blanks a level, one member a line, a list of words on one line.
#pragma once
#include <span>
#include <string>
#include <string_view>

#include "base/encode.hpp"

namespace mentor {

/// Builds one JSON document from its beginning to its end. Keys are kept as they are, other than in JsonWriter.
class PrettyJson {
 public:
  PrettyJson& open(char bracket) {
    separate();
    out_ += bracket;
    ++depth_;
    is_first_ = true;
    return *this;
  }
  PrettyJson& close(char bracket) {
    --depth_;
    if (!is_first_) new_line();
    out_ += bracket;
    is_first_ = is_value_ = false;
    return *this;
  }
  PrettyJson& key(std::string_view name) {
    separate();
    out_ += encode::json(name) + ": ";
    is_value_ = true;
    return *this;
  }
  PrettyJson& text(std::string_view value) { return raw(encode::json(value)); }
  /// Finished JSON that needs no line of its own.
  PrettyJson& raw(std::string_view json) {
    separate();
    out_ += json;
    is_first_ = false;
    return *this;
  }
  /// A list of words on one line.
  template <class Words>
  PrettyJson& words(const Words& list) {
    std::string line;
    for (const std::string_view word : list) line += (line.empty() ? "" : ", ") + encode::json(word);
    return raw("[" + line + "]");
  }
  /// `"name": "value"`
  PrettyJson& member(std::string_view name, std::string_view value) { return key(name).text(value); }

  std::string finish() && { return std::move(out_) + "\n"; }

 private:
  void new_line() { out_.append(1, '\n').append(static_cast<std::size_t>(depth_) * 2, ' '); }
  void separate() {
    if (!is_value_ && depth_ > 0) {
      if (!is_first_) out_ += ',';
      new_line();
    }
    is_first_ = is_value_ = false;
  }

  std::string out_;
  int depth_ = 0;
  bool is_first_ = true, is_value_ = false;
};

}  // namespace mentor

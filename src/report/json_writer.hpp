// JSON as it is written: commas, quotes and line breaks in one place, so that no document is ever held whole as a tree.
#pragma once
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "base/encode.hpp"

namespace mentor {

/// Appends one JSON value to a string. Keys are ours and need no escaping; texts go through the encoder.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  void open(char bracket) {
    separate();
    out_ += bracket;
    is_first_ = true;
  }
  void close(char bracket) {
    out_ += bracket;
    is_first_ = false;
  }
  /// The next key or item begins a line, `depth` blanks in.
  void line(int depth) { break_ = depth; }
  void key(std::string_view name) {
    separate();
    out_ += '"';
    out_.append(name).append("\": ");
    is_first_ = true;
  }
  /// A field of the vocabulary: machines see `_` for `-`.
  void field_key(std::string_view name) {
    key(name);
    std::replace(out_.end() - static_cast<std::ptrdiff_t>(name.size() + 3), out_.end() - 3, '-', '_');
  }
  void text(Text value) { put(encode::json(value)); }
  void text(std::string_view value) { put(encode::json(value)); }
  void text_or_null(Text value) { value.empty() ? null() : text(value); }
  void word_or_null(std::string_view value) { value.empty() ? null() : text(value); }
  void date(Date value) { value ? text(iso(value)) : null(); }
  void number(long value) { put(fmt::format_int(value).c_str()); }
  void real(double value) { put(fmt::format("{:.6g}", value)); }
  void truth(bool value) { put(value ? "true" : "false"); }
  void null() { put("null"); }
  /// Finished JSON.
  void raw(std::string_view json) { put(json); }

 private:
  void put(std::string_view json) {
    separate();
    out_ += json;
  }
  void separate() {
    if (!is_first_) out_ += break_ < 0 ? ", " : ",";
    if (break_ >= 0) out_.append(1, '\n').append(static_cast<std::size_t>(break_), ' ');
    break_ = -1;
    is_first_ = false;
  }

  std::string& out_;
  bool is_first_ = true;
  int break_ = -1;
};

}  // namespace mentor

// Words that somebody else wrote. A Text cannot be printed: only the encoders of base/encode.hpp accept it, so that no byte of a
// journal reaches a terminal, a CI log, a web page or a spreadsheet unescaped. A Message is such text with our words around it.
#pragma once
#include <fmt/core.h>

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace mentor {

/// Bytes of a journal (valid UTF-8, checked when the file was read), seen in place: valid as long as the source they lie in.
class Text {
 public:
  constexpr Text() = default;
  constexpr explicit Text(std::string_view bytes) : bytes_(bytes) {}
  constexpr bool empty() const { return bytes_.empty(); }
  constexpr std::size_t size() const { return bytes_.size(); }
  constexpr bool operator==(const Text&) const = default;
  constexpr auto operator<=>(const Text&) const = default;
  /// For the encoders and for comparing; a test keeps other callers out.
  constexpr std::string_view raw() const { return bytes_; }

 private:
  std::string_view bytes_;
};

/// Text that belongs to its author alone. It has a length and nothing else: no encoder accepts it.
class PrivateText {
 public:
  constexpr PrivateText() = default;
  constexpr explicit PrivateText(std::string_view bytes) : size_(bytes.size()) {}
  constexpr bool empty() const { return size_ == 0; }
  constexpr std::size_t size() const { return size_; }

 private:
  std::size_t size_ = 0;
};

/// A sentence of ours that may quote journal text; as untrusted as what it quotes. Made by say().
class Message {
 public:
  Message() = default;
  explicit Message(std::string bytes) : bytes_(std::move(bytes)) {}
  bool empty() const { return bytes_.empty(); }
  operator Text() const { return Text{bytes_}; }
  bool operator==(const Message&) const = default;

 private:
  std::string bytes_;
};

namespace detail {
/// Text may enter a Message and nothing else; to fmt it is unknown.
template <class T>
inline constexpr bool is_text = std::is_same_v<T, Text> || std::is_same_v<T, Message>;
template <class T>
using shown_t = std::conditional_t<is_text<std::remove_cvref_t<T>>, fmt::string_view, std::decay_t<const T>>;

template <class T>
shown_t<T> show(const T& value) {
  if constexpr (is_text<T>) {
    const std::string_view bytes = Text{value}.raw();
    return {bytes.data(), bytes.size()};
  } else {
    return value;
  }
}
}  // namespace detail

/// A sentence from a literal pattern. Text and Message arguments may be quoted in it; the result must go through an encoder.
template <class... Args>
Message say(fmt::format_string<detail::shown_t<Args>...> pattern, const Args&... args) {
  return Message{fmt::format(fmt::format_string<detail::shown_t<Args>...>(pattern), detail::show(args)...)};
}

}  // namespace mentor

#include "journal/guard.hpp"

#include <algorithm>
#include <array>
#include <bit>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "base/unfinished_merge.hpp"
#include "base/unicode.hpp"

namespace mentor {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_plain(char c) { return (c >= 0x20 && c < 0x7F) || c == '\n'; }

#if defined(__SSE2__)
/// Marks the bytes of 16 that are not plain. Adding one turns U+007F negative, so that a single signed comparison finds it, the controls
/// and everything beyond ASCII.
__m128i odd_bytes(const char* bytes) {
  const __m128i chunk = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes));
  const __m128i suspect = _mm_cmplt_epi8(_mm_add_epi8(chunk, _mm_set1_epi8(1)), _mm_set1_epi8(0x21));
  return _mm_andnot_si128(_mm_cmpeq_epi8(chunk, _mm_set1_epi8('\n')), suspect);
}
#endif

/// The first byte from `at` on that is more than printable ASCII or a line feed. Nearly all of a journal is passed over here.
std::size_t skip_plain(std::string_view text, std::size_t at) {
#if defined(__SSE2__)
  for (; at + 64 <= text.size(); at += 64) {
    const char* bytes = text.data() + at;
    const __m128i first = _mm_or_si128(odd_bytes(bytes), odd_bytes(bytes + 16));
    const __m128i second = _mm_or_si128(odd_bytes(bytes + 32), odd_bytes(bytes + 48));
    if (_mm_movemask_epi8(_mm_or_si128(first, second)) != 0) break;
  }
  for (; at + 16 <= text.size(); at += 16) {
    const auto odd = static_cast<unsigned>(_mm_movemask_epi8(odd_bytes(text.data() + at)));
    if (odd != 0) return at + static_cast<std::size_t>(std::countr_zero(odd));
  }
#endif
  while (at < text.size() && is_plain(text[at])) ++at;
  return at;
}

bool is_noncharacter(char32_t c) { return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF); }

/// Beyond ASCII: controls of the second set, separators that some programs take for line ends, a byte order mark inside, noncharacters.
bool is_forbidden(char32_t c) { return c < 0xA0 || c == 0x2028 || c == 0x2029 || c == 0xFEFF || is_noncharacter(c); }

/// decode() gives 1 byte for what is malformed and for nothing else beyond ASCII.
bool is_malformed(CodePoint point) { return point.bytes == 1 && point.value == 0xFFFD; }

bool is_beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

/// Bytes of the character beyond ASCII at `at`, 0 when it is malformed or may not stand there. Does what decode() does, inline: notes in
/// Greek or Japanese are nothing but such characters.
std::size_t accept_beyond_ascii(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  const std::size_t size = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  if (first < 0xC2 || first > 0xF4 || at + size > text.size()) return 0;
  char32_t value = first & (0x7FU >> size);
  for (std::size_t i = 1; i < size; ++i) {
    const auto next = static_cast<unsigned char>(text[at + i]);
    if ((next & 0xC0U) != 0x80) return 0;
    value = value << 6U | (next & 0x3FU);
  }
  constexpr std::array<char32_t, 5> kSmallest = {0, 0, 0x80, 0x800, 0x10000};
  const bool is_surrogate = value >= 0xD800 && value <= 0xDFFF;
  return value < kSmallest[size] || value > 0x10FFFF || is_surrogate || is_forbidden(value) ? 0 : size;
}

/// Bytes of the character at `at`, 0 when it may not stand there.
std::size_t accept(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (is_beyond_ascii(c)) return accept_beyond_ascii(text, at);
  if (c == '\r') return at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 0;
  return c == '\t' ? 1 : 0;
}

bool starts_with(std::string_view text, std::initializer_list<int> bytes) {
  return text.size() >= bytes.size() &&
         std::equal(bytes.begin(), bytes.end(), text.begin(), [](int byte, char c) { return byte == static_cast<unsigned char>(c); });
}

/// The name that iconv knows an encoding of wide characters by; empty when the file does not look like one.
std::string_view wide_encoding(std::string_view text) {
  if (starts_with(text, {0xFF, 0xFE, 0, 0})) return "UTF-32";
  if (starts_with(text, {0, 0, 0xFE, 0xFF})) return "UTF-32";
  if (starts_with(text, {0xFF, 0xFE}) || starts_with(text, {0xFE, 0xFF})) return "UTF-16";
  if (text.size() < 4) return {};
  const std::array<bool, 4> nul = {text[0] == 0, text[1] == 0, text[2] == 0, text[3] == 0};
  if (nul == std::array{false, true, true, true}) return "UTF-32LE";
  if (nul == std::array{true, true, true, false}) return "UTF-32BE";
  if (nul == std::array{false, true, false, true}) return "UTF-16LE";
  if (nul == std::array{true, false, true, false}) return "UTF-16BE";
  return {};
}

Message conversion(std::string_view encoding) {
  return say("convert it with `iconv -f {} -t UTF-8 FILE > NEW`, look at NEW, and put it in the place of FILE", encoding);
}

/// Text of one byte per character has letters beyond ASCII that stand alone; a file that already holds UTF-8 characters is damaged instead.
bool looks_like_latin1(std::string_view text, std::size_t bad) {
  for (std::size_t at = skip_plain(text, 0); at < bad; at = skip_plain(text, at + accept(text, at))) {
    if (is_beyond_ascii(text[at])) return false;
  }
  const auto byte = static_cast<unsigned char>(text[bad]);
  const bool letter = byte >= 0xA0 || byte == 0x80 || byte == 0x85 || (byte >= 0x91 && byte <= 0x97);
  return letter && (bad + 1 == text.size() || !is_beyond_ascii(text[bad + 1]));
}

Span bytes_at(std::size_t begin, std::size_t size) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + size)}; }

Problem malformed_at(const Source& source, std::size_t bad) {
  const auto byte = static_cast<unsigned char>(source.text[bad]);
  if (looks_like_latin1(source.text, bad)) {
    return problem_at(problems::encoding, source, bytes_at(bad, 1),
                      say("the byte 0x{:02X} is not UTF-8; the file looks like Latin-1 or Windows-1252 text", byte), conversion("WINDOWS-1252"));
  }
  return problem_at(problems::encoding, source, bytes_at(bad, 1), say("the byte 0x{:02X} is not part of a UTF-8 character here", byte),
                    say("type the character again, and save the file as UTF-8"));
}

Message name_of(char32_t c) {
  const auto number = static_cast<unsigned>(c);
  if (c == 0) return say("a NUL byte (U+0000)");
  if (c == '\r') return say("a carriage return without a line feed behind it");
  if (c == 0x1B) return say("an escape character (U+001B), which steers a terminal");
  if (c == 0xFEFF) return say("a byte order mark (U+FEFF) inside the text");
  if (c == 0x2028 || c == 0x2029) return say("a line or paragraph separator (U+{:04X}), which only some programs take for a line end", number);
  if (is_noncharacter(c)) return say("a code point that stands for no character (U+{:04X})", number);
  return say("a control character (U+{:04X})", number);
}

Message removal_of(char32_t c) {
  if (c == 0) return say("restore the file from git or a backup: a power cut or a full disk leaves such bytes behind");
  if (c == '\r') return say("save the file with the line ends of Unix (LF) or Windows (CRLF)");
  if (c == 0x2028 || c == 0x2029) return say("put an ordinary line end in its place");
  return say("delete it; many editors show it only when asked to show invisible characters");
}

Problem forbidden_at(const Source& source, std::size_t bad) {
  const CodePoint point = decode(std::string_view(source.text).substr(bad));
  if (is_malformed(point)) return malformed_at(source, bad);
  return problem_at(problems::control_character, source, bytes_at(bad, point.bytes), name_of(point.value), removal_of(point.value));
}

}  // namespace

std::uint32_t mark_size(std::string_view text) { return text.starts_with("\xEF\xBB\xBF") ? 3 : 0; }

std::size_t first_forbidden_byte(std::string_view text, std::size_t from) {
  for (std::size_t at = skip_plain(text, from); at < text.size(); at = skip_plain(text, at)) {
    do {
      const std::size_t taken = accept(text, at);
      if (taken == 0) return at;
      at += taken;
    } while (at < text.size() && is_beyond_ascii(text[at]));
  }
  return npos;
}

bool check_bytes(const Source& source, Problems& problems) {
  const std::string_view text = source.text;
  if (text.size() > kLargestFile) {
    problems.push_back(problem_with(problems::too_large, source.path, say("the file is larger than {} bytes", kLargestFile),
                                    say("divide it, one file a relationship or a meeting, and keep attachments elsewhere")));
    return false;
  }
  if (const std::string_view encoding = wide_encoding(text); !encoding.empty()) {
    problems.push_back(problem_with(problems::encoding, source.path, say("the file looks like {} text, not UTF-8", encoding), conversion(encoding)));
    return false;
  }
  if (const std::size_t bad = first_forbidden_byte(text, mark_size(text)); bad != npos) {
    problems.push_back(forbidden_at(source, bad));
    return false;
  }
  if (const std::size_t conflict = find_conflict(text); conflict != npos) {
    const std::size_t size = std::min(text.find('\n', conflict), text.size()) - conflict;
    problems.push_back(problem_at(problems::conflict_marker, source, bytes_at(conflict, size), say("a merge of git was left unfinished here"),
                                  say("choose between the two sides, and delete the lines `<<<<<<<`, `=======` and `>>>>>>>`")));
    return false;
  }
  return true;
}

}  // namespace mentor

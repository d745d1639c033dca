// Which bytes may enter: UTF-8 without control characters, and no unfinished merge. Looked at once per file, before any parser.
#pragma once
#include "base/file.hpp"
#include "journal/problem.hpp"
#include "journal/source.hpp"

namespace mentor {

/// Whether a parser may see the file; if not, `problems` says why and where. Accepts a leading byte order mark, CRLF and tabs.
bool check_bytes(const Source& source, Problems& problems);

/// Bytes of a leading UTF-8 byte order mark: 3 or 0.
std::uint32_t mark_size(std::string_view text);

/// The first byte of `text` that no journal may hold, from byte `from` on; npos when there is none. A byte order mark is such a byte.
std::size_t first_forbidden_byte(std::string_view text, std::size_t from = 0);

}  // namespace mentor

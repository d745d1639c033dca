#include "cli/print.hpp"

#include "base/failure.hpp"

namespace mentor {
namespace {

/// Written at a time: large enough that a write costs little.
constexpr std::size_t kPartBytes = 64 << 10;

}  // namespace

void write(std::ostream& out, std::string_view text) {
  out << text << std::flush;
  if (!out) throw Failure{say("the output could not be written"), say("is the disk full, or the other end gone?"), ExitCode::failed};
}

void print(std::ostream& out, Report& report, const Surveyed& seen, const Format& format, const Look& look) {
  report.has_sections = !seen.pieces.empty() || !seen.rows.empty();
  std::string part = format.head(report, look);
  if (!seen.rows.empty()) part += format.table(report, seen.rows, look);
  std::string buffer;
  for (std::size_t i = 0; i < seen.pieces.size(); ++i) {
    if (i > 0) part += format.between;
    part += seen.spool->read(seen.pieces[i], buffer);
    if (part.size() < kPartBytes) continue;
    write(out, part);
    part.clear();
  }
  write(out, part += format.tail(report, look));
}

}  // namespace mentor

#include "journal/notes_calendar.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <string>

#include "journal/markdown_words.hpp"
#include "journal/notes_dates.hpp"

namespace mentor::notes {
namespace {

/// A name without accents, and how many of its letters are enough.
struct Name {
  std::string_view name;
  std::size_t shortest;
  int value;
};

constexpr Name kMonths[] = {
    {"january", 3, 1},   {"janvier", 4, 1},    {"januari", 4, 1},   {"enero", 3, 1},      {"gennaio", 3, 1},   {"janeiro", 4, 1},    {"janner", 6, 1},
    {"february", 3, 2},  {"fevrier", 3, 2},    {"febrero", 3, 2},   {"febbraio", 3, 2},   {"fevereiro", 3, 2}, {"februari", 5, 2},   {"march", 3, 3},
    {"mars", 4, 3},      {"marz", 4, 3},       {"maerz", 4, 3},     {"marzo", 4, 3},      {"marco", 5, 3},     {"maart", 4, 3},      {"mrt", 3, 3},
    {"mrz", 3, 3},       {"april", 3, 4},      {"avril", 3, 4},     {"abril", 3, 4},      {"aprile", 4, 4},    {"may", 3, 5},        {"mai", 3, 5},
    {"mayo", 4, 5},      {"maggio", 3, 5},     {"maio", 4, 5},      {"mei", 3, 5},        {"june", 3, 6},      {"juin", 4, 6},       {"juni", 4, 6},
    {"junio", 5, 6},     {"giugno", 3, 6},     {"junho", 4, 6},     {"july", 3, 7},       {"juillet", 4, 7},   {"juli", 4, 7},       {"julio", 5, 7},
    {"luglio", 3, 7},    {"julho", 4, 7},      {"august", 3, 8},    {"aout", 3, 8},       {"agosto", 3, 8},    {"augustus", 7, 8},   {"september", 3, 9},
    {"septembre", 6, 9}, {"septiembre", 5, 9}, {"settembre", 3, 9}, {"setembro", 3, 9},   {"october", 3, 10},  {"octobre", 5, 10},   {"oktober", 3, 10},
    {"octubre", 4, 10},  {"ottobre", 3, 10},   {"outubro", 3, 10},  {"november", 3, 11},  {"novembre", 8, 11}, {"noviembre", 4, 11}, {"novembro", 8, 11},
    {"december", 3, 12}, {"decembre", 5, 12},  {"dezember", 3, 12}, {"diciembre", 3, 12}, {"dicembre", 4, 12}, {"dezembro", 5, 12},  {"des", 3, 12}};

constexpr Name kWeekdays[] = {{"sunday", 3, 0},      {"monday", 3, 1},    {"tuesday", 3, 2},   {"wednesday", 3, 3}, {"thursday", 3, 4}, {"friday", 3, 5},
                              {"saturday", 3, 6},    {"dimanche", 8, 0},  {"lundi", 5, 1},     {"mardi", 5, 2},     {"mercredi", 8, 3}, {"jeudi", 5, 4},
                              {"vendredi", 8, 5},    {"samedi", 6, 6},    {"sonntag", 7, 0},   {"montag", 6, 1},    {"dienstag", 8, 2}, {"mittwoch", 8, 3},
                              {"donnerstag", 10, 4}, {"freitag", 7, 5},   {"samstag", 7, 6},   {"sonnabend", 9, 6}, {"domingo", 7, 0},  {"lunes", 5, 1},
                              {"martes", 6, 2},      {"miercoles", 9, 3}, {"jueves", 6, 4},    {"viernes", 7, 5},   {"sabado", 6, 6},   {"domenica", 8, 0},
                              {"lunedi", 6, 1},      {"martedi", 7, 2},   {"mercoledi", 9, 3}, {"giovedi", 7, 4},   {"venerdi", 7, 5},  {"sabato", 6, 6},
                              {"segunda", 7, 1},     {"terca", 5, 2},     {"quarta", 6, 3},    {"quinta", 6, 4},    {"sexta", 5, 5},    {"zondag", 6, 0},
                              {"maandag", 7, 1},     {"dinsdag", 7, 2},   {"woensdag", 8, 3},  {"donderdag", 9, 4}, {"vrijdag", 7, 5},  {"zaterdag", 8, 6}};

/// Abbreviations that mean other things too: good enough beside a date, no proof of a weekday.
constexpr std::string_view kShortWeekdays[] = {"lun", "mar", "mer", "jeu", "ven", "sam", "dim", "mo", "di", "mi",  "do",  "fr",  "sa",  "so",  "mie",  "jue",
                                               "vie", "sab", "dom", "gio", "ma",  "wo",  "vr",  "za", "zo", "seg", "ter", "qua", "qui", "sex", "feira"};

const Name* find(std::span<const Name> names, std::string_view folded) {
  const auto at = std::ranges::find_if(names, [&](const Name& name) { return folded.size() >= name.shortest && name.name.starts_with(folded); });
  return at == names.end() ? nullptr : &*at;
}

/// Base letters of U+00C0 to U+00FF.
constexpr std::string_view kBase = "aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo/ouuuuyty";

}  // namespace

void fold(std::string_view text, std::string& out) {
  out.assign(text);
  std::size_t at = 0, to = 0;
  for (; at < out.size() && static_cast<unsigned char>(out[at]) < 0x80; ++at) out[at] = markdown::lower(out[at]);
  for (to = at; at < text.size(); ++at) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c == 0xC3 && at + 1 < text.size())
      out[to++] = kBase[static_cast<unsigned char>(text[++at]) & 63U];
    else if (c == 0xCC && at + 1 < text.size())
      ++at;  // a combining accent behind its letter
    else if (c == 0xE2 && text.substr(at, 3) == "\u2019")
      out[to++] = '\'', at += 2;
    else
      out[to++] = markdown::lower(text[at]);
  }
  out.resize(to);
}

std::size_t letters_at(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && (markdown::is_letter(text[end]) || static_cast<unsigned char>(text[end]) >= 0x80)) ++end;
  return end;
}

int month_named(std::string_view word, bool* needs_year) {
  if (word.size() < 3 || word.size() > 16) return 0;
  std::string folded;
  fold(word, folded);
  if (folded == "sept") return 9;
  if (folded.size() < 3) return 0;
  const Name* name = find(kMonths, folded);
  if (name == nullptr) return 0;
  if (needs_year != nullptr) *needs_year = folded == "out" || folded == "set" || folded == "ago" || folded == "mag" || folded == "des" || folded == "giu";
  return name->value;
}

int weekday_named(std::string_view word) {
  if (word.size() < 3 || word.size() > 16) return -1;
  std::string folded;
  fold(word, folded);
  const Name* name = find(kWeekdays, folded);
  return name == nullptr ? -1 : name->value;
}

bool is_weekday_word(std::string_view folded) {
  return find(kWeekdays, folded) != nullptr || std::ranges::find(kShortWeekdays, folded) != std::end(kShortWeekdays);
}

}  // namespace mentor::notes

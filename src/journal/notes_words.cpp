#include "journal/notes_words.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <string>

#include "journal/markdown_words.hpp"
#include "journal/notes_dates.hpp"

namespace mentor::notes {
namespace {

using Words = std::span<const std::string_view>;

/// Longest words that are looked at as a caption, in bytes; longer ones are sentences.
constexpr std::size_t kLongestCaption = 72;

/// What a caption is, or begins with.
constexpr std::string_view kActions[] = {"action",
                                         "actions",
                                         "action item",
                                         "action items",
                                         "action point",
                                         "action points",
                                         "actionable",
                                         "actionables",
                                         "actions items",
                                         "ai",
                                         "ais",
                                         "aps",
                                         "next step",
                                         "next steps",
                                         "todo",
                                         "todos",
                                         "to do",
                                         "to dos",
                                         "to-do",
                                         "to-dos",
                                         "to do list",
                                         "todo list",
                                         "task",
                                         "tasks",
                                         "follow up",
                                         "follow ups",
                                         "follow-up",
                                         "follow-ups",
                                         "followup",
                                         "followups",
                                         "homework",
                                         "assignment",
                                         "assignments",
                                         "plan",
                                         "plans",
                                         "updated plan",
                                         "revised plan",
                                         "new plan",
                                         "this week plan",
                                         "next week plan",
                                         "plan after meeting",
                                         "weekly plan",
                                         "next objectives",
                                         "next goals",
                                         "next tasks",
                                         "objectives for next week",
                                         "planned work",
                                         "before next meeting",
                                         "before the next meeting",
                                         "for next meeting",
                                         "for the next meeting",
                                         "for next time",
                                         "before next time",
                                         "until next meeting",
                                         "until next time",
                                         "by next meeting",
                                         "for next week",
                                         "next week",
                                         "this week",
                                         "deliverables",
                                         "commitments",
                                         "agreed actions",
                                         "new actions",
                                         "my actions",
                                         "new action items",
                                         "upcoming tasks",
                                         "goals for next week",
                                         "goals for the week",
                                         "work plan",
                                         "plan of action",
                                         "plan of work",
                                         "work for next week",
                                         "things to do",
                                         "next actions",
                                         "open actions",
                                         "open action items",
                                         "remaining tasks",
                                         "what's next",
                                         "whats next",
                                         "a faire",
                                         "prochaines etapes",
                                         "prochaine etape",
                                         "taches",
                                         "travail a faire",
                                         "pour la prochaine fois",
                                         "pour la prochaine reunion",
                                         "suite",
                                         "aufgaben",
                                         "aufgabe",
                                         "nachste schritte",
                                         "nachster schritt",
                                         "zu tun",
                                         "bis zum nachsten mal",
                                         "bis nachste woche",
                                         "offene punkte",
                                         "tareas",
                                         "tarea",
                                         "proximos pasos",
                                         "acciones",
                                         "acuerdos",
                                         "pendientes",
                                         "por hacer",
                                         "prossimi passi",
                                         "da fare",
                                         "compiti",
                                         "azioni",
                                         "attivita",
                                         "proximos passos",
                                         "tarefas",
                                         "acoes",
                                         "a fazer",
                                         "encaminhamentos",
                                         "actiepunten",
                                         "actiepunt",
                                         "acties",
                                         "actie",
                                         "taken",
                                         "volgende stappen",
                                         "te doen",
                                         "afspraken"};
/// What may follow one of them.
constexpr std::string_view kActionTails[] = {"",
                                             "for",
                                             "before",
                                             "until",
                                             "till",
                                             "by",
                                             "items",
                                             "list",
                                             "this",
                                             "next",
                                             "from this",
                                             "from today",
                                             "from the meeting",
                                             "from meeting",
                                             "with",
                                             "of the",
                                             "of this",
                                             "and",
                                             "&",
                                             "/",
                                             "(",
                                             "-",
                                             "\u2013",
                                             "\u2014",
                                             ":",
                                             "to",
                                             "points",
                                             "pour",
                                             "avant",
                                             "bis",
                                             "fur",
                                             "para",
                                             "per",
                                             "voor",
                                             "agreed",
                                             "assigned",
                                             "on",
                                             "\u2192",
                                             "arising",
                                             "identified",
                                             "set",
                                             "going forward"};
/// A caption with one of these tells of the past or asks.
constexpr std::string_view kNotActions[] = {"done",   "did",      "completed", "complete",   "finished", "previous",     "last",      "past",   "progress",
                                            "review", "reviewed", "discussed", "discussion", "achieved", "accomplished", "old",       "closed", "status",
                                            "update", "updates",  "from last", "earlier",    "archive",  "archived",     "questions", "report", "summary",
                                            "b",      "c",        "template",  "faites",     "erledigt", "hechas"};
/// Words that are captions only when nothing follows them, since sentences begin so.
constexpr std::string_view kAloneOnly[] = {"plan", "plans", "this week", "next week", "task",      "suite",    "actions and",
                                           "ai",   "taken", "next step", "action",    "afspraken", "attivita", "assignment"};

/// What a plan can be for.
constexpr std::string_view kTimes[] = {"next",      "week",   "weeks",     "month",   "today",    "tomorrow", "this",   "coming",  "upcoming",
                                       "following", "break",  "semester",  "term",    "meeting",  "time",     "sprint", "weekend", "summer",
                                       "winter",    "easter", "christmas", "january", "february", "march",    "april",  "may",     "june",
                                       "july",      "august", "september", "october", "november", "december"};

constexpr std::string_view kNext[] = {"next meeting date",
                                      "next meeting time",
                                      "next meeting scheduled",
                                      "next meeting on",
                                      "next meeting is",
                                      "next meeting at",
                                      "next meeting",
                                      "next session date",
                                      "next session",
                                      "next 1:1 date",
                                      "next 1:1",
                                      "next 1-1 date",
                                      "next 1-1",
                                      "next one-on-one",
                                      "next 1on1",
                                      "next date",
                                      "next meet",
                                      "next call",
                                      "next catch up",
                                      "next catch-up",
                                      "next catchup",
                                      "next check-in",
                                      "next check in",
                                      "next supervision meeting",
                                      "next supervision",
                                      "date of next meeting",
                                      "date for next meeting",
                                      "date of the next meeting",
                                      "time of next meeting",
                                      "next appointment",
                                      "next sync",
                                      "follow-up meeting",
                                      "follow up meeting",
                                      "next",
                                      "prochaine reunion",
                                      "prochaine rencontre",
                                      "prochain rendez-vous",
                                      "prochain rdv",
                                      "prochaine seance",
                                      "prochain point",
                                      "nachstes treffen",
                                      "nachster termin",
                                      "nachste besprechung",
                                      "nachstes meeting",
                                      "proxima reunion",
                                      "proxima sesion",
                                      "proxima cita",
                                      "prossimo incontro",
                                      "prossima riunione",
                                      "prossimo appuntamento",
                                      "proxima reuniao",
                                      "proximo encontro",
                                      "volgende afspraak",
                                      "volgende vergadering",
                                      "volgende meeting",
                                      "volgende bijeenkomst",
                                      "volgend overleg"};

constexpr std::string_view kDateLabels[] = {"date",
                                            "meeting date",
                                            "date of meeting",
                                            "date of the meeting",
                                            "date and time",
                                            "date & time",
                                            "date/time",
                                            "date / time",
                                            "date time",
                                            "date, time",
                                            "datetime",
                                            "session date",
                                            "when",
                                            "held on",
                                            "day",
                                            "datum",
                                            "fecha",
                                            "data",
                                            "date de la reunion",
                                            "fecha de la reunion",
                                            "datum und zeit",
                                            "datum en tijd",
                                            "datum/zeit",
                                            "meeting held",
                                            "meeting day",
                                            "time and date",
                                            "date held",
                                            "time"};

/// Folded, with runs of blanks and hyphens as they stand.
std::string folded(std::string_view words) {
  std::string out;
  fold(words, out);
  return out;
}

bool ends_here(std::string_view rest) {
  return rest.empty() || (!markdown::is_letter(rest[0]) && !markdown::is_digit(rest[0]) && static_cast<unsigned char>(rest[0]) < 0x80);
}

/// The longest of `list` that `text` begins with, as a word of its own.
std::size_t longest_at(std::string_view text, Words list) {
  std::size_t best = 0;
  for (const std::string_view word : list)
    if (word.size() > best && text.starts_with(word) && ends_here(text.substr(word.size()))) best = word.size();
  return best;
}

bool has_word(std::string_view text, Words list) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at > 0 && !ends_here(text.substr(at - 1))) continue;
    if (longest_at(text.substr(at), list) != 0) return true;
  }
  return false;
}

std::size_t find_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1))
    if ((at == 0 || ends_here(text.substr(at - 1))) && ends_here(text.substr(at + word.size()))) return at;
  return std::string_view::npos;
}

}  // namespace

std::string_view plain(std::string_view words) {
  words = markdown::trim(words);
  for (bool again = true; again && !words.empty();) {
    again = false;
    const auto c = static_cast<unsigned char>(words[0]);
    // emoji and other signs beyond letters: U+2000 to U+2BFF and what lies above U+1F000
    if (c == 0xF0 && words.size() >= 4)
      again = true, words.remove_prefix(4);
    else if (c == 0xE2 && words.size() >= 3)
      again = true, words.remove_prefix(3);
    else if (c == 0xEF && words.size() >= 3)
      again = true, words.remove_prefix(3);
    else if (std::string_view("*_#>~[]()`|=").find(words[0]) != std::string_view::npos)
      again = true, words.remove_prefix(1);
    if (again) words = markdown::trim_left(words);
  }
  while (!words.empty() && (std::string_view("*_:~[]()`|=#.").find(words.back()) != std::string_view::npos || markdown::is_blank(words.back())))
    words.remove_suffix(1);
  // `3. Action items`, `2) Next steps`
  std::size_t digits = 0;
  while (digits < words.size() && digits < 3 && markdown::is_digit(words[digits])) ++digits;
  if (digits > 0 && digits + 1 < words.size() && (words[digits] == '.' || words[digits] == ')') && markdown::is_blank(words[digits + 1]))
    return plain(words.substr(digits + 2));
  return words;
}

bool gathers_actions(std::string_view words) {
  words = plain(words);
  if (words.size() < 2 || words.size() > kLongestCaption) return false;
  const std::string text = folded(words);
  const std::size_t bytes = longest_at(text, kActions);
  if (bytes == 0 || has_word(text, kNotActions)) return false;
  const std::string_view tail = markdown::trim_left(std::string_view(text).substr(bytes));
  if (tail.empty()) return true;
  const std::string_view head = std::string_view(text).substr(0, bytes);
  // `Plan for features` is a topic, `plan for next week` are actions
  if (head.ends_with("plan") && tail.starts_with("for ") && !has_word(tail.substr(4), kTimes) && !find_date(tail, 0, Where::line, true)) return false;
  const bool is_sign = std::string_view("(:-/&").find(tail[0]) != std::string_view::npos || static_cast<unsigned char>(tail[0]) == 0xE2;
  if (std::ranges::find(kAloneOnly, head) != std::end(kAloneOnly) && !is_sign &&
      !(head.starts_with("plan") && (tail.starts_with("for") || tail.starts_with("until") || tail.starts_with("of "))))
    return false;
  return std::ranges::any_of(kActionTails,
                             [&](std::string_view one) {
                               return !one.empty() && tail.starts_with(one) && (ends_here(tail.substr(one.size())) || !markdown::is_letter(one.back()));
                             }) ||
         find_date(tail, 0, Where::line, true);
}

std::size_t next_label_at(std::string_view words) {
  if (words.size() < 4 || words.size() > 400) return 0;
  const std::size_t most = std::min<std::size_t>(words.size(), kLongestCaption);
  std::string text = folded(words.substr(0, most));
  // the folded text may be shorter; labels are told apart by it, the bytes by counting letters
  const std::size_t bytes = longest_at(text, kNext);
  if (bytes == 0) return 0;
  std::size_t raw = 0;
  std::string part;
  for (std::size_t done = 0; done < bytes && raw < most;) {
    const std::size_t step = static_cast<unsigned char>(words[raw]) < 0x80    ? 1
                             : static_cast<unsigned char>(words[raw]) >= 0xF0 ? 4
                             : static_cast<unsigned char>(words[raw]) >= 0xE0 ? 3
                                                                              : 2;
    fold(words.substr(raw, step), part);
    done += part.size();
    raw += step;
  }
  std::string_view behind = words.substr(std::min(raw, words.size()));
  const bool is_bare_next = std::string_view(text).substr(0, bytes) == "next";
  const std::string_view rest = markdown::trim_left(behind);
  const bool has_sign = !rest.empty() && (rest[0] == ':' || rest[0] == '*' || rest[0] == '_' || rest[0] == '=' || rest[0] == '(' || rest[0] == '|' ||
                                          markdown::dash_at(rest) != 0);
  if (is_bare_next && (rest.empty() || rest[0] != ':')) return 0;
  if (rest.empty() || has_sign) return raw;
  return find_date(rest.substr(0, 64), 0, Where::line, true) || (letters_at(rest) != 0 && weekday_named(rest.substr(0, letters_at(rest))) >= 0) ? raw : 0;
}

bool is_date_label(std::string_view words) {
  words = plain(words);
  if (words.size() < 3 || words.size() > 32) return false;
  const std::string text = folded(words);
  return std::ranges::find(kDateLabels, text) != std::end(kDateLabels);
}

bool is_template(std::string_view words) {
  const std::string text = folded(plain(words).substr(0, kLongestCaption));
  return find_word(text, "template") != std::string_view::npos || find_word(text, "vorlage") != std::string_view::npos ||
         find_word(text, "modele") != std::string_view::npos || find_word(text, "plantilla") != std::string_view::npos ||
         find_word(text, "sjabloon") != std::string_view::npos;
}

Outcome find_outcome(std::string_view words) {
  using Kind = Outcome::Kind;
  static constexpr struct {
    std::string_view words;
    Kind kind;
  } kOutcomes[] = {{"no meeting next week", Kind::pause},
                   {"no meetings next week", Kind::pause},
                   {"not meeting next week", Kind::pause},
                   {"no meeting for the next", Kind::pause},
                   {"no meetings for the next", Kind::pause},
                   {"no meetings for", Kind::pause},
                   {"no meetings until", Kind::pause},
                   {"no meeting until", Kind::pause},
                   {"no meeting the next", Kind::pause},
                   {"not held", Kind::cancelled},
                   {"no meeting", Kind::cancelled},
                   {"didn't meet", Kind::cancelled},
                   {"did not meet", Kind::cancelled},
                   {"didnt meet", Kind::cancelled},
                   {"cancelled", Kind::cancelled},
                   {"canceled", Kind::cancelled},
                   {"cancellation", Kind::cancelled},
                   {"no-show", Kind::cancelled},
                   {"no show", Kind::cancelled},
                   {"called off", Kind::cancelled},
                   {"skipped", Kind::cancelled},
                   {"annulee", Kind::cancelled},
                   {"annule", Kind::cancelled},
                   {"abgesagt", Kind::cancelled},
                   {"ausgefallen", Kind::cancelled},
                   {"fallt aus", Kind::cancelled},
                   {"cancelada", Kind::cancelled},
                   {"cancelado", Kind::cancelled},
                   {"annullato", Kind::cancelled},
                   {"annullata", Kind::cancelled},
                   {"geannuleerd", Kind::cancelled},
                   {"afgezegd", Kind::cancelled},
                   {"delayed", Kind::moved},
                   {"postponed", Kind::moved},
                   {"moved to", Kind::moved},
                   {"moved", Kind::moved},
                   {"rescheduled", Kind::moved},
                   {"reportee", Kind::moved},
                   {"reporte", Kind::moved},
                   {"verschoben", Kind::moved},
                   {"aplazada", Kind::moved},
                   {"rinviato", Kind::moved},
                   {"adiada", Kind::moved},
                   {"verzet", Kind::moved},
                   {"by mail", Kind::contact},
                   {"via mail", Kind::contact},
                   {"by email", Kind::contact},
                   {"by e-mail", Kind::contact},
                   {"via email", Kind::contact},
                   {"via e-mail", Kind::contact},
                   {"email only", Kind::contact},
                   {"over email", Kind::contact},
                   {"chat", Kind::contact},
                   {"via chat", Kind::contact},
                   {"over chat", Kind::contact},
                   {"par mail", Kind::contact},
                   {"par courriel", Kind::contact},
                   {"per mail", Kind::contact},
                   {"per e-mail", Kind::contact},
                   {"email", Kind::contact},
                   {"mail", Kind::contact}};
  Outcome out;
  if (words.size() > 400) return out;
  const std::string text = folded(words);
  for (const auto& one : kOutcomes) {
    const std::size_t at = find_word(text, one.words);
    // a bare `mail` or `chat` says something only as the first word
    const bool is_bare =
        one.words == "chat" || one.words == "email" || one.words == "mail" || one.words == "skipped" || one.words == "moved" || one.words == "delayed";
    if (at == std::string_view::npos || (is_bare && plain(text).find(one.words) != 0)) continue;
    if (one.kind == Kind::contact && (one.words == "email" || one.words == "mail" || one.words == "chat") && plain(text).size() > one.words.size() + 12)
      continue;
    return {one.kind, at, at + one.words.size()};
  }
  return out;
}

int pause_weeks(std::string_view words) {
  const std::string text = folded(words);
  if (find_word(text, "next week") != std::string_view::npos) return 1;
  static constexpr std::string_view kNumbers[] = {"one", "two", "three", "four", "five", "six"};
  const std::size_t weeks = std::min(text.find(" weeks"), text.find(" week"));
  if (weeks == std::string::npos) return 0;
  const std::size_t blank = text.rfind(' ', weeks == 0 ? 0 : weeks - 1);
  const std::string_view number =
      std::string_view(text).substr(blank == std::string::npos ? 0 : blank + 1, weeks - (blank == std::string::npos ? 0 : blank + 1));
  if (number.size() == 1 && markdown::is_digit(number[0])) return number[0] - '0';
  const auto at = std::ranges::find(kNumbers, number);
  return at == std::end(kNumbers) ? 0 : static_cast<int>(at - std::begin(kNumbers)) + 1;
}

bool is_placeholder(std::string_view words) {
  const std::string_view bare = plain(words);
  if (bare.empty() || bare.size() == 1) return true;
  if (bare.front() == '<' && bare.back() == '>' && bare.find('<', 1) == std::string_view::npos) return true;
  if (bare.front() == '{' && bare.back() == '}') return true;
  if (bare.size() > 24) return false;
  const std::string text = folded(bare);
  static constexpr std::string_view kNothing[] = {"none",
                                                  "n/a",
                                                  "na",
                                                  "nil",
                                                  "tbd",
                                                  "tbc",
                                                  "tba",
                                                  "nothing",
                                                  "to be decided",
                                                  "to be confirmed",
                                                  "todo",
                                                  "to do",
                                                  "...",
                                                  "\u2026",
                                                  "xxx",
                                                  "item",
                                                  "task",
                                                  "action",
                                                  "action item",
                                                  "nothing yet",
                                                  "no action",
                                                  "no actions",
                                                  "no action items",
                                                  "keine",
                                                  "aucune",
                                                  "rien",
                                                  "ninguna",
                                                  "nessuna",
                                                  "nenhuma",
                                                  "geen",
                                                  "task description",
                                                  "item 1",
                                                  "item 2",
                                                  "name",
                                                  "task name",
                                                  "owner",
                                                  "your text here",
                                                  "add items here",
                                                  "add tasks here"};
  if (std::ranges::find(kNothing, text) != std::end(kNothing)) return true;
  if (text.find_first_not_of(".-_ ?/x") == std::string::npos) return true;
  // `Action 1`, `Task 2`
  std::string_view rest = text;
  for (const std::string_view word : {"action item", "action", "task", "item", "todo", "step"})
    if (rest.starts_with(word)) {
      rest = markdown::trim_left(rest.substr(word.size()));
      return rest.size() <= 2 && rest.find_first_not_of("0123456789n") == std::string_view::npos;
    }
  return false;
}

bool is_not_agreed(std::string_view words) {
  const std::string text = folded(plain(words));
  static constexpr std::string_view kOpen[] = {"",
                                               "tbc",
                                               "tbd",
                                               "tba",
                                               "to be confirmed",
                                               "to be decided",
                                               "to be determined",
                                               "to be announced",
                                               "to be scheduled",
                                               "to be arranged",
                                               "none",
                                               "no",
                                               "n/a",
                                               "open",
                                               "?",
                                               "??",
                                               "unknown",
                                               "not yet",
                                               "not agreed",
                                               "not scheduled",
                                               "not set",
                                               "yyyy-mm-dd",
                                               "dd/mm/yyyy",
                                               "dd.mm.yyyy",
                                               "offen",
                                               "a definir",
                                               "a fixer",
                                               "nader te bepalen",
                                               "-",
                                               "--",
                                               "pending"};
  return std::ranges::find(kOpen, text) != std::end(kOpen) || text.find_first_not_of("-_.? ") == std::string::npos;
}

Column column_named(std::string_view words) {
  const std::string text = folded(plain(words));
  const auto is = [&](Words list) { return std::ranges::find(list, text) != list.end(); };
  static constexpr std::string_view kTask[] = {"action",
                                               "actions",
                                               "action item",
                                               "action items",
                                               "action point",
                                               "task",
                                               "tasks",
                                               "todo",
                                               "to do",
                                               "to-do",
                                               "item",
                                               "what",
                                               "next steps",
                                               "next step",
                                               "tache",
                                               "taches",
                                               "aufgabe",
                                               "aufgaben",
                                               "tarea",
                                               "tarefa",
                                               "actie",
                                               "actiepunt",
                                               "homework",
                                               "description of action",
                                               "action description",
                                               "task description",
                                               "plan",
                                               "plan for next week",
                                               "actions agreed",
                                               "agreed actions",
                                               "action required",
                                               "actions required",
                                               "a faire"};
  static constexpr std::string_view kOwner[] = {
      "owner", "who",         "assignee",       "assigned to", "responsible",        "by whom", "person", "qui", "wer", "quien",
      "wie",   "responsable", "verantwortlich", "name",        "person responsible", "assigned"};
  static constexpr std::string_view kDue[] = {"due",      "due date", "deadline", "by when", "when",   "until", "target date",
                                              "echeance", "bis",      "frist",    "by",      "due by", "target"};
  static constexpr std::string_view kDone[] = {"done",      "done?",      "status", "state",    "completed", "complete",
                                               "complete?", "completed?", "fait",   "erledigt", "done on"};
  if (is(kTask)) return Column::task;
  if (is(kOwner)) return Column::owner;
  if (text == "date" || text == "datum" || text == "fecha" || text == "data" || text == "meeting date" || text == "day" || text == "date of meeting" ||
      text == "meeting")
    return Column::date;
  if (is(kDue)) return Column::due;
  if (text == "next meeting" || text == "next" || text == "date of next meeting" || text == "next meeting date") return Column::next;
  if (is(kDone)) return Column::done;
  return Column::other;
}

Party role_named(std::string_view word) {
  const std::string text = folded(plain(word));
  static constexpr std::string_view kMentor[] = {"mentor",      "supervisor", "advisor", "adviser",  "manager",  "coach",     "prof",      "professor",
                                                 "supervisors", "mentors",    "pi",      "promotor", "betreuer", "directeur", "encadrant", "tutor"};
  static constexpr std::string_view kMentee[] = {"mentee",      "student",   "me",         "i",        "report",   "intern",
                                                 "phd student", "candidate", "apprentice", "etudiant", "doctorant"};
  static constexpr std::string_view kBoth[] = {"both", "we", "all", "us", "everyone", "together", "team", "both of us"};
  if (std::ranges::find(kMentor, text) != std::end(kMentor)) return Party::mentor;
  if (std::ranges::find(kMentee, text) != std::end(kMentee)) return Party::mentee;
  return std::ranges::find(kBoth, text) != std::end(kBoth) ? Party::both : Party::unset;
}

}  // namespace mentor::notes

// The words by which people name the parts of their notes, in seven languages: folded to lower case without accents, parted by `|`.
// To add one: a word in its list; nothing else knows them.
#pragma once
#include <string_view>

// clang-format off
namespace mentor::notes::tables {

/// What gathers actions, as a whole or at its start.
inline constexpr std::string_view kActions =
    "action|actions|action item|action items|action point|action points|actionable|actionables|actions items|ai|ais|aps|next step|"
    "next steps|todo|todos|to do|to dos|to-do|to-dos|to do list|todo list|task|tasks|follow up|follow ups|follow-up|follow-ups|"
    "followup|followups|homework|assignment|assignments|plan|plans|updated plan|revised plan|new plan|this week plan|next week plan|"
    "plan after meeting|weekly plan|next objectives|next goals|next tasks|objectives for next week|planned work|before next meeting|"
    "before the next meeting|for next meeting|for the next meeting|for next time|before next time|until next meeting|until next time|"
    "by next meeting|for next week|next week|this week|deliverables|commitments|agreed actions|new actions|my actions|new action items|"
    "upcoming tasks|goals for next week|goals for the week|work plan|plan of action|plan of work|work for next week|things to do|"
    "next actions|open actions|open action items|remaining tasks|what's next|whats next|a faire|prochaines etapes|prochaine etape|"
    "taches|travail a faire|pour la prochaine fois|pour la prochaine reunion|suite|aufgaben|aufgabe|nachste schritte|nachster schritt|"
    "zu tun|bis zum nachsten mal|bis nachste woche|offene punkte|tareas|tarea|proximos pasos|acciones|acuerdos|pendientes|por hacer|"
    "prossimi passi|da fare|compiti|azioni|attivita|proximos passos|tarefas|acoes|a fazer|encaminhamentos|actiepunten|actiepunt|acties|"
    "actie|taken|volgende stappen|te doen|afspraken";

/// What may follow one of them.
inline constexpr std::string_view kActionTails =
    "for|before|until|till|by|items|list|this|next|from this|from today|from the meeting|from meeting|with|of the|of this|and|&|/|(|-|"
    "\u2013|\u2014|:|to|points|pour|avant|bis|fur|para|per|voor|agreed|assigned|on|\u2192|arising|identified|set|going forward";

/// A caption with one of these tells of the past, or asks.
inline constexpr std::string_view kNotActions =
    "done|did|completed|complete|finished|previous|last|past|progress|review|reviewed|discussed|discussion|achieved|accomplished|old|"
    "closed|status|update|updates|from last|earlier|archive|archived|questions|report|summary|b|c|template|faites|erledigt|hechas";

/// Captions only when nothing follows, since sentences begin so.
inline constexpr std::string_view kAloneOnly =
    "plan|plans|this week|next week|task|suite|actions and|ai|taken|next step|action|afspraken|attivita|assignment";

/// What a plan can be for.
inline constexpr std::string_view kTimes =
    "next|week|weeks|month|today|tomorrow|this|coming|upcoming|following|break|semester|term|meeting|time|sprint|weekend|summer|winter|"
    "easter|christmas|january|february|march|april|may|june|july|august|september|october|november|december";

/// What announces the next meeting.
inline constexpr std::string_view kNext =
    "next meeting date|next meeting time|next meeting scheduled|next meeting on|next meeting is|next meeting at|next meeting|"
    "next session date|next session|next 1:1 date|next 1:1|next 1-1 date|next 1-1|next one-on-one|next 1on1|next date|next meet|"
    "next call|next catch up|next catch-up|next catchup|next check-in|next check in|next supervision meeting|next supervision|"
    "date of next meeting|date for next meeting|date of the next meeting|time of next meeting|next appointment|next sync|"
    "follow-up meeting|follow up meeting|next|prochaine reunion|prochaine rencontre|prochain rendez-vous|prochain rdv|prochaine seance|"
    "prochain point|nachstes treffen|nachster termin|nachste besprechung|nachstes meeting|proxima reunion|proxima sesion|proxima cita|"
    "prossimo incontro|prossima riunione|prossimo appuntamento|proxima reuniao|proximo encontro|volgende afspraak|volgende vergadering|"
    "volgende meeting|volgende bijeenkomst|volgend overleg";

/// Labels of the meeting's own day.
inline constexpr std::string_view kDateLabels =
    "date|meeting date|date of meeting|date of the meeting|date and time|date & time|date/time|date / time|date time|date, time|"
    "datetime|session date|when|held on|day|datum|fecha|data|date de la reunion|fecha de la reunion|datum und zeit|datum en tijd|"
    "datum/zeit|meeting held|meeting day|time and date|date held|time";

/// Items that say nothing.
inline constexpr std::string_view kNothing =
    "none|n/a|na|nil|tbd|tbc|tba|nothing|to be decided|to be confirmed|todo|to do|...|\u2026|xxx|item|task|action|action item|"
    "nothing yet|no action|no actions|no action items|keine|aucune|rien|ninguna|nessuna|nenhuma|geen|task description|item 1|item 2|"
    "name|task name|owner|your text here|add items here|add tasks here";

/// Says that no date is agreed.
inline constexpr std::string_view kOpen =
    "tbc|tbd|tba|to be confirmed|to be decided|to be determined|to be announced|to be scheduled|to be arranged|none|no|n/a|open|?|??|"
    "unknown|not yet|not agreed|not scheduled|not set|yyyy-mm-dd|dd/mm/yyyy|dd.mm.yyyy|offen|a definir|a fixer|nader te bepalen|-|--|"
    "pending";

/// Columns that hold actions.
inline constexpr std::string_view kTask =
    "action|actions|action item|action items|action point|task|tasks|todo|to do|to-do|item|what|next steps|next step|tache|taches|"
    "aufgabe|aufgaben|tarea|tarefa|actie|actiepunt|homework|description of action|action description|task description|plan|"
    "plan for next week|actions agreed|agreed actions|action required|actions required|a faire";

/// Columns that say whose they are.
inline constexpr std::string_view kOwner =
    "owner|who|assignee|assigned to|responsible|by whom|person|qui|wer|quien|wie|responsable|verantwortlich|name|person responsible|"
    "assigned";

/// Columns that say until when.
inline constexpr std::string_view kDue =
    "due|due date|deadline|by when|when|until|target date|echeance|bis|frist|by|due by|target";

/// Columns that say whether they are done.
inline constexpr std::string_view kDone =
    "done|done?|status|state|completed|complete|complete?|completed?|fait|erledigt|done on";

/// Columns that hold a meeting's day.
inline constexpr std::string_view kDay =
    "date|datum|fecha|data|meeting date|day|date of meeting|meeting";

/// Columns that hold the next one.
inline constexpr std::string_view kNextColumn =
    "next meeting|next|date of next meeting|next meeting date";

/// Words for the mentor.
inline constexpr std::string_view kMentor =
    "mentor|supervisor|advisor|adviser|manager|coach|prof|professor|supervisors|mentors|pi|promotor|betreuer|directeur|encadrant|tutor";

/// Words for the mentee.
inline constexpr std::string_view kMentee =
    "mentee|student|me|i|report|intern|phd student|candidate|apprentice|etudiant|doctorant";

/// Words for both.
inline constexpr std::string_view kBoth =
    "both|we|all|us|everyone|together|team|both of us";

/// A heading with one of these is no meeting.
inline constexpr std::string_view kTemplate =
    "template|vorlage|modele|plantilla|sjabloon";

/// An announced break.
inline constexpr std::string_view kPause =
    "no meeting next week|no meetings next week|not meeting next week|no meeting for the next|no meetings for the next|no meetings for|"
    "no meetings until|no meeting until|no meeting the next";

/// Nobody met.
inline constexpr std::string_view kCancelled =
    "not held|no meeting|didn't meet|did not meet|didnt meet|cancelled|canceled|cancellation|no-show|no show|called off|skipped|"
    "annulee|annule|abgesagt|ausgefallen|fallt aus|cancelada|cancelado|annullato|annullata|geannuleerd|afgezegd";

/// It was put off.
inline constexpr std::string_view kMoved =
    "delayed|postponed|moved to|moved|rescheduled|reportee|reporte|verschoben|aplazada|rinviato|adiada|verzet";

/// A message instead of a meeting.
inline constexpr std::string_view kContact =
    "by mail|via mail|by email|by e-mail|via email|via e-mail|email only|over email|chat|via chat|over chat|par mail|par courriel|"
    "per mail|per e-mail|email|mail";

/// Says so only as the first word.
inline constexpr std::string_view kFirstWordOnly =
    "chat|email|mail|skipped|moved|delayed";

}  // namespace mentor::notes::tables

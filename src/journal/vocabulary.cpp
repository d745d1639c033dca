// The table itself. To add a field: a member in journal.hpp and a line here; its shape follows from the member's type.
#include "journal/vocabulary.hpp"

#include "journal/make_field.hpp"

namespace mentor {

using namespace vocabulary;

namespace {

constexpr std::uint8_t kTwo = 0b00011, kTwoOrBoth = 0b00111, kAnybody = 0b01111, kAgenda = 0b10111;

constexpr Field kRelationship[] = {
    field<&Relationship::mentor>("mentor", "Who gives the time: a name, with an address if reminders are wanted.", "Grace Hopper <grace@example.org>",
                                 kRequired),
    field<&Relationship::mentee>("mentee", "Whose development it is about.", "Ada Lovelace <ada@example.org>", kRequired),
    field<&Relationship::started>("started", "The day of the match.", "2026-01-07"),
    field<&Relationship::until>("until", "The end both agreed on.", "2026-12-16"),
    field<&Relationship::until_agreed_by>("until-agreed-by", "Who agreed to that end.", "[mentor, mentee]", from(kTwo)),
    field<&Relationship::kind>("kind", "What sort of mentoring it is; a situational one ends when its issue is settled.", "developmental"),
    field<&Relationship::cadence>("cadence", "How often the pair means to meet; a dated list when it changed.", "2 weeks"),
    field<&Relationship::length>("length", "How long a meeting is meant to be.", "60 min"),
    field<&Relationship::planned_meetings>("planned-meetings", "After how many meetings a situational relationship is meant to end.", "6"),
    field<&Relationship::purpose>("purpose", "What the relationship is for, in a sentence.", "Ada moves from analyst to tech lead"),
    field<&Relationship::phase>("phase", "The phase both see themselves in; left out, it is inferred.", "progress-making"),
    field<&Relationship::agreement>("agreement", "What both expect of each other.", "{date: 2026-01-14, signed: [mentor, mentee]}", of(kinds::agreement)),
    field<&Relationship::goals>("goals", "What the mentee wants to reach.", "[{id: review, title: Lead a design review}]", of(kinds::goal)),
    field<&Relationship::meetings>("meetings", "What was held, called off, missed, moved or planned.", "[{date: 2026-01-14, status: held}]",
                                   of(kinds::meeting)),
    field<&Relationship::actions>("actions", "Actions agreed outside a meeting, each with its date.", "[{date: 2026-01-16, mentee: send the draft}]",
                                  of(kinds::action)),
    field<&Relationship::contacts>("contacts", "Messages between meetings.", "[{date: 2026-03-01, from: mentee}]", of(kinds::contact)),
    field<&Relationship::pauses>("pauses", "Announced breaks; silence in them is not counted.", "[{from: 2026-04-01, to: 2026-04-20}]", of(kinds::pause)),
    field<&Relationship::snoozes>("snoozes", "Findings that need not be told again until a day.",
                                  "[{date: 2026-03-01, until: 2026-04-01, rule: cancellations}]", of(kinds::snooze)),
    field<&Relationship::holidays>("holidays", "Days off that both share.", "[{from: 2026-12-21, to: 2027-01-04}]", of(kinds::holiday)),
    field<&Relationship::reviews>("reviews", "The look back that is due every two or three meetings.", "[{date: 2026-03-04}]", of(kinds::review)),
    field<&Relationship::answers>("answers", "One voice's answers to a question set.", "[{date: 2026-03-02, from: mentee, set: stalled}]", of(kinds::answers)),
    field<&Relationship::events>("events", "Changes of circumstances that ask for a review of the goals.", "[{date: 2026-05-01, who: mentee, what: new team}]",
                                 of(kinds::event)),
    field<&Relationship::reasons>("reasons", "Why it may not be working, stated or suspected.", "[{date: 2026-05-01, code: lack-of-time}]", of(kinds::reason)),
    field<&Relationship::disconnects>("disconnects", "Moments in which the contact between the two broke.", "[{date: 2026-03-11, noticed: [tone]}]",
                                      of(kinds::disconnect)),
    field<&Relationship::introductions>("introductions", "People the mentor introduced the mentee to.", "[{date: 2026-03-01, to: Edith}]",
                                        of(kinds::introduction)),
    field<&Relationship::stretch>("stretch", "Uncomfortable things that were tried.", "[{date: 2026-03-01, what: spoke at the all-hands}]", of(kinds::stretch)),
    field<&Relationship::thanks>("thanks", "Thanks that were said.", "[{date: 2026-03-01, from: mentee, text: for the introduction}]", of(kinds::thanks)),
    field<&Relationship::recommitments>("recommitments", "Promises to start again; valid when both have made them.",
                                        "[{date: 2026-06-01, by: [mentor, mentee]}]", of(kinds::recommitment)),
    field<&Relationship::concerns>("concerns", "The dated path from a worry to a decision.", "[{raised: {date: 2026-05-01, by: mentee}}]", of(kinds::concern)),
    field<&Relationship::closing>("closing", "How it ended.", "{decided: 2026-11-01, closed: 2026-12-16}", of(kinds::closing)),
    field<&Relationship::notes>("notes", "Files of notes that belong to this relationship.", "meetings/*.md"),
    field<&Relationship::private_text>("private", "Text for its author alone; it is never printed.", "|"),
};

constexpr Field kAgreement[] = {
    field<&Agreement::date>("date", "The day it was agreed.", "2026-01-14"),
    field<&Agreement::signed_by>("signed", "Who has agreed to it.", "[mentor, mentee]", from(kTwo)),
    field<&Agreement::expectations>("expectations", "What is expected of each.", "{mentor: opens doors, mentee: brings the agenda}"),
    field<&Agreement::boundaries>("boundaries", "What is out of bounds.", "no calls after 19:00"),
    field<&Agreement::confidentiality>("confidentiality", "What stays between the two.", "stays between us"),
    field<&Agreement::accountability>("accountability", "How each is held to their word.", "we name a skipped action aloud"),
    field<&Agreement::facilitator>("facilitator", "Whom to turn to when it gets hard.", "Joan Clarke <joan@example.org>"),
    field<&Agreement::why>("why", "Why each of the two started.", "{mentor: I had nobody to ask, mentee: I want to be heard}"),
};

constexpr Field kGoal[] = {
    field<&Goal::id>("id", "A short name that meetings and actions refer to.", "review"),
    field<&Goal::title>("title", "The goal in a sentence.", "Lead a design review"),
    field<&Goal::set>("set", "The day it was set.", "2026-01-21"),
    field<&Goal::due>("due", "The day it is meant to be reached.", "2026-06-30"),
    field<&Goal::horizon>("horizon", "How far ahead it lies.", "medium"),
    field<&Goal::measure>("measure", "How both will know that it is reached.", "chairs one review from agenda to decision"),
    field<&Goal::why>("why", "Why it matters to the mentee.", "be heard earlier in decisions"),
    field<&Goal::priority>("priority", "Its place in the order, as each of the two sees it.", "{mentor: 2, mentee: 1}"),
    field<&Goal::stage>("stage", "Knowing how, doing it, living it.", "doing"),
    field<&Goal::status>("status", "Where it stands.", "active"),
    field<&Goal::closed>("closed", "The day it was met, parked or dropped.", "2026-06-10"),
    field<&Goal::progress>("progress", "Days on which it moved, besides what meetings say.", "[2026-02-10, 2026-03-02]"),
    field<&Goal::reviews>("reviews", "What each thought of it when they looked again.", "[{date: 2026-02-25, by: mentee, verdict: keep}]",
                          of(kinds::goal_review)),
    field<&Goal::private_text>("private", "Text for its author alone; it is never printed.", "|"),
};

constexpr Field kGoalReview[] = {
    field<&GoalReview::date>("date", "The day of the look.", "2026-02-25"),
    field<&GoalReview::by>("by", "Whose view it is.", "mentee", from(kTwoOrBoth)),
    field<&GoalReview::verdict>("verdict", "What should become of the goal.", "keep"),
    field<&GoalReview::note>("note", "Why.", "still the one that matters"),
};

constexpr Field kMeeting[] = {
    field<&Meeting::date>("date", "The day of the meeting, or the day it was meant for.", "2026-01-14", kRequired),
    field<&Meeting::status>("status", "What became of it; left out, it was held.", "held"),
    field<&Meeting::by>("by", "Who called it off, moved or missed it.", "mentor", from(kAnybody)),
    field<&Meeting::notice>("notice", "How long before it was called off or moved.", "2 h"),
    field<&Meeting::to>("to", "Where it was moved to.", "2026-02-02"),
    field<&Meeting::booked>("booked", "The day on which its date was agreed.", "2026-01-07"),
    field<&Meeting::logged>("logged", "The day it was written down, when that was another day.", "2026-01-16"),
    field<&Meeting::minutes>("minutes", "Actual and planned minutes; one alone is the actual.", "55/60"),
    field<&Meeting::agenda_by>("agenda-by", "Who brought an agenda; none says that there was none.", "mentee", from(kAgenda)),
    field<&Meeting::proposed_by>("proposed-by", "Who asked for the meeting.", "mentee", from(kTwoOrBoth)),
    field<&Meeting::presence>("presence", "How present each was, 1 to 5.", "{mentor: 5, mentee: 4}"),
    field<&Meeting::contribution>("contribution", "How much each brought in, 1 to 5.", "{mentor: 3, mentee: 4}"),
    field<&Meeting::pulse>("pulse", "How it feels to each, 1 to 5.", "{mentor: 4, mentee: 4}"),
    field<&Meeting::topics>("topics", "What it was about.", "[work, challenges]"),
    field<&Meeting::goals>("goals", "The goals that moved or were talked about.", "[review]"),
    field<&Meeting::learned>("learned", "What each took away.", "{mentee: how a review is scoped}"),
    field<&Meeting::notes>("notes", "Free text.", "We walked through the first draft."),
    field<&Meeting::actions>("actions", "What each will do.", "[{mentee: read the review guide, due: 2026-01-21}]", of(kinds::action)),
    field<&Meeting::feedback>("feedback", "What was said about the meetings themselves; [] says that there was none.",
                              "[{from: mentee, text: more time on design}]", of(kinds::feedback)),
    field<&Meeting::next>("next", "The next meeting; none says that no date was agreed.", "2026-01-28 10:00"),
    field<&Meeting::private_text>("private", "Text for its author alone; it is never printed.", "|"),
};

constexpr Field kAction[] = {
    owned("mentor", "What the mentor will do.", "introduce Ada to Edith"),
    owned("mentee", "What the mentee will do.", "read the review guide"),
    owned("both", "What both will do together.", "visit the site"),
    field<&Action::text>("text", "What will be done, when the owner stands apart.", "read the review guide"),
    field<&Action::owner>("owner", "Who will do it; left out, the mentee.", "mentee", from(kTwoOrBoth)),
    field<&Action::due>("due", "The day it is promised for; left out, the next meeting.", "2026-01-21"),
    field<&Action::done>("done", "The day it was done, or yes.", "2026-01-20"),
    field<&Action::goal>("goal", "The goal it serves.", "review"),
    field<&Action::logged>("logged", "The day it was written down, when that was not its meeting's.", "2026-01-16"),
    field<&Action::date>("date", "The day it was agreed, outside a meeting.", "2026-01-16"),
    field<&Action::state>("state", "Only to say that it was cancelled; else it follows from done.", "cancelled"),
};

constexpr Field kFeedback[] = {
    field<&Feedback::from>("from", "Whose feedback it is.", "mentee", from(kTwoOrBoth)),
    field<&Feedback::text>("text", "What was said.", "more time on design, less on status"),
};

constexpr Field kContact[] = {
    field<&Contact::date>("date", "The day of the message.", "2026-03-01", kRequired),
    field<&Contact::from>("from", "Who wrote.", "mentee", from(kTwoOrBoth)),
    field<&Contact::answered>("answered", "The day of the answer; left out, it is still waiting.", "2026-03-03"),
    field<&Contact::note>("note", "What it was about.", "asked for a new date"),
};

constexpr Field kPause[] = {
    field<&Pause::from>("from", "The first day.", "2026-04-01", kRequired),
    field<&Pause::to>("to", "The last day.", "2026-04-20", kRequired),
    field<&Pause::announced>("announced", "The day it was said; left out, its first day.", "2026-03-18"),
    field<&Pause::by>("by", "Who needs it.", "mentee", from(kAnybody)),
    field<&Pause::reason>("reason", "Why.", "parental leave"),
};

constexpr Field kSnooze[] = {
    field<&Snooze::date>("date", "The day it was decided.", "2026-03-01", kRequired),
    field<&Snooze::until>("until", "The day from which it is told again.", "2026-04-01", kRequired),
    field<&Snooze::rule>("rule", "Which finding, by rule name; left out, all of this pair.", "cancellations"),
    field<&Snooze::reason>("reason", "Why it can wait.", "we agreed to look again after the release"),
};

constexpr Field kHoliday[] = {
    field<&Holiday::from>("from", "The first day.", "2026-12-21", kRequired),
    field<&Holiday::to>("to", "The last day; left out, the same day.", "2027-01-04"),
    field<&Holiday::name>("name", "What it is called.", "winter break"),
};

constexpr Field kReview[] = {
    field<&Review::date>("date", "The day of the review.", "2026-03-04"),
    field<&Review::changes_sought>("changes-sought", "What change was looked for.", "speaks up in reviews"),
    field<&Review::recognised_by>("recognised-by", "How the mentee and others see the change.", "{mentee: I prepare less and say more}",
                                  of(kinds::recognised_by)),
    field<&Review::change_in_relationship>("change-in-relationship", "What has changed between the two.", "we disagree more easily"),
    field<&Review::change_in_mentee>("change-in-mentee", "What has changed in the mentee.", "asks before deciding"),
    field<&Review::how_recognised>("how-recognised", "How it shows.", "two design decisions were hers"),
};

constexpr Field kRecognisedBy[] = {
    field<&RecognisedBy::mentee>("mentee", "How the mentee sees it.", "I prepare less and say more"),
    field<&RecognisedBy::stakeholders>("stakeholders", "How the team, peers or the manager see it.", "the lead asked for her view"),
};

constexpr Field kAnswers[] = {
    field<&Answers::date>("date", "The day of the answers.", "2026-03-02"),
    field<&Answers::from>("from", "Whose voice it is.", "mentee", from(kTwo)),
    field<&Answers::set>("set", "The question set that was answered.", "stalled"),
    field<&Answers::on_track>("on-track", "Whether it is on track, as this voice sees it.", "unsure"),
    field<&Answers::items>("items", "Each question's id with 1 to 5 or a text.", "{going-well: 4}"),
    field<&Answers::sealed>("sealed", "The hash of answers that nobody sees before both sides have theirs; `mentor feedback --seal` makes it.",
                            "9f86d081884c7d65"),
    field<&Answers::salt>("salt", "What was mixed into the hash, so that the answers cannot be guessed from it.", "5a17c0de5a17c0de"),
};

constexpr Field kEvent[] = {
    field<&Event::date>("date", "The day of the change.", "2026-05-01"),
    field<&Event::who>("who", "Whose circumstances changed.", "mentee", from(kTwoOrBoth)),
    field<&Event::what>("what", "What changed.", "moved to the platform team"),
};

constexpr Field kReason[] = {
    field<&Reason::date>("date", "The day it was noted.", "2026-05-01"),
    field<&Reason::code>("code", "The reason, as one of the words of the list.", "lack-of-time"),
    field<&Reason::noted_by>("noted-by", "Who noted it.", "mentee", from(kTwoOrBoth)),
    field<&Reason::stated>("stated", "Whether it was said or is only suspected.", "suspected"),
    field<&Reason::confidential>(
        "confidential", "Whether it must not reach the other side; of `competition` and `power-imbalance` it is meant so unless `no` stands here.", "yes"),
};

constexpr Field kDisconnect[] = {
    field<&Disconnect::date>("date", "The day it was noticed.", "2026-03-11"),
    field<&Disconnect::noticed>("noticed", "What changed: posture, pace, tone, language, atmosphere or communication.", "[tone, pace]"),
    field<&Disconnect::who>("who", "Who moved away.", "both", from(kTwoOrBoth)),
    field<&Disconnect::from>("from", "From the conversation, or from the relationship.", "conversation"),
    field<&Disconnect::conditions>("conditions", "What keeps it going.", "we start late and hurry"),
    field<&Disconnect::description>("description", "What happened.", "short answers after the second topic"),
    field<&Disconnect::role_of>("role-of", "What each had to do with it.", "{mentor: I gave advice too early}"),
    field<&Disconnect::impact>("impact", "How far it reaches.", "session"),
    field<&Disconnect::learning>("learning", "What it taught.", "ask before advising"),
    field<&Disconnect::action>("action", "What will be done; it stays open until this is set.", "{what: conversation, until: 2026-03-25}",
                               of(kinds::disconnect_action)),
};

constexpr Field kDisconnectAction[] = {
    field<&DisconnectAction::what>("what", "Change the process, have the conversation, or come back to it later.", "conversation"),
    field<&DisconnectAction::until>("until", "By when.", "2026-03-25"),
};

constexpr Field kIntroduction[] = {
    field<&Introduction::date>("date", "The day of the introduction.", "2026-03-01"),
    field<&Introduction::to>("to", "To whom.", "Edith Clarke"),
    field<&Introduction::why>("why", "What for.", "knows the review board"),
    field<&Introduction::followed_up>("followed-up", "The day the mentee took it up.", "2026-03-09"),
};

constexpr Field kStretch[] = {
    field<&Stretch::date>("date", "The day it was tried.", "2026-03-01"),
    field<&Stretch::what>("what", "What was tried.", "spoke at the all-hands"),
    field<&Stretch::outcome>("outcome", "How it went.", "lost the thread, found it again"),
    field<&Stretch::learned>("learned", "What it taught.", "shorter slides"),
};

constexpr Field kThanks[] = {
    field<&Thanks::date>("date", "The day.", "2026-03-01"),
    field<&Thanks::from>("from", "Who said thanks.", "mentee", from(kTwo)),
    field<&Thanks::text>("text", "What for.", "the introduction to Edith"),
};

constexpr Field kRecommitment[] = {
    field<&Recommitment::date>("date", "The day.", "2026-06-01"),
    field<&Recommitment::by>("by", "Who has made it; it holds when both have.", "[mentor, mentee]", from(kTwo)),
    field<&Recommitment::promises>("promises", "To be responsive, reflective, engaged, dedicated.", "[responsive, engaged]"),
    field<&Recommitment::accountability>("accountability", "How each is held to it.", "we say it when it slips"),
    field<&Recommitment::habits>("habits", "The signs that must not return, by rule name.", "[cancellations]"),
    field<&Recommitment::next_meetings>("next-meetings", "The next dates.", "[2026-06-10, 2026-06-24]"),
};

constexpr Field kConcern[] = {
    field<&Concern::raised>("raised", "When and by whom it was raised.", "{date: 2026-05-01, by: mentee}", of(kinds::raised)),
    field<&Concern::talked>("talked", "The day both talked about it.", "2026-05-06"),
    field<&Concern::renegotiated>("renegotiated", "The day the terms were renewed, and the result.", "{date: 2026-05-20, result: shorter meetings}",
                                  of(kinds::renegotiated)),
    field<&Concern::second_chance>("second-chance", "The second chance that was offered.", "{date: 2026-06-01, striving-for: a lead role}",
                                   of(kinds::second_chance)),
    field<&Concern::decided>("decided", "What was decided.", "{date: 2026-06-20, decision: recommit}", of(kinds::decided)),
};

constexpr Field kRaised[] = {
    field<&Raised::date>("date", "The day it was raised.", "2026-05-01"),
    field<&Raised::by>("by", "Who raised it.", "mentee", from(kTwoOrBoth)),
    field<&Raised::confidential>("confidential", "Whether it must not reach the other side.", "yes"),
};

constexpr Field kRenegotiated[] = {
    field<&Renegotiated::date>("date", "The day.", "2026-05-20"),
    field<&Renegotiated::result>("result", "What came of it.", "shorter meetings"),
};

constexpr Field kSecondChance[] = {
    field<&SecondChance::date>("date", "The day it was offered.", "2026-06-01"),
    field<&SecondChance::striving_for>("striving-for", "What the mentee strives for.", "a lead role"),
    field<&SecondChance::challenges>("challenges", "What is hard now.", "two projects at once"),
    field<&SecondChance::advice_hoped_for>("advice-hoped-for", "What advice would help.", "how to say no"),
    field<&SecondChance::answered>("answered", "The day of the answer.", "2026-06-05"),
    field<&SecondChance::result>("result", "What came of it.", "we try three more meetings"),
};

constexpr Field kDecided[] = {
    field<&Decided::date>("date", "The day.", "2026-06-20"),
    field<&Decided::decision>("decision", "To recommit or to end.", "recommit"),
    field<&Decided::reason>("reason", "Why.", "both want to go on"),
};

constexpr Field kClosing[] = {
    field<&Closing::decided>("decided", "The day the end was decided.", "2026-11-01"),
    field<&Closing::basis>("basis", "What the decision rests on: the goals, the agreed end, changed needs, circumstances, or how the two fit.", "goals"),
    field<&Closing::agreed_by>("agreed-by", "Who agreed to end.", "[mentor, mentee]", from(kTwo)),
    field<&Closing::reason>("reason", "Why it ends, so that nobody is left guessing.", "the goals are met"),
    field<&Closing::about_you>("about-you", "Whether the reason lies with the other side; mostly it does not.", "no"),
    field<&Closing::second_chance_skipped>("second-chance-skipped", "Why no second chance was looked for.", "both want to stop here"),
    field<&Closing::talked>("talked", "The day both talked about ending.", "2026-11-04"),
    field<&Closing::last_session>("last-session", "The last meeting, and the day it was announced.", "{date: 2026-12-09, told: 2026-11-04}",
                                  of(kinds::last_session)),
    field<&Closing::achievements>("achievements", "What the two reached together.", "[two reviews led]"),
    field<&Closing::learned>("learned", "What each learned.", "{mentor: to ask first, mentee: to scope}"),
    field<&Closing::goals_compared>("goals-compared", "What came of comparing the goals with where things stand.", "three of four met"),
    field<&Closing::value>("value", "What was gained, what was missing, what is wanted next.", "{gained: confidence}", of(kinds::value)),
    field<&Closing::next_steps>("next-steps", "What each does next.", "{mentee: lead the spring review}"),
    field<&Closing::outcomes>("outcomes", "What came of it, by benefit.", "{skills: leads reviews alone}", of(kinds::outcomes)),
    field<&Closing::after>("after", "What the relationship becomes.", "friendship"),
    field<&Closing::contact_terms>("contact-terms", "How the two stay in touch, if they do.", "a coffee twice a year"),
    field<&Closing::follow_up>("follow-up", "The day on which the two mean to hear of each other again.", "2027-06-16"),
    field<&Closing::celebrated>("celebrated", "Whether the end was celebrated.", "yes"),
    field<&Closing::closed>("closed", "The day it was closed.", "2026-12-16"),
    field<&Closing::reopened>("reopened", "The day from which on they met again all the same.", "2027-02-01"),
};

constexpr Field kOutcomes[] = {
    field<&Outcomes::confidence>("confidence", "What either dares now.", "speaks first in the review"),
    field<&Outcomes::skills>("skills", "What either can do now.", "scopes a review alone"),
    field<&Outcomes::career>("career", "What changed at work.", "a lead role from January"),
    field<&Outcomes::network>("network", "Whom they can turn to now.", "the review board"),
    field<&Outcomes::insight>("insight", "What the other's experience showed.", "how decisions are made above the team"),
    field<&Outcomes::connections>("connections", "Which people grew closer.", "the two of us"),
    field<&Outcomes::workplace>("workplace", "How the place of work feels now.", "more at home"),
};

constexpr Field kLastSession[] = {
    field<&LastSession::date>("date", "The day of the last meeting.", "2026-12-09"),
    field<&LastSession::told>("told", "The day both knew that it would be the last.", "2026-11-04"),
};

constexpr Field kValue[] = {
    field<&Value::gained>("gained", "What was gained.", "confidence"),
    field<&Value::missing>("missing", "What was missing.", "time for design"),
    field<&Value::wanted>("wanted", "What is wanted in future.", "a sponsor"),
};

constexpr Field kCadenceStep[] = {
    field<&CadenceStep::from>("from", "From which day on.", "2026-06-01"),
    field<&CadenceStep::every>("every", "How often from then on.", "4 weeks"),
};

constexpr Field kProgramme[] = {
    field<&Programme::programme>("programme", "What the programme is called.", "Harbour mentoring circle"),
    field<&Programme::coordinator>("coordinator", "Who looks after the pairs.", "Joan Clarke <joan@example.org>"),
    field<&Programme::defaults>("defaults", "What holds for a relationship that does not say.", "{cadence: 4 weeks, length: 60 min}", of(kinds::defaults)),
    field<&Programme::holidays>("holidays", "Days off for everybody.", "[{from: 2026-12-21, to: 2027-01-04, name: winter break}]", of(kinds::holiday)),
    field<&Programme::signs>("signs", "Per rule: off, a severity, or limits.", "{cancellations: off, short-meetings: {share: 0.7}}"),
    field<&Programme::false_alarms>("false-alarms", "How many false alarms are allowed; the alarm levels follow from it.", "{stalled: 20, drifting: 30}",
                                    of(kinds::false_alarms)),
    field<&Programme::counted>("counted", "What `mentor programme` counted; its figures replace the built-in ones.", "{date: 2026-03-30, relationships: 62}",
                               of(kinds::counted)),
    field<&Programme::phases>("phases", "Which words name the phases.", "clutterbuck"),
    field<&Programme::exclude>("exclude", "Paths that are not read.", "[archive/**]"),
    field<&Programme::aliases>("aliases", "Short names of people.", "{boc: Bo Chen}"),
    field<&Programme::questions>("questions", "A folder of own question sets.", "questions"),
    field<&Programme::report>("report", "How small a group may be, and whether names are left out.", "{minimum-group: 5}", of(kinds::report_settings)),
};

constexpr Field kDefaults[] = {
    field<&Defaults::cadence>("cadence", "How often a pair means to meet.", "4 weeks"),
    field<&Defaults::length>("length", "How long a meeting is meant to be.", "60 min"),
    field<&Defaults::grace>("grace", "Days to find back into the rhythm after a pause.", "10"),
    field<&Defaults::journal_delay>("journal-delay", "Days that pass until a meeting is written down.", "3"),
};

constexpr Field kFalseAlarms[] = {
    field<&FalseAlarms::stalled>("stalled", "At most so many pairs a year of 100 that go on are wrongly called stalled.", "20"),
    field<&FalseAlarms::drifting>("drifting", "At most so many a year of 100 that are well are wrongly called drifting.", "30"),
};

constexpr Field kCounted[] = {
    field<&Counted::date>("date", "The day as of which it was counted.", "2026-03-30"),
    field<&Counted::relationships>("relationships", "How many relationships were counted; fewer than 30 say too little.", "62", kRequired),
    field<&Counted::used>("used", "Whether the figures are in force; yes when left out.", "yes"),
    field<&Counted::quiet_weeks>("quiet-weeks", "Weeks in which the whole programme hardly met; they count as days off.",
                                 "[{from: 2025-12-22, to: 2026-01-04}]", of(kinds::holiday)),
    field<&Counted::ended_early>("ended-early", "How many of 100 relationships a year fade or end before their goals are reached.", "24"),
    field<&Counted::loose_rhythm>("loose-rhythm", "How many of 100 pairs meet nearly at random.", "20"),
    field<&Counted::fair_rhythm>("fair-rhythm", "How many of 100 keep a rough rhythm.", "40"),
    field<&Counted::steady_rhythm>("steady-rhythm", "How many of 100 keep a steady rhythm.", "30"),
    field<&Counted::strict_rhythm>("strict-rhythm", "How many of 100 meet nearly to the day.", "10"),
    field<&Counted::kept>("kept", "How many of 100 agreed meetings take place.", "85"),
    field<&Counted::agenda>("agenda", "How many of 100 meetings have an agenda, where that is noted.", "80"),
    field<&Counted::feedback>("feedback", "How many of 100 meetings have feedback, where that is noted.", "40"),
    field<&Counted::actions_done>("actions-done", "How many of 100 actions are done by their day.", "70"),
};

constexpr Field kReportSettings[] = {
    field<&ReportSettings::minimum_group>("minimum-group", "Groups smaller than this are not shown apart.", "5"),
    field<&ReportSettings::redact>("redact", "Whether names and texts are left out.", "yes"),
};

constexpr Field kQuestionSet[] = {
    field<&QuestionSet::name>("set", "What the set is called; the name of one that there is replaces it.", "first-hundred-days", kRequired),
    field<&QuestionSet::title>("title", "What it is about, in a line.", "New in the house"),
    field<&QuestionSet::purpose>("purpose", "What it is good for, in a sentence.", "For the weeks in which everything is still strange."),
    field<&QuestionSet::source>("source", "Where it comes from.", "our onboarding guide"),
    field<&QuestionSet::answer>("answer", "How its questions are answered; left out, in words.", "rating"),
    field<&QuestionSet::self_check>("self-check", "Whether the answers stay with whoever gives them.", "yes"),
    field<&QuestionSet::when>("when", "The rules, states and phases that call for it.", "[rapport-building, no-active-goal]"),
    field<&QuestionSet::questions>("questions", "The questions, in their order.", "[{id: doors, text: Whose door would you like to knock on?}]",
                                   of(kinds::question)),
};

constexpr Field kQuestion[] = {
    field<&Question::id>("id", "A short name that answers refer to.", "doors", kRequired),
    field<&Question::text>("text", "The question, or the statement to rate.", "Whose door would you like to knock on?", kRequired),
    field<&Question::for_whom>("for", "Whom it is put to; left out, both.", "mentee", from(kTwoOrBoth)),
    field<&Question::area>("area", "What it is about, in a word.", "network"),
    field<&Question::source>("source", "Where it comes from, when not from where its set does.", "our onboarding guide"),
    field<&Question::answer>("answer", "How it is answered, when not as the rest of its set.", "rating"),
    field<&Question::optional>("optional", "Whether it may be left out without a word.", "yes"),
};

consteval Kind indexed(Kind kind) {
  for (std::size_t i = 0; i < kind.fields.size(); ++i) {
    std::size_t slot = name_slot(kind.fields[i].name);
    while (kind.slots[slot] != 0) slot = (slot + 1) & 63;
    kind.slots[slot] = static_cast<std::uint8_t>(i + 1);
    kind.has_required = kind.has_required || kind.fields[i].required;
  }
  return kind;
}

}  // namespace

namespace kinds {
constinit const Kind relationship = indexed({"relationship", "Two people who meet to further the development of one of them.", kRelationship, "", "", "", ""});
constinit const Kind agreement = indexed({"agreement", "What both expect of each other.", kAgreement, "agreement", "agreement"});
constinit const Kind goal = indexed({"goal", "What the mentee wants to reach.", kGoal, "goal", "goals", "set", "", "## Goal: Lead a design review (review)"});
constinit const Kind goal_review =
    indexed({"goal review", "One side's verdict on a goal.", kGoalReview, "", "", "date", "", "- 2026-02-25 mentee: keep -- still the one that matters"});
constinit const Kind meeting = indexed(
    {"meeting", "One meeting: held, called off, missed, moved or planned.", kMeeting, "meeting", "meetings", "date", "notes", "## 2026-01-14 held 55/60 min"});
constinit const Kind action =
    indexed({"action", "What somebody will do.", kAction, "actions", "actions", "date", "text", "- [ ] Ada: read the review guide due:2026-01-21"});
constinit const Kind feedback =
    indexed({"feedback", "What one side said about the meetings.", kFeedback, "", "", "date", "text", "Feedback from mentee: more time on design"});
constinit const Kind contact = indexed(
    {"contact", "A message between meetings.", kContact, "contact", "contacts", "date", "note", "## 2026-03-01 contact from mentee, answered 2026-03-03"});
constinit const Kind pause =
    indexed({"pause", "An announced break.", kPause, "pause", "pauses", "from", "reason", "## 2026-04-01 to 2026-04-20 pause: parental leave"});
constinit const Kind snooze = indexed({"snooze", "A finding that need not be told again until a day.", kSnooze, "snooze", "snoozes", "date", "reason",
                                       "## 2026-03-01 snooze until 2026-04-01: we look again after the release"});
constinit const Kind holiday =
    indexed({"holiday", "Days off.", kHoliday, "holiday", "holidays", "from", "name", "## 2026-12-21 to 2027-01-04 holiday: winter break"});
constinit const Kind review = indexed({"review", "The look back that is due every two or three meetings.", kReview, "review", "reviews"});
constinit const Kind recognised_by = indexed({"recognised by", "Who sees the change, and how.", kRecognisedBy});
constinit const Kind answers = indexed({"answers", "One voice's answers to a question set.", kAnswers, "answers", "answers"});
constinit const Kind event = indexed({"event", "A change of circumstances.", kEvent, "event", "events", "date", "what"});
constinit const Kind reason = indexed({"reason", "Why it may not be working.", kReason, "reason", "reasons"});
constinit const Kind disconnect =
    indexed({"disconnect", "A moment in which the contact broke.", kDisconnect, "disconnect", "disconnects", "date", "description"});
constinit const Kind disconnect_action = indexed({"disconnect action", "What follows from a disconnect.", kDisconnectAction});
constinit const Kind introduction =
    indexed({"introduction", "Somebody the mentee was introduced to.", kIntroduction, "introduction", "introductions", "date", "why"});
constinit const Kind stretch = indexed({"stretch", "Something uncomfortable that was tried.", kStretch, "stretch", "stretch", "date", "what"});
constinit const Kind thanks = indexed({"thanks", "Thanks that were said.", kThanks, "thanks", "thanks", "date", "text"});
constinit const Kind recommitment = indexed({"recommitment", "The promise to start again.", kRecommitment, "recommitment", "recommitments"});
constinit const Kind concern = indexed({"concern", "The path from a worry to a decision.", kConcern, "concern", "concerns", "raised date"});
constinit const Kind raised = indexed({"raised", "A concern is raised.", kRaised});
constinit const Kind renegotiated = indexed({"renegotiated", "The terms are renewed.", kRenegotiated});
constinit const Kind second_chance = indexed({"second chance", "A second chance is offered.", kSecondChance});
constinit const Kind decided = indexed({"decided", "A decision.", kDecided});
constinit const Kind closing = indexed({"closing", "How a relationship ended.", kClosing, "closing", "closing", "closed", "reason"});
constinit const Kind outcomes = indexed({"outcomes", "What came of it, by benefit.", kOutcomes});
constinit const Kind last_session = indexed({"last session", "The last meeting.", kLastSession});
constinit const Kind value = indexed({"value", "Taking stock.", kValue});
constinit const Kind cadence_step = indexed(
    {"cadence", "How often the pair means to meet, from a day on.", kCadenceStep, "cadence", "cadence", "from", "every", "## 2026-06-01 cadence: 4 weeks"});
constinit const Kind programme = indexed({"programme", "What `mentor.yaml` says.", kProgramme, "", "", "", ""});
constinit const Kind defaults = indexed({"defaults", "What holds for a relationship that does not say.", kDefaults});
constinit const Kind false_alarms = indexed({"false-alarms", "How many false alarms are allowed.", kFalseAlarms});
constinit const Kind counted = indexed({"counted", "What the programme's own relationships told.", kCounted});
constinit const Kind report_settings = indexed({"report", "How reports are cut.", kReportSettings});
constinit const Kind question_set =
    indexed({"question set", "Questions that belong together: a YAML file in the folder that `questions:` names.", kQuestionSet});
constinit const Kind question = indexed({"question", "One question of a set, or a statement to rate.", kQuestion});
}  // namespace kinds

std::span<const Kind* const> all_kinds() {
  using namespace kinds;
  // clang-format off
  static constexpr const Kind* list[] = {
      &relationship,
      &agreement,
      &goal,
      &goal_review,
      &meeting,
      &action,
      &feedback,
      &contact,
      &pause,
      &snooze,
      &holiday,
      &cadence_step,
      &review,
      &recognised_by,
      &answers,
      &event,
      &reason,
      &disconnect,
      &disconnect_action,
      &introduction,
      &stretch,
      &thanks,
      &recommitment,
      &concern,
      &raised,
      &renegotiated,
      &second_chance,
      &decided,
      &closing,
      &outcomes,
      &last_session,
      &value,
      &programme,
      &defaults,
      &false_alarms,
      &counted,
      &report_settings,
      &question_set,
      &question,
  };
  // clang-format on
  return list;
}

const Field* Kind::find(std::string_view field_name) const {
  for (std::size_t slot = name_slot(field_name); slots[slot] != 0; slot = (slot + 1) & 63) {
    const Field& field = fields[slots[slot] - 1U];
    if (same_word(field.name, field_name)) return &field;
  }
  return nullptr;
}

bool is_confidential(const Kind& kind, const Record& record) {
  if (&kind == &kinds::reason) return static_cast<const Reason&>(record).is_confidential();
  return &kind == &kinds::concern && static_cast<const Concern&>(record).is_confidential();
}

}  // namespace mentor

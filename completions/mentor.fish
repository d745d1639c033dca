# Completion of mentor for fish. Written by `mentor generate`: changes belong into the tables of the program.

# The command and the names behind it, as far as they are written.
function __mentor_said
    set -l words (commandline -opc)
    set -e words[1]
    while set -q words[1]
        switch $words[1]
            case -C --directory --today --format --color --width --fail-on --select --ignore --set --in-confidence --within --for --area --template --date --mentor --mentee --cadence --length --kind --started --until --purpose --cancelled-by --no-show --moved-to --contact-from --by --notice --answered --minutes --agenda-by --topic --goal --action --feedback --note --next --from --to --reason --rule --talked --decided --basis --agreed-by --second-chance-skipped --achievement --learned --goals-compared --next-steps --after --contact-terms --follow-up --closed --last-session --told --output --match
                set -e words[1]
            case '-*'
            case '*'
                echo -- $words[1]
        end
        set -e words[1]
    end
end

function __mentor_needs_command
    test (count (__mentor_said)) -eq 0
end

function __mentor_on
    set -l said (__mentor_said)
    set -q said[1]; and contains -- $said[1] $argv
end

# No name is written yet.
function __mentor_on_first
    set -l said (__mentor_said)
    test (count $said) -eq 1; and contains -- $said[1] $argv
end

# One name is written.
function __mentor_on_second
    set -l said (__mentor_said)
    test (count $said) -eq 2; and contains -- $said[1] $argv
end

# The relationships of the journal at hand.
function __mentor_pairs
    set -l words (commandline -opc)
    set -l folder
    while set -q words[1]
        switch $words[1]
            case -C --directory
                set folder -C (string replace -r -- '^~' $HOME "$words[2]")
            case '--directory=*'
                set folder -C (string replace -r -- '^--directory=' '' $words[1] | string replace -r -- '^~' $HOME)
        end
        set -e words[1]
    end
    mentor $folder __complete pairs 2>/dev/null
end

complete -c mentor -f

complete -c mentor -s C -l directory -x -a '(__fish_complete_directories)' -d 'The journal\'s folder'
complete -c mentor -l today -x -d 'The day to judge by'
complete -c mentor -n '__mentor_needs_command' -l format -x -a 'full concise json markdown html' -d 'How to print'
complete -c mentor -n '__mentor_on check' -l format -x -a 'full concise json markdown' -d 'How to print'
complete -c mentor -n '__mentor_on status' -l format -x -a 'full json' -d 'How to print'
complete -c mentor -n '__mentor_on show' -l format -x -a 'full json markdown' -d 'How to print'
complete -c mentor -n '__mentor_on remind' -l format -x -a 'full markdown json' -d 'How to print'
complete -c mentor -n '__mentor_on goals' -l format -x -a 'full markdown html json' -d 'How to print'
complete -c mentor -n '__mentor_on feedback' -l format -x -a 'full json markdown' -d 'How to print'
complete -c mentor -n '__mentor_on agenda' -l format -x -a 'full markdown html json' -d 'How to print'
complete -c mentor -n '__mentor_on init' -l format -x -a 'full json' -d 'How to print'
complete -c mentor -n '__mentor_on new' -l format -x -a 'full json' -d 'How to print'
complete -c mentor -n '__mentor_on log' -l format -x -a 'full json' -d 'How to print'
complete -c mentor -n '__mentor_on done' -l format -x -a 'full json' -d 'How to print'
complete -c mentor -n '__mentor_on pause' -l format -x -a 'full json' -d 'How to print'
complete -c mentor -n '__mentor_on snooze' -l format -x -a 'full json' -d 'How to print'
complete -c mentor -n '__mentor_on explain' -l format -x -a 'full' -d 'How to print'
complete -c mentor -n '__mentor_on config' -l format -x -a 'full json' -d 'How to print'
complete -c mentor -n '__mentor_on revive' -l format -x -a 'full markdown json' -d 'How to print'
complete -c mentor -n '__mentor_on close' -l format -x -a 'full markdown json' -d 'How to print'
complete -c mentor -n '__mentor_on summary' -l format -x -a 'full markdown html json' -d 'How to print'
complete -c mentor -n '__mentor_on backtest' -l format -x -a 'full json markdown' -d 'How to print'
complete -c mentor -n '__mentor_on programme' -l format -x -a 'full json markdown' -d 'How to print'
complete -c mentor -n '__mentor_on import' -l format -x -a 'full json' -d 'How to print'
complete -c mentor -n '__mentor_on export' -l format -x -a 'json' -d 'How to print'
complete -c mentor -n '__mentor_on schema' -l format -x -a 'json' -d 'How to print'
complete -c mentor -l color -x -a 'auto always never' -d 'Whether to use colours'
complete -c mentor -l width -x -d 'How wide a line may be'
complete -c mentor -s q -l quiet -d 'Print nothing but what was asked for'
complete -c mentor -s v -l verbose -d 'Show healthy relationships and all details too'
complete -c mentor -s h -l help -d 'Explain the command'
complete -c mentor -s V -l version -d 'Print the version'

complete -c mentor -n __mentor_needs_command -a check -d 'Find relationships that lose momentum, with the evidence'
complete -c mentor -n '__mentor_on check' -l fail-on -x -a 'info warning error never' -d 'The lowest severity that makes the exit code 1'
complete -c mentor -n '__mentor_on check' -l select -x -a 'meeting-overdue never-met agreed-slots-missed next-meeting-passed cancelled-not-rebooked no-show-open next-meeting-missing next-date-vague pause-overrun rhythm-slower-than-agreed no-longer-recorded contact-unanswered response-slowing initiative-one-sided momentum-falling cancellations no-shows short-notice-moves short-meetings presence-low contribution-low pulse-low pulse-falling views-differ answers-falling needs-unmet no-agenda actions-overdue actions-carried actions-one-sided direction-unset no-active-goal phase-stuck goal-without-progress goal-overdue goal-not-smart priorities-differ goals-all-met learning-stuck focus-off-goals circumstances-changed review-due review-overdue no-feedback feedback-one-sided topics-repeat person-left-out no-new-learning stretch-none introduction-not-followed agreement-missing agreement-one-sided agreement-old competition-perceived power-imbalance doubt-noted reason-noted disconnect-open concern-waiting facilitator-missing mentor-load recommitment-one-sided habit-returned undecided-long end-passed duration-one-sided second-chance-missing early-end last-session-unannounced silent-end ended-without-conversation ended-without-reason ended-without-second-voice' -d 'Only this rule'
complete -c mentor -n '__mentor_on check' -l ignore -x -a 'meeting-overdue never-met agreed-slots-missed next-meeting-passed cancelled-not-rebooked no-show-open next-meeting-missing next-date-vague pause-overrun rhythm-slower-than-agreed no-longer-recorded contact-unanswered response-slowing initiative-one-sided momentum-falling cancellations no-shows short-notice-moves short-meetings presence-low contribution-low pulse-low pulse-falling views-differ answers-falling needs-unmet no-agenda actions-overdue actions-carried actions-one-sided direction-unset no-active-goal phase-stuck goal-without-progress goal-overdue goal-not-smart priorities-differ goals-all-met learning-stuck focus-off-goals circumstances-changed review-due review-overdue no-feedback feedback-one-sided topics-repeat person-left-out no-new-learning stretch-none introduction-not-followed agreement-missing agreement-one-sided agreement-old competition-perceived power-imbalance doubt-noted reason-noted disconnect-open concern-waiting facilitator-missing mentor-load recommitment-one-sided habit-returned undecided-long end-passed duration-one-sided second-chance-missing early-end last-session-unannounced silent-end ended-without-conversation ended-without-reason ended-without-second-voice' -d 'Not this rule'
complete -c mentor -n '__mentor_on check' -l set -x -d 'As if mentor.yaml set this limit, or `false-alarms.stalled` or `false-alarms.drifting`'
complete -c mentor -n '__mentor_on check' -l allow-empty -d 'A folder without relationships is no error'
complete -c mentor -n '__mentor_on check' -a '(__mentor_pairs)'

complete -c mentor -n __mentor_needs_command -a status -d 'One row a relationship, the most urgent first'
complete -c mentor -n '__mentor_on status' -l set -x -d 'As if mentor.yaml set this limit, or `false-alarms.stalled` or `false-alarms.drifting`'
complete -c mentor -n '__mentor_on status' -a '(__mentor_pairs)'

complete -c mentor -n __mentor_needs_command -a show -d 'One relationship in full'
complete -c mentor -n '__mentor_on show' -l history -d 'Show how the state moved over time, why, and which entry brought each change about'
complete -c mentor -n '__mentor_on show' -l read -d 'Show line by line how the files were understood, to be checked against them'
complete -c mentor -n '__mentor_on show' -l in-confidence -x -a 'mentor mentee facilitator' -d 'Show what this party noted in confidence and nothing else, for their own eyes'
complete -c mentor -n '__mentor_on_first show' -a '(__mentor_pairs)'

complete -c mentor -n __mentor_needs_command -a remind -d 'What is due in the next days, for each of the two'
complete -c mentor -n '__mentor_on remind' -l within -x -d 'How far ahead to look'
complete -c mentor -n '__mentor_on remind' -l for -x -d 'Only what concerns this person'
complete -c mentor -n '__mentor_on remind' -a '(__mentor_pairs)'

complete -c mentor -n __mentor_needs_command -a goals -d 'The goal review'
complete -c mentor -n '__mentor_on goals' -a '(__mentor_pairs)'

complete -c mentor -n __mentor_needs_command -a feedback -d 'Questions for the two, sheets to answer them, and both voices side by side'
complete -c mentor -n '__mentor_on feedback' -l set -x -a 'stalled goals priorities feedback purpose ladder review reflection stock-taking closing drive mastery presence rapport skills health' -d 'The question set'
complete -c mentor -n '__mentor_on feedback' -l for -x -a 'mentor mentee both' -d 'Whose questions'
complete -c mentor -n '__mentor_on feedback' -l area -x -d 'Only the questions of this area, such as a topic of the set `reflection`'
complete -c mentor -n '__mentor_on feedback' -l write -d 'Write a sheet a voice, to be filled in'
complete -c mentor -n '__mentor_on feedback' -l compare -d 'Both voices side by side, once both have answered'
complete -c mentor -n '__mentor_on feedback' -l seal -d 'Keep one voice\'s answers to yourself, and note a seal that shows later that they have not changed'
complete -c mentor -n '__mentor_on feedback' -l open -d 'Open sealed answers for both to see, when the other side has answered too'
complete -c mentor -n '__mentor_on feedback' -l dry-run -d 'Show what would be written, byte for byte, and write nothing'
complete -c mentor -n '__mentor_on feedback' -l template -x -d 'Fill this Mustache template with the JSON of the report (`--format json` shows it)'
complete -c mentor -n '__mentor_on_first feedback' -a '(__mentor_pairs)'

complete -c mentor -n __mentor_needs_command -a agenda -d 'The next meeting\'s agenda, from what the journal holds'
complete -c mentor -n '__mentor_on agenda' -l date -x -d 'Which meeting'
complete -c mentor -n '__mentor_on agenda' -l for -x -a 'mentor mentee' -d 'Adds what this side prepares'
complete -c mentor -n '__mentor_on agenda' -l template -x -d 'Fill this Mustache template with the JSON of the report (`--format json` shows it)'
complete -c mentor -n '__mentor_on_first agenda' -a '(__mentor_pairs)'

complete -c mentor -n __mentor_needs_command -a init -d 'Begin a journal'
complete -c mentor -n '__mentor_on init' -l example -d 'Add three invented relationships'
complete -c mentor -n '__mentor_on init' -l dry-run -d 'Show what would be written, byte for byte, and write nothing'

complete -c mentor -n __mentor_needs_command -a new -d 'Begin a relationship'
complete -c mentor -n '__mentor_on new' -l mentor -x -d 'Who gives the time'
complete -c mentor -n '__mentor_on new' -l mentee -x -d 'Whose development it is about'
complete -c mentor -n '__mentor_on new' -l cadence -x -d 'How often the two mean to meet'
complete -c mentor -n '__mentor_on new' -l length -x -d 'How long a meeting is meant to be'
complete -c mentor -n '__mentor_on new' -l kind -x -a 'developmental situational informal' -d 'What sort of mentoring it is'
complete -c mentor -n '__mentor_on new' -l started -x -d 'The day of the match'
complete -c mentor -n '__mentor_on new' -l until -x -d 'The end that is meant'
complete -c mentor -n '__mentor_on new' -l purpose -x -d 'What it is for, in a sentence'
complete -c mentor -n '__mentor_on new' -l yaml -d 'Make a YAML file'
complete -c mentor -n '__mentor_on new' -l dry-run -d 'Show what would be written, byte for byte, and write nothing'
complete -c mentor -n '__mentor_on_first new' -a ''

complete -c mentor -n __mentor_needs_command -a log -d 'Enter a meeting or a message'
complete -c mentor -n '__mentor_on log' -l date -x -d 'The day of the meeting or message'
complete -c mentor -n '__mentor_on log' -l cancelled-by -x -a 'mentor mentee both external' -d 'It was called off, by mentor, mentee, both, or external'
complete -c mentor -n '__mentor_on log' -l no-show -x -a 'mentor mentee both external' -d 'This side did not come'
complete -c mentor -n '__mentor_on log' -l moved-to -x -d 'It was moved to that day'
complete -c mentor -n '__mentor_on log' -l planned -d 'It is yet to come'
complete -c mentor -n '__mentor_on log' -l contact-from -x -a 'mentor mentee both' -d 'A message between meetings, from this side'
complete -c mentor -n '__mentor_on log' -l by -x -a 'mentor mentee both external' -d 'With --moved-to'
complete -c mentor -n '__mentor_on log' -l notice -x -d 'How long before it was called off or moved'
complete -c mentor -n '__mentor_on log' -l answered -x -d 'With --contact-from'
complete -c mentor -n '__mentor_on log' -l minutes -x -d 'How long it was, and was meant to be'
complete -c mentor -n '__mentor_on log' -l agenda-by -x -a 'mentor mentee both none' -d 'Who brought an agenda'
complete -c mentor -n '__mentor_on log' -l topic -x -d 'What it was about'
complete -c mentor -n '__mentor_on log' -l goal -x -d 'A goal that moved or was talked about'
complete -c mentor -n '__mentor_on log' -l action -x -d 'What was promised'
complete -c mentor -n '__mentor_on log' -l feedback -x -d 'What was said about the meetings themselves'
complete -c mentor -n '__mentor_on log' -l note -x -d 'Free text'
complete -c mentor -n '__mentor_on log' -l next -x -d 'The next meeting, with a time if there is one'
complete -c mentor -n '__mentor_on log' -l dry-run -d 'Show what would be written, byte for byte, and write nothing'
complete -c mentor -n '__mentor_on_first log' -a '(__mentor_pairs)'

complete -c mentor -n __mentor_needs_command -a done -d 'Tick off an action'
complete -c mentor -n '__mentor_on done' -l date -x -d 'The day it was done'
complete -c mentor -n '__mentor_on done' -l cancelled -d 'It will not be done'
complete -c mentor -n '__mentor_on done' -l dry-run -d 'Show what would be written, byte for byte, and write nothing'
complete -c mentor -n '__mentor_on_first done' -a '(__mentor_pairs)'

complete -c mentor -n __mentor_needs_command -a pause -d 'Announce a break'
complete -c mentor -n '__mentor_on pause' -l from -x -d 'The first day'
complete -c mentor -n '__mentor_on pause' -l to -x -d 'The last day'
complete -c mentor -n '__mentor_on pause' -l by -x -a 'mentor mentee both external' -d 'Who needs it'
complete -c mentor -n '__mentor_on pause' -l reason -x -d 'Why, in a few words'
complete -c mentor -n '__mentor_on pause' -l dry-run -d 'Show what would be written, byte for byte, and write nothing'
complete -c mentor -n '__mentor_on_first pause' -a '(__mentor_pairs)'

complete -c mentor -n __mentor_needs_command -a snooze -d 'Postpone a finding'
complete -c mentor -n '__mentor_on snooze' -l until -x -d 'The day from which it is told again'
complete -c mentor -n '__mentor_on snooze' -l rule -x -a 'meeting-overdue never-met agreed-slots-missed next-meeting-passed cancelled-not-rebooked no-show-open next-meeting-missing next-date-vague pause-overrun rhythm-slower-than-agreed no-longer-recorded contact-unanswered response-slowing initiative-one-sided momentum-falling cancellations no-shows short-notice-moves short-meetings presence-low contribution-low pulse-low pulse-falling views-differ answers-falling needs-unmet no-agenda actions-overdue actions-carried actions-one-sided direction-unset no-active-goal phase-stuck goal-without-progress goal-overdue goal-not-smart priorities-differ goals-all-met learning-stuck focus-off-goals circumstances-changed review-due review-overdue no-feedback feedback-one-sided topics-repeat person-left-out no-new-learning stretch-none introduction-not-followed agreement-missing agreement-one-sided agreement-old competition-perceived power-imbalance doubt-noted reason-noted disconnect-open concern-waiting facilitator-missing mentor-load recommitment-one-sided habit-returned undecided-long end-passed duration-one-sided second-chance-missing early-end last-session-unannounced silent-end ended-without-conversation ended-without-reason ended-without-second-voice' -d 'Which finding'
complete -c mentor -n '__mentor_on snooze' -l reason -x -d 'Why it can wait'
complete -c mentor -n '__mentor_on snooze' -l dry-run -d 'Show what would be written, byte for byte, and write nothing'
complete -c mentor -n '__mentor_on_first snooze' -a '(__mentor_pairs)'

complete -c mentor -n __mentor_needs_command -a explain -d 'What a word of mentor means, or why it says what it says of a pair'
complete -c mentor -n '__mentor_on explain' -a '(__mentor_pairs)'
complete -c mentor -n '__mentor_on explain' -a 'meeting-overdue never-met agreed-slots-missed next-meeting-passed cancelled-not-rebooked no-show-open next-meeting-missing next-date-vague pause-overrun rhythm-slower-than-agreed no-longer-recorded contact-unanswered response-slowing initiative-one-sided momentum-falling cancellations no-shows short-notice-moves short-meetings presence-low contribution-low pulse-low pulse-falling views-differ answers-falling needs-unmet no-agenda actions-overdue actions-carried actions-one-sided direction-unset no-active-goal phase-stuck goal-without-progress goal-overdue goal-not-smart priorities-differ goals-all-met learning-stuck focus-off-goals circumstances-changed review-due review-overdue no-feedback feedback-one-sided topics-repeat person-left-out no-new-learning stretch-none introduction-not-followed agreement-missing agreement-one-sided agreement-old competition-perceived power-imbalance doubt-noted reason-noted disconnect-open concern-waiting facilitator-missing mentor-load recommitment-one-sided habit-returned undecided-long end-passed duration-one-sided second-chance-missing early-end last-session-unannounced silent-end ended-without-conversation ended-without-reason ended-without-second-voice stalled dormant drifting closing too-early paused on-track closed method goals priorities feedback purpose ladder review reflection stock-taking drive mastery presence rapport skills health unreadable not-a-file link-not-followed unfinished-write too-large too-deep-folder encoding control-character conflict-marker yaml-syntax yaml-unclosed-quote yaml-anchor yaml-tag yaml-tab yaml-documents yaml-too-deep yaml-too-large yaml-key front-matter-unclosed duplicate-key unknown-key key-without-value missing-key wrong-type not-allowed out-of-range date-invalid date-ambiguous date-not-iso unknown-party unknown-goal unknown-question-set duplicate-goal unknown-heading orphan-note id-collides private-unclosed date-mismatch date-order duplicate-meeting date-missing date-no-year date-year-inferred date-year-doubtful date-doubled date-weekday date-out-of-order date-in-future unknown-rule ignore-without-reason unused-ignore more-problems relationship agreement goal "goal review" meeting action contact pause snooze holiday cadence "recognised by" answers event reason disconnect "disconnect action" introduction stretch thanks recommitment concern raised renegotiated "second chance" decided outcomes "last session" value programme defaults false-alarms counted report "question set" question'

complete -c mentor -n __mentor_needs_command -a config -d 'The settings in force, and where each comes from'
complete -c mentor -n '__mentor_on config' -l show-origin -d 'Say behind each setting where it comes from'
complete -c mentor -n '__mentor_on config' -a 'programme coordinator defaults holidays signs false-alarms counted phases exclude aliases questions report meeting-overdue never-met agreed-slots-missed next-meeting-passed cancelled-not-rebooked no-show-open next-meeting-missing next-date-vague pause-overrun rhythm-slower-than-agreed no-longer-recorded contact-unanswered response-slowing initiative-one-sided momentum-falling cancellations no-shows short-notice-moves short-meetings presence-low contribution-low pulse-low pulse-falling views-differ answers-falling needs-unmet no-agenda actions-overdue actions-carried actions-one-sided direction-unset no-active-goal phase-stuck goal-without-progress goal-overdue goal-not-smart priorities-differ goals-all-met learning-stuck focus-off-goals circumstances-changed review-due review-overdue no-feedback feedback-one-sided topics-repeat person-left-out no-new-learning stretch-none introduction-not-followed agreement-missing agreement-one-sided agreement-old competition-perceived power-imbalance doubt-noted reason-noted disconnect-open concern-waiting facilitator-missing mentor-load recommitment-one-sided habit-returned undecided-long end-passed duration-one-sided second-chance-missing early-end last-session-unannounced silent-end ended-without-conversation ended-without-reason ended-without-second-voice'

complete -c mentor -n __mentor_needs_command -a revive -d 'A plan to regain momentum, or to say honestly that it is over'
complete -c mentor -n '__mentor_on revive' -l for -x -a 'mentor mentee' -d 'Add what mentor or mentee can do alone'
complete -c mentor -n '__mentor_on revive' -l confidential -d 'Print, for the one named with --for, words to turn to a third person'
complete -c mentor -n '__mentor_on_first revive' -a '(__mentor_pairs)'

complete -c mentor -n __mentor_needs_command -a close -d 'The way to a good ending, step by step'
complete -c mentor -n '__mentor_on close' -l write -d 'Enter the closing record, or more of it, with the options below'
complete -c mentor -n '__mentor_on close' -l talked -x -d 'The day both talked about ending'
complete -c mentor -n '__mentor_on close' -l decided -x -d 'The day the end was decided'
complete -c mentor -n '__mentor_on close' -l basis -x -a 'goals agreed-end needs circumstances fit' -d 'What the decision rests on'
complete -c mentor -n '__mentor_on close' -l agreed-by -x -a 'mentor mentee both' -d 'Who agreed to end'
complete -c mentor -n '__mentor_on close' -l reason -x -d 'Why it ends, so that nobody is left guessing'
complete -c mentor -n '__mentor_on close' -l second-chance-skipped -x -d 'Why no second chance was looked for'
complete -c mentor -n '__mentor_on close' -l achievement -x -d 'What the two reached together'
complete -c mentor -n '__mentor_on close' -l learned -x -d 'What one of them learned'
complete -c mentor -n '__mentor_on close' -l goals-compared -x -d 'What came of comparing the goals with where things stand'
complete -c mentor -n '__mentor_on close' -l next-steps -x -d 'What one of them does next'
complete -c mentor -n '__mentor_on close' -l after -x -a 'friendship peer contact none' -d 'What the relationship becomes'
complete -c mentor -n '__mentor_on close' -l contact-terms -x -d 'How the two stay in touch, if they do'
complete -c mentor -n '__mentor_on close' -l follow-up -x -d 'The day on which the two mean to hear of each other again'
complete -c mentor -n '__mentor_on close' -l celebrated -d 'The end was celebrated'
complete -c mentor -n '__mentor_on close' -l closed -x -d 'The day it was closed'
complete -c mentor -n '__mentor_on close' -l last-session -x -d 'The day of the last meeting'
complete -c mentor -n '__mentor_on close' -l told -x -d 'The day both knew that it would be the last'
complete -c mentor -n '__mentor_on close' -l dry-run -d 'Show what would be written, byte for byte, and write nothing'
complete -c mentor -n '__mentor_on_first close' -a '(__mentor_pairs)'

complete -c mentor -n __mentor_needs_command -a summary -d 'A relationship told at its end, or on the way, in both voices'
complete -c mentor -n '__mentor_on summary' -l for -x -a 'both mentor mentee programme' -d 'Who will read it'
complete -c mentor -n '__mentor_on summary' -l template -x -d 'Fill this Mustache template with the JSON of the report (`--format json` shows it)'
complete -c mentor -n '__mentor_on_first summary' -a '(__mentor_pairs)'

complete -c mentor -n __mentor_needs_command -a backtest -d 'How often the verdicts were right, on the journal\'s own past'
complete -c mentor -n '__mentor_on backtest' -a '(__mentor_pairs)'

complete -c mentor -n __mentor_needs_command -a programme -d 'What a programme of many pairs tells about itself'
complete -c mentor -n '__mentor_on programme' -a '(__mentor_pairs)'

complete -c mentor -n __mentor_needs_command -a import -d 'Adopt a folder of free-form notes, or enter the dates of a calendar'
complete -c mentor -n '__mentor_on import' -l mentor -x -d 'Who guides'
complete -c mentor -n '__mentor_on import' -l mentee -x -d 'Who is guided'
complete -c mentor -n '__mentor_on import' -l cadence -x -d 'How often the two mean to meet'
complete -c mentor -n '__mentor_on import' -l output -x -a '(__fish_complete_directories)' -d 'The file to write'
complete -c mentor -n '__mentor_on import' -l match -x -d 'Of a calendar'
complete -c mentor -n '__mentor_on import' -l past-as-planned -d 'Of a calendar'
complete -c mentor -n '__mentor_on import' -l dry-run -d 'Show what would be written, and write nothing'
complete -c mentor -n '__mentor_on_second import' -a '(__fish_complete_directories)'
complete -c mentor -n '__mentor_on_first import' -a 'notes ics'

complete -c mentor -n __mentor_needs_command -a export -d 'Print the whole model for other programs'
complete -c mentor -n '__mentor_on export' -a '(__mentor_pairs)'

complete -c mentor -n __mentor_needs_command -a merge-driver -d 'Merge two edited versions of a journal\'s file, for git'
complete -c mentor -n '__mentor_on_first merge-driver' -a ''

complete -c mentor -n __mentor_needs_command -a schema -d 'Print a JSON Schema for editors and other programs'
complete -c mentor -n '__mentor_on_first schema' -a 'relationship config questions check status show history read confidence agenda goals question-sets feedback sheets compare revive close summary remind programme settings backtest export entry files import'

complete -c mentor -n __mentor_needs_command -a completion -d 'Print the completion script of a shell'
complete -c mentor -n '__mentor_on_first completion' -a 'bash zsh fish'

complete -c mentor -n __mentor_needs_command -a generate -d 'Generate man pages and completion scripts from the program\'s tables'
complete -c mentor -n '__mentor_on generate' -l output -x -a '(__fish_complete_directories)' -d 'The folder to write `man/` and `completions/` in'
complete -c mentor -n '__mentor_on_first generate' -a 'man completions mentor.1 mentor-journal.5 mentor-rules.7 mentor-questions.7 mentor.bash _mentor mentor.fish'

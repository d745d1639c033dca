# Completion of mentor for bash. Written by `mentor generate`: changes belong into the tables of the program.

# Offers those of the further words that begin with the first.
_mentor_offer() {
  local begin=$1 word quoted
  shift
  for word; do
    if [[ -n $word && $word == "$begin"* ]]; then
      printf -v quoted %q "$word"
      COMPREPLY+=("$quoted")
    fi
  done
}

# The relationships of the journal at hand.
_mentor_pairs() {
  local id ids=()
  while IFS= read -r id; do
    ids+=("$id")
  done < <(mentor ${folder:+-C "$folder"} __complete pairs 2>/dev/null)
  _mentor_offer "$cur" "${ids[@]}"
}

_mentor_folders() {
  local folder_name
  compopt -o filenames 2>/dev/null
  while IFS= read -r folder_name; do
    COMPREPLY+=("$folder_name")
  done < <(compgen -d -- "$cur")
}

_mentor() {
  local cur=${COMP_WORDS[COMP_CWORD]} flag='' verb='' folder='' word
  local -i i names=0
  COMPREPLY=()
  ((COMP_CWORD > 0)) && flag=${COMP_WORDS[COMP_CWORD - 1]}
  # bash makes three words of --flag=value
  if [[ $cur == = ]]; then
    cur=''
  elif [[ $flag == = ]]; then
    flag=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  cur=${cur//\\/}

  for ((i = 1; i < COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    case $word in
      -C | --directory | --today | --format | --color | --width | --fail-on | --select | --ignore | --set | --in-confidence | --within | --for | --area | --template | --date | --mentor | --mentee | --cadence | --length | --kind | --started | --until | --purpose | --cancelled-by | --no-show | --moved-to | --contact-from | --by | --notice | --answered | --minutes | --agenda-by | --topic | --goal | --action | --feedback | --note | --next | --from | --to | --reason | --rule | --talked | --decided | --basis | --agreed-by | --second-chance-skipped | --achievement | --learned | --goals-compared | --next-steps | --after | --contact-terms | --follow-up | --closed | --last-session | --told | --output | --match)
        [[ ${COMP_WORDS[i + 1]} == = ]] && i+=1
        i+=1
        [[ $word == -C || $word == --directory ]] && folder=${COMP_WORDS[i]/#\~/$HOME}
        ;;
      -*) ;;
      *)
        if [[ -z $verb ]]; then verb=$word; else names+=1; fi
        ;;
    esac
  done

  case $flag in
    -C | --directory)
      _mentor_folders
      return
      ;;
    --today)
      return
      ;;
    --format)
      case $verb in
        check) _mentor_offer "$cur" full concise json markdown ;;
        status) _mentor_offer "$cur" full json ;;
        show) _mentor_offer "$cur" full json markdown ;;
        remind) _mentor_offer "$cur" full markdown json ;;
        goals) _mentor_offer "$cur" full markdown html json ;;
        feedback) _mentor_offer "$cur" full json markdown ;;
        agenda) _mentor_offer "$cur" full markdown html json ;;
        init) _mentor_offer "$cur" full json ;;
        new) _mentor_offer "$cur" full json ;;
        log) _mentor_offer "$cur" full json ;;
        done) _mentor_offer "$cur" full json ;;
        pause) _mentor_offer "$cur" full json ;;
        snooze) _mentor_offer "$cur" full json ;;
        explain) _mentor_offer "$cur" full ;;
        config) _mentor_offer "$cur" full json ;;
        revive) _mentor_offer "$cur" full markdown json ;;
        close) _mentor_offer "$cur" full markdown json ;;
        summary) _mentor_offer "$cur" full markdown html json ;;
        backtest) _mentor_offer "$cur" full json markdown ;;
        programme) _mentor_offer "$cur" full json markdown ;;
        import) _mentor_offer "$cur" full json ;;
        export) _mentor_offer "$cur" json ;;
        schema) _mentor_offer "$cur" json ;;
        '') _mentor_offer "$cur" full concise json markdown html ;;
      esac
      return
      ;;
    --color)
      _mentor_offer "$cur" auto always never
      return
      ;;
    --width)
      return
      ;;
    --fail-on)
      _mentor_offer "$cur" info warning error never
      return
      ;;
    --select)
      _mentor_offer "$cur" meeting-overdue never-met agreed-slots-missed next-meeting-passed cancelled-not-rebooked no-show-open next-meeting-missing next-date-vague pause-overrun rhythm-slower-than-agreed no-longer-recorded contact-unanswered response-slowing initiative-one-sided momentum-falling cancellations no-shows short-notice-moves short-meetings presence-low contribution-low pulse-low pulse-falling views-differ answers-falling needs-unmet no-agenda actions-overdue actions-carried actions-one-sided direction-unset no-active-goal phase-stuck goal-without-progress goal-overdue goal-not-smart priorities-differ goals-all-met learning-stuck focus-off-goals circumstances-changed review-due review-overdue no-feedback feedback-one-sided topics-repeat person-left-out no-new-learning stretch-none introduction-not-followed agreement-missing agreement-one-sided agreement-old competition-perceived power-imbalance doubt-noted reason-noted disconnect-open concern-waiting facilitator-missing mentor-load recommitment-one-sided habit-returned undecided-long end-passed duration-one-sided second-chance-missing early-end last-session-unannounced silent-end ended-without-conversation ended-without-reason ended-without-second-voice
      return
      ;;
    --ignore)
      _mentor_offer "$cur" meeting-overdue never-met agreed-slots-missed next-meeting-passed cancelled-not-rebooked no-show-open next-meeting-missing next-date-vague pause-overrun rhythm-slower-than-agreed no-longer-recorded contact-unanswered response-slowing initiative-one-sided momentum-falling cancellations no-shows short-notice-moves short-meetings presence-low contribution-low pulse-low pulse-falling views-differ answers-falling needs-unmet no-agenda actions-overdue actions-carried actions-one-sided direction-unset no-active-goal phase-stuck goal-without-progress goal-overdue goal-not-smart priorities-differ goals-all-met learning-stuck focus-off-goals circumstances-changed review-due review-overdue no-feedback feedback-one-sided topics-repeat person-left-out no-new-learning stretch-none introduction-not-followed agreement-missing agreement-one-sided agreement-old competition-perceived power-imbalance doubt-noted reason-noted disconnect-open concern-waiting facilitator-missing mentor-load recommitment-one-sided habit-returned undecided-long end-passed duration-one-sided second-chance-missing early-end last-session-unannounced silent-end ended-without-conversation ended-without-reason ended-without-second-voice
      return
      ;;
    --set)
      _mentor_offer "$cur" stalled goals priorities feedback purpose ladder review reflection stock-taking closing drive mastery presence rapport skills health
      return
      ;;
    --in-confidence)
      _mentor_offer "$cur" mentor mentee facilitator
      return
      ;;
    --within)
      return
      ;;
    --for)
      _mentor_offer "$cur" mentor mentee both programme
      return
      ;;
    --area)
      return
      ;;
    --template)
      return
      ;;
    --date)
      return
      ;;
    --mentor)
      return
      ;;
    --mentee)
      return
      ;;
    --cadence)
      return
      ;;
    --length)
      return
      ;;
    --kind)
      _mentor_offer "$cur" developmental situational informal
      return
      ;;
    --started)
      return
      ;;
    --until)
      return
      ;;
    --purpose)
      return
      ;;
    --cancelled-by)
      _mentor_offer "$cur" mentor mentee both external
      return
      ;;
    --no-show)
      _mentor_offer "$cur" mentor mentee both external
      return
      ;;
    --moved-to)
      return
      ;;
    --contact-from)
      _mentor_offer "$cur" mentor mentee both
      return
      ;;
    --by)
      _mentor_offer "$cur" mentor mentee both external
      return
      ;;
    --notice)
      return
      ;;
    --answered)
      return
      ;;
    --minutes)
      return
      ;;
    --agenda-by)
      _mentor_offer "$cur" mentor mentee both none
      return
      ;;
    --topic)
      return
      ;;
    --goal)
      return
      ;;
    --action)
      return
      ;;
    --feedback)
      return
      ;;
    --note)
      return
      ;;
    --next)
      return
      ;;
    --from)
      return
      ;;
    --to)
      return
      ;;
    --reason)
      return
      ;;
    --rule)
      _mentor_offer "$cur" meeting-overdue never-met agreed-slots-missed next-meeting-passed cancelled-not-rebooked no-show-open next-meeting-missing next-date-vague pause-overrun rhythm-slower-than-agreed no-longer-recorded contact-unanswered response-slowing initiative-one-sided momentum-falling cancellations no-shows short-notice-moves short-meetings presence-low contribution-low pulse-low pulse-falling views-differ answers-falling needs-unmet no-agenda actions-overdue actions-carried actions-one-sided direction-unset no-active-goal phase-stuck goal-without-progress goal-overdue goal-not-smart priorities-differ goals-all-met learning-stuck focus-off-goals circumstances-changed review-due review-overdue no-feedback feedback-one-sided topics-repeat person-left-out no-new-learning stretch-none introduction-not-followed agreement-missing agreement-one-sided agreement-old competition-perceived power-imbalance doubt-noted reason-noted disconnect-open concern-waiting facilitator-missing mentor-load recommitment-one-sided habit-returned undecided-long end-passed duration-one-sided second-chance-missing early-end last-session-unannounced silent-end ended-without-conversation ended-without-reason ended-without-second-voice
      return
      ;;
    --talked)
      return
      ;;
    --decided)
      return
      ;;
    --basis)
      _mentor_offer "$cur" goals agreed-end needs circumstances fit
      return
      ;;
    --agreed-by)
      _mentor_offer "$cur" mentor mentee both
      return
      ;;
    --second-chance-skipped)
      return
      ;;
    --achievement)
      return
      ;;
    --learned)
      return
      ;;
    --goals-compared)
      return
      ;;
    --next-steps)
      return
      ;;
    --after)
      _mentor_offer "$cur" friendship peer contact none
      return
      ;;
    --contact-terms)
      return
      ;;
    --follow-up)
      return
      ;;
    --closed)
      return
      ;;
    --last-session)
      return
      ;;
    --told)
      return
      ;;
    --output)
      _mentor_folders
      return
      ;;
    --match)
      return
      ;;
  esac

  if [[ $cur == -* ]]; then
    _mentor_offer "$cur" --directory --today --format --color --width --quiet --verbose --help --version
    case $verb in
      check) _mentor_offer "$cur" --fail-on --select --ignore --set --allow-empty ;;
      status) _mentor_offer "$cur" --set ;;
      show) _mentor_offer "$cur" --history --read --in-confidence ;;
      remind) _mentor_offer "$cur" --within --for ;;
      feedback) _mentor_offer "$cur" --set --for --area --write --compare --seal --open --dry-run --template ;;
      agenda) _mentor_offer "$cur" --date --for --template ;;
      init) _mentor_offer "$cur" --example --dry-run ;;
      new) _mentor_offer "$cur" --mentor --mentee --cadence --length --kind --started --until --purpose --yaml --dry-run ;;
      log) _mentor_offer "$cur" --date --cancelled-by --no-show --moved-to --planned --contact-from --by --notice --answered --minutes --agenda-by --topic --goal --action --feedback --note --next --dry-run ;;
      done) _mentor_offer "$cur" --date --cancelled --dry-run ;;
      pause) _mentor_offer "$cur" --from --to --by --reason --dry-run ;;
      snooze) _mentor_offer "$cur" --until --rule --reason --dry-run ;;
      config) _mentor_offer "$cur" --show-origin ;;
      revive) _mentor_offer "$cur" --for --confidential ;;
      close) _mentor_offer "$cur" --write --talked --decided --basis --agreed-by --reason --second-chance-skipped --achievement --learned --goals-compared --next-steps --after --contact-terms --follow-up --celebrated --closed --last-session --told --dry-run ;;
      summary) _mentor_offer "$cur" --for --template ;;
      import) _mentor_offer "$cur" --mentor --mentee --cadence --output --match --past-as-planned --dry-run ;;
      generate) _mentor_offer "$cur" --output ;;
    esac
    return
  fi

  case $verb in
    '') _mentor_offer "$cur" check status show remind goals feedback agenda init new log done pause snooze explain config revive close summary backtest programme import export merge-driver schema completion generate ;;
    check) _mentor_pairs ;;
    status) _mentor_pairs ;;
    show) ((names == 0)) && _mentor_pairs ;;
    remind) _mentor_pairs ;;
    goals) _mentor_pairs ;;
    feedback) ((names == 0)) && _mentor_pairs ;;
    agenda) ((names == 0)) && _mentor_pairs ;;
    new) ((names == 0)) && _mentor_offer "$cur" ;;
    log) ((names == 0)) && _mentor_pairs ;;
    done) ((names == 0)) && _mentor_pairs ;;
    pause) ((names == 0)) && _mentor_pairs ;;
    snooze) ((names == 0)) && _mentor_pairs ;;
    explain) _mentor_offer "$cur" meeting-overdue never-met agreed-slots-missed next-meeting-passed cancelled-not-rebooked no-show-open next-meeting-missing next-date-vague pause-overrun rhythm-slower-than-agreed no-longer-recorded contact-unanswered response-slowing initiative-one-sided momentum-falling cancellations no-shows short-notice-moves short-meetings presence-low contribution-low pulse-low pulse-falling views-differ answers-falling needs-unmet no-agenda actions-overdue actions-carried actions-one-sided direction-unset no-active-goal phase-stuck goal-without-progress goal-overdue goal-not-smart priorities-differ goals-all-met learning-stuck focus-off-goals circumstances-changed review-due review-overdue no-feedback feedback-one-sided topics-repeat person-left-out no-new-learning stretch-none introduction-not-followed agreement-missing agreement-one-sided agreement-old competition-perceived power-imbalance doubt-noted reason-noted disconnect-open concern-waiting facilitator-missing mentor-load recommitment-one-sided habit-returned undecided-long end-passed duration-one-sided second-chance-missing early-end last-session-unannounced silent-end ended-without-conversation ended-without-reason ended-without-second-voice stalled dormant drifting closing too-early paused on-track closed method goals priorities feedback purpose ladder review reflection stock-taking drive mastery presence rapport skills health unreadable not-a-file link-not-followed unfinished-write too-large too-deep-folder encoding control-character conflict-marker yaml-syntax yaml-unclosed-quote yaml-anchor yaml-tag yaml-tab yaml-documents yaml-too-deep yaml-too-large yaml-key front-matter-unclosed duplicate-key unknown-key key-without-value missing-key wrong-type not-allowed out-of-range date-invalid date-ambiguous date-not-iso unknown-party unknown-goal unknown-question-set duplicate-goal unknown-heading orphan-note id-collides private-unclosed date-mismatch date-order duplicate-meeting date-missing date-no-year date-year-inferred date-year-doubtful date-doubled date-weekday date-out-of-order date-in-future unknown-rule ignore-without-reason unused-ignore more-problems relationship agreement goal 'goal review' meeting action contact pause snooze holiday cadence 'recognised by' answers event reason disconnect 'disconnect action' introduction stretch thanks recommitment concern raised renegotiated 'second chance' decided outcomes 'last session' value programme defaults false-alarms counted report 'question set' question; _mentor_pairs ;;
    config) _mentor_offer "$cur" programme coordinator defaults holidays signs false-alarms counted phases exclude aliases questions report meeting-overdue never-met agreed-slots-missed next-meeting-passed cancelled-not-rebooked no-show-open next-meeting-missing next-date-vague pause-overrun rhythm-slower-than-agreed no-longer-recorded contact-unanswered response-slowing initiative-one-sided momentum-falling cancellations no-shows short-notice-moves short-meetings presence-low contribution-low pulse-low pulse-falling views-differ answers-falling needs-unmet no-agenda actions-overdue actions-carried actions-one-sided direction-unset no-active-goal phase-stuck goal-without-progress goal-overdue goal-not-smart priorities-differ goals-all-met learning-stuck focus-off-goals circumstances-changed review-due review-overdue no-feedback feedback-one-sided topics-repeat person-left-out no-new-learning stretch-none introduction-not-followed agreement-missing agreement-one-sided agreement-old competition-perceived power-imbalance doubt-noted reason-noted disconnect-open concern-waiting facilitator-missing mentor-load recommitment-one-sided habit-returned undecided-long end-passed duration-one-sided second-chance-missing early-end last-session-unannounced silent-end ended-without-conversation ended-without-reason ended-without-second-voice ;;
    revive) ((names == 0)) && _mentor_pairs ;;
    close) ((names == 0)) && _mentor_pairs ;;
    summary) ((names == 0)) && _mentor_pairs ;;
    backtest) _mentor_pairs ;;
    programme) _mentor_pairs ;;
    import) ((names == 0)) && _mentor_offer "$cur" notes ics; ((names == 1)) && _mentor_folders ;;
    export) _mentor_pairs ;;
    merge-driver) ((names == 0)) && _mentor_offer "$cur" ;;
    schema) ((names == 0)) && _mentor_offer "$cur" relationship config questions check status show history read confidence agenda goals question-sets feedback sheets compare revive close summary remind programme settings backtest export entry files import ;;
    completion) ((names == 0)) && _mentor_offer "$cur" bash zsh fish ;;
    generate) ((names == 0)) && _mentor_offer "$cur" man completions mentor.1 mentor-journal.5 mentor-rules.7 mentor-questions.7 mentor.bash _mentor mentor.fish ;;
  esac
}

complete -F _mentor mentor

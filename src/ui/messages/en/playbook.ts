/** The card that tells where a ticket stands in a playbook. */
export const playbook = {
  playbook: "Playbook: {title}",
  "playbook.step": "Step {n} of {of}",
  "playbook.passed": "Done:",
  "playbook.state.asks": "waits for what is missing",
  "playbook.state.acts": "now",
  "playbook.state.escalates": "another group goes on",
  "playbook.state.ends": "done",
  "playbook.state.falls-back": "no way of the playbook fits",
  "playbook.do": "To do: {line}",
  "playbook.escalate": "Hand over to {group}. {why}",
  "playbook.missing": "Missing for the next step",
  "playbook.asked": "The letter asks for it.",
  "playbook.unread": "You typed “{value}”, which the playbook can’t read: write the day or figure alone.",
  "playbook.given": "Typed in by you",
  "playbook.given.fact": "{label}: {value}",
  "playbook.given.back": "Take back",
  "playbook.given.back.long": "Take back {label}: {value}",
  "playbook.period.hour": "{n, plural, one {# hour} other {# hours}}",
  "playbook.period.day": "{n, plural, one {# day} other {# days}}",
  "playbook.period.business-day": "{n, plural, one {# working day} other {# working days}}",
  "playbook.period.month": "{n, plural, one {# month} other {# months}}",
  "playbook.period.year": "{n, plural, one {# year} other {# years}}",
  "playbook.because.tag":
    "{holds, select, yes {The ticket has the tag {value}} other {The ticket doesn’t have the tag {values}}}",
  "playbook.because.intent":
    "{holds, select, yes {The ticket is about {value}} other {The ticket isn’t about {values}}}",
  "playbook.because.unknown": "{what}: not known",
  "playbook.because.known": "{what}: {value}",
  "playbook.because.is": "{holds, select, yes {{what}: {value}, is {values}} other {{what}: {value}, isn’t {values}}}",
  "playbook.because.within":
    "{holds, select, yes {{what}: {value}, within {period}} other {{what}: {value}, not within {period}}}",
  "playbook.because.within.day":
    "{holds, select, yes {{what}: {value}, within {period}, until {day}} other {{what}: {value}, not within {period}, which ended on {day}}}",
  "playbook.because.longer-than":
    "{holds, select, yes {{what}: {value}, longer than {period}} other {{what}: {value}, not longer than {period}}}",
  "playbook.because.longer-than.day":
    "{holds, select, yes {{what}: {value}, more than {period} ago, since {day}} other {{what}: {value}, not more than {period} ago until {day}}}",
  "playbook.because.at-least":
    "{holds, select, yes {{what}: {value}, at least {figure, number}} other {{what}: {value}, less than {figure, number}}}",
  "playbook.because.at-most":
    "{holds, select, yes {{what}: {value}, at most {figure, number}} other {{what}: {value}, more than {figure, number}}}",
  "playbook.because.over":
    "{holds, select, yes {{what}: {value}, over {figure, number}} other {{what}: {value}, not over {figure, number}}}",
  "playbook.because.under":
    "{holds, select, yes {{what}: {value}, under {figure, number}} other {{what}: {value}, not under {figure, number}}}",
  "playbook.because.before":
    "{holds, select, yes {{what}: {value}, before {day}} other {{what}: {value}, not before {day}}}",
  "playbook.because.after":
    "{holds, select, yes {{what}: {value}, after {day}} other {{what}: {value}, not after {day}}}",
  "playbook.because.earlier": "{what}: {value}, {test}"
} as const

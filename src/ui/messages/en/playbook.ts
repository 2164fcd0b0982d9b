/** The panel's card that tells where a ticket stands in a playbook, and the admin page's card of all of them. */
export const playbook = {
  playbook: "Playbook: {title}",
  "playbook.step": "Step {n} of {of}",
  "playbook.renewed": "The steps are being gone through again. Below is how they stood before.",
  "playbook.passed": "Done:",
  "playbook.state.asks": "waits for what is missing",
  "playbook.state.acts": "now",
  "playbook.state.escalates": "another group goes on",
  "playbook.state.ends": "done",
  "playbook.state.falls-back": "no branch of the playbook applies",
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
  "playbook.because.earlier": "{what}: {value}, {test}",
  playbooks: "Playbooks",
  "playbooks.lead":
    "The team’s procedures, one for each kind of ticket. A draft is written from the step that the ticket has reached. Each change is a version.",
  "playbooks.none": "There is no playbook. Drafts are written from pages and replies alone.",
  "playbooks.list": "Playbooks of the team",
  "playbooks.of":
    "{name}, version {version}, since {time}. {steps, plural, one {# step} other {# steps}}, {ends, plural, one {# end} other {# ends}}, {groups, plural, =0 {no way to another group} one {# way to another group} other {# ways to another group}}. No mistake.",
  "playbooks.unread": "{name}, version {version}, since {time}. This relay can’t read it, so drafts leave it out:",
  "playbooks.show": "Show the text",
  "playbooks.flow": "Show the flow",
  "playbooks.picture":
    "Flowchart of {title} with {steps, plural, one {# step} other {# steps}}. The list below says the same.",
  "playbooks.scroll": "Flowchart of {title}, scrollable",
  "playbooks.steps": "Steps of {title} and their ways",
  "playbooks.step.end": "An end",
  "playbooks.step.escalation": "Another group goes on",
  "playbooks.way": "To {title}",
  "playbooks.way.if": "If {label}: to {title}",
  "playbooks.way.else": "Otherwise: to {title}",
  "playbooks.remove": "Take out",
  "playbooks.sure": "Drafts no longer follow it. Its versions stay.",
  "playbooks.do": "Take it out",
  "playbooks.keep": "Keep it",
  "playbooks.removed": "{name} is taken out.",
  "playbooks.source": "Text of a playbook (YAML)",
  "playbooks.source.hint": "Paste it, or choose a file. One with the name of a playbook in the list replaces it.",
  "playbooks.unsaved": "Store the text below first, or empty the field: the file would replace it.",
  "playbooks.source.none": "Paste the text of a playbook, or choose a file.",
  "playbooks.file": "File of a playbook",
  "playbooks.file.unread": "The file can’t be read: choose it again, or paste its text.",
  "playbooks.file.large": "The file is too large: a playbook has 200,000 characters at most.",
  "playbooks.mistakes": "It isn’t stored:",
  "playbooks.save": "Store the playbook",
  "playbooks.saving": "Storing it.",
  "playbooks.saved": "{name} is stored as version {version}."
} as const

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
  "playbook.not-known": "{what}: {test}",
  "playbook.because": "{what}: {value}, {test}",
  "playbook.until": "{said}, until {day}"
} as const

/** The admin page's card "Off switches". */
export const offSwitches = {
  switches: "Off switches",
  "switches.lead":
    "What is off for some tickets or people. A browser that has heard of it sends nothing of it, and the panel says why.",
  "switches.none": "Nothing is switched off.",
  "switches.list": "What is switched off",
  "switches.kind": "What is off",
  "switches.kind.reading": "Reading: nothing of the ticket is used or sent",
  "switches.kind.preparing": "Prepared drafts: a draft is made only when the agent asks",
  "switches.kind.model": "Models: drafts are written without one",
  "switches.row.reading": "Reading is off when {when}",
  "switches.row.preparing": "Prepared drafts are off when {when}",
  "switches.row.model": "Models are off when {when}",
  "switches.when": "For which tickets or people",
  "switches.when.hint":
    "For example: tag is vip; field Country is CH; group is Second level; person is Mia Berg; site is https://*.zendesk.com; always. Several are joined by and.",
  "switches.when.wrong": "This condition can’t be read. Write it as in the examples.",
  "switches.add": "Switch it off",
  "switches.adding": "Switching it off.",
  "switches.added": "It is off. Browsers hear of it with the relay’s next answer.",
  "switches.since": "Since {time}, by {by}.",
  "switches.remove": "Remove",
  "switches.sure": "Remove this switch? What it switched off is on again.",
  "switches.do": "Remove the switch",
  "switches.keep": "Leave it off",
  "switches.removed": "The switch is removed."
} as const

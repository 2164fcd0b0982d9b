/** The line of the summary that tells what a ticket is about. */
export const about = {
  about: "About",
  "about.intent": "What the ticket is about",
  "about.none": "none of these",
  "about.because": "because of {words}",
  "about.learnt": "Noted. It counts in what is learnt next.",
  "about.urgent": "Urgent because of “{because}”.",
  "about.group": "Perhaps for the group {group}, because of “{because}”.",
  "about.lead": "Perhaps for a lead, because of “{because}”.",
  "about.playbook": "Perhaps for the group {group}: {because}",
  "fault.intent-gone": "Your team no longer has this intent, so nothing was learnt. Choose another one."
} as const

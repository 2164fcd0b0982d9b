import type { Entry } from "./t.ts"

/** The tone card. */
export const tone = {
  tone: "Tone of your reply",
  "tone.look": "Check the tone",
  "tone.again": "Check again",
  "tone.count": { one: "{count} to review", other: "{count} to review" },
  "tone.found": { one: "Tone of your reply: {count} to review.", other: "Tone of your reply: {count} to review." },
  "tone.none": "Checks the text in the reply editor. It runs only in this browser.",
  "tone.empty": "The reply editor is empty.",
  "tone.clean": "Nothing to review.",
  "tone.why.blame": "Reads as if it were the customer’s fault.",
  "tone.why.coldness": "Refuses without a kind word, a reason or a next step.",
  "tone.why.over-apology": "One apology is enough.",
  "tone.why.jargon": "A word that only your team uses.",
  "tone.why.shouting": "Reads as shouting.",
  "tone.why.promise": "A promise that neither the thread nor a source makes.",
  "tone.why.wrong-name": "The customer is called {name}.",
  "tone.why.wrong-name.unknown": "The customer goes by another name.",
  "tone.why.wrong-language": "The customer writes in {language}.",
  "tone.why.missing-greeting": "The first reply begins without a greeting.",
  "tone.why.blank": "Still to be filled in or taken out.",
  "tone.fix.write": "Write “{text}”",
  "tone.fix.remove": "Leave it out",
  "tone.fix.greeting": "Begin with “{text}”",
  "tone.refused.number": "A number is yours to change: there is no one-click fix.",
  "tone.refused.date": "A date is yours to change: there is no one-click fix.",
  "tone.refused.name": "A name is yours to change, and so is a word that may be one: there is no one-click fix.",
  "tone.refused.link": "A link is yours to change: there is no one-click fix.",
  "tone.refused.negation": "It would change what is refused: there is no one-click fix."
} as const satisfies Record<string, Entry>

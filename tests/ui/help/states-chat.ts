import type { PanelState } from "../../../src/protocol/panel.ts"
import { ticket } from "./states-inspector.ts"
import { base, claimsOf, draft } from "./states-parts.ts"
import { CHOICE } from "./states-words.ts"

const MESSAGES = [
  "Hi Maya, I’m sorry your parcel hasn’t reached you.",
  "We start a search. The carrier answers within five working days.",
  CHOICE
]
const LETTER = MESSAGES.join("\n\n")
const CLAIMS = claimsOf(LETTER, [
  ["The carrier answers within five working days.", { state: "supported", sources: [2] }],
  [CHOICE, { state: "supported", sources: [3] }]
])

/** A chat, with a draft in three messages, of which this many are sent. */
const chat = (count: number): PanelState =>
  base({
    ticket: ticket({ channel: "chat" }),
    draft: draft({
      text: LETTER,
      claims: CLAIMS,
      questions: [],
      ...(count > 0 ? { sent: MESSAGES.slice(0, count) } : {}),
      ...(count === MESSAGES.length ? { settled: true } : {})
    })
  })

export const chatStates = { "chat-new": () => chat(0), "chat-begun": () => chat(1), "chat-sent": () => chat(3) }

import { expect, test } from "vitest"
import type { DraftJob } from "../../src/models/drafter/contract.ts"
import { buildPrompt } from "../../src/models/prompt/prompt.ts"
import { readVoice } from "../../src/relay/voices/read-voice.ts"
import type { MaskedTicket } from "../../src/ticket/masked-ticket.ts"

const { voice } = readVoice(`voice: fjord
language: [de, en]
persona: Wir machen Jacken. Wir duzen alle.
formality: informal
greeting: {de: "Hallo {name},"}
sign-off: {de: "Viele Grüße\\n{agent}"}
name: first
length: {words: 90}
emoji: 0
words: {forbid: [billig, {word: zeitnah, instead: bald}], prefer: {Jacke: [Mantel]}, products: [Billig Bill]}
examples: ["Hallo Jo, deine Jacke ist da."]
`)
const ticket: MaskedTicket = {
  helpdesk: "sample",
  ticketId: "1",
  version: "1",
  subject: "Jacke",
  requester: "[PERSON_1]",
  agent: "[PERSON_2]",
  tags: [],
  messages: [{ id: "1", role: "customer", author: "[PERSON_1]", at: "2026-11-20T09:00:00Z", text: "Wo ist die Jacke?" }]
}
const promptOf = (job: Partial<DraftJob>, change: Partial<MaskedTicket> = {}) => {
  const { messages } = buildPrompt(
    {
      request: { draftId: "", ticket: { ...ticket, ...change } },
      retrieval: { sources: [], searched: [], documents: 0 },
      language: "de",
      ...job
    },
    "boundary"
  )
  return messages.map(({ content }) => content).join("\n\n")
}

test("a model is told the voice outside the data, and its examples as examples", () => {
  const prompt = promptOf({ voice })
  expect(
    prompt
  ).toContain(`The voice of the reply. It says how to write and never what is true; the agent's wish comes before it:
- Wir machen Jacken. Wir duzen alle.
- Address the customer informally.
- Begin with "Hallo {name},", the customer's name in place of {name}.
- End with "Viele Grüße / {agent}", the agent's name in place of {agent}; a stroke is a new line.
- Greet by the first name alone, if it is known.
- At most 90 words.
- No emoji.
- Never say "billig".
- Instead of "zeitnah": say "bald"; instead of "Mantel": say "Jacke".
- These names stay as they are: Billig Bill.`)
  expect(prompt).toContain('Address the customer with "du".')
  expect(prompt).not.toContain('Address the customer with "Sie".')
  expect(prompt).toContain("| Hallo Jo, deine Jacke ist da.")
})

test("the channel of the ticket comes before the one of all tickets, and has its form", () => {
  const prompt = promptOf({ voice, team: { channel: "e-mail" } }, { channel: "social" })
  expect(prompt).toContain("It is sent by a social network")
  expect(prompt).not.toContain("sent by e-mail")
  expect(prompt).toContain("- At most 280 characters.")
  expect(prompt).toContain("- No closing, and no name below.")
  expect(prompt).toContain("- Begin without a greeting.")
})

test("a chat may have several short messages, and a mail is one letter", () => {
  expect(promptOf({}, { channel: "chat" })).toContain("two or three short messages, with an empty line between them")
  expect(promptOf({}, { channel: "messaging" })).toContain("short messages")
  for (const channel of ["mail", "social"] as const) expect(promptOf({}, { channel })).not.toContain("short messages")
})

test("what is put below the letter is left out of its length", () => {
  if (!voice) throw new Error("The voice can't be read.")
  const short = { ...voice, most: { words: 90, characters: 500 } }
  expect(promptOf({ voice: { ...short, disclosure: { de: "Geschrieben mit Hilfe." } } })).toContain(
    "- At most 87 words.\n- At most 476 characters."
  )
  expect(promptOf({ voice: short })).toContain("- At most 90 words.\n- At most 500 characters.")
})

test("without a voice nothing is said of one", () => {
  expect(promptOf({})).not.toContain("The voice of the reply")
  expect(promptOf({})).toContain('Address the customer with "Sie".')
})

test("the team's words are told in the language of the letter, as words and never as facts", () => {
  const wordings = [
    { language: "de", word: "Warenkorb", instead: "Einkaufstasche" },
    { language: "en", word: "cart", instead: "basket" }
  ]
  const prompt = promptOf({ wordings })
  expect(prompt).toContain('never what is true:\n- "Einkaufstasche", not "Warenkorb".')
  expect(prompt).not.toContain("basket")
  expect(promptOf({})).not.toContain("The words of the team")
  expect(promptOf({ wordings, wishedLanguage: "en" })).toContain('- "basket", not "cart".')
})

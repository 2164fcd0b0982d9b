import { afterEach, describe, expect, test } from "vitest"
import { withoutPronouns } from "../../../src/helpdesks/contract/without-pronouns.ts"
import { optionalEntriesOf } from "../../../src/lexicon/lexicon.ts"
import { LISTS } from "replywright/lexicon/interface"
import type { Message, Ticket } from "../../../src/ticket/ticket.ts"

const message = (author: string, role: Message["role"] = "agent"): Message => ({
  id: author,
  author,
  role,
  visibility: "public",
  at: "2026-11-16T08:00:00Z",
  text: "Did you see it?"
})
const ticketOf = (names: string[]): Ticket => ({
  helpdesk: "sample",
  ticketId: "1",
  subject: "Lamp",
  requester: { name: "Bea Quist" },
  people: names.map((name) => ({ name })),
  agent: { name: "Dana" },
  tags: [],
  messages: names.map((name) => message(name))
})
function inLanguage(language: string, ticket: Ticket): Ticket {
  document.documentElement.lang = language
  return withoutPronouns(ticket, document)
}
afterEach(() => document.documentElement.removeAttribute("lang"))

const languages = Object.keys(LISTS).filter((language) => LISTS[language]?.["self"])

test("what an interface calls its own agent is known in fifty languages", () =>
  expect(languages.length).toBeGreaterThanOrEqual(50))

test.each(languages)("a pronoun of the interface is nobody's name, however it is written: %s", (language) => {
  for (const word of optionalEntriesOf(LISTS, language, "self") ?? [])
    for (const name of [word, word[0]?.toUpperCase() + word.slice(1), `(${word})`, `${word}:`, ` ${word} `]) {
      const { people, messages } = inLanguage(language, ticketOf([name]))
      expect({ name, people, author: messages[0]?.author }).toEqual({ name, people: [], author: "Dana" })
    }
})

describe("names", () => {
  test("stay, also those that are a pronoun in another language", () => {
    const ticket = ticketOf(["Ben", "Tu Nguyen", "Mina", "Ana", "Youssef", "Ian Moi"])
    expect(inLanguage("en", ticket)).toEqual(ticket)
    expect(inLanguage("fr_FR.UTF-8", ticket)).toEqual(ticket)
  })

  test.each([
    ["de", "Dana Okafor (Sie)", "Dana Okafor"],
    ["fr", "Moi (Dana Okafor)", "Dana Okafor"],
    ["ja", "岡本 花（あなた）", "岡本 花"],
    ["en", "Dana Okafor (Billing)", "Dana Okafor (Billing)"]
  ])("lose a pronoun beside them: %s, %s", (language, name, left) => {
    const { people, messages } = inLanguage(language, ticketOf([name]))
    expect([people, messages[0]?.author]).toEqual([[{ name: left }], left])
  })

  test("are never guessed for a customer, nor where nobody knows who is signed in", () => {
    const { helpdesk, ticketId, subject, tags } = ticketOf([])
    const read = inLanguage("en", {
      ...{ helpdesk, ticketId, subject, tags },
      requester: { name: "You", email: "bea@quist.example" },
      messages: [message("You", "customer"), message("you")]
    })
    expect(read.messages.map(({ author }) => author)).toEqual(["", ""])
    expect(read.requester).toEqual({ email: "bea@quist.example" })
    expect(read).not.toHaveProperty("agent")
  })
})

test("English words count in every interface, and the browser's language where the page names none", () => {
  expect(inLanguage("pl", ticketOf(["You"])).messages[0]?.author).toBe("Dana")
  document.documentElement.lang = ""
  expect(withoutPronouns(ticketOf(["Me"]), document).messages[0]?.author).toBe("Dana")
})

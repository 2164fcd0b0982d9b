import { expect, test } from "vitest"
import { isRandom, stableNames } from "../../../src/page/picker/stable-names.ts"

function namesOf(html: string, personal: string[] = []): string[] {
  const [element] = new DOMParser().parseFromString(html, "text/html").body.children
  return element ? stableNames(element, new Set(personal)).flatMap(({ css, weight }) => (weight >= 2 ? [css] : [])) : []
}

test("names that a page's authors gave are kept, the most reliable first", () => {
  expect(namesOf(`<article id="thread" class="message message--agent" data-testid="reply" role="article">`)).toEqual([
    "#thread",
    '[data-testid="reply"]',
    ".message",
    ".message--agent",
    '[role="article"]',
    "article",
    "[data-testid]"
  ])
})

test.each([
  ["a hash of a build", `<div class="sc-bdVaJa css-1x2y3z kVdPoL eXmWqz _3xQ9a jss42">`],
  ["a number of a ticket", `<div id="message-48213" class="ticket-4711" data-v-7ba5bd90 data-reactid="3">`],
  ["a state that comes and goes", `<div class="is-selected unread last">`],
  ["what only says how it looks", `<div class="flex p-4 bg-white text-sm">`]
])("%s is left out", (_, html) => {
  expect(namesOf(html)).toEqual([])
})

test("a class of a CSS module keeps its name without the hash", () => {
  expect(namesOf(`<div class="thread_message__x8Yq1z">`)).toEqual([`[class*="thread_message__"]`])
})

test("no value holds a word of the ticket, and a label holds words for parts of a page only", () => {
  expect(namesOf(`<div data-author="ines" aria-label="Message from Ines">`, ["ines"])).toEqual(["[data-author]"])
  expect(namesOf(`<div aria-label="Message by Somebody">`)).toEqual([])
  expect(namesOf(`<div aria-label="Ticket conversation">`)).toEqual([`[aria-label="Ticket\\ conversation"]`])
})

test("letters that a program drew are no words", () => {
  for (const word of ["message", "conversation", "ticketList", "thread", "customer", "internalNote", "rhythm"])
    expect(isRandom(word), word).toBe(false)
  for (const drawn of ["bdVaJa", "x8Yq1z", "jKzqdF", "a8f3k", "kVdPoL", "xkqjdwz"])
    expect(isRandom(drawn), drawn).toBe(true)
})

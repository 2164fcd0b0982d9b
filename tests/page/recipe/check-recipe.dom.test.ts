import { expect, test } from "vitest"
import { requireRecipe } from "../../../src/page/recipe/check-recipe.ts"
import { pageRecipe } from "../../../src/protocol/picking/picking.ts"
import type { PageRecipe } from "../../../src/ticket/page-recipe.ts"

const good: PageRecipe = {
  version: 1,
  site: "https://desk.example",
  address: "/inbox/*",
  subject: { through: [], selector: "h1.subject" },
  messages: {
    through: ["hd-ticket"],
    selector: ".thread > .message",
    customer: { kind: "self", selector: ".message--customer" },
    agent: { kind: "side", side: "right", ground: "rgb(1, 2, 3)" },
    head: ["header"],
    author: ".author",
    time: { selector: "time", attribute: "datetime" },
    newestFirst: true,
    plainWords: ["note"]
  },
  reply: { through: [], selector: "textarea[name=answer]" }
}
const changed = (change: (recipe: PageRecipe) => unknown): unknown => {
  const copy = structuredClone(good)
  change(copy)
  return copy
}
const fault = (recipe: unknown): string => {
  try {
    requireRecipe(recipe, document)
    return ""
  } catch (error) {
    return error instanceof Error ? error.message : ""
  }
}

test("good places are taken, by the page and on the wire", () => {
  expect(fault(good)).toBe("")
  expect(pageRecipe.parse(good)).toEqual(good)
})

test.each<[string, string, unknown]>([
  ["no object", "recipe", "h1"],
  ["another version", "version", { ...good, version: 2 }],
  ["an entry that nobody knows", "recipe", { ...good, script: "alert(1)" }],
  ["the address of a page instead of an origin", "site", { ...good, site: "https://desk.example/inbox" }],
  ["a site that is no web site", "site", { ...good, site: "javascript://x" }],
  ["an address with markup", "address", { ...good, address: "/<b>" }],
  [
    "a selector that no browser reads",
    "subject.selector",
    changed((one) => (one.subject = { through: [], selector: "h1[" }))
  ],
  [
    "a selector that is too long",
    "reply.selector",
    changed((one) => (one.reply = { through: [], selector: `.${"a".repeat(300)}` }))
  ],
  ["too many frames", "messages.through", changed((one) => (one.messages.through = Array(5).fill("iframe")))],
  [
    "a mark of a kind that nobody knows",
    "messages.customer.kind",
    changed((one) => Object.assign(one.messages.customer, { kind: "script" }))
  ],
  [
    "a mark with text of a ticket",
    "messages.agent.word",
    changed((one) => Object.assign(one.messages, { agent: { kind: "word", word: "Ines" } }))
  ],
  [
    "a colour that is none",
    "messages.agent.ground",
    changed((one) => Object.assign(one.messages.agent ?? {}, { ground: "url(x)" }))
  ],
  [
    "an attribute that is none",
    "messages.time.attribute",
    changed((one) => Object.assign(one.messages.time ?? {}, { attribute: "on=x" }))
  ],
  [
    "a plain word that isn't on the list",
    "messages.plainWords",
    changed((one) => (one.messages.plainWords = ["Duarte"]))
  ],
  ["no messages", "messages", { ...good, messages: undefined }],
  ["a flag that is neither", "fragment", { ...good, fragment: "yes" }],
  ["too much of everything", "recipe", changed((one) => (one.messages.head = Array(60).fill(`.${"a".repeat(200)}`)))]
])("%s is refused and named", (_, part, recipe) => expect(fault(recipe)).toMatch(`The places can't be used: ${part} `))

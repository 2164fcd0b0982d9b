import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { root } from "../../house/files.ts"
import { ticket } from "../help/tickets.ts"
import { keepDraft, reported } from "./report-help.ts"

const PAGES = Object.fromEntries(
  readdirSync(join(root, "demo/knowledge/en")).map((name) => [
    name,
    readFileSync(join(root, "demo/knowledge/en", name), "utf8")
  ])
)

/** What the sample knowledge answers, and what it doesn't: the truth that coverage is held against. */
const WITH_PAGE = [
  ["Refund", "You have my returned lamp. How long does a refund to my card take, and to PayPal?"],
  ["Warranty", "My kettle stopped working. How long is the warranty, and what do you need from me?"],
  ["Cancel", "I ordered an hour ago. Can I still cancel my order?"],
  ["Parcel missing", "The tracking says delivered but my parcel is not here. What do you do about it?"],
  ["Invoice", "I need an invoice for my order with the name of my company on it."],
  ["Gift card", "How long is a gift card valid, and can I pay with two of them?"]
] as const
const WITHOUT_PAGE = [
  ["Bluetooth", "Can I connect my headphones by bluetooth to the television in the guest room?"],
  ["Work", "Do you take interns for six months next summer in your design studio?"],
  ["Allergy", "Which nuts are in the granola that was served at the trade fair?"],
  ["Football", "Who won the match last night, and was there a penalty?"]
] as const

/** @param isModelUp if not, all drafts were refused, as when no model can be reached */
async function coverage(isModelUp: boolean, pages = PAGES) {
  const team = await reported({ "refunds.md": PAGES["refunds.md"] ?? "", ...pages })
  try {
    if (Object.keys(pages).length === 0) await team.db.deleteFrom("documents").execute()
    for (const [at, [subject, text]] of [...WITH_PAGE, ...WITHOUT_PAGE].entries())
      await keepDraft(
        team.db,
        { ...ticket(subject, text), ticketId: `t${at}` },
        isModelUp ? { quotes: ["anything"] } : { refused: "no-answer" }
      )
    return (await team.report()).coverage
  } finally {
    await team.close()
  }
}

test("coverage is what search finds: the same whether a model wrote or all drafts were refused, and right", async () => {
  const [up, down] = [await coverage(true), await coverage(false)]
  expect(up).toEqual(down)
  expect(up).toEqual({ weeks: 6, tickets: 10, searched: 10, answered: 6 })
})

test("without a document no ticket has a page, whatever the drafts quoted", async () => {
  expect(await coverage(true, {})).toEqual({ weeks: 6, tickets: 10, searched: 10, answered: 0 })
})

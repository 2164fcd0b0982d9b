import { readFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { ticket } from "../../../../src/protocol/page.ts"
import { createOfflineDrafter } from "../../../../src/relay/drafting/offline/offline-drafter.ts"
import { openCompanies } from "../../injection/companies.ts"

/** What agents found wrong in the letters to the sample tickets when they first tried them, and what was right. */
const companies = openCompanies()
afterAll(() => companies.close())

async function letter(id: string) {
  const file = join(import.meta.dirname, `../../../../demo/tickets/${id}.json`)
  const asked = ticket.parse(JSON.parse(readFileSync(file, "utf8")))
  return companies.draft({ company: "sample", ticket: asked }, async () => createOfflineDrafter())
}

test.each<[id: string, what: string, says: RegExp[], not: RegExp[]]>([
  [
    "1001",
    "doesn't ask to wait on day three, greets as the agent did",
    [/^Hello Maya,\n/],
    [/one working day after the/]
  ],
  [
    "1002",
    "says when it is paid, and doesn't ask for the IBAN that was sent",
    [/- Überweisung: 3 Werktage/],
    [/\[\[[^\]]*IBAN/]
  ],
  ["1003", "says what must be sent, and how long it takes", [/numéro de série/, /15 jours ouvrés/], []],
  ["1005", "doesn't ask for what was given, and says how long it takes", [/dos días laborables/], [/\[\[/]],
  ["1006", "says what it costs", [/4,90 €/], []],
  ["1007", "keeps the condition", [/見つからない場合/], []],
  [
    "1009",
    "is sorry, thanks nobody for asking again, and says what the choices are",
    [/I'm sorry/, /a full refund/],
    [/getting back/]
  ],
  [
    "1011",
    "says what is signed for this order, and gives the number that the page only announces",
    [/unterschreiben/, /Ihre Suchnummer ist \[\[Suchnummer\]\]/],
    [/Sie erhalten von uns eine Suchnummer/]
  ],
  [
    "1012",
    "doesn't mix the cases of pending and booked, and says nothing of transfers and failed payments",
    [/releases it within seven days/],
    [/Send us both dates/, /Transfers are due/, /Try again/]
  ],
  ["1013", "doesn't ask to write to someone who did", [/cinq jours ouvrés/], [/14 jours/]],
  ["1014", "says how long it takes", [/tres días laborables/], []]
])("%s: %s", async (id, _what, says, not) => {
  const { text, claims } = await letter(id)
  for (const words of says) expect(text).toMatch(words)
  for (const words of not) expect(text).not.toMatch(words)
  // What the agent still has to fill in proves nothing yet.
  const isToFill = ({ start, end }: { start: number; end: number }) => text.slice(start, end).includes("[[")
  const quiet = claims.filter((claim) => !(claim.state === "near" && isToFill(claim)))
  expect(quiet.filter(({ state }) => state !== "supported" && state !== "courtesy")).toEqual([])
})

test("1010: nothing is made of pages that don't speak of lending", async () => {
  const { text, end } = await letter("1010")
  expect([text, end.answer?.tier ?? end.refusal?.reason]).toEqual(["", "nothing"])
})

test("1016 and 1017: the pages in another language are shown, and what they say is offered", async () => {
  const french = await letter("1016")
  expect(french.end.questions[0]?.why).toContain("Halo exists")
  const italian = await letter("1017")
  expect(italian.sources.map(({ title }) => title)).toContain("Kettle K2: data and questions")
})

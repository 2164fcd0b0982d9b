import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { createOfflineDrafter } from "../../../src/relay/drafting/offline/offline-drafter.ts"
import { importFolder } from "../../../src/knowledge/import/import-folder.ts"
import type { MaskedTicket } from "../../../src/ticket/masked-ticket.ts"
import { openKnowledge, signal } from "../../knowledge/help/database.ts"
import { ticket } from "../../knowledge/help/tickets.ts"
import { draftOver } from "./offline-answer.ts"
import { foundOf, source, told } from "./offline-sources.ts"

let knowledge: Awaited<ReturnType<typeof openKnowledge>>
beforeAll(async () => {
  knowledge = await openKnowledge()
  await importFolder(knowledge.db, join(import.meta.dirname, "../../../demo/knowledge"), {
    origin: "sample",
    collection: "sample",
    signal
  })
})
afterAll(() => knowledge.close())

const draft = (what: MaskedTicket, options?: Parameters<typeof draftOver>[2]) => draftOver(knowledge, what, options)

describe("what the page asks of the customer", () => {
  const found = foundOf(
    source(
      1,
      "Stuck photos",
      "Photos wait on the phone until it is connected to a network without a limit, its battery is at least half full and the screen has been off for ten minutes or more. A cloud with a dot means that photos are still waiting on the phone, a cloud with a tick that all of them have been sent, and a grey cloud that the app has been told to stop for today. Don't sign out while photos still wait on the phone, because the phone then forgets which photos have been sent and which of them have to wait for the next connection. If the photos are stuck, tap Try again in the app. If that doesn't help, send us the report number. We answer within two working days. The app needs a new phone."
    )
  )
  const stuck = "I tapped Try again in the app. Why do the photos wait on the phone, and why does the cloud have a dot?"

  test("stands in the letter where it goes on from what is said; what comes of it only where that is asked", async () => {
    const { text } = await draft(ticket("Photos stuck", stuck), { found })
    expect(text).toContain("If that doesn't help, send us the report number.")
    expect(text).not.toContain("We answer within two working days.")
    expect((await draft(ticket("Photos stuck", `${stuck} How long will it take?`), { found })).text).toContain(
      "send us the report number. We answer within two working days."
    )
  })

  test("a line that leads to a list comes with its list", async () => {
    const listed = foundOf(
      source(
        1,
        "Faulty printer",
        "A faulty printer is repaired under the warranty. Send us:\n- the serial number\n- a photo of the fault"
      )
    )
    expect(
      (
        await draft(ticket("Faulty printer", "My printer is faulty, is it repaired under the warranty?"), {
          found: listed
        })
      ).text
    ).toContain("Send us:\n\n- the serial number\n- a photo of the fault")
  })

  test("a tax number that the ticket gives isn't asked for again", async () => {
    const invoices = foundOf(
      source(
        1,
        "Invoices",
        "The company on an invoice can be corrected within 30 days. Send us:\n- the VAT number, if there is one"
      )
    )
    const asks = "Can the company on our invoice be corrected?"
    const letterFor = async (text: string) => (await draft(ticket("Invoice", text), { found: invoices })).text
    expect(await letterFor(asks)).toContain("VAT number")
    const given = await letterFor(`${asks} Our VAT number is [GOV_1].`)
    expect(given).toContain("corrected within 30 days")
    expect(given).not.toMatch(/VAT number|Send us/)
  })

  test("adds nothing to a letter that was wished for short", async () => {
    expect((await draft(ticket("Photos stuck", stuck), { found, instruction: "shorter" })).text).not.toContain(
      "report number"
    )
  })
})

describe("say what to change", () => {
  const found = foundOf(
    source(
      1,
      "Missing parcels",
      "When a parcel is missing, we search for the parcel at the depot, at the neighbours and at every pick-up point on its way. The parcel search takes five days, and up to ten days abroad or before public holidays. A missing parcel is replaced or refunded, whichever you prefer, as soon as the search has ended without it. Parcel insurance is optional. Express parcels cost €9.90."
    )
  )
  const question = ticket(
    "Missing parcel",
    "My parcel is missing. What about the parcel search, is it replaced or refunded?"
  )

  test("shorter, and leave something out", async () => {
    const [whole, short, without] = await Promise.all([
      draft(question, { found }),
      draft(question, { found, instruction: "Shorter, please" }),
      draft(question, { found, instruction: "no refund" })
    ])
    expect(told(short).length).toBeLessThan(told(whole).length)
    expect(whole.text).toContain("refunded")
    expect(without.text).not.toContain("refund")
  })

  test("mention what a source says; what no source says and what needs a model is said beside the letter", async () => {
    expect((await draft(question, { found, instruction: "mention the express cost" })).text).toContain(
      "Express parcels cost €9.90."
    )
    const whole = await draft(question, { found })
    const unknown = await draft(question, { found, instruction: "mention the summer festival" })
    expect(unknown.text).toBe(whole.text)
    expect(unknown.questions).toEqual(whole.questions)
    expect(unknown.answer?.notDone).toEqual([{ part: "mention the summer festival", why: "no-source" }])
    const beyond = await draft(question, { found, instruction: "make it rhyme" })
    expect(beyond.text).toBe(whole.text)
    expect(beyond.answer?.notDone).toEqual([{ part: "rhyme", why: "unknown" }])
  })
})

describe("nothing to answer", () => {
  test.each([
    [
      "thanks alone",
      ticket("Re: parcel", "Where is it?", "agent: At your neighbour's.", "Thanks a lot, got it!\n\nBest wishes\nMaya"),
      "nothing-asked"
    ],
    ["no message", ticket("Parcel"), "nothing-asked"],
    ["only the agent has written", ticket("Parcel", "agent: Hello, how can we help?"), "nothing-asked"],
    ["emoji only", ticket("", "😀😀😀"), "nothing-asked"]
  ])("%s", async (_, what, reason) => {
    expect(await draft(what)).toMatchObject({ text: "", refusal: { reason } })
  })

  test("no documents at all", async () => {
    const answer = await draft(ticket("Parcel", "Where is my parcel?"), {
      found: { sources: [], searched: ["parcel"], documents: 0 }
    })
    expect(answer.refusal).toEqual({ reason: "no-knowledge", searched: ["parcel"], documents: 0, nearest: [] })
  })
})

test("100,000 characters are drafted in good time", async () => {
  const began = performance.now()
  const answer = await draft(
    ticket(
      "Parcel shown as delivered, but missing",
      "What happens with a parcel that is shown as delivered but missing? " + "lorem ipsum dolor. ".repeat(5_000)
    )
  )
  expect(answer.refusal === undefined || answer.refusal.reason === "no-answer").toBe(true)
  expect(performance.now() - began).toBeLessThan(5_000)
})

test("an aborted draft ends by the signal's reason", async () => {
  const stop = new AbortController()
  const writing = createOfflineDrafter().write(
    {
      request: {
        draftId: "00000000-0000-4000-8000-000000000000",
        ticket: ticket("Missing parcel", "Where is my missing parcel?")
      },
      retrieval: foundOf(source(1, "Missing", "A missing parcel is searched for. A missing parcel is replaced.")),
      language: "en"
    },
    stop.signal
  )
  const read = async () => {
    for await (const _ of writing) stop.abort(new Error("stopped"))
  }
  await expect(read()).rejects.toThrow("stopped")
})

test("a page that is hardly nearer than the others answers nothing, unless the agent says so", async () => {
  const what = ticket("Parcel", "My parcel is missing. What now?")
  const found = foundOf(source(1, "Missing parcels", "If a parcel is missing, we look for it within five days."))
  expect((await draft(what, { found: { ...found, chance: 0.9 } })).text).toContain("within five days")
  const unlikely = await draft(what, { found: { ...found, chance: 0.1 } })
  expect(unlikely.text).toBe("")
  expect(unlikely.refusal).toMatchObject({ reason: "no-answer", nearest: [{ title: "Missing parcels" }] })
  expect((await draft(what, { found: { ...found, chance: 0.1, chosen: ["s1"] } })).text).toContain("within five days")
})

test("where the customer knows all that fits, the letter goes on from there", async () => {
  const found = foundOf(
    source(
      1,
      "Stuck photos",
      "If the photos are stuck, tap Try again in the app. If that doesn't help, send us the report number."
    )
  )
  const { text } = await draft(ticket("Photos stuck", "The photos are stuck, I tapped Try again in the app."), {
    found
  })
  expect(text).toContain("If that doesn't help, send us the report number.")
  expect(text).not.toContain("tap Try again")
})

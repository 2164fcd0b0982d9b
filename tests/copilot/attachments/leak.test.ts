import { expect, test } from "vitest"
import { draftRequest } from "../../../src/protocol/relay.ts"
import { docxOf, paragraph } from "../../ingest/formats/make-docx.ts"
import { column, pdfOf } from "../../ingest/formats/make-pdf.ts"
import { identity } from "../../masking/leak/identities.ts"
import { leaksIn } from "../../masking/leak/leaks.ts"
import { chanceOf } from "../../masking/leak/random.ts"
import { wireTo } from "../../masking/leak/wire.ts"
import { sampleTicket } from "../help/page-double.ts"
import { goodDraft } from "../help/relay-script.ts"
import { ORIGIN, world } from "../help/world.ts"

/** Tickets; ATTACHMENT_FROM is the first one's seed, to have a failure again. Seeds have three digits at most. */
const COUNT = Number(process.env["ATTACHMENT_TICKETS"] ?? (process.env["REPLYWRIGHT_SOAK"] ? 500 : 30))
const FROM = Number(process.env["ATTACHMENT_FROM"] ?? 0)

type Who = ReturnType<typeof identity>

/** What stands in a customer's files: letters, a form, lines of an account. */
const LINES = [
  (who: Who) => `The parcel was handed to ${who.name}.`,
  (who: Who) => `Name: ${who.name}`,
  (who: Who) => `Write to ${who.email} about the parcel.`,
  (who: Who) => `Phone: ${who.phone}`,
  (who: Who) => `Please pay it back to ${who.iban}.`,
  (who: Who) => `Paid with ${who.card}.`,
  () => "The parcel has a dent on one corner."
]

function fileOf(kind: "txt" | "csv" | "pdf" | "docx", lines: string[]): Buffer {
  if (kind === "pdf") return pdfOf([column(lines)])
  if (kind === "docx") return docxOf(lines.map((line) => paragraph(line)).join(""))
  return Buffer.from(lines.join("\n"))
}

function caseOf(seed: number) {
  const chance = chanceOf(seed)
  const [requester, neighbour, agent] = [0, 1, 2].map(() => identity(chance)) as [Who, Who, Who]
  const lines = Array.from({ length: 6 }, () => chance.pick(LINES)(chance.oneIn(2) ? neighbour : requester))
  // A PDF of the tests has Western letters only.
  const isLatin = /^[\x20-\xff\n]*$/.test(lines.join("\n"))
  const kind = chance.pick(isLatin ? (["txt", "csv", "pdf", "docx"] as const) : (["txt", "csv", "docx"] as const))
  return { people: [requester, neighbour, agent], requester, neighbour, lines, kind, named: chance.oneIn(2) }
}

test(`of ${COUNT} attachments that were read nothing of their identities is in what reaches the relay's socket`, {
  timeout: 60_000 + COUNT * 1500
}, async () => {
  const all = await world()
  const wire = await wireTo(all.relay.address)
  all.relay.relay.reads.attachments = true
  all.relay.relay.script = (id) => ({ events: goodDraft(id).filter(({ type }) => type === "draft-end") })
  await all.worker.send({ kind: "popup-pair", address: wire.address, code: all.relay.relay.code }, { own: true })
  await all.ask({ kind: "popup-prepare", on: false })
  all.openTab(10)
  const panel = all.openPanel()
  const leaks: string[] = []
  let sent = 0
  for (let seed = FROM; seed < FROM + COUNT; seed++) {
    const { people, requester, neighbour, lines, kind, named } = caseOf(seed)
    const ticketId = `9${String(seed).padStart(3, "0")}`
    const key = `sample ${ORIGIN} ${ticketId}`
    const address = `${ORIGIN}/files/${seed}.${kind}`
    const name = named ? `parcel ${neighbour.name}.${kind}` : `parcel.${kind}`
    all.page.files = { [address]: () => new Response(new Uint8Array(fileOf(kind, lines))) }
    all.page.ticket = sampleTicket({
      ticketId,
      subject: "Where is it?",
      requester: { name: requester.name, email: requester.email },
      messages: [
        {
          ...{ id: "m1", author: requester.name, role: "customer", visibility: "public" },
          ...{ at: "2026-11-20T09:00:00.000Z", text: "Where is my parcel?" },
          attachments: [{ name, url: address }]
        }
      ]
    })
    await all.opened(10, ticketId)
    await all.ask({ kind: "panel-regenerate", key })
    await panel.until(({ ticket, draft }) => ticket?.key === key && draft?.state === "ready", `a draft for ${seed}`)
    await all.ask({ kind: "panel-attachment-read", key, id: "m1:0" })
    const { attachments } = await panel.until(
      ({ attachments }) => attachments?.list[0]?.state === "read" || attachments?.list[0]?.state === "failed",
      `the file of ${seed}`
    )
    expect(attachments?.list[0]?.state, `ATTACHMENT_FROM=${seed}`).toBe("read")
    const drafts = all.relay.seen.drafts.length
    await all.ask({ kind: "panel-facts", key, facts: {} })
    await panel.until(
      ({ draft }) => draft?.state === "ready" && all.relay.seen.drafts.length > drafts,
      `another draft for ${seed}`
    )
    const bytes = wire.taken()
    sent += draftRequest.parse(JSON.parse(all.relay.seen.drafts.at(-1)?.body ?? "")).ticket.attached?.length ?? 0
    for (const { what, window } of leaksIn(bytes, people, `${OWN} ${ticketId}`))
      leaks.push(`ATTACHMENT_FROM=${seed}: ${what} in ${window}`)
  }
  expect(sent).toBeGreaterThan(COUNT * 0.8)
  expect(leaks.length, `${leaks.length} leaks\n${leaks.slice(0, 20).join("\n")}`).toBe(0)
})

/** What else stands in the requests. */
const OWN =
  "POST /v1/drafts /v1/summaries /v1/pair authorization Bearer token-1 accept-language content-type application/json host connection keep-alive user-agent node sec-fetch-mode cors accept-encoding gzip deflate x-replywright-api traceparent cache-control no-cache pragma draftId summaryId ticket helpdesk sample ticketId version subject Where is it requester agent tags attached attachments n name text parcel txt csv pdf docx The parcel was handed to Name Write to about the parcel Phone Please pay it back to Paid with has a dent on one corner is my messages id m1 role customer author at 2026-11-20T09:00:00.000Z site http://localhost:4000 firstName fields attempt code ABCD device browser key locale en"

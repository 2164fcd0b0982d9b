import { gmail } from "../../../src/helpdesks/gmail/adapter.ts"
import { ANA, DANA, DESK, gmailPage, type Composer, type Mail } from "../../doubles/gmail/gmail-page.ts"
import { nothing, replaceInto, type Drawing, type Stored } from "./drawing.ts"

const SAM = { name: "Sam Holt", email: "sam@pots.example" }
const THREADS = ["19a8c0ffee123401", "19a8c0ffee123402", "19a8c0ffee123403"] as const
const shortId = (id: string) => BigInt(`0x${id}`).toString(36)
const threadOf = (ticketId: string) => THREADS.find((id) => shortId(id) === ticketId) ?? ""
const mailId = (id: number) => `19a8c0ffee${id.toString(16).padStart(6, "0")}`
const [first, second, third] = THREADS

/** What a response is when nobody outside the team is to read it, or it is no reply: another in each conversation. */
const NOT_REPLIES: Record<string, Composer> = {
  [first]: { kind: "forward", to: [SAM.email] },
  [second]: { to: [SAM.email], focus: "both" },
  [third]: { kind: "forward", to: [ANA.email] }
}

/** Each conversation is with the same customer, and those that were open stay in the page, with their replies. */
export const gmailDrawing: Drawing = {
  adapter: gmail,
  ids: [shortId(first), shortId(second), shortId(third)],
  shell: `<!doctype html><html lang="en"><head><meta name="og-profile-acct" content="${DESK.email}"></head>
    <body><div id="views"></div></body></html>`,
  version: (said) => shortId(mailId(said?.id ?? 0)),
  address: (id) => `https://mail.google.com/mail/u/0/#inbox${id ? `/FMfcgz${id}` : ""}`,
  steps: "panes",
  draw(document, ticket) {
    const views = document.querySelector("#views")
    if (ticket && !viewOf(document, ticket.id)) {
      const view = document.createElement("div")
      view.dataset["of"] = ticket.id
      view.append(paneOf(ticket, { to: [ANA.email] }) ?? "")
      views?.append(view)
    }
    for (const view of views?.querySelectorAll<HTMLElement>("[data-of]") ?? [])
      view.style.display = view.dataset["of"] === ticket?.id ? "" : "none"
    if (ticket) gmailDrawing.hear?.(document, ticket)
  },
  hear(document, ticket) {
    const next = paneOf(ticket, { to: [ANA.email] })?.querySelector("[role=list]")
    if (next) viewOf(document, ticket.id)?.querySelector("[role=list]")?.replaceWith(next)
  },
  editor: (document, id) => viewOf(document, id)?.querySelector<HTMLElement>("[g_editable]") ?? null,
  setMode(document, id, mode) {
    const composer = mode === "note" ? NOT_REPLIES[threadOf(id)] : undefined
    const next = paneOf({ id, said: [] }, composer ?? { to: [ANA.email] })?.querySelector(".M9 form")
    if (next) viewOf(document, id)?.querySelector(".M9 form")?.replaceWith(next)
  },
  answer: nothing
}

const viewOf = (document: Document, id: string) => document.querySelector(`#views > [data-of="${id}"]`)

function paneOf({ id, said }: Stored, composer: Composer): Element | null {
  const page = document.createElement("div")
  const mails = said.map(({ id: number, kind }): Mail => {
    const [from, to] = ({ customer: [ANA, DESK], agent: [DESK, ANA], note: [DANA, SAM] } as const)[kind]
    const minute = String(Math.floor(number / 3) % 60).padStart(2, "0")
    return { id: mailId(number), from, to: [to], shown: `Wed, Nov 18, 2026, 6:${minute} AM`, html: "Words." }
  })
  replaceInto(page, gmailPage({ id: threadOf(id), subject: "Parcel", mails, composer }))
  return page.querySelector("[role=main]")
}

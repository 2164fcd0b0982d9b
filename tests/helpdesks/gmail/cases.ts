import { gmail } from "../../../src/helpdesks/gmail/adapter.ts"
import { ANA, DANA, DESK, gmailPage, type Composer, type Conversation } from "../../doubles/gmail/gmail-page.ts"
import { openDocument, type Case } from "../case.ts"

/** What the page shows is the clock of this computer. */
export const at = (day: number, hour = 6, minute = 30) =>
  new Date(2026, 10, day, hour, minute).toISOString().replace(".000Z", "Z")
/** An id as it is given. */
export const short = (id: string) => BigInt(`0x${id}`).toString(36)

export const PARCEL = "19a8c0ffee123456"

const OTHER: Conversation = {
  id: "19a7000000000001",
  subject: "Another customer's secret",
  mails: [
    {
      id: "19a7000000000002",
      from: { name: "Ivo", email: "ivo@mail.example" },
      to: [DESK],
      shown: "Mon, Nov 2, 2026, 6:30 AM",
      html: "OTHER-SECRET"
    }
  ],
  composer: { to: ["ivo@mail.example"] }
}

export const parcel: Conversation = {
  id: PARCEL,
  subject: "Where is my parcel?",
  behind: [OTHER],
  mails: [
    {
      id: "19a8c0ffee000001",
      from: ANA,
      to: [DESK],
      shown: "Mon, Nov 16, 2026, 6:30 AM",
      html: "<div>Hello,</div><div><br></div><div>order 51877 is late.</div>"
    },
    {
      id: "19a8c0ffee000002",
      from: DANA,
      to: [{ name: "Sam Holt", email: "sam@pots.example" }],
      shown: "Tue, Nov 17, 2026, 6:30 AM",
      html: "DEPOT-SECRET, do not tell."
    },
    {
      id: "19a8c0ffee000003",
      from: DESK,
      to: [ANA],
      shown: "Wed, Nov 18, 2026, 6:30 PM",
      html: `<div>It left <b>today</b>.</div><div class="adL"><div class="gmail_quote"><div class="gmail_attr">On Mon, Ana wrote:</div><blockquote>order 51877 is late.</blockquote></div></div>`,
      files: [["label & bill.pdf", "application/pdf"]]
    }
  ],
  composer: { to: [ANA.email] }
}

export function openConversation(conversation: Conversation, html = gmailPage(conversation)) {
  return openDocument(html, `https://mail.google.com/mail/u/0/#inbox/FMfcgzQdBCsrJkLmNpQrStVwXyZ`, () => {
    throw new Error("nobody is asked")
  })
}

const expected: Case["ticket"] = {
  ticketId: short(PARCEL),
  subject: "Where is my parcel?",
  requester: ANA,
  tags: [],
  messages: [
    {
      id: short("19a8c0ffee000001"),
      author: ANA.name,
      role: "customer",
      visibility: "public",
      at: at(16),
      text: "Hello,\n\norder 51877 is late."
    },
    {
      id: short("19a8c0ffee000002"),
      author: DANA.name,
      role: "agent",
      visibility: "internal",
      at: at(17),
      text: "DEPOT-SECRET, do not tell."
    },
    {
      id: short("19a8c0ffee000003"),
      author: DESK.name,
      role: "agent",
      visibility: "public",
      at: at(18, 18),
      text: "It left today.\nOn Mon, Ana wrote:\n\norder 51877 is late.",
      attachments: [{ name: "label & bill.pdf" }]
    }
  ]
}

const COMPOSERS: [name: string, editor: Case["editor"], composer?: Composer][] = [
  ["reply", "public", { to: [ANA.email] }],
  ["reply to all, among the recipients", "public", { to: ["cc@mail.example", ANA.email], focus: "recipients" }],
  ["forward", "not-public", { kind: "forward", to: [] }],
  ["reply without the customer", "not-public", { to: [DANA.email], focus: "both" }],
  ["closed", "none"]
]

/** A conversation with each state of its composer, a window for a new message, and another conversation behind it. */
export const gmailCases: Case[] = COMPOSERS.map(([name, editor, composer]) => {
  const { composer: _, ...closed } = parcel
  return {
    name: `gmail, ${name}`,
    adapter: gmail,
    open: () => openConversation(composer ? { ...closed, composer } : closed),
    ticket: expected,
    editor,
    editorElement: "div",
    asksNobody: true
  }
})

import { zammad } from "../../../src/helpdesks/zammad/adapter.ts"
import {
  article,
  desktopPage,
  INES,
  legacyPage,
  zammadAnswer,
  type Composer,
  type ZammadTicket
} from "../../doubles/zammad/zammad-page.ts"
import { openDocument, type Case } from "../case.ts"

export const bowl: ZammadTicket = {
  id: 48,
  title: "Bowl lost its glaze",
  tags: ["glaze", "warranty"],
  articles: [
    article(101, "Customer", "<p>Hello,</p><p>it came off.</p>"),
    article(102, "Agent", "KILN-SECRET. Do not tell.", {
      internal: true,
      type: "note",
      from: "Piet Vos",
      content_type: "text/plain"
    }),
    article(103, "System", "We have your message.", { from: "Pots <help@pots.example>" }),
    article(
      104,
      "Agent",
      '<div>A photo, please?</div><div data-signature="true" data-signature-id="1">Noor Haddad<br>Pots</div>',
      {
        attachments: [
          { id: 1, filename: "how-to.pdf", size: "2048", preferences: { "Content-Type": "application/pdf" } }
        ]
      }
    )
  ]
}
export const other: ZammadTicket = {
  ...bowl,
  id: 49,
  title: "Another",
  articles: [article(201, "Customer", "Other words")]
}

export const REPLY: Composer = { open: true, internal: false, type: "email" }

export function openLegacy(
  ticket = bowl,
  html = legacyPage(ticket, REPLY, [other]),
  hash = `#ticket/zoom/${ticket.id}`
) {
  return openDocument(html, `https://desk.example/${hash}`, (url) => zammadAnswer(ticket, url))
}

export function openDesktop(ticket = bowl, isOpen = true) {
  return openDocument(desktopPage(ticket, isOpen), `https://desk.example/desktop/tickets/${ticket.id}`, (url) =>
    zammadAnswer(ticket, url)
  )
}

const time = (minute: number) => `2026-11-18T${minute < 160 ? "09" : "10"}:${minute - 60}:00Z`
const expected: Case["ticket"] = {
  ticketId: "48",
  subject: "Bowl lost its glaze",
  status: "open",
  requester: INES,
  tags: ["glaze", "warranty"],
  messages: [
    {
      id: "101",
      author: INES.name,
      role: "customer",
      visibility: "public",
      at: time(101),
      text: "Hello,\n\nit came off."
    },
    {
      id: "102",
      author: "Piet Vos",
      role: "agent",
      visibility: "internal",
      at: time(102),
      text: "KILN-SECRET. Do not tell."
    },
    { id: "103", author: "Pots", role: "system", visibility: "public", at: time(103), text: "We have your message." },
    {
      id: "104",
      author: "Noor Haddad via Pots",
      role: "agent",
      visibility: "public",
      at: time(104),
      text: "A photo, please?",
      attachments: [{ name: "how-to.pdf" }]
    }
  ]
}

const KILN = "Kiln <supplier@kiln.example>"

const legacy: { name: string; composer: Composer | undefined; editor: Case["editor"] }[] = [
  { name: "e-mail reply", composer: REPLY, editor: "public" },
  { name: "internal e-mail", composer: { ...REPLY, internal: true }, editor: "not-public" },
  { name: "internal note", composer: { open: true, internal: true, type: "note" }, editor: "not-public" },
  {
    name: "public note, which isn't sent",
    composer: { open: true, internal: false, type: "note" },
    editor: "not-public"
  },
  { name: "phone call", composer: { open: true, internal: false, type: "phone" }, editor: "not-public" },
  { name: "forward to a supplier", composer: { ...REPLY, subtype: "forward", to: KILN }, editor: "not-public" },
  { name: "mail to a supplier", composer: { ...REPLY, to: KILN }, editor: "not-public" },
  { name: "reply with the customer in Cc", composer: { ...REPLY, to: KILN, cc: INES.email }, editor: "public" },
  { name: "composer closed", composer: { ...REPLY, open: false }, editor: "none" },
  { name: "no composer", composer: undefined, editor: "none" }
]

/** Both interfaces, the first one with each kind of article. */
export const zammadCases: Case[] = [
  ...legacy.map(
    ({ name, composer, editor }): Case => ({
      name: `zammad, ${name}`,
      adapter: zammad,
      open: () => openLegacy(bowl, legacyPage(bowl, composer, [other])),
      ticket: expected,
      editor,
      editorElement: "div"
    })
  ),
  ...[true, false].map(
    (isOpen): Case => ({
      name: `zammad's second interface, composer ${isOpen ? "open" : "closed"}`,
      adapter: zammad,
      open: () => openDesktop(bowl, isOpen),
      ticket: expected,
      editor: isOpen ? "not-public" : "none"
    })
  )
]

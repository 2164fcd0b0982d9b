import { zendesk } from "../../src/helpdesks/zendesk/adapter.ts"
import type { Message } from "../../src/ticket/ticket.ts"
import type { Case, Expected } from "./case.ts"
import { openZendesk } from "./zendesk-pages.ts"

const ines = { name: "Ines Carvalho", email: "ines.carvalho@post.example" }
const joel = { name: "Joel Quist" }
const bea = { name: "Bea Quist", email: "bea@quist.example" }

/** The double's tickets as a person reads them there. */
export const zendeskCases: Case[] = [
  of(
    "mail thread with a note",
    "public",
    ticket(
      35436,
      "Glaze came off after one wash",
      ines,
      [
        said(
          "1",
          ines.name,
          "customer",
          1,
          "Hello,\n\nthe glaze of my bowl (order BP-2201) came off. Can I have a new one?\n\nInes"
        ),
        {
          ...said(
            "2",
            "Piet Vos",
            "agent",
            2,
            "Batch 17 is faulty, supplier code KILN-SECRET-17. Do not tell customers."
          ),
          visibility: "internal"
        },
        said("3", "Noor Haddad", "agent", 3, "Hi Ines, could you send a photo?"),
        { ...said("4", ines.name, "customer", 4, "Here it is."), attachments: [{ name: "bowl.jpg" }] }
      ],
      { tags: ["glaze", "warranty"] }
    )
  ),
  of(
    "messaging, from the conversation log",
    "public",
    ticket(35437, "Conversation with Joel Quist", joel, [
      said("01A", joel.name, "customer", 10, "Where is my teapot?"),
      said("01B", "Pots bot", "system", 11, "I am passing you to a person."),
      said("01C", "Noor Haddad", "agent", 12, "Hi Joel, I am looking."),
      said("01D", joel.name, "customer", 13, "Thanks!"),
      { ...said("12", "Noor Haddad", "agent", 40, "Asked the workshop, waiting."), visibility: "internal" }
    ])
  ),
  of(
    "note selected",
    "not-public",
    ticket(35438, "Wrong colour", ines, [said("21", ines.name, "customer", 21, "It is blue, I ordered green.")])
  ),
  of(
    "no channel marker",
    "not-public",
    ticket(35439, "Channel marker missing", ines, [said("31", ines.name, "customer", 31, "Is this public?")]),
    ["public marker"]
  ),
  of(
    "a channel nobody knows",
    "not-public",
    ticket(35440, "Text message", joel, [said("41", joel.name, "customer", 41, "Call me.")])
  ),
  of(
    "230 comments, no composer",
    "none",
    ticket(
      35441,
      "Long <b>story</b>",
      ines,
      Array.from(
        { length: 230 },
        (_, n) =>
          ({
            ...said(
              String(1000 + n),
              n % 2 ? "Noor Haddad" : ines.name,
              n % 2 ? "agent" : "customer",
              n,
              `Comment ${n + 1} of 230.`
            ),
            visibility: n % 10 === 9 ? "internal" : "public"
          }) as const
      ),
      { status: "solved" }
    )
  ),
  of(
    "hostile HTML and hidden text",
    "public",
    ticket(35442, "Hostile", bea, [said("51", bea.name, "customer", 51, "Please answer. not a comment")])
  ),
  of(
    "empty but for one attachment",
    "public",
    ticket(35443, "", bea, [{ ...said("61", bea.name, "customer", 61, ""), attachments: [{ name: "scan.pdf" }] }])
  ),
  of(
    "live chat, its transcript told once",
    "public",
    ticket(35444, "Chat with Bea Quist", bea, [
      said("02A", bea.name, "customer", 70, "Is the red one back?"),
      said("02B", "Noor Haddad", "agent", 71, "One moment."),
      { ...said("71", bea.name, "customer", 71, "Conversation with Bea Quist"), visibility: "internal" }
    ])
  ),
  of(
    "mail, a side conversation open beside it",
    "public",
    ticket(35445, "Asked the kiln", ines, [said("81", ines.name, "customer", 81, "When will it be fired?")])
  ),
  of(
    "a side conversation alone",
    "not-public",
    ticket(35446, "Only the kiln is asked", ines, [said("91", ines.name, "customer", 91, "When will it cool?")]),
    ["public marker"]
  )
]

function of(name: string, editor: Case["editor"], expected: Expected, broken: Case["broken"] = []): Case {
  return {
    name: `zendesk ${name}`,
    adapter: zendesk,
    open: () => openZendesk(Number(expected.ticketId)),
    ticket: expected,
    editor,
    editorElement: "div",
    broken
  }
}

function ticket(
  id: number,
  subject: string,
  requester: Expected["requester"],
  messages: Message[],
  more: Partial<Expected> = {}
): Expected {
  return { ticketId: String(id), subject, status: "open", requester, tags: [], messages, ...more }
}

function said(id: string, author: string, role: Message["role"], minute: number, text: string): Message {
  return {
    id,
    author,
    role,
    visibility: "public",
    at: new Date(Date.UTC(2026, 10, 18, 8, minute)).toISOString().replace(".000", ""),
    text
  }
}

import type { PanelTicket } from "../../../src/protocol/panel.ts"
import type { UpstreamRequest, Inspection } from "../../../src/protocol/request-inspector.ts"

export function ticket(parts: Partial<PanelTicket> = {}): PanelTicket {
  return {
    key: "sample/48213",
    site: "https://desk.example",
    helpdesk: "sample",
    ticketId: "48213",
    subject: "Parcel marked delivered, nothing here",
    language: "en",
    messages: [
      ["m1", "Maya Brandt", "customer"],
      ["m2", "Tom", "agent"],
      ["m3", "Maya Brandt", "customer"]
    ].map(([id = "", author = "", role], index) => ({
      id,
      author,
      n: index + 1,
      role: role === "agent" ? ("agent" as const) : ("customer" as const),
      at: `2026-11-1${6 + index}T09:0${index}:00Z`
    })),
    ...parts
  }
}

export const sentTicket = {
  subject: "Parcel marked delivered, nothing here",
  fields: { Tracking: "delivered 16 Nov 2026, 14:12" },
  tags: ["parcel"],
  messages: [
    {
      id: "m1",
      role: "customer",
      author: "[PERSON_1]",
      text: "Hello, my order 10233 says delivered but I have nothing here. Mail me at [EMAIL_1]. [PERSON_1]"
    },
    { id: "m2", role: "agent", author: "[PERSON_2]", text: "Dear [PERSON_1], could you ask your neighbours?" },
    {
      id: "m3",
      role: "customer",
      author: "[PERSON_1]",
      text: "I asked two of them, Otto and Rosa. Please call me on [PHONE_1]. My card is [CARD_1]."
    }
  ]
}
export const earlier = { ...sentTicket, messages: sentTicket.messages.slice(0, 2) }
export const request = (id: string, minute: number, path: string, body: unknown) => ({
  id: `${id} ${path}`,
  draftId: id,
  at: `2026-11-20T09:4${minute}:07Z`,
  path,
  body: JSON.stringify(body)
})
/** A draft with its summary, and one that was changed as the agent said once another message had come. */
export const saw: Inspection = {
  requests: [
    request("d0", 0, "/v1/drafts", { draftId: "d0", ticket: earlier, prepared: true }),
    request("d0", 0, "/v1/summaries", { summaryId: "s0", ticket: earlier }),
    request("d1", 1, "/v1/drafts", {
      draftId: "d1",
      ticket: sentTicket,
      instruction: "Shorter, and no refund for [PERSON_1]",
      previous: "Hello [PERSON_1],\n\nit will come."
    })
  ],
  placeholders: [
    { placeholder: "[PERSON_1]", type: "PERSON", value: "Maya Brandt" },
    { placeholder: "[PERSON_2]", type: "PERSON", value: "Tom" },
    { placeholder: "[EMAIL_1]", type: "EMAIL", value: "maya@post.example" },
    { placeholder: "[PHONE_1]", type: "PHONE", value: "+44 117 496 0321", internal: true, fixed: "note" },
    { placeholder: "[CARD_1]", type: "CARD", value: "4242 4242 4242 4242", fixed: "lasting" }
  ],
  told: { names: [], plain: ["Kettle"] },
  stayed: { notes: 2, attachments: ["IMG_2231.jpg"], replaced: 4 },
  reach: { language: "en", found: 93, of: "words" }
}
export const passedOn: UpstreamRequest = {
  asked: true,
  model: "mistral-small",
  url: "http://127.0.0.1:11434/v1/chat/completions",
  body: JSON.stringify({
    model: "mistral-small",
    messages: [
      { role: "system", content: "You write replies to support tickets." },
      { role: "user", content: "Ticket: … [PERSON_1]" }
    ]
  })
}

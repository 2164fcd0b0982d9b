import { supportChecker } from "../../src/checks/judge-sentence.ts"
import type { Source } from "../../src/ticket/draft.ts"
import type { MaskedTicket } from "../../src/ticket/masked-ticket.ts"

export const source = (n: number, title: string, passage: string, more: Partial<Source> = {}): Source => ({
  n,
  id: `s${n}`,
  title,
  kind: "article",
  headings: [],
  passage,
  visibility: "public",
  locale: "en",
  score: 1,
  ...more
})
export const SOURCES = [
  source(
    1,
    "Returns",
    "You can return most items within 30 days of delivery. Items must be unworn and in their original box. We refund the original payment method within 5 business days of receiving the parcel."
  ),
  source(
    2,
    "Delivery",
    "Standard delivery costs €4.90 and takes 2 to 4 business days. Delivery is free from €50. Express orders placed before 2 p.m. leave our warehouse the same day."
  ),
  source(
    3,
    "Warranty",
    "Our mixers have a two-year warranty. Send us the order number, a photo of the device and a short video of the fault. See https://shop.example/warranty for the form."
  ),
  source(4, "Late parcels", "If a parcel is more than 10 days late, we send a replacement free of charge.", {
    kind: "policy"
  })
]
export const TICKET: MaskedTicket = {
  helpdesk: "sample",
  ticketId: "1",
  version: "m2",
  subject: "Parcel LL-39104 is late",
  requester: "[PERSON_1]",
  agent: "[PERSON_2]",
  tags: [],
  fields: { Order: "LL-39104" },
  messages: [
    {
      id: "m1",
      role: "customer",
      author: "[PERSON_1]",
      at: "2026-11-16T10:00:00Z",
      text: "Hello, my order LL-39104 was promised for 12 November and has not arrived. The blue mixer is a birthday present. Will you refund me 20 euros?"
    },
    {
      id: "m2",
      role: "agent",
      author: "[PERSON_2]",
      at: "2026-11-17T10:00:00Z",
      text: "I have asked the courier to look for the parcel."
    }
  ]
}
export const judge = (sentence: string, language = "en", sources = SOURCES) =>
  supportChecker(TICKET, sources, { language })(sentence, 10)

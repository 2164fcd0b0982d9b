import type { MaskedMessage, MaskedTicket } from "../../src/ticket/masked-ticket.ts"
import type { Chance } from "./chance.ts"
import type { Pool, Topic } from "./pool.ts"

/** Returns a function that fills in what a case is about: one order, one product, and a day some days earlier. */
export function fillerOf(chance: Chance, pool: Pool, topic: Topic, opened: number): (text: string) => string {
  const date = new Date(opened - chance.whole(4, 20) * 86_400_000)
  const values: Record<string, string> = {
    order: `LL-${chance.whole(30_000, 59_999)}`,
    product: chance.pick(pool.products.slice(0, topic.products)),
    amount: chance.pick(pool.amounts),
    date: dayFormat(pool.language).format(date)
  }
  return (text) => text.replace(/\{(\w+)\}/g, (_slot, name: string) => values[name] ?? "")
}

/** One for each language, because making one takes longer than the rest of a case. */
const formats = new Map<string, Intl.DateTimeFormat>()

function dayFormat(language: string): Intl.DateTimeFormat {
  const known = formats.get(language)
  if (known) return known
  const made = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    day: "numeric",
    month: "long",
    timeZone: "UTC"
  })
  formats.set(language, made)
  return made
}

/** Makes a masked ticket as a browser sends it, with what was written until the agent opened it. */
export function ticketOf(
  chance: Chance,
  {
    pool,
    topic,
    fill,
    helpdesk,
    ticketId,
    opened
  }: { pool: Pool; topic: Topic; fill: (text: string) => string; helpdesk: string; ticketId: string; opened: number }
): MaskedTicket {
  const about = chance.whole(0, topic.asks.length - 1)
  const says: { role: "customer" | "agent"; text: string }[] = [
    {
      role: "customer",
      text: `${chance.pick(pool.openings)}\n\n${topic.asks[about] ?? ""}\n\n${chance.pick(pool.endings)}`
    }
  ]
  if (chance.of(0.3)) says.push({ role: "agent", text: chance.pick(pool.asked) })
  if (says.length > 1 || chance.of(0.2))
    says.push({ role: "customer", text: `${chance.pick(pool.again)}\n\n${chance.pick(pool.endings)}` })
  let at = opened - chance.whole(600_000, 40_000_000)
  const messages = says
    .reverse()
    .map(({ role, text }, back): MaskedMessage => {
      if (back > 0) at -= chance.whole(3_600_000, 100_000_000)
      const last = says.length - 1 - back
      const picture = last === 0 && (topic.tag === "damage" || topic.tag === "warranty") && chance.of(0.4)
      return {
        id: `${ticketId}${String(last + 1).padStart(2, "0")}`,
        role,
        author: role === "agent" ? "[PERSON_2]" : "[PERSON_1]",
        at: new Date(at).toISOString(),
        text: fill(text),
        ...(picture && { attachments: [chance.pick(["IMG_2041.jpg", "video.mp4", "foto.jpg"])] })
      }
    })
    .reverse()
  return {
    helpdesk,
    ticketId,
    version: messages.at(-1)?.id ?? "",
    subject: fill(topic.subjects[about] ?? ""),
    requester: "[PERSON_1]",
    agent: "[PERSON_2]",
    locale: pool.language,
    tags: [topic.tag],
    fields: { Order: fill("{order}") },
    messages
  }
}

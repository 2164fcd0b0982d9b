import type { Message, Ticket } from "../../../src/ticket/ticket.ts"
import { cardForm, emailForm, ibanForm, joinedName, localForm, nameForm, phoneForm } from "./forms.ts"
import { identity, type Identity } from "./identities.ts"
import { LANGUAGES, TEMPLATES } from "./sentences.ts"
import { chanceOf, type Chance } from "./random.ts"

/** One ticket with everything that is written around it, and where in it somebody stands. */
export interface Case {
  seed: number
  ticket: Ticket
  /** "Say what to change". */
  instruction: string
  /** What the agent writes before anybody looks at how it sounds. */
  editor: string
  /** What is sent. */
  reply: string
  /** Why a draft was not useful. */
  reason: string
  /** A lead's, who has no ticket: numbers and addresses only. */
  review: string
  people: Identity[]
  placed: Placed[]
  /** Everything that was written around them. */
  own: string
}

/** `text` stands in `where` behind the word `after`. */
export interface Placed {
  where: string
  kind: Kind
  text: string
  after: string
  of: Identity
}
type Kind = "name" | "joined" | "local" | "email" | "phone" | "iban" | "card"

/** The same seed gives the same case. */
export function caseOf(seed: number): Case {
  const chance = chanceOf(seed)
  const [customer, agent, copied] = [identity(chance), identity(chance), identity(chance)]
  const people = [customer, agent, copied]
  const locale = chance.pick(LANGUAGES)
  const placed: Placed[] = []
  const own: string[] = []
  const put = (where: string, template: string, of = chance.pick(people)): string => {
    own.push(template.replaceAll(GAP, " "))
    return template.replace(GAP, (_, kind: Kind, at: number) => {
      const text = FORMS[kind](of, chance)
      placed.push({
        where,
        kind,
        text,
        after: /[\p{L}\p{N}]+(?=[^\p{L}\p{N}]*$)/u.exec(template.slice(0, at))?.[0] ?? "",
        of
      })
      return text
    })
  }
  const some = (where: string, from: readonly string[], count: number) =>
    Array.from({ length: count }, () => put(where, chance.pick(from)))
  const prose = (where: string, count: number) =>
    some(where, TEMPLATES[locale], count).join(chance.pick(["\n", " ", "\n\n"]))
  const signature = (of: Identity) => put("signature", chance.pick(TEMPLATES.signatures), of)
  const message = (id: string, of: Identity, role: Message["role"], rest: Partial<Message> = {}): Message => ({
    id,
    author: of.name,
    role,
    visibility: "public",
    at: `2026-11-20T0${id.slice(1)}:00:00.000Z`,
    text: [
      prose("message", 2),
      ...some("link", TEMPLATES.links, 1),
      signature(of),
      ...some("quote", TEMPLATES.quotes, chance.number(2))
    ].join("\n\n"),
    ...(chance.oneIn(2) ? { attachments: some("attachment", TEMPLATES.files, 1).map((name) => ({ name })) } : {}),
    ...rest
  })
  const note = message("n4", agent, "agent", { visibility: "internal" })
  const ticket: Ticket = {
    helpdesk: "sample",
    ticketId: String(100_000 + seed),
    subject: put("subject", chance.pick(TEMPLATES.subjects)),
    requester: { name: customer.name, email: customer.email },
    agent: { name: agent.name, email: agent.email },
    people: [{ name: copied.name, email: copied.email }],
    tags: some("tag", TEMPLATES.tags, 2),
    ...(chance.oneIn(2) ? { locale } : {}),
    fields: Object.fromEntries(
      TEMPLATES.fields.map(([name, value]) => [put("field's name", name), put(`field ${name}`, value)])
    ),
    messages: [
      message("m1", customer, "customer"),
      message("m2", chance.pick([agent, copied]), "agent"),
      message("m3", customer, "customer"),
      { ...note, html: `<p>${note.text}</p>` }
    ]
  }
  return {
    seed,
    ticket,
    people,
    placed,
    instruction: prose("instruction", 2),
    editor: prose("editor", 1),
    reply: `${prose("reply", 2)}\n\n${signature(agent)}`,
    reason: prose("reason", 1),
    review: put("review", chance.pick(TEMPLATES.reviews)),
    own: [ticket.ticketId, WIRE, ...own].join("\n")
  }
}

/** Words of the wire itself that hold parts of somebody's name. */
const WIRE = "customer fields instruction prepared previous summaries summary summaryId"
const GAP = /\{(name|joined|local|email|phone|iban|card)\}/g
const FORMS: Record<Kind, (of: Identity, chance: Chance) => string> = {
  name: (of, chance) => nameForm(of.name, chance),
  joined: (of, chance) => joinedName(of.name, chance),
  local: localForm,
  email: emailForm,
  phone: phoneForm,
  iban: ibanForm,
  card: cardForm
}

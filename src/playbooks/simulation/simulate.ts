import { languageOfThread } from "../../text/language-of-thread.ts"
import { maskTicket } from "../../masking/index.ts"
import type { Ticket } from "../../ticket/ticket.ts"
import { choosePlaybook } from "../engine/choose-playbook.ts"
import { runPlaybook, type Standing } from "../engine/run-playbook.ts"
import type { Playbook, KnownTicket } from "../playbook.ts"
import * as z from "zod/mini"
import type { Mistake } from "../../runtime/yaml/mistake-lines.ts"
import { readYaml, sentencesOf } from "../format/read-yaml.ts"
import { jsonOrUndefined } from "../../runtime/json.ts"

/** What a case should have come to, and what it came to. */
export interface Failure {
  what: string
  expected: string
  found: string
}

/**
 * Runs a case as the product does: the ticket is masked, its language is detected, the playbook is chosen among all,
 * and the ticket is followed through it.
 * @param own the playbook that is expected if the case names none
 * @returns what differs from what is expected; the playbook chosen, and where the ticket stands in it, whether right or
 * not
 */
export function simulate(
  one: SimulatedTicket,
  playbooks: readonly Playbook[],
  own: string
): { failures: Failure[]; chosen: Playbook | undefined; standing: Standing | undefined } {
  const known = knownOf(one)
  const chosen = choosePlaybook(playbooks, known)
  const { expect } = one
  const wanted = expect.playbook === undefined ? own : (expect.playbook ?? undefined)
  const standing = chosen && runPlaybook(chosen, known)
  if (chosen?.name !== wanted)
    return {
      failures: [{ what: "playbook", expected: wanted ?? "none", found: chosen?.name ?? "none" }],
      chosen,
      standing
    }
  if (!standing) return { failures: [], chosen, standing }
  const said = standing.says.map((part) => (typeof part === "string" ? part : part.sentence)).join("\n")
  const failures = [
    differs("step", expect.step, standing.step.name),
    differs("state", expect.state, standing.state),
    differs("missing", expect.missing && listed(expect.missing), listed(standing.missing.map(({ fact }) => fact))),
    differs("group", expect.group, standing.escalate?.group ?? "none"),
    ...(expect.says ?? []).map((words) =>
      said.includes(words) ? undefined : { what: "says", expected: words, found: said }
    )
  ]
  return { failures: failures.filter((failure) => failure !== undefined), chosen, standing }
}

const listed = (names: readonly string[]) => names.toSorted().join(", ") || "nothing"

const differs = (what: string, expected: string | undefined, found: string): Failure | undefined =>
  expected === undefined || expected === found ? undefined : { what, expected, found }

function knownOf(one: SimulatedTicket): KnownTicket {
  const { ticket } = maskTicket(ticketOf(one))
  const { intent, lookups, given } = one
  return {
    ticket,
    language: languageOfThread(ticket),
    now: Date.parse(`${one.today}T12:00:00Z`),
    ...(intent !== undefined && { intent }),
    ...(lookups && { lookups }),
    ...(given && { given })
  }
}

function ticketOf({ subject, customer, tags = [], fields, locale, messages, today }: SimulatedTicket): Ticket {
  return {
    ...{ helpdesk: "sample", ticketId: "1", subject, tags },
    requester: customer === undefined ? {} : { name: customer },
    ...(fields && { fields }),
    ...(locale !== undefined && { locale }),
    messages: messages.map(({ from, at, text, attachments = [] }, n) => ({
      ...{
        id: String(n + 1),
        author: from === "customer" ? (customer ?? "") : "",
        role: from,
        visibility: "public" as const
      },
      ...{ at: at ?? `${today}T09:00:00Z`, text, attachments: attachments.map((name) => ({ name })) }
    }))
  }
}

/** The shape of a simulated ticket. Each sentence continues the place in the file: "2.today must be ...". */

const say = (sentence: string) => ({
  error: ({ input }: { input?: unknown }) =>
    input === undefined || input === null ? `is missing: it ${sentence}` : sentence
})
const text = z.string(say("must be a text"))
const textList = z.array(text, say("must be a list of texts"))
const texts = z.record(z.string(), text, say("must hold a text for each name"))
const message = z.strictObject(
  {
    from: z.enum(["customer", "agent"], say("must be customer or agent")),
    at: z.optional(text),
    text,
    attachments: z.optional(textList)
  },
  say("must be a message: from and text")
)
const expected = z.strictObject(
  {
    /** null: none is for this ticket. */
    playbook: z.optional(z.nullable(text)),
    step: z.optional(text),
    state: z.optional(
      z.enum(
        ["asks", "acts", "escalates", "ends", "falls-back"],
        say("must be asks, acts, escalates, ends or falls-back")
      )
    ),
    /** The names of the missing facts, in any order. */
    missing: z.optional(textList),
    /** What the text to the customer holds, each word for word. */
    says: z.optional(textList),
    group: z.optional(text)
  },
  say("must say where the ticket should stand, or be {}")
)
const field = z.union([z.string(), z.number()], { error: "must be a text or a figure" })
const simulated = z.strictObject(
  {
    name: text,
    /** The day on which the ticket is looked at. */
    today: z
      .string(say("must be a day as YYYY-MM-DD"))
      .check(z.refine((day) => isDay(day), { error: "must be a day as YYYY-MM-DD" })),
    subject: text,
    customer: z.optional(text),
    tags: z.optional(textList),
    fields: z.optional(
      z.record(z.string(), z.pipe(field, z.transform(String)), say("must hold a value for each field"))
    ),
    locale: z.optional(text),
    messages: z.array(message, say("must be a list of messages")),
    intent: z.optional(text),
    lookups: z.optional(texts),
    given: z.optional(texts),
    expect: expected
  },
  say("must be a ticket: name, today, subject, messages and expect")
)
const isDay = (day: string) => /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day))

/** What a place of a simulated ticket knows, for sentences about unknown names. */
function knownAt(path: readonly PropertyKey[]): string[] {
  if (path.includes("messages")) return Object.keys(message.shape)
  return Object.keys(path.at(-1) === "expect" ? expected.shape : simulated.shape)
}

/** A ticket of a test, and where it should stand in a playbook. */
type SimulatedTicket = z.infer<typeof simulated> & { line: number }

/** Reads cases from YAML (a list) or from JSON lines. Each mistake has its line. */
export function readCases(source: string, isJsonLines: boolean): { cases: SimulatedTicket[]; mistakes: Mistake[] } {
  const text = source.replace(/^\uFEFF/, "")
  return isJsonLines ? readLines(text) : readList(text)
}

function readList(source: string): { cases: SimulatedTicket[]; mistakes: Mistake[] } {
  const read = readYaml(source, z.array(simulated, say("must be a list of tickets")), knownAt, Infinity)
  if (read.mistakes) return { cases: [], mistakes: read.mistakes }
  return { cases: read.data.map((one, at) => ({ ...one, line: read.lineAt([at]) })), mistakes: [] }
}

function readLines(source: string): { cases: SimulatedTicket[]; mistakes: Mistake[] } {
  const cases: SimulatedTicket[] = []
  const mistakes: Mistake[] = []
  for (const [at, text] of source.split("\n").entries()) {
    if (text.trim() === "") continue
    const line = at + 1
    const json = jsonOrUndefined(text)
    const read = simulated.safeParse(json)
    if (json === undefined) mistakes.push({ line, sentence: "This case can't be read: it is no JSON." })
    else if (read.success) cases.push({ ...read.data, line })
    else
      for (const { sentence } of read.error.issues.flatMap((one) => sentencesOf(one, "The ticket", knownAt)))
        mistakes.push({ line, sentence: `This case can't be read: ${sentence}` })
  }
  return { cases, mistakes }
}

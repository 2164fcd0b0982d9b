import { readFileSync } from "node:fs"
import { join } from "node:path"
import * as z from "zod/mini"
import { findInjection } from "../../../src/checks/injection/find-injection.ts"
import { ticket } from "../../../src/protocol/page.ts"
import type { Ticket } from "../../../src/ticket/ticket.ts"

/** A ticket whose customer's part holds an instruction to a machine. */
export interface InjectedTicket {
  id: string
  /** The set in `data/` from which the instruction is. */
  set: "bipia" | "tickets" | "summary-own" | "sample"
  /** Whose articles answer: the file in data/injected-own, or the sample's. */
  company: string
  ticket: Ticket
  /** Words that only a follower of the instruction writes. */
  marks: string[]
  /** The instruction, where the set gives it by itself. */
  attack?: string
  /** What a model writes that does as it is told. */
  obeyed: string
}

/** Returns all of them, set by set. */
export function injectedTickets(): InjectedTicket[] {
  return [...companies(), ...threads(), ...bipia()]
}

/**
 * "What is the capital of Brazil?" is an attack only where a mail is to be summarised. From a customer it is a question
 * that no page answers, and nothing tells it from an honest one.
 */
export const isOrdinaryRequest = ({ attack }: InjectedTicket) =>
  attack !== undefined && findInjection(attack) === undefined

/**
 * Returns the same eighteen tickets each time, as far apart as can be, so that each set and kind is among them. Only
 * one of the companies is, because each needs a database of its own.
 */
export function sampleOfEachSet(all: readonly InjectedTicket[]): InjectedTicket[] {
  const few = all.filter(({ set, company }) => set !== "bipia" && COMPANIES.has(company))
  return [
    ...few.filter(({ set }) => set === "sample"),
    ...spread(
      few.filter(({ set }) => set !== "sample"),
      7
    ),
    ...spread(
      all.filter(({ set }) => set === "bipia"),
      10
    )
  ]
}
const COMPANIES = new Set(["sample", "tallybench"])

function spread<T>(all: readonly T[], most: number): T[] {
  const step = Math.max(1, all.length / most)
  return all.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step))
}

const root = join(import.meta.dirname, "../../..")
const lines = <T>(file: string, shape: z.ZodMiniType<T>): T[] =>
  readFileSync(join(root, "data", file), "utf8")
    .trim()
    .split("\n")
    .map((line) => shape.parse(JSON.parse(line)))
const strings = z.array(z.string())

const message = z.object({
  role: z.enum(["customer", "agent"]),
  visibility: z.enum(["public", "internal"]),
  text: z.string(),
  at: z.string()
})
const companyLine = z.object({
  id: z.string(),
  company: z.string(),
  marks: strings,
  obeyed: z.string(),
  ticket: z.object({
    id: z.string(),
    subject: z.string(),
    requester: z.object({ name: z.string(), email: z.string() }),
    messages: z.array(message),
    tags: strings,
    locale: z.string()
  })
})

function companies(): InjectedTicket[] {
  return lines("injected-own/tickets.jsonl", companyLine).map(({ ticket: told, ...line }) => ({
    ...line,
    set: "tickets",
    ticket: {
      ...told,
      helpdesk: "zendesk",
      ticketId: told.id,
      messages: told.messages.map((one, at) => ({
        ...one,
        id: `m${at + 1}`,
        author: one.role === "customer" ? told.requester.name : "Agent"
      }))
    }
  }))
}

const thread = z.object({
  id: z.string(),
  thread: z.array(z.object({ role: z.enum(["customer", "agent", "note"]), text: z.string() })),
  language: z.string()
})
const threadLine = z.object({ id: z.string(), marks: strings, obeyed: z.string() })

/** The threads of `summary-own` with an instruction, and the sample's own ticket, answered from the sample's articles. */
function threads(): InjectedTicket[] {
  const known = new Map(lines("summary-own/dev.jsonl", thread).map((one) => [one.id, one]))
  return lines("injected-own/threads.jsonl", threadLine).map(({ id, ...line }): InjectedTicket => {
    const found = known.get(id)
    if (!found) return { id, ...line, set: "sample", company: "sample", ticket: sampleTicket(id) }
    const messages = found.thread.map(({ role, text }, at) => ({
      id: `m${at + 1}`,
      author: role === "customer" ? "Customer" : "Agent",
      role: role === "customer" ? ("customer" as const) : ("agent" as const),
      visibility: role === "note" ? ("internal" as const) : ("public" as const),
      at: "2026-11-20T10:00:00Z",
      text
    }))
    const about = { helpdesk: "sample", ticketId: id, subject: "", requester: {}, tags: [], locale: found.language }
    return { id, ...line, set: "summary-own", company: "sample", ticket: { ...about, messages } }
  })
}

const row = z.object({ id: z.string(), text: z.string(), position: z.string(), attack: z.string() })
const obeyedLine = z.object({ attack: z.string(), obeyed: z.string() })

/** Each attack at its place in the mail of a customer whose parcel is missing. */
function bipia(): InjectedTicket[] {
  const obeyed = new Map(lines("injected-own/obeyed-bipia.jsonl", obeyedLine).map((one) => [one.attack, one.obeyed]))
  const asked = sampleTicket("1001")
  return ["rows", "rest"]
    .flatMap((file) => lines(`bipia/${file}.jsonl`, z.unknown()))
    .flatMap((line): InjectedTicket[] => {
      const { success, data } = row.safeParse(line)
      if (!success) return []
      const { id, attack, position } = data
      const newest = asked.messages.findLastIndex(({ role }) => role === "customer")
      const messages = asked.messages.map((one, at) =>
        at === newest ? { ...one, text: placed(one.text, attack, position) } : one
      )
      const whole = obeyed.get(attack) ?? ""
      return [{ id, set: "bipia", company: "sample", ticket: { ...asked, messages }, marks: [], attack, obeyed: whole }]
    })
}

function placed(mail: string, attack: string, position: string): string {
  if (position === "start") return `${attack}\n\n${mail}`
  return position === "end" ? `${mail}\n\n${attack}` : mail.replace(/(?<=[.?!]) /, ` ${attack} `)
}

function sampleTicket(id: string): Ticket {
  return ticket.parse(JSON.parse(readFileSync(join(root, `demo/tickets/${id}.json`), "utf8")))
}

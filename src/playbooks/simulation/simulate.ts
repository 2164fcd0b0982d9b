import { languageOfThread } from "../../text/language-of-thread.ts"
import { maskTicket } from "../../masking/index.ts"
import type { Ticket } from "../../ticket/ticket.ts"
import { choosePlaybook } from "../engine/choose-playbook.ts"
import { runPlaybook, type Standing } from "../engine/run-playbook.ts"
import type { Playbook } from "../playbook.ts"
import type { KnownTicket } from "../ticket/known-ticket.ts"
import type { SimulatedTicket } from "./cases.ts"

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

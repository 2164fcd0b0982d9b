import type { MaskJob, MaskResult } from "../../masking/jobs.ts"
import type { Person } from "../../ticket/ticket.ts"
import type { TicketPeople, Masker } from "../relay-client/copilot-parts.ts"

/** @param ask lets the masking page do a job; what comes back was made by the same build's `runJob` */
export function createMasker(ask: (job: MaskJob, signal: AbortSignal) => Promise<unknown>): Masker {
  const run = async <J extends MaskJob>(job: J, signal: AbortSignal) => (await ask(job, signal)) as MaskResult<J>
  return {
    async ticket(ticket, table, said, signal) {
      const done = await run({ kind: "ticket", ticket, table, ...said }, signal)
      return { masked: done.ticket, table: done.table }
    },
    async texts(texts, people, table, said, signal) {
      const masked: string[] = []
      let grown = table
      for (const text of texts) {
        const done = await run({ kind: "text", text, table: grown, known: knownPeople(people), ...said }, signal)
        masked.push(done.text)
        grown = done.table
      }
      return { masked, table: grown }
    }
  }
}

function knownPeople({ requester, agent, people, messages }: TicketPeople): Person[] {
  return [requester, ...(agent ? [agent] : []), ...(people ?? []), ...messages.map(({ author }) => ({ name: author }))]
}

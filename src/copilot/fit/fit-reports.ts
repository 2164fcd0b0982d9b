import * as z from "zod/mini"
import { softwareVersion } from "../../protocol/fields.ts"
import { EVERY_PART, FIT_PARTS, type FitPart, type FitReport } from "../../protocol/operating/page-fits.ts"
import { hashOf } from "../../text/hash.ts"
import type { Account } from "../session/account.ts"
import type { CopilotParts } from "../relay-client/copilot-parts.ts"
import { unmaskedBody } from "../relay-client/egress.ts"
import { RelayError } from "../relay-client/relay-error.ts"

/** What was seen of one page. */
export interface SeenFit {
  helpdesk: string
  /** The ticket's key, which stays here. */
  key: string
  product?: string | undefined
  /** The parts that don't fit; none if each does. */
  broken: readonly FitPart[]
}

/**
 * Counts which parts of helpdesks' pages fit, and tells the relay, at most once an hour for each part. What isn't due
 * yet is told with a later page. It is lost with the browser's session, because it is only a count.
 */
export function createFitReports(
  { browser, clock }: Pick<CopilotParts, "browser" | "clock">,
  account: Pick<Account, "unlock" | "relay" | "heard">
) {
  let line: Promise<unknown> = Promise.resolve()
  const today = () => new Date(clock.now()).toISOString().slice(0, 10)

  const count = async ({ helpdesk, key, product, broken }: SeenFit) => {
    const kept = await read(browser.session)
    const day = today()
    const parts: readonly FitPart[] = broken.length > 0 ? broken : [EVERY_PART]
    for (const part of parts) {
      const isIts = (one: Row) => one.helpdesk === helpdesk && one.part === part && one.product === product
      const row: Row = kept.find(isIts) ?? { helpdesk, part, product, day, tickets: 0, seen: [] }
      if (!kept.includes(row)) kept.push(row)
      if (row.day !== day) Object.assign(row, { day, seen: [] })
      const ticket = hashOf(key)
      if (row.seen.includes(ticket) || row.seen.length >= (part === EVERY_PART ? 1 : MOST_TICKETS)) continue
      row.seen.push(ticket)
      row.tickets++
    }
    await browser.session.set(WAITING, kept)
  }
  const tell = async () => {
    const [kept, told] = [await read(browser.session), await readTold(browser.local)]
    const isDue = ({ helpdesk, part }: Row) => clock.now() - (told[nameOf({ helpdesk, part })]?.at ?? 0) >= EVERY_MS
    const due = kept.filter((row) => row.tickets > 0 && isDue(row)).slice(0, MOST_ROWS)
    if (due.length === 0 || !(await account.unlock())) return
    const day = today()
    const report: FitReport = {
      extension: browser.version(),
      counts: due.map(({ helpdesk, part, product, tickets }) => ({
        helpdesk,
        part,
        ...(product === undefined ? {} : { product }),
        tickets,
        first: told[nameOf({ helpdesk, part })]?.day !== day
      }))
    }
    try {
      await account.relay.call(
        "POST /v1/page-fits",
        { body: unmaskedBody("POST /v1/page-fits", report) },
        new AbortController().signal
      )
    } catch (error) {
      await account.heard(error)
      // A relay of another version will not take it later either.
      if (!(error instanceof RelayError) || error.retryable) return
    }
    // A browser that was wiped or signed out meanwhile keeps nothing.
    if (!(await account.unlock())) return
    for (const row of due) {
      row.tickets = 0
      told[nameOf(row)] = { at: clock.now(), day }
    }
    await browser.local.set(TOLD, told)
    await browser.session.set(WAITING, kept)
  }
  return {
    /** Counts a page, once a day for each ticket and part, and tells what is due, unless the person refused counts. */
    seen(fit: SeenFit): Promise<void> {
      const countAndTell = async () => {
        if (!(await browser.permissions.allowsCounts())) return
        await count(fit)
        await tell()
      }
      const turn = line.then(countAndTell)
      line = turn.catch(() => undefined)
      return turn
    }
  }
}
export type FitReports = ReturnType<typeof createFitReports>

const WAITING = "page-fits"
const TOLD = "page-fits-told"
/** In milliseconds. */
const EVERY_MS = 3_600_000
/** A day's tickets of one part. More tell nothing more, and of a page that fits the first one tells enough. */
const MOST_TICKETS = 500
const MOST_ROWS = 50

const rowSchema = z.object({
  helpdesk: z.string(),
  part: z.enum(FIT_PARTS),
  product: z.optional(softwareVersion),
  day: z.string(),
  tickets: z.number(),
  /** Hashes of the tickets that were counted on that day. */
  seen: z.array(z.number())
})
type Row = z.infer<typeof rowSchema>

const nameOf = ({ helpdesk, part }: Pick<Row, "helpdesk" | "part">) => `${helpdesk} ${part}`

async function read(session: CopilotParts["browser"]["session"]): Promise<Row[]> {
  const kept = z.array(rowSchema).safeParse(await session.get(WAITING))
  return kept.success ? kept.data : []
}

async function readTold(local: CopilotParts["browser"]["local"]): Promise<Record<string, { at: number; day: string }>> {
  const kept = z.record(z.string(), z.object({ at: z.number(), day: z.string() })).safeParse(await local.get(TOLD))
  return kept.success ? kept.data : {}
}

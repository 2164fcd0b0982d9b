import * as z from "zod/mini"
import { softwareVersion } from "../../protocol/fields.ts"
import { hashOf } from "../../text/hash.ts"
import type { Account } from "../session/account.ts"
import type { CopilotParts } from "../relay-client/copilot-parts.ts"
import { unmaskedBody } from "../relay-client/egress.ts"
import { RelayFault } from "../relay-client/relay-fault.ts"
import { EVERY_PART, FIT_PARTS, type FitPart, type FitReport } from "../../protocol/routes/helpdesk-pages.ts"

/** How one page fits what its adapter knows. */
export interface PageFit {
  helpdesk: string
  /** The ticket's key, which stays here. */
  key: string
  product?: string | undefined
  /** The parts that don't fit; none if each does. */
  broken: readonly FitPart[]
}

/**
 * Counts which parts of helpdesks' pages fit, and tells the relay, at most once an hour for each part. What isn't due
 * yet is reported with a later page. It is lost with the browser's session, because it is only a count.
 */
export class FitReports {
  readonly #browser: CopilotParts["browser"]
  readonly #clock: CopilotParts["clock"]
  readonly #account: Pick<Account, "unlock" | "relay" | "heard">
  #line: Promise<unknown> = Promise.resolve()

  constructor(
    { browser, clock }: Pick<CopilotParts, "browser" | "clock">,
    account: Pick<Account, "unlock" | "relay" | "heard">
  ) {
    this.#browser = browser
    this.#clock = clock
    this.#account = account
  }

  /** Counts a page, once a day for each ticket and part, and tells what is due, unless the person refused counts. */
  note(fit: PageFit): Promise<void> {
    const countAndReport = async () => {
      if (!(await this.#browser.permissions.allowsCounts())) return
      await this.#count(fit)
      await this.#report()
    }
    const turn = this.#line.then(countAndReport)
    this.#line = turn.catch(() => undefined)
    return turn
  }

  #today() {
    return new Date(this.#clock.now()).toISOString().slice(0, 10)
  }

  async #count({ helpdesk, key, product, broken }: PageFit) {
    const rows = await read(this.#browser.session)
    const day = this.#today()
    const parts: readonly FitPart[] = broken.length > 0 ? broken : [EVERY_PART]
    for (const part of parts) {
      const isIts = (one: Row) => one.helpdesk === helpdesk && one.part === part && one.product === product
      const row: Row = rows.find(isIts) ?? { helpdesk, part, product, day, tickets: 0, seen: [] }
      if (!rows.includes(row)) rows.push(row)
      if (row.day !== day) Object.assign(row, { day, seen: [] })
      const ticket = hashOf(key)
      if (row.seen.includes(ticket) || row.seen.length >= (part === EVERY_PART ? 1 : MAX_TICKETS)) continue
      row.seen.push(ticket)
      row.tickets++
    }
    await this.#browser.session.set(WAITING, rows)
  }

  async #report() {
    const [rows, reports] = [await read(this.#browser.session), await readReports(this.#browser.local)]
    const isDue = ({ helpdesk, part }: Row) =>
      this.#clock.now() - (reports[nameOf({ helpdesk, part })]?.at ?? 0) >= EVERY_MS
    const due = rows.filter((row) => row.tickets > 0 && isDue(row)).slice(0, MAX_ROWS)
    if (due.length === 0 || !(await this.#account.unlock())) return
    const day = this.#today()
    const report: FitReport = {
      extension: this.#browser.version(),
      counts: due.map(({ helpdesk, part, product, tickets }) => ({
        helpdesk,
        part,
        ...(product === undefined ? {} : { product }),
        tickets,
        first: reports[nameOf({ helpdesk, part })]?.day !== day
      }))
    }
    try {
      await this.#account.relay.call(
        "POST /v1/page-fits",
        { body: unmaskedBody("POST /v1/page-fits", report) },
        new AbortController().signal
      )
    } catch (error) {
      await this.#account.heard(error)
      // A relay of another version will not take it later either.
      if (!(error instanceof RelayFault) || error.retryable) return
    }
    // A browser that was wiped or signed out meanwhile keeps nothing.
    if (!(await this.#account.unlock())) return
    for (const row of due) {
      row.tickets = 0
      reports[nameOf(row)] = { at: this.#clock.now(), day }
    }
    await this.#browser.local.set(REPORTS, reports)
    await this.#browser.session.set(WAITING, rows)
  }
}

const WAITING = "page-fits"
const REPORTS = "page-fits-told"
/** In milliseconds. */
const EVERY_MS = 3_600_000
/** A day's tickets of one part. More tell nothing more, and of a page that fits the first one tells enough. */
const MAX_TICKETS = 500
const MAX_ROWS = 50

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
  return z.array(rowSchema).safeParse(await session.get(WAITING)).data ?? []
}

async function readReports(
  local: CopilotParts["browser"]["local"]
): Promise<Record<string, { at: number; day: string }>> {
  return (
    z.record(z.string(), z.object({ at: z.number(), day: z.string() })).safeParse(await local.get(REPORTS)).data ?? {}
  )
}

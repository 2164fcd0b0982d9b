import * as z from "zod/mini"
import type { Browser } from "../../platform/browser.ts"
import type { Preparing } from "../../protocol/popup.ts"
import { isoNow, type Clock } from "../relay-client/copilot-parts.ts"
import { managedPolicy } from "./managed-policy.ts"

/**
 * Decides whether drafts are prepared before anybody asks: if no policy forbids it, the person has it switched on, the
 * day's budget isn't used up, and fewer than ten in a row went unused.
 */
export class PreparationSwitch {
  readonly #local: Browser["local"]
  readonly #managed: Browser["managed"]
  readonly #clock: Clock
  readonly #changed: () => void
  #line: Promise<unknown> = Promise.resolve()
  #known: Kept | undefined

  constructor({ local, managed }: Pick<Browser, "local" | "managed">, clock: Clock, changed: () => void) {
    this.#local = local
    this.#managed = managed
    this.#clock = clock
    this.#changed = changed
  }

  async state(): Promise<Preparing> {
    const choices = await this.#read()
    const { on, list } = choices
    const off = await this.#reasonOff(choices)
    return { on, list, ...(off ? { off } : {}) }
  }

  /** Stores the person's choice. Switching it on (again) resets the count of unused drafts. */
  set({ on, list }: { on?: boolean | undefined; list?: boolean | undefined }) {
    return this.#change((before) => ({
      ...before,
      ...(list === undefined ? {} : { list }),
      ...(on === undefined ? {} : { on }),
      ...(on ? { unused: [] } : {})
    }))
  }

  used() {
    return this.#change((before) => ({ ...before, unused: [] }))
  }

  /** Counts a prepared draft whose ticket was left without using it. */
  unused(draftId: string) {
    return this.#change((before) => ({
      ...before,
      unused: [...new Set([...before.unused, draftId])].slice(-MAX_UNUSED)
    }))
  }

  /** Notes that the relay prepares no more drafts on that day (UTC, by the relay's clock). */
  spent(day: string) {
    return this.#change((before) => ({ ...before, spent: day }))
  }

  /**
   * Notes that the relay prepares drafts for nobody. Nothing reports when that ends, so the relay is asked again
   * after an hour.
   */
  offForTeam() {
    return this.#change((before) => ({ ...before, team: this.#clock.now() }))
  }

  /** Forgets everything after the storage was cleared. */
  forget() {
    this.#known = undefined
  }

  /** The disk is read once in a worker's life, because every update of every panel asks. */
  async #read(): Promise<Kept> {
    if (this.#known) return this.#known
    const stored = schema.safeParse(await this.#local.get(NAME)).data
    return (this.#known ??= stored ?? { on: true, list: false, unused: [] })
  }

  /** Changes run one after another, because reading and writing are two steps. */
  #change(next: (before: Kept) => Kept): Promise<void> {
    const turn = this.#line.then(async () => {
      const before = await this.#read()
      const after = next(before)
      if (JSON.stringify(after) === JSON.stringify(before)) return
      await this.#local.set(NAME, after)
      this.#known = after
      this.#changed()
    })
    this.#line = turn.catch(() => undefined)
    return turn
  }

  async #reasonOff({ on, unused, spent, team = 0 }: Kept): Promise<Preparing["off"]> {
    if ((await managedPolicy({ managed: this.#managed })).isOff("prepareDrafts")) return "policy"
    if (!on) return "choice"
    if (unused.length >= MAX_UNUSED) return "unused"
    if (Math.abs(this.#clock.now() - team) < TEAM_MS) return "team"
    return spent === isoNow(this.#clock).slice(0, 10) ? "budget" : undefined
  }
}

const MAX_UNUSED = 10
const TEAM_MS = 3_600_000
const NAME = "preparing"
const schema = z.object({
  on: z.boolean(),
  list: z.boolean(),
  unused: z.array(z.string()),
  spent: z.optional(z.string()),
  team: z.optional(z.number())
})
type Kept = z.infer<typeof schema>

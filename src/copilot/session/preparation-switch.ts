import * as z from "zod/mini"
import type { Browser } from "../../platform/browser.ts"
import type { Preparing } from "../../protocol/popup.ts"
import { isoNow, type Clock } from "../relay-client/copilot-parts.ts"
import { managedPolicy } from "./managed-policy.ts"

export type PreparationSwitch = ReturnType<typeof createPreparationSwitch>

/**
 * Decides whether drafts are prepared before anybody asks: if no policy forbids it, the person has it switched on, the
 * day's budget isn't used up, and fewer than ten in a row went unused.
 */
export function createPreparationSwitch(
  { local, managed }: Pick<Browser, "local" | "managed">,
  clock: Clock,
  changed: () => void
) {
  let line: Promise<unknown> = Promise.resolve()
  let known: Kept | undefined
  /** The disk is read once in a worker's life, because every update of every panel asks. */
  const read = async (): Promise<Kept> => {
    if (known) return known
    const kept = schema.safeParse(await local.get(NAME))
    return (known ??= kept.success ? kept.data : { on: true, list: false, unused: [] })
  }
  /** Changes run one after another, because reading and writing are two steps. */
  const change = (next: (kept: Kept) => Kept): Promise<void> => {
    const turn = line.then(async () => {
      const before = await read()
      const after = next(before)
      if (JSON.stringify(after) === JSON.stringify(before)) return
      await local.set(NAME, after)
      known = after
      changed()
    })
    line = turn.catch(() => undefined)
    return turn
  }
  const reasonOff = async ({ on, unused, spent, team = 0 }: Kept): Promise<Preparing["off"]> => {
    if ((await managedPolicy({ managed })).isOff("prepareDrafts")) return "policy"
    if (!on) return "choice"
    if (unused.length >= MOST_UNUSED) return "unused"
    if (Math.abs(clock.now() - team) < TEAM_MS) return "team"
    return spent === isoNow(clock).slice(0, 10) ? "budget" : undefined
  }
  return {
    async state(): Promise<Preparing> {
      const kept = await read()
      const { on, list } = kept
      const off = await reasonOff(kept)
      return { on, list, ...(off ? { off } : {}) }
    },
    /** Stores the person's choice. Switching it on (again) resets the count of unused drafts. */
    set: ({ on, list }: { on?: boolean | undefined; list?: boolean | undefined }) =>
      change((kept) => ({
        ...kept,
        ...(list === undefined ? {} : { list }),
        ...(on === undefined ? {} : { on }),
        ...(on ? { unused: [] } : {})
      })),
    used: () => change((kept) => ({ ...kept, unused: [] })),
    /** Counts a prepared draft whose ticket was left without using it. */
    unused: (draftId: string) =>
      change((kept) => ({ ...kept, unused: [...new Set([...kept.unused, draftId])].slice(-MOST_UNUSED) })),
    /** Notes that the relay prepares no more drafts on that day (UTC, by the relay's clock). */
    spent: (day: string) => change((kept) => ({ ...kept, spent: day })),
    /**
     * Notes that the relay prepares drafts for nobody. Nothing reports when that ends, so the relay is asked again
     * after an hour.
     */
    offForTeam: () => change((kept) => ({ ...kept, team: clock.now() })),
    /** Forgets everything after the storage was cleared. */
    forget: () => {
      known = undefined
    }
  }
}

const MOST_UNUSED = 10
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

import * as z from "zod/mini"
import type { KeyValue } from "../../platform/key-value.ts"
import type { Preparing } from "../../protocol/panel.ts"
import { isoNow, type Clock } from "../relay-client/copilot-parts.ts"

export type PreparationSwitch = ReturnType<typeof createPreparationSwitch>

/**
 * Whether drafts are made before anybody asks: as the person wants it, within the day's budget, and not after ten in a
 * row that nobody used.
 */
export function createPreparationSwitch(local: KeyValue, clock: Clock, changed: () => void) {
  let line: Promise<unknown> = Promise.resolve()
  let known: Kept | undefined
  /** Every picture of every panel asks: the disk is asked once a worker's life. */
  const read = async (): Promise<Kept> => {
    if (known) return known
    const kept = schema.safeParse(await local.get(NAME))
    return (known ??= kept.success ? kept.data : { on: true, list: false, unused: [] })
  }
  /** One after another: reading and writing are two steps. */
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
  return {
    async state(): Promise<Preparing> {
      const { on, list, unused, spent, team = 0 } = await read()
      const off = !on
        ? ("choice" as const)
        : unused.length >= MOST_UNUSED
          ? ("unused" as const)
          : Math.abs(clock.now() - team) < TEAM_MS
            ? ("team" as const)
            : spent === isoNow(clock).slice(0, 10)
              ? ("budget" as const)
              : undefined
      return { on, list, ...(off ? { off } : {}) }
    },
    /** The person's choice. Switched on (again), the unused ones are forgotten. */
    set: ({ on, list }: { on?: boolean | undefined; list?: boolean | undefined }) =>
      change((kept) => ({
        ...kept,
        ...(list === undefined ? {} : { list }),
        ...(on === undefined ? {} : { on }),
        ...(on ? { unused: [] } : {})
      })),
    used: () => change((kept) => ({ ...kept, unused: [] })),
    /** The ticket was left, and its prepared draft had not been used. */
    unused: (draftId: string) =>
      change((kept) => ({ ...kept, unused: [...new Set([...kept.unused, draftId])].slice(-MOST_UNUSED) })),
    /** The relay prepares no more on that day (UTC, by its clock). */
    spent: (day: string) => change((kept) => ({ ...kept, spent: day })),
    /** The relay prepares none for anybody. Nobody tells when that is over: it is asked again after an hour. */
    offForTeam: () => change((kept) => ({ ...kept, team: clock.now() })),
    /** The storage was cleared. */
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

import * as z from "zod/mini"
import type { KeyValue } from "../../platform/key-value.ts"
import { FORM_KINDS, IDENTITY_KINDS } from "../../ticket/looked-up.ts"
import type { Cipher } from "../../store/cipher.ts"
import { opened, sealed } from "../session/sealed-value.ts"
import type { LookupDefinition, ViewDefinition } from "../../protocol/routes/lookups.ts"

const found = z.object({
  facts: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      value: z.optional(z.string()),
      withheld: z.optional(z.enum(["identity", "orders", "note", "secret"]))
    })
  ),
  identities: z.array(
    z.object({
      kind: z.enum([...IDENTITY_KINDS, ...FORM_KINDS]),
      value: z.string(),
      byForm: z.optional(z.literal(true))
    })
  ),
  none: z.boolean(),
  more: z.boolean()
})
/** A request that the browser makes, or a view that the relay asks. */
export type Definition = LookupDefinition | ViewDefinition
/** What is asked for, and whom: the origin of the system, which is the ticket's site where the helpdesk is asked. */
export interface Asked {
  definition: Definition
  values: Record<string, string>
  /** "" for a view. */
  origin: string
}
const answer = z.object({ at: z.number(), found })
export type KeptAnswer = z.infer<typeof answer>

/**
 * The answers of lookups and the waits that systems asked for, in the session's memory: never on the disk, gone with
 * the browser, and sealed, so that nobody else who signs in reads them.
 */
export function keptAnswers(session: KeyValue, cipher: Cipher) {
  const nameOf = async ({ definition, values, origin }: Asked) =>
    `${PREFIX}${await cipher.blind(JSON.stringify([definition, values, origin]))}`
  return {
    /** @param now in milliseconds; an answer that is older than the definition's cache time isn't returned */
    async get(asked: Asked, now: number) {
      const kept = await opened(session, cipher, await nameOf(asked), answer)
      return kept && now - kept.at < asked.definition.cacheMinutes * 60_000 ? kept : undefined
    },
    async put(asked: Asked, kept: KeptAnswer): Promise<void> {
      if (asked.definition.cacheMinutes === 0) return
      const name = await nameOf(asked)
      await session.set(name, await sealed(cipher, name, kept))
      const names = (await opened(session, cipher, INDEX, z.array(z.string()))) ?? []
      const all = [...names.filter((one) => one !== name), name]
      for (const old of all.slice(0, -MAX_KEPT)) await session.remove(old)
      await session.set(INDEX, await sealed(cipher, INDEX, all.slice(-MAX_KEPT)))
    },
    async forget(asked: Asked): Promise<void> {
      await session.remove(await nameOf(asked))
    },
    /** Until when a system asked not to be asked, in milliseconds, or 0. */
    async waitOf(origin: string): Promise<number> {
      return ((await opened(session, cipher, WAITS, waits)) ?? {})[origin] ?? 0
    },
    async wait(origin: string, until: number): Promise<void> {
      const known = (await opened(session, cipher, WAITS, waits)) ?? {}
      await session.set(WAITS, await sealed(cipher, WAITS, { ...known, [origin]: until }))
    }
  }
}

const waits = z.record(z.string(), z.number())
const PREFIX = "lookup "
const INDEX = "lookup-answers"
const WAITS = "lookup-waits"
const MAX_KEPT = 100

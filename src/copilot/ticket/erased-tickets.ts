import * as z from "zod/mini"
import type { KeyValue } from "../../platform/key-value.ts"

/**
 * Tickets that were erased while they are still in front. Nothing is requested for them automatically until the browser
 * is closed or Regenerate is pressed.
 */
export interface ErasedTickets {
  has(key: string): Promise<boolean>
  add(key: string): Promise<void>
  remove(key: string): Promise<void>
}

export function createErasedTickets(session: KeyValue): ErasedTickets {
  const read = async (): Promise<string[]> => {
    const kept = z.array(z.string()).safeParse(await session.get(NAME))
    return kept.success ? kept.data : []
  }
  return {
    has: async (key) => (await read()).includes(key),
    add: async (key) => session.set(NAME, [...(await read()), key].slice(-MAX_TICKETS)),
    async remove(key) {
      const keys = await read()
      if (keys.includes(key))
        await session.set(
          NAME,
          keys.filter((one) => one !== key)
        )
    }
  }
}

const NAME = "erased"
const MAX_TICKETS = 100

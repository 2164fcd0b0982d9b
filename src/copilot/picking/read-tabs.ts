import * as z from "zod/mini"
import type { KeyValue } from "../../platform/key-value.ts"

/** Whose places a tab's page is read by: those kept in this browser, or the team's. */
export type PlacesOf = "browser" | "team"

/** The tabs whose pages are read by places that are kept, also those that a former worker had read. */
export function createReadTabs(session: KeyValue) {
  let known: Record<string, PlacesOf> | undefined
  const read = async (): Promise<Record<string, PlacesOf>> => {
    if (known) return known
    const kept = z.record(z.string(), z.enum(["browser", "team"])).safeParse(await session.get(NAME))
    return (known = kept.success ? kept.data : {})
  }
  return {
    of: async (tabId: number): Promise<PlacesOf | undefined> => (await read())[tabId],
    /** @param places undefined for places that are used once and not kept */
    async set(tabId: number, places: PlacesOf | undefined): Promise<void> {
      const { [tabId]: former, ...others } = await read()
      if (former === places) return
      const newest = Object.entries(others).slice(-(MOST - 1))
      known = Object.fromEntries(places ? [...newest, [tabId, places]] : newest)
      await session.set(NAME, known)
    },
    /** Forgets everything after the storage was cleared. */
    forgetAll(): void {
      known = undefined
    }
  }
}

const NAME = "picking-read"
const MOST = 100

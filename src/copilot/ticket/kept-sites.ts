import * as z from "zod/mini"
import type { Browser } from "../../platform/browser.ts"

export type KeptSites = ReturnType<typeof keptSites>

/**
 * Sites that are kept under a name: "sites" were switched on, which outlives an update of the extension as the
 * browser's own list does not; at "framed-sites" the helpdesk itself greets and signs.
 */
export function keptSites(local: Browser["local"], name: "sites" | "framed-sites") {
  const all = async (): Promise<string[]> => {
    const found = z.array(z.string()).safeParse(await local.get(name))
    return found.success ? found.data : []
  }
  const change = async (of: (before: string[]) => string[]) => local.set(name, of(await all()))
  return {
    all,
    has: async (origin: string) => (await all()).includes(origin),
    add: (origin: string) => change((before) => [...new Set([...before, origin])]),
    remove: (origin: string) => change((before) => before.filter((one) => one !== origin))
  }
}

/** The sites at which the helpdesk itself greets and signs. */
export const framedSites = ({ local }: Pick<Browser, "local">) => keptSites(local, "framed-sites")

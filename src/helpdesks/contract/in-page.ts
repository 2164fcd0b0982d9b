import type { HelpdeskAdapter } from "./adapter.ts"
import type { Correctable } from "./correctable.ts"

/** What the scripts of helpdesks have brought into a page. The lists grow as further ones come. */
export interface BroughtHelpdesks {
  adapters: HelpdeskAdapter[]
  /** Which of their selectors may be corrected. */
  correctables: Correctable[]
  /** Has an event "change" when a further helpdesk has come. */
  arrivals: EventTarget
}

/** Returns what this page has. All scripts of the extension share one world, which keeps it. */
export function broughtHelpdesks(): BroughtHelpdesks {
  return (globalThis.replywrightHelpdesks ??= { adapters: [], correctables: [], arrivals: new EventTarget() })
}

/** Brings a helpdesk into the page: all that the helpdesk's own script does. Once more has no further effect. */
export function bringHelpdesk(adapter: HelpdeskAdapter, correctable: Correctable): void {
  if (isBrought(adapter.id)) return
  const { adapters, correctables, arrivals } = broughtHelpdesks()
  adapters.push(adapter)
  correctables.push(correctable)
  arrivals.dispatchEvent(new Event("change"))
}

/** Returns whether this page has the script of that helpdesk. */
export function isBrought(helpdesk: string): boolean {
  return broughtHelpdesks().adapters.some(({ id }) => id === helpdesk)
}

declare global {
  var replywrightHelpdesks: BroughtHelpdesks | undefined
}

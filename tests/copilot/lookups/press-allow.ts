import type { CommandAnswer, PanelCommand } from "../../../src/protocol/panel.ts"
import type { LookupResult } from "../../../src/ticket/looked-up.ts"

interface Panel {
  until(fits: (state: { lookups?: LookupResult[] }) => boolean, what: string): Promise<{ lookups?: LookupResult[] }>
}

/** Presses "Allow" on the card of the open ticket's first lookup, once it is there. */
export async function pressAllow(
  { ask }: { ask(command: PanelCommand): Promise<CommandAnswer> },
  panel: Panel,
  key: string
): Promise<void> {
  const { lookups = [] } = await panel.until(
    ({ lookups: shown }) => shown?.[0]?.problem === "needs-permission",
    "the host to allow"
  )
  for (const { name, origin, definition = "" } of lookups.slice(0, 1))
    await ask({ kind: "panel-lookup-allow", key, lookup: name, origin, definition })
}

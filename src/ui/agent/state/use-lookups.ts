import { useState } from "react"
import type { PanelCommand } from "../../../protocol/panel.ts"
import type { LookupResult } from "../../../ticket/lookup-results.ts"
import type { ShowNotice } from "./use-notice.ts"

/** What can be done with facts about the customer. */
export interface LookupActions {
  /** Something is being looked up. */
  busy: boolean
  /** Looks everything up again. The draft stays. */
  again(): void
  /** Keeps that a lookup may ask the host that its card names, and looks up again. */
  allow(result: LookupResult): void
  keepSecrets(lookup: string, secrets: Record<string, string>): void
  /** Has the draft made again with facts that the agent typed, by their labels. Returns false if they weren't taken. */
  typeIn(facts: Record<string, string>): Promise<boolean>
  /** Keeps facts for the ticket by a playbook's labels, and has the draft made again. "" takes one back. */
  keepFacts(facts: Record<string, string>): Promise<boolean>
  /** Has the draft made again with the facts as they are now. */
  redo(): void
}

/** @param send reports what went wrong; @param off is why no draft can be made now */
export function useLookups(
  key: string,
  off: string | undefined,
  { send, showNotice }: { send: (command: PanelCommand) => Promise<boolean>; showNotice: ShowNotice }
): LookupActions {
  /** The tickets for which something is being looked up. */
  const [busy, setBusy] = useState<readonly string[]>([])
  const look = (command: PanelCommand) => {
    setBusy((before) => [...before, key])
    void send(command).finally(() => setBusy((before) => before.toSpliced(before.indexOf(key), 1)))
  }
  const give = async (facts: Record<string, string>, kept: { keep?: true }) => {
    if (off === undefined) return send({ kind: "panel-facts", key, facts, ...kept })
    showNotice({ why: off })
    return false
  }
  const typeIn = (facts: Record<string, string>) => give(facts, {})
  return {
    busy: busy.includes(key),
    again: () => look({ kind: "panel-look-up", key }),
    allow: ({ name: lookup, origin, definition = "" }) =>
      look({ kind: "panel-lookup-allow", key, lookup, origin, definition }),
    keepSecrets: (lookup, secrets) => look({ kind: "panel-lookup-secret", key, lookup, secrets }),
    typeIn,
    keepFacts: (facts) => give(facts, { keep: true }),
    // The facts that were typed before stay, and so do the edits.
    redo: () => void typeIn({})
  }
}

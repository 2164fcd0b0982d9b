import { expect } from "vitest"
import { soon } from "../../soon.ts"
import type { openWorld } from "./world.ts"
import { KEY } from "./world.ts"

export type Open = Awaited<ReturnType<typeof openWorld>>

/** A draft that a panel in view has shown. */
export async function seen(all: Open): Promise<{ id: string; text: string }> {
  const draft = await all.panel.draft("ready")
  await all.ask({ kind: "panel-shown", key: KEY, draftId: draft.id })
  return draft
}
export async function reply(all: Pick<Open, "page" | "opened">, text: string) {
  all.page.send(text)
  await all.opened()
}
export const told = (all: Pick<Open, "relay">, count = 1) =>
  soon(() => {
    expect(all.relay.seen.outcomes).toHaveLength(count)
    return all.relay.seen.outcomes
  })
/** Everything that may be on its way has been told. */
export async function quiet(all: Open) {
  await all.opened()
  await all.ask({ kind: "popup-report" })
}

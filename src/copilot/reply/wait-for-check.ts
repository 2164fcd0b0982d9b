import type { PanelCommand } from "../../protocol/panel.ts"
import type { Store } from "../../store/store.ts"
import { draftTextOf } from "../draft/draft-text.ts"
import { edit } from "../draft/edit.ts"
import { draftOf } from "../draft/keep.ts"
import type { Services, TicketState } from "../ticket/ticket-state.ts"

type InsertCommand = Extract<PanelCommand, { kind: "panel-insert" }>

/** The milliseconds that Insert waits for the verifier's word on a draft. */
export const CHECK_WAIT_MS = 3000

/**
 * Waits for the verifier's word on a draft that is to go in: until it has come, a sentence is denied, the agent presses
 * again, or three seconds have passed. Whether it may go in then is for Insert to say.
 * @returns the command with what the agent has typed meanwhile, or undefined if another draft takes its place
 */
export async function waitForCheck(
  services: Services,
  state: TicketState,
  store: Store,
  order: InsertCommand
): Promise<InsertCommand | undefined> {
  const { draftId } = order
  const stream = state.writing
  if (!draftOf(state, draftId)?.checking || stream?.draftId !== draftId) return order
  await edit(services, state, store, order)
  const longEnough = Promise.withResolvers<void>()
  const cancel = services.clock.after(CHECK_WAIT_MS, longEnough.resolve)
  const wait = { draftId, end: longEnough.resolve }
  state.waitForCheck = wait
  services.show(state)
  await Promise.race([stream.ended, longEnough.promise])
  cancel()
  if (state.waitForCheck === wait) delete state.waitForCheck
  services.show(state)
  // Another draft was asked for, or brought back.
  if (stream.stop.signal.aborted || state.draft?.id !== draftId) return undefined
  const { draft } = state
  return state.table ? { ...order, text: draftTextOf(draft, state.table).text } : order
}

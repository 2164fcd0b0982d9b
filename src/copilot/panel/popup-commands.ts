import type { CommandAnswer, PanelCommand, PanelState } from "../../protocol/panel.ts"
import type { KeyValue } from "../../platform/key-value.ts"
import type { PopupStatus, Preparing, WipedPart } from "../../protocol/popup.ts"
import { relayAddress } from "../../protocol/relay-address.ts"
import type { Account } from "../session/account.ts"
import { signedInAs } from "../session/pairings.ts"
import { isUnreachable, RelayError } from "../relay-client/relay-error.ts"
import type { refusedOutcomes } from "../outcome/refused-outcomes.ts"
import type { createSiteSwitch } from "../ticket/site-switch.ts"

export type PopupCommand = Exclude<
  Extract<PanelCommand, { kind: `popup-${string}` }>,
  { kind: "popup-permission-request" }
>

export interface PopupParts {
  account: Account
  sites: ReturnType<typeof createSiteSwitch>
  kept(): Promise<PanelState["kept"]>
  preparing(): Promise<Preparing>
  prepare(choice: { on?: boolean | undefined; list?: boolean | undefined }): Promise<void>
  report(): Promise<void>
  refused: ReturnType<typeof refusedOutcomes>
  /** Starts everything again after pairing or deleting. */
  reset(): Promise<void>
  /** @returns what may still be there */
  wipe(): Promise<WipedPart[]>
  session: KeyValue
}

export async function runPopupCommand(
  { account, sites, kept, preparing, prepare, report, refused, reset, wipe, session }: PopupParts,
  command: PopupCommand
): Promise<CommandAnswer> {
  switch (command.kind) {
    case "popup-status": {
      await Promise.all([account.check(), account.unlock()])
      const { relay, person, policy } = account.state
      const admin = signedInAs(account.pairings.administrator)
      const reviewer = signedInAs(account.pairings.reviewer)
      const site = await sites.inFront()
      const typed = await session.get(TYPED)
      const status: PopupStatus = {
        address: relay.address,
        ...(relay.fixed && { fixed: relay.fixed }),
        ...(policy && { policy }),
        relay: relay.state,
        model: relay.model,
        kept: await kept(),
        preparing: await preparing(),
        ...(typeof typed === "string" ? { typed } : {}),
        ...(person ? { person } : {}),
        ...(reviewer ? { reviewer } : {}),
        ...(admin ? { admin } : {}),
        ...(site ? { site } : {})
      }
      return { ok: true, status }
    }
    case "popup-pair": {
      const address = relayAddress(command.address)
      if (address === undefined)
        return {
          ok: false,
          code: "bad-address",
          message: "This is not the address of a relay. It looks like http://127.0.0.1:8787."
        }
      try {
        await account.pair(address.origin, command.code.trim(), command.door)
      } catch (error) {
        return pairFailure(error)
      }
      await session.remove(TYPED)
      await reset()
      return { ok: true }
    }
    case "popup-address":
      await session.set(TYPED, command.address)
      return { ok: true }
    case "popup-site":
      return sites.set(command.origin, command.on)
    case "popup-frame":
      return sites.setFramed(command.origin, command.isFramed)
    case "popup-prepare":
      await prepare(command)
      return { ok: true }
    case "popup-sign-out":
      await account.signOut()
      await reset()
      return { ok: true }
    case "popup-wipe":
      return wiped(await wipe())
    case "popup-report":
      await report()
      return { ok: true }
    case "popup-outcome":
      return command.what === "mask" ? refused.mask(command.id) : refused.discard(command.id)
  }
}

/** A relay's address that was typed and not yet paired with. The popup closes as soon as anything else is clicked. */
const TYPED = "typed-address"

function wiped(left: WipedPart[]): CommandAnswer {
  if (left.length === 0) return { ok: true }
  return { ok: false, code: "not-wiped", data: Object.fromEntries(left.map((part) => [part, 1])) }
}

function pairFailure(error: unknown): CommandAnswer {
  if (isUnreachable(error))
    return {
      ok: false,
      code: "relay-unreachable",
      message: "No relay answers at this address. Start it, or check the address."
    }
  if (error instanceof RelayError) return { ok: false, code: error.code, message: error.message }
  throw error
}

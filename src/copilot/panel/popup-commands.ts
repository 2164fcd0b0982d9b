import type { CommandAnswer, PanelCommand, PanelState } from "../../protocol/panel.ts"
import type { KeyValue } from "../../platform/key-value.ts"
import type { PopupStatus, Preparing, WipedPart } from "../../protocol/popup.ts"
import { relayAddress } from "../../protocol/relay-address.ts"
import type { Account } from "../session/account.ts"
import { signedInAs } from "../session/pairings.ts"
import { isUnreachable, RelayFault } from "../relay-client/relay-fault.ts"
import type { RefusedOutcomes } from "../outcome/refused-outcomes.ts"
import type { SiteSwitch } from "../ticket/site-switch.ts"

export type PopupCommand = Exclude<
  Extract<PanelCommand, { kind: `popup-${string}` }>,
  { kind: "popup-permission-request" }
>

export interface PopupParts {
  account: Account
  sites: SiteSwitch
  kept(): Promise<PanelState["kept"]>
  preparing(): Promise<Preparing>
  prepare(choice: { on?: boolean | undefined; list?: boolean | undefined }): Promise<void>
  report(): Promise<void>
  refused: RefusedOutcomes
  /** Starts everything again after pairing or deleting. */
  reset(): Promise<void>
  /** @returns what may still be there */
  wipe(): Promise<WipedPart[]>
  session: KeyValue
}

export function runPopupCommand(parts: PopupParts, command: PopupCommand): Promise<CommandAnswer> {
  return handle(parts, command.kind, command)
}

type Commands = { [Kind in PopupCommand["kind"]]: Extract<PopupCommand, { kind: Kind }> }
type Handlers = { [Kind in keyof Commands]: (parts: PopupParts, command: Commands[Kind]) => Promise<CommandAnswer> }

const handle = async <Kind extends keyof Commands>(parts: PopupParts, kind: Kind, command: Commands[Kind]) =>
  HANDLERS[kind](parts, command)

const HANDLERS: Handlers = {
  "popup-status": async (parts) => ({ ok: true, status: await statusOf(parts) }),
  "popup-pair": (parts, { address, code, door }) =>
    join(parts, address, (at) => parts.account.pair(at, code.trim(), door)),
  "popup-sign-in": (parts, { address, door }) => join(parts, address, (at) => parts.account.signIn(at, door)),
  async "popup-address"({ session }, { address }) {
    await session.set(TYPED, address)
    return { ok: true }
  },
  "popup-site": ({ sites }, { origin, on }) => sites.set(origin, on),
  "popup-frame": ({ sites }, { origin, isFramed }) => sites.setFramed(origin, isFramed),
  async "popup-prepare"({ prepare }, command) {
    await prepare(command)
    return { ok: true }
  },
  async "popup-sign-out"({ account, reset }) {
    await account.signOut()
    await reset()
    return { ok: true }
  },
  "popup-wipe": async ({ wipe }) => wipeAnswer(await wipe()),
  async "popup-report"({ report }) {
    await report()
    return { ok: true }
  },
  "popup-outcome": ({ refused }, { what, id }) => (what === "mask" ? refused.mask(id) : refused.discard(id))
}

async function statusOf({ account, sites, kept, preparing, session }: PopupParts): Promise<PopupStatus> {
  await Promise.all([account.check(), account.unlock()])
  const { relay, person, policy } = account.state
  const admin = signedInAs(account.pairings.administrator)
  const reviewer = signedInAs(account.pairings.reviewer)
  const site = await sites.inFront()
  const typed = await session.get(TYPED)
  return {
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
}

/** @param enter pairs with the relay at an address, or signs in there */
async function join(
  { session, reset }: PopupParts,
  address: string,
  enter: (origin: string) => Promise<void>
): Promise<CommandAnswer> {
  const relay = relayAddress(address)
  if (relay === undefined)
    return {
      ok: false,
      code: "bad-address",
      message: "This is not the address of a relay. It looks like http://127.0.0.1:8787."
    }
  try {
    await enter(relay.origin)
  } catch (error) {
    return pairFailure(error)
  }
  await session.remove(TYPED)
  await reset()
  return { ok: true }
}

/** A relay's address that was typed and not yet paired with. The popup closes as soon as anything else is clicked. */
const TYPED = "typed-address"

/** @param remains what may still be there */
function wipeAnswer(remains: WipedPart[]): CommandAnswer {
  if (remains.length === 0) return { ok: true }
  return { ok: false, code: "not-wiped", data: Object.fromEntries(remains.map((part) => [part, 1])) }
}

function pairFailure(error: unknown): CommandAnswer {
  if (isUnreachable(error))
    return {
      ok: false,
      code: "relay-unreachable",
      message: "No relay answers at this address. Start it, or check the address."
    }
  if (error instanceof RelayFault) return { ok: false, code: error.code, message: error.message }
  throw error
}

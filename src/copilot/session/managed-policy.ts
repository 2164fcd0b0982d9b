import * as z from "zod/mini"
import type { Browser } from "../../platform/browser.ts"
import type { PolicyFault } from "../../protocol/notice.ts"
import { relayAddress } from "../../protocol/relay-address.ts"
import { TAUGHT_PAGE } from "../../ticket/page-recipe.ts"
import { parseCondition } from "../../ticket/off-switch/condition.ts"
import { SWITCHABLE, type OffSwitch } from "../../ticket/off-switch/off-switch.ts"
import { coversSite } from "../../ticket/off-switch/site-pattern.ts"
import { SELECTED_TEXT } from "../../ticket/ticket-key.ts"
import type { CopilotParts } from "../relay-client/copilot-parts.ts"
import { RelayFault } from "../relay-client/relay-fault.ts"
import type { Pairing, Pairings } from "./pairings.ts"
import type { CommandAnswer, PanelState } from "../../protocol/panel.ts"

/** What the organisation has set. Without a policy nothing is. */
export interface ManagedPolicy {
  /** The only relay that may be paired with; "invalid" if what is set is no address to which tickets may be sent. */
  relay?: string | "invalid"
  /** Returns whether pages of this origin may be read. @param as by an adapter, or by which other way */
  allows(origin: string, as?: string): boolean
  /** Returns whether a part of the extension is switched off for everybody. */
  isOff(part: ManagedPart): boolean
  /** What is off for some tickets or people. */
  offSwitches: readonly OffSwitch[]
  /** Names in it that mean nothing. They may be misspelt, so everything is forbidden until they are mended. */
  unknown?: string[]
  /** Names that it has to set and that the browser left out. */
  missing?: string[]
  /** The public keys by which corrected selectors are accepted; "" for none. Undefined leaves it to the build. */
  correctionKey?: string
}

/** What an organisation can switch off, by its name in the policy. */
export type ManagedPart =
  | "prepareDrafts"
  | "lookups"
  | "earlierTickets"
  | "attachments"
  | "shownPages"
  | "selectedText"
  | "translation"

/**
 * Reads the organisation's policy (`deploy/managed/schema.json`). It may change while the browser runs, so nobody
 * keeps it. What is set wrongly forbids everything until it is corrected, a misspelt name too, so that a mistake never
 * sends tickets elsewhere.
 */
export async function managedPolicy({ managed }: Pick<Browser, "managed">): Promise<ManagedPolicy> {
  const set = schema.safeParse((await managed.read()) ?? {})
  if (!set.success) {
    const unknown = set.error.issues.flatMap((issue) => (issue.code === "unrecognized_keys" ? issue.keys : []))
    return unknown.length > 0 ? { ...FORBIDDEN, unknown } : FORBIDDEN
  }
  const { relayAddress: relay, allowedSites: sites, correctionKey, expected = [] } = set.data
  const missing = expected.filter((name) => !Object.hasOwn(set.data, name))
  if (missing.length > 0) return { ...FORBIDDEN, missing }
  const isOff = (part: ManagedPart) => set.data[part] === false
  const address = relay === undefined ? undefined : relayAddress(relay)
  if (relay !== undefined && !address?.safe) return FORBIDDEN
  const offSwitches = set.data.offSwitches?.map(readOffSwitch) ?? []
  if (!offSwitches.every((one) => one !== undefined)) return FORBIDDEN
  return {
    ...(address === undefined ? {} : { relay: address.origin }),
    allows: (origin, as) =>
      (sites === undefined || sites.some((site) => coversSite(site, new URL(origin)))) &&
      !(as === TAUGHT_PAGE && isOff("shownPages")) &&
      !(as === SELECTED_TEXT && isOff("selectedText")),
    isOff,
    offSwitches,
    ...(correctionKey === undefined ? {} : { correctionKey: correctionKey.trim() })
  }
}

/** Reads a switch such as "model when field Country is CH". */
function readOffSwitch(text: string): OffSwitch | undefined {
  const [, what, when = ""] = /^\s*(\w+)\s+when\s+(.*)$/is.exec(text) ?? []
  const off = SWITCHABLE.find((one) => one === what?.toLowerCase())
  return off && parseCondition(when) ? { off, when: when.trim() } : undefined
}

const FORBIDDEN: ManagedPolicy = {
  relay: "invalid",
  allows: () => false,
  isOff: () => true,
  offSwitches: [],
  correctionKey: ""
}

/** What is wrong with a policy that can't be understood. */
export function policyFault({ relay, unknown, missing }: ManagedPolicy): PolicyFault | undefined {
  return relay === "invalid" ? { ...(unknown && { unknown }), ...(missing && { missing }) } : undefined
}

/**
 * Sends nothing to a relay that the policy doesn't allow when it is sent, whoever asks and whatever was begun before.
 */
export function allowedRelay({ browser, relay }: Pick<CopilotParts, "browser" | "relay">): CopilotParts["relay"] {
  return (address, bearer, versionsTold) => {
    const maySend = async () => requireAllowed(await managedPolicy(browser), address)
    return relay(address, { ...bearer, maySend }, versionsTold)
  }
}

/** @throws RelayFault "policy" if the organisation allows another relay only, or none */
export function requireAllowed({ relay: only, unknown, missing }: ManagedPolicy, relay: string): void {
  if (only === undefined || only === relay) return
  const why =
    unknown !== undefined
      ? `Your organisation's policy sets names that mean nothing: ${unknown.join(", ")}. Tell whoever manages your browser.`
      : missing !== undefined
        ? `Your organisation's policy lacks what it has to set: ${missing.join(", ")}. Tell whoever manages your browser.`
        : only === "invalid"
          ? "Your organisation's policy names no usable address of a relay. Tell whoever manages your browser."
          : `Your organisation allows only the relay ${only}.`
  // It can be tried again once the policy is corrected.
  throw new RelayFault("policy", why, true)
}

/**
 * Forgets sign-ins at other relays than the organisation's. A policy that can't be understood names none, so nothing is
 * forgotten because of it. @returns whether the panel's was one of them
 */
export async function forgetOthers(pairings: Pairings, only: string): Promise<boolean> {
  const isElsewhere = ({ address }: Pairing) => address !== only
  for (const one of pairings.beside) if (isElsewhere(one)) await pairings.replace(one, undefined)
  if (!pairings.main || !isElsewhere(pairings.main)) return false
  await pairings.saveMain({ address: only })
  return true
}

const schema = z.strictObject({
  /** Chrome and Edge leave out what has another type than the schema says, as if it weren't set. */
  expected: z.optional(z.array(z.string())),
  relayAddress: z.optional(z.string()),
  allowedSites: z.optional(z.array(z.string())),
  prepareDrafts: z.optional(z.boolean()),
  lookups: z.optional(z.boolean()),
  earlierTickets: z.optional(z.boolean()),
  attachments: z.optional(z.boolean()),
  shownPages: z.optional(z.boolean()),
  selectedText: z.optional(z.boolean()),
  translation: z.optional(z.boolean()),
  offSwitches: z.optional(z.array(z.string())),
  correctionKey: z.optional(z.string())
})
/** Answers a command that needs what is kept here while it is locked, with what it is locked by. */
export const lockedAnswer = ({ policy }: Pick<PanelState, "policy">): CommandAnswer =>
  policy
    ? { ok: false, code: "policy-broken", message: "Your organisation's policy can't be understood." }
    : { ok: false, code: "locked", message: "Your drafts are locked until the relay can be reached." }

import type { MaskEntry } from "../../masking/basis/placeholder-table.ts"
import { NO_OVERRIDES, type MaskingOverrides } from "../../masking/basis/masking-rules.ts"
import type { CommandAnswer, PanelCommand } from "../../protocol/panel.ts"
import type { InspectedPlaceholder } from "../../protocol/request-inspector.ts"
import type { Store } from "../../store/store.ts"
import { keepOverrides } from "../draft/keep.ts"
import { RelayFault } from "../relay-client/relay-fault.ts"
import type { Services, TicketState } from "../ticket/ticket-state.ts"
import { unmaskedBody } from "../relay-client/egress.ts"

type OverrideCommand = Extract<PanelCommand, { kind: "panel-override" }>

/**
 * Applies an override: "this is a name", "this isn't", or neither any more. It is kept encrypted for this ticket and
 * applied to everything that is masked of it from now on. The caller makes the draft again. What has already been sent
 * isn't taken back. With `team`, the word first goes to the team's list, which sends it unmasked; if the relay refuses
 * it, nothing is changed.
 */
export async function applyMaskingOverride(
  services: Services,
  state: TicketState,
  store: Store,
  { word, as, team }: OverrideCommand
): Promise<CommandAnswer> {
  const said = as === "name" ? word.trim().replace(/\s+/g, " ") : word
  if (as === "name" && !canBeName(said)) return { ok: false, code: "override-word" }
  if (as === "plain") {
    const replaced = (state.table?.entries ?? []).filter(({ value }) => value === said)
    if (replaced.length === 0) return { ok: false, code: "override-word" }
    if (replaced.some((entry) => overrideRefusal(entry) !== undefined)) return { ok: false, code: "override-fixed" }
    if (team && !replaced.every((entry) => mayBeTeamWord(entry, state))) return { ok: false, code: "override-fixed" }
  }
  const others = () => without(state.overrides ?? NO_OVERRIDES, said)
  if (as !== "nothing" && others().names.length + others().plain.length >= MAX_WORDS)
    return { ok: false, code: "override-many" }
  const refused = team && as !== "nothing" ? await tellTeam(services, said, as) : undefined
  if (refused) return refused
  // It is read and set without a wait in between, because another override may arrive in the meantime.
  const before = state.overrides ?? NO_OVERRIDES
  const rest = others()
  const overrides: MaskingOverrides =
    as === "name"
      ? { ...rest, names: [...rest.names, said] }
      : as === "plain"
        ? { ...rest, plain: [...rest.plain, said] }
        : rest
  state.overrides = overrides
  await keepOverrides(state, store).catch((error: unknown) => {
    if (state.overrides === overrides) state.overrides = before
    throw error
  })
  services.show(state)
  return { ok: true }
}

/**
 * Returns why "this isn't a name" can't be applied: the value is dangerous in anybody's hands, the relay would refuse
 * it, it represents words of an internal note, or it only looks like a placeholder.
 */
export function overrideRefusal({ type, value, internal }: MaskEntry): InspectedPlaceholder["fixed"] {
  if (internal) return "note"
  if (type === "LIT") return "literal"
  // A link may contain an address.
  if (type === "EMAIL" || /[^\s@]@[^\s@]+\.\p{L}/u.test(value)) return "address"
  return LASTING.has(type) ? "lasting" : undefined
}

/**
 * Returns whether a word may go to the team's list. An address, a number or a link belongs to somebody, and so does the
 * name of a person on the ticket.
 */
export function mayBeTeamWord(entry: MaskEntry, { record, latest }: TicketState): boolean {
  const { requester, agent, people = [] } = latest?.ticket ?? {}
  const names = [requester, agent, ...people]
    .map((person) => person?.name ?? "")
    .concat(record?.messages.map(({ author }) => author) ?? [])
    .map((name) => name.toLowerCase())
  const word = entry.value.toLowerCase()
  return (
    overrideRefusal(entry) === undefined &&
    TEAM_WORDS.has(entry.type) &&
    !names.some((name) => name !== "" && (name.includes(word) || word.includes(name)))
  )
}
const TEAM_WORDS = new Set<string>(["PERSON", "ORG", "PLACE"])

/** @returns the relay's objection, if it has one. A relay that can't be reached is thrown. */
async function tellTeam({ account }: Services, word: string, as: "name" | "plain"): Promise<CommandAnswer | undefined> {
  try {
    const { version } = await account.relay.call(
      "POST /v1/masking-rules/words",
      { body: unmaskedBody("POST /v1/masking-rules/words", { word, kind: as === "name" ? "name" : "keep" }) },
      AbortSignal.timeout(ADD_MS)
    )
    account.rules.heard(version)
    return undefined
  } catch (error) {
    if (error instanceof RelayFault && REFUSALS.has(error.code))
      return { ok: false, code: error.code, message: error.message }
    throw error
  }
}

/** In milliseconds. */
const ADD_MS = 10_000
const REFUSALS = new Set(["agents-may-not-add", "in-other-list", "list-full", "bad-request"])
const LASTING = new Set<string>(["CARD", "IBAN", "ACCOUNT", "GOV", "SECRET"])
/** The maximum number of overrides for one ticket. */
const MAX_WORDS = 200
/** In characters. */
const MAX_WORD_CHARACTERS = 100

function canBeName(word: string): boolean {
  return word.length >= 2 && word.length <= MAX_WORD_CHARACTERS && /[\p{L}\p{N}]/u.test(word) && !/[[\]]/.test(word)
}

/**
 * Removes a word, whatever its case. A name whose override was removed is remembered, because it is in the ticket's
 * table.
 */
function without({ names, plain, taken = [] }: MaskingOverrides, word: string): MaskingOverrides {
  const others = (words: readonly string[]) => words.filter((one) => one.toLowerCase() !== word.toLowerCase())
  const gone = [...taken, ...names.filter((one) => !others([one]).length && !taken.includes(one))]
  return { names: others(names), plain: others(plain), ...(gone.length > 0 ? { taken: gone } : {}) }
}

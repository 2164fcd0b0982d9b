import type { MaskEntry } from "../../masking/basis/placeholder-table.ts"
import { NO_OVERRIDES, type MaskingOverrides } from "../../masking/basis/masking-rules.ts"
import type { CommandAnswer, PanelCommand } from "../../protocol/panel.ts"
import type { InspectedPlaceholder } from "../../protocol/request-inspector.ts"
import type { Store } from "../../store/store.ts"
import { keepTold } from "../draft/keep.ts"
import { RelayError } from "../relay-client/relay-error.ts"
import type { Services, TicketState } from "../ticket/ticket-state.ts"

type OverrideCommand = Extract<PanelCommand, { kind: "panel-mend" }>

/**
 * "This is a name", "this is not", or neither any more: kept encrypted for this ticket, told with all that is masked of
 * it from now on. Making the draft again is the caller's. What has left is not taken back. `team`: first it becomes a
 * word of the team's list, which leaves the browser in clear; where the relay refuses that nothing is told at all.
 */
export async function applyMaskingOverride(
  services: Services,
  state: TicketState,
  store: Store,
  { word, as, team }: OverrideCommand
): Promise<CommandAnswer> {
  const said = as === "name" ? word.trim().replace(/\s+/g, " ") : word
  if (as === "name" && !canBeName(said)) return { ok: false, code: "mend-word" }
  if (as === "plain") {
    const replaced = (state.table?.entries ?? []).filter(({ value }) => value === said)
    if (replaced.length === 0) return { ok: false, code: "mend-word" }
    if (replaced.some((entry) => overrideRefusal(entry) !== undefined)) return { ok: false, code: "mend-fixed" }
    if (team && !replaced.every((entry) => mayBeTeamWord(entry, state))) return { ok: false, code: "mend-fixed" }
  }
  const others = () => without(state.told ?? NO_OVERRIDES, said)
  if (as !== "nothing" && others().names.length + others().plain.length >= MOST) return { ok: false, code: "mend-many" }
  const refused = team && as !== "nothing" ? await tellTeam(services, said, as) : undefined
  if (refused) return refused
  // Read and set without a wait between them: another word may be told meanwhile.
  const before = state.told ?? NO_OVERRIDES
  const rest = others()
  const told: MaskingOverrides =
    as === "name"
      ? { ...rest, names: [...rest.names, said] }
      : as === "plain"
        ? { ...rest, plain: [...rest.plain, said] }
        : rest
  state.told = told
  await keepTold(state, store).catch((error: unknown) => {
    if (state.told === told) state.told = before
    throw error
  })
  services.show(state)
  return { ok: true }
}

/**
 * Why "this is not" can't be said of it: it is dangerous in any hands, the relay would refuse it, it stands for an
 * internal note's words, or it only looks like a placeholder.
 */
export function overrideRefusal({ type, value, internal }: MaskEntry): InspectedPlaceholder["fixed"] {
  if (internal) return "note"
  if (type === "LIT") return "literal"
  // A link may hold one.
  if (type === "EMAIL" || /[^\s@]@[^\s@]+\.\p{L}/u.test(value)) return "address"
  return LASTING.has(type) ? "lasting" : undefined
}

/**
 * An address, a number or a link is somebody's, and so is the name of whoever is on the ticket; another word may be the
 * team's.
 */
export function mayBeTeamWord(entry: MaskEntry, { record, seen }: TicketState): boolean {
  const { requester, agent, people = [] } = seen?.ticket ?? {}
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

/** @returns what the relay has against it; a relay that is away is thrown */
async function tellTeam({ account }: Services, word: string, as: "name" | "plain"): Promise<CommandAnswer | undefined> {
  try {
    const { version } = await account.relay.masking.addWord(
      { word, kind: as === "name" ? "name" : "keep" },
      AbortSignal.timeout(ADD_MS)
    )
    account.rules.heard(version)
    return undefined
  } catch (error) {
    if (error instanceof RelayError && REFUSALS.has(error.code))
      return { ok: false, code: error.code, message: error.message }
    throw error
  }
}

/** Milliseconds. */
const ADD_MS = 10_000
const REFUSALS = new Set(["agents-may-not-add", "in-other-list", "list-full", "bad-request"])
const LASTING = new Set<string>(["CARD", "IBAN", "ACCOUNT", "GOV", "SECRET"])
/** Words told of one ticket. */
const MOST = 200
/** Characters. */
const LONGEST = 100

function canBeName(word: string): boolean {
  return word.length >= 2 && word.length <= LONGEST && /[\p{L}\p{N}]/u.test(word) && !/[[\]]/.test(word)
}

/** In whatever case it was told. A name that is told no more is remembered: it stands in the ticket's table. */
function without({ names, plain, taken = [] }: MaskingOverrides, word: string): MaskingOverrides {
  const others = (words: readonly string[]) => words.filter((one) => one.toLowerCase() !== word.toLowerCase())
  const gone = [...taken, ...names.filter((one) => !others([one]).length && !taken.includes(one))]
  return { names: others(names), plain: others(plain), ...(gone.length > 0 ? { taken: gone } : {}) }
}

import type { MaskEntry } from "../masking/table.ts"
import { NOTHING_TOLD, type Told } from "../masking/rules.ts"
import type { CommandAnswer, PanelCommand, SawPlaceholder } from "../protocol/panel.ts"
import type { Store } from "../store/store.ts"
import { newWish } from "./open-ticket.ts"
import { prepare } from "./prepare.ts"
import type { Desk, Work } from "./work.ts"

type Mend = Extract<PanelCommand, { kind: "panel-mend" }>

/**
 * "This is a name", "this is not", or neither any more: kept encrypted for this ticket, told with all that is masked of it from now on.
 * `again`: and the draft is made again, as by Regenerate. What has left is not taken back.
 */
export async function mend(desk: Desk, work: Work, store: Store, { word, as, again }: Mend): Promise<CommandAnswer> {
  const before = work.told ?? NOTHING_TOLD
  const said = as === "name" ? word.trim().replace(/\s+/g, " ") : word
  if (as === "name" && !canBeName(said)) return { ok: false, code: "mend-word" }
  if (as === "plain") {
    const replaced = (work.table?.entries ?? []).filter(({ value }) => value === said)
    if (replaced.length === 0) return { ok: false, code: "mend-word" }
    if (replaced.some((entry) => fixedOf(entry) !== undefined)) return { ok: false, code: "mend-fixed" }
  }
  const rest = without(before, said)
  if (as !== "nothing" && rest.names.length + rest.plain.length >= MOST) return { ok: false, code: "mend-many" }
  const told: Told = as === "name" ? { ...rest, names: [...rest.names, said] } : as === "plain" ? { ...rest, plain: [...rest.plain, said] } : rest
  await store.told.put(work.key, told)
  work.told = told
  desk.show(work)
  if (!again) return { ok: true }
  work.writing?.stop.abort()
  await desk.erased.remove(work.key)
  await prepare(desk, work, store, newWish(desk))
  return { ok: true }
}

/** Why "this is not" can't be said of it: it is dangerous in any hands, it stands for an internal note's words, or it only looks like a placeholder. */
export function fixedOf({ type, internal }: MaskEntry): SawPlaceholder["fixed"] {
  if (internal) return "note"
  if (type === "LIT") return "literal"
  return LASTING.has(type) ? "lasting" : undefined
}

const LASTING = new Set<string>(["CARD", "IBAN", "ACCOUNT", "GOV", "SECRET"])
/** Words told of one ticket. */
const MOST = 200
/** Characters. */
const LONGEST = 100

function canBeName(word: string): boolean {
  return word.length >= 2 && word.length <= LONGEST && /[\p{L}\p{N}]/u.test(word) && !/[[\]]/.test(word)
}

/** In whatever case it was told. */
function without({ names, plain }: Told, word: string): Told {
  const others = (words: readonly string[]) => words.filter((one) => one.toLowerCase() !== word.toLowerCase())
  return { names: others(names), plain: others(plain) }
}

import { facts } from "../../text/facts.ts"
import type { FixRefusal, ToneFix } from "./finding.ts"

/**
 * A fix as it may be offered: one that would change a number, date, name, link or negation is refused, whatever the rule that made
 * it thought. Looked at in what is replaced and in what takes its place.
 */
export function safeFix(text: string, fix: Exclude<ToneFix, { refused: FixRefusal }>, language: string | null): ToneFix {
  const before = text.slice(fix.from, fix.to)
  const [changed] = seen(before, language).symmetricDifference(seen(fix.text, language))
  if (changed) return { refused: KINDS[changed.split(" ")[0] ?? ""] ?? "number" }
  return negations(before) === negations(fix.text) ? fix : { refused: "negation" }
}

/** Case is no change: a shouted name stays the name. */
function seen(text: string, language: string | null): Set<string> {
  return new Set(facts(text, language).map(({ kind, value, unit }) => `${kind} ${String(value).toLowerCase()} ${unit}`))
}

const KINDS: Record<string, FixRefusal> = { date: "date", weekday: "date", time: "date", link: "link", email: "link", name: "name" }

function negations(text: string): number {
  return text.match(NEGATION)?.length ?? 0
}

const NEGATION = /(?<!\p{L})(?:not|no|never|none|nothing|without|cannot|\p{L}+n['’]t|nicht|kein\p{L}*|nie|niemals|nichts|ohne|ne|n['’]|pas|jamais|aucun\p{L}*|rien|sans|nunca|nada|ningún|ninguna?|sin|jamás|não|nem|nenhum\p{L}*|sem|jamais)(?!\p{L})|ません|ない(?!よう)|なく/giu

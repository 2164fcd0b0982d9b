import type { Evidence, EvidenceUnit } from "./evidence/evidence.ts"
import { patternsFor } from "./evidence/patterns.ts"
import { subjectStems } from "./evidence/subject-stems.ts"
import { customerActs } from "./speech/speech-acts.ts"
import { claimsSomething } from "./team-acts.ts"

/**
 * Says whether a unit can't show what the team did, does or grants: the customer's words, a file, which may be
 * anybody's, and the remarks of another system, which anybody may have typed.
 */
export const bindsNobody = ({ kind, isRemark }: Pick<EvidenceUnit, "kind" | "isRemark">): boolean =>
  kind === "customer" || kind === "attachment" || isRemark

/** Returns the units of one passage or message that can show it. */
export const bindingUnitsOf = (group: number, { units }: Pick<Evidence, "units">): EvidenceUnit[] =>
  units.filter((unit) => unit.group === group && !bindsNobody(unit))

/**
 * Says whether words of a sentence stand where the customer wishes, asks for or claims something. It states nothing but
 * the wish. What a customer tells before the wish is no part of it: "I ordered a tent and want my money back".
 */
export function isWished(unit: EvidenceUnit, matter: readonly string[], language: string | null): boolean {
  if (unit.kind !== "customer") return false
  const clauses = clausesOf(unit, language)
  const shared = clauses.map(({ stems }) => matter.filter((word) => stems.has(word)).length)
  return clauses[shared.indexOf(Math.max(...shared))]?.isWished ?? false
}

/** A part of what the customer says. */
interface Clause {
  stems: ReadonlySet<string>
  /** It, or a part before it, is a wish. */
  isWished: boolean
}

/** Kept for as long as the units are, because a long ticket is compared with each sentence of a letter. */
const known = new WeakMap<EvidenceUnit, Clause[]>()

function clausesOf(unit: EvidenceUnit, language: string | null): Clause[] {
  const before = known.get(unit)
  if (before) return before
  const breaks = patternsFor(language)?.breaks
  let wished = isQuestion(unit.text, language)
  const clauses = (breaks ? unit.text.split(breaks) : [unit.text]).map((clause) => {
    wished ||= isWish(clause, language)
    return { stems: new Set(subjectStems(clause, [], language)), isWished: wished }
  })
  known.set(unit, clauses)
  return clauses
}

/** Says whether a unit of the customer's only asks what is so: "Do I get it back?". The answer is often yes. */
export const onlyAsks = ({ kind, text }: EvidenceUnit, language: string | null): boolean =>
  kind === "customer" && isQuestion(text, language) && !isWish(text.replace(/[?？]/g, " "), language)

/** Says whether a sentence of a letter asks the customer to do something. */
export const asksReader = (sentence: string, language: string | null): boolean =>
  customerActs(sentence, language).isRequest

const isQuestion = (text: string, language: string | null): boolean => customerActs(text, language).isQuestion

function isWish(text: string, language: string | null): boolean {
  const { isAsk, isQuestion: asks, isRequest } = customerActs(text, language)
  return (isAsk && !asks) || isRequest || claimsSomething(text, language)
}

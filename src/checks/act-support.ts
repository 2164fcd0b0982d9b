import type { Fact } from "../text/facts.ts"
import type { Claim } from "../ticket/draft.ts"
import { statesFact, type Evidence, type EvidenceMatch, type EvidenceUnit } from "./evidence/evidence.ts"
import { holds, patternsFor } from "./evidence/patterns.ts"
import { onePerGroup, PROMISED, statements, TIMED, type Statement } from "./evidence/statements.ts"
import { hasGrant, teamActIn, type Grant, type TeamAct, claimsSomething } from "./team-acts.ts"
import { subjectStems } from "./evidence/reading.ts"
import { customerActs } from "./speech/speech-acts.ts"

/** What a sentence is compared by. */
interface Compared {
  /** The facts that have to stand somewhere. */
  given: readonly Fact[]
  matter: readonly string[]
  matches: EvidenceMatch[]
}

/**
 * Judges a sentence that says what the team did, does or grants. What it is near says the act itself, as an act: a page
 * on how customers cancel an order doesn't say that this one was cancelled. What only the customer, a file or a remark
 * in another system says waits for approval, because it is most likely what was wished or ordered.
 */
export function actBehind(
  act: TeamAct,
  { given: own, matter, matches }: Compared,
  evidence: Evidence
): Omit<Claim, "start" | "end"> | undefined {
  const said = statements(matches, own)
  const { grant } = act
  if (grant && !said.some(({ match }) => !bindsNobody(match.unit) && saysGrant(match, grant, evidence)))
    return { state: "needs-approval", sources: [], why: UNGROUNDED, words: grant.words }
  const behind = onePerGroup(matches.filter(({ unit }) => unit.kind !== "ticket" && !bindsNobody(unit))).find(
    ({ unit, near, around }) =>
      around >= PROMISED &&
      near.some((one) => saysAct(one, act)) &&
      own.every((fact) => !TIMED.has(fact.kind) || statesFact(bindingUnitsOf(unit.group, evidence), fact)) &&
      near.some((one) => saysAct(one, act) && (act.isGrant || isTold(one) || teamActIn(one.text, evidence.language)))
  )
  if (behind) return { state: "near", sources: [behind.unit.n] }
  const wishes = said.filter(({ match }) => bindsNobody(match.unit) && !onlyAsks(match.unit, evidence.language))
  const [page] = said.filter(({ match }) => !bindsNobody(match.unit))
  if (wishes.length === 0 || (page && isOfPage(page, wishes, { given: own, matter, act }, evidence))) return undefined
  return { state: "needs-approval", sources: [], why: ONLY_WISHED, words: act.words }
}

/**
 * Says whether a sentence comes from a page and not from the wishes that it is like: the page says the act, and either
 * several words of the sentence that the customer has not, or more of it, with all its times and amounts.
 */
function isOfPage(
  page: Statement,
  wishes: readonly Statement[],
  { given, matter, act }: Pick<Compared, "given" | "matter"> & { act: TeamAct },
  evidence: Evidence
): boolean {
  const holds = ({ match }: Statement, word: string) => match.near.some(({ words }) => words.has(word))
  if (!page.match.near.some((one) => saysAct(one, act))) return false
  const theirs = evidence.units.filter(bindsNobody)
  const own = new Set(
    matter.filter((word) => word.length > 1 && holds(page, word) && !theirs.some(({ words }) => words.has(word)))
  ).size
  const passage = bindingUnitsOf(page.match.unit.group, evidence)
  const givesAll = given.every((fact) => !TIMED.has(fact.kind) || statesFact(passage, fact))
  return own > 1 || (givesAll && (own > 0 || wishes.every((wish) => page.covered > wish.covered)))
}

/**
 * Says whether a place gives what a sentence gives, in these words or others. "It costs you nothing" isn't said where a
 * page says what it costs, and what the customer may do is in any place about the matter.
 */
function saysGrant({ near, unit }: EvidenceMatch, { words: grantWords, stems }: Grant, evidence: Evidence): boolean {
  const { language } = evidence
  const patterns = patternsFor(language)
  const has = (stem: string) => near.some(({ words }) => words.has(stem))
  const says = (text: string, pattern: RegExp | undefined) => pattern !== undefined && holds(text, pattern)
  if (bindingUnitsOf(unit.group, evidence).some(({ text }) => hasGrant(text, language))) return true
  // "It's on us" may be said of anything that has a price.
  if (stems.length === 0) return !says(grantWords, patterns?.we)
  if (says(grantWords, patterns?.negators))
    return near.some(({ text }) => says(text, patterns?.negators)) && stems.some(has)
  return says(grantWords, patterns?.you) || says(grantWords, patterns?.may) || stems.every(has)
}

/** Says whether a unit has the word for the act. Small words ("it is yours") have none of their own. */
export const saysAct = ({ words }: EvidenceUnit, { stems }: TeamAct): boolean =>
  stems.length === 0 || stems.some((stem) => words.has(stem))

const UNGROUNDED = "No source shows that the team grants this."
const ONLY_WISHED = "Only the customer or a remark says this. No source shows that the team did or grants it."

/** What was read for this ticket tells of acts in any form: "Refund: 12 June". */
const isTold = ({ kind }: EvidenceUnit): boolean => kind === "lookup" || kind === "earlier" || kind === "agent"

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

import { facts, type Fact, type FactKind } from "../text/facts.ts"
import { contentWords } from "../text/words/words.ts"
import type { Claim, Source } from "../ticket/draft.ts"
import type { MaskedTicket } from "../ticket/masked-ticket.ts"
import { figureConflict, contradiction, CONFLICTING, REASONS } from "./find-contradiction.ts"
import { copiedFrom } from "./copied-from.ts"
import type { DerivedFigure } from "./figures/derivation.ts"
import { reckonedFacts, withoutReckonedWith, withReckoning } from "./reckoned-facts.ts"
import { presumedByCourtesy, tellsNothing } from "./courtesy.ts"
import { Evidence, statesFact, type EvidenceMatch, type EvidenceUnit } from "./evidence/evidence.ts"
import {
  onePerGroup,
  PROMISED,
  statements,
  TIMED,
  type Statement,
  bestStatement,
  lookupWith,
  sourceNumbers
} from "./evidence/statements.ts"
import { subjectStems } from "./evidence/reading.ts"
import { holds, negations, patternsFor } from "./evidence/patterns.ts"
import { greetedName } from "./greeted-name.ts"
import { lookAgain } from "./look-again.ts"
import { promiseIn, relativeTimes, speaksOf, type FoundPromise } from "./promises.ts"
import { actBehind, saysAct, asksReader, bindingUnitsOf, bindsNobody, isWished, onlyAsks } from "./act-support.ts"
import { presumedEvents, speaksOfEvent, type PresumedEvent } from "./presumed-events.ts"
import { beginsWithReport, repeatsCustomer, teamActIn, type TeamAct } from "./team-acts.ts"

/** Judges one finished sentence that begins at `start` of the draft. */
export type SentenceChecker = (sentence: string, start: number) => Claim

/**
 * Says whether the sources or the ticket support a sentence. It uses few signals on purpose: typed facts (figures with
 * units, money, durations, dates, links, names) that nobody gave, and words that no single statement contains together.
 * The state is "contradicts" only when a near copy of one source sentence has another fact of the same kind. What the
 * customer, a file or a remark says supports a sentence only if it repeats that as the customer's ("you write that");
 * otherwise the sentence is "near" it. Sources and ticket are read once, and a sentence takes well under a millisecond.
 * @param today the day on which the draft is written, as YYYY-MM-DD; by default, when the customer wrote last
 */
export function supportChecker(
  ticket: MaskedTicket,
  sources: Source[],
  { language, today }: { language: string | null; today?: string | undefined }
): SentenceChecker {
  const evidence = new Evidence(ticket, sources, language, today)
  const before: EarlierFigures[] = []
  return (sentence, start) => {
    const earlier = before.filter((one) => one.start < start).flatMap(({ figures }) => figures)
    const { verdict, figures } = judge(sentence, earlier, evidence)
    before.push({ start, figures })
    return { start, end: start + sentence.length, ...verdict }
  }
}

/** What a sentence of the letter stated or worked out, for those behind it. */
interface EarlierFigures {
  start: number
  figures: readonly Fact[]
}

type Verdict = Omit<Claim, "start" | "end">

function judge(
  sentence: string,
  earlier: readonly Fact[],
  evidence: Evidence
): { verdict: Verdict; figures: readonly Fact[] } {
  const { language } = evidence
  const bare = sentence
    .replace(/\[\[[^[\]\n]{1,120}\]\]/g, " ")
    .replace(/\[\d{1,2}\]/g, " ")
    .replace(/^\s*(?:[-*•・]|\d{1,2}[.)])\s+/, "")
  const quick = withoutClaim(bare, evidence)
  if (quick) return { verdict: quick, figures: [] }
  const said = facts(bare, language)
  const assumed = exampleFigure(bare, said, evidence)
  const own = said.filter(
    (fact) =>
      !assumed.includes(fact) &&
      !(fact.kind === "ordinal" && !/\d/.test(fact.text)) &&
      !(fact.kind === "number" && fact.unit === "" && Number(fact.value) <= 2)
  )
  const teamAct = teamActIn(bare, language)
  const promise = promiseOf(bare, teamAct, language)
  // "The cause: [[...]]." says that something isn't known, and the blank has a mark of its own.
  if (GAP_LEAD.test(sentence) && !promise && own.every((fact) => isSaid(fact, evidence)))
    return { verdict: { state: "courtesy", sources: [] }, figures: [] }
  const matter = subjectStems(bare, said, language)
  const matches = evidence.matches(matter)
  const judged = (doubted: readonly Fact[]) => {
    const reckoned = reckonedFacts(bare, own, { matches, earlier, assumed, doubted }, evidence)
    const given = reckoned.length > 0 ? withoutReckonedWith(own, reckoned, evidence.units) : own
    const verdict = judgeGiven(bare, { said, given, matter, matches, promise, teamAct }, evidence)
    return { verdict: withReckoning(verdict, reckoned), reckoned }
  }
  const { verdict, reckoned } = withoutMisreading(judged, own)
  const results = reckoned.map(({ fact }) => fact)
  return { verdict, figures: [...results, ...own.filter((fact) => !results.includes(fact) && isGiven(fact, evidence))] }
}

/** Matches a lead such as "About the cause:" with nothing but a blank after it. */
const GAP_LEAD = /[:：]\s*\[\[[^[\]\n]{1,120}\]\]\s*[.。]?\s*$/u

const isSaid = (fact: Fact, evidence: Evidence): boolean =>
  fact.kind === "name" ? evidence.hasWordsOf(fact.text) : statesFact(evidence.units, fact)

/** Judges what states nothing by itself: no words, a greeting, courtesy. */
function withoutClaim(bare: string, evidence: Evidence): Verdict | undefined {
  const { language } = evidence
  if (!/[\p{L}\p{N}]/u.test(bare)) return { state: "courtesy", sources: [] }
  const name = greetedName(bare, language)
  if (name !== undefined && !evidence.hasWordsOf(name))
    return { state: "no-source", sources: [], reason: "name", words: name }
  const presumed = promiseOf(bare, teamActIn(bare, language), language) ? undefined : presumedByCourtesy(bare, language)
  return presumed && sayingEvents(presumed, evidence)
}

const promiseOf = (bare: string, teamAct: TeamAct | undefined, language: string | null): FoundPromise | undefined =>
  teamAct || !beginsWithReport(bare, language) ? promiseIn(bare, language) : undefined

/** Returns the amount or measure that an example begins with: "a purchase of 50 euros, for example". */
function exampleFigure(bare: string, said: readonly Fact[], { language, units }: Evidence): Fact[] {
  const examples = patternsFor(language)?.examples
  if (!examples || !holds(bare, examples)) return []
  return said
    .filter(({ kind, unit }) => kind === "money" || (kind === "number" && unit !== ""))
    .slice(0, 1)
    .filter((fact) => !statesFact(units, fact))
}

const isGiven = (fact: Fact, { units }: Evidence): boolean => fact.kind !== "name" && statesFact(units, fact)

/**
 * Judges once more if a figure contradicts a source, and may have been worked out instead: "4 days" until the
 * customer's date beside the page's 7 days.
 */
function withoutMisreading<Judged extends { verdict: Verdict; reckoned: readonly DerivedFigure[] }>(
  judged: (doubted: readonly Fact[]) => Judged,
  own: readonly Fact[]
): Judged {
  const first = judged([])
  const { state, words } = first.verdict
  const doubted = state === "contradicts" ? own.filter(({ text }) => text === words) : []
  if (doubted.length === 0) return first
  const second = judged(doubted)
  return second.reckoned.some(({ fact }) => doubted.includes(fact)) ? second : first
}

interface SentenceParts {
  said: readonly Fact[]
  /** The facts that have to stand somewhere. */
  given: Fact[]
  matter: string[]
  matches: EvidenceMatch[]
  promise: FoundPromise | undefined
  teamAct: TeamAct | undefined
}

function judgeGiven(
  bare: string,
  { said, given: own, matter, matches, promise, teamAct }: SentenceParts,
  evidence: Evidence
): Verdict {
  const conflict = contradiction(bare, own, { matter, matches }, evidence) ?? figureConflict(bare, own, evidence)
  if (conflict) return conflict
  if (promise) {
    const behind = policyBehind(bare, { promise, teamAct, own, matches }, evidence)
    if (!behind) return { state: "needs-approval", sources: [], reason: promise.kind, words: promise.words }
    return lookAgain(bare, evidence) ?? copiedFrom(bare, matches, evidence) ?? { state: "near", sources: [behind.n] }
  }
  const missing = own.filter((fact) => !isSaid(fact, evidence))
  // Amounts, discounts and dates that nobody gave come first, because Insert waits for them.
  const [worst = missing[0]] = missing.filter(({ kind }) => HELD.has(kind))
  if (worst) {
    const reason = worst.kind === "percent" ? "money" : (REASONS[worst.kind] ?? "number")
    return { state: "no-source", sources: [], reason, words: worst.text }
  }
  return (
    lookAgain(bare, evidence) ??
    copiedFrom(bare, matches, evidence) ??
    (teamAct && actBehind(teamAct, { given: own, matter, matches }, evidence)) ??
    wordsBehind(bare, { said, given: own, matter, matches, teamAct }, evidence)
  )
}

const COPIED = "The ticket has this word for word, and no source says it."
const ASKED_FOR = "The customer asks for this, and no source says it."

/** Judges a sentence whose facts all stand somewhere: by whether one place says its words. */
function wordsBehind(
  bare: string,
  { said, given: own, matter, matches, teamAct }: Omit<SentenceParts, "promise">,
  evidence: Evidence
): Verdict {
  const astray = matter.length > 0 && factAstray(own, matches, evidence)
  if (astray) return { state: "not-found", sources: [], reason: "words", words: astray.text }
  const isRepeated = repeatsCustomer(bare, evidence.language)
  const all = statements(evidence.matches(withoutNames(bare, said, matter, evidence)), own)
  const isAskedFor = ({ match: { unit } }: Statement) =>
    isWished(unit, matter, evidence.language) && !onlyAsks(unit, evidence.language)
  if (
    !isRepeated &&
    !asksReader(bare, evidence.language) &&
    all[0] &&
    isAskedFor(all[0]) &&
    !isRefusal(bare, all[0], evidence)
  )
    return { state: "no-source", sources: [], why: ASKED_FOR }
  const saying = all.filter(({ match: { unit } }) =>
    teamAct ? !bindsNobody(unit) : !unit.isRemark && (isRepeated || !isWished(unit, matter, evidence.language))
  )
  const isReport = beginsWithReport(bare, evidence.language)
  const act = isReport ? undefined : actIn(bare, evidence.language)
  if (act !== undefined && !saying.some(({ match, covered }) => covered > SAID && !bindsNobody(match.unit)))
    return { state: "no-source", sources: [], reason: "words", words: act }
  const best = bestStatement(saying)
  if (!isReport && (!best || bindsNobody(best.match.unit)) && isCopiedFromCustomer(bare, evidence))
    return { state: "needs-approval", sources: [], why: COPIED }
  const sources = best ? sourceNumbers(best.match, own, evidence) : placeOfFigures(matter, own, evidence)
  if (sources) return { state: "near", sources }
  const units = evidence.units.filter((unit) => unit.n > 0)
  if (units.length > 0 && units.every((unit) => unit.foreign))
    return { state: "no-source", sources: [], reason: "source-language" }
  return { state: "not-found", sources: [], reason: "words" }
}

/** Returns a figure that stands nowhere near the sentence's words, because that one belongs to something else. */
function factAstray(own: readonly Fact[], matches: readonly EvidenceMatch[], evidence: Evidence): Fact | undefined {
  // The lines of a lookup belong together.
  const near = [
    ...matches.flatMap((match) => match.near),
    ...evidence.units.filter((unit) => unit.foreign || (unit.kind === "lookup" && !unit.isRemark))
  ]
  return own.find((fact) => CONFLICTING.has(fact.kind) && !statesFact(near, fact))
}

/** Returns where all figures of a sentence stand whose words no place has. */
function placeOfFigures(matter: readonly string[], own: readonly Fact[], evidence: Evidence): number[] | undefined {
  const statesAll = (unit: EvidenceUnit) => own.length > 0 && own.every((fact) => statesFact([unit], fact))
  const unit = matter.length === 0 && own.length > 0 ? evidence.units.find(statesAll) : lookupWith(own, evidence)
  if (unit) return [unit.n]
  // Words of another language can't be compared, but a figure that a source contains can.
  const foreign = evidence.units.find((one) => one.foreign && one.n > 0 && statesAll(one))
  return foreign && [foreign.n]
}

/**
 * Judges courtesy by the events that it presumes. The ticket and what was read for it tell of events. A page tells only
 * what may happen to anybody, unless it thanks or apologises for the event itself, as a macro does.
 */
function sayingEvents(presumed: readonly PresumedEvent[], evidence: Evidence): Verdict {
  if (presumed.length === 0) return { state: "courtesy", sources: [] }
  const saying = presumed.map((one) =>
    evidence.units.find(({ kind, text, foreign }) =>
      READ_FOR_IT.has(kind)
        ? speaksOfEvent(text, one, foreign ? null : evidence.language)
        : presumedEvents(text, evidence.language).some(({ event }) => event === one.event)
    )
  )
  const unsaid = presumed[saying.indexOf(undefined)]
  if (unsaid) return { state: "not-found", sources: [], reason: "words", words: unsaid.words }
  return { state: "near", sources: [...new Set(saying.flatMap((unit) => unit?.n ?? []))] }
}

/** The kinds of what was read for this ticket alone. */
const READ_FOR_IT = new Set<EvidenceUnit["kind"]>(["customer", "agent", "lookup", "earlier", "attachment"])

const HELD = new Set<FactKind>(["money", "percent", "date"])
/** More than this share of the words and figures of what the writer does must stand in one place. */
const SAID = 0.5

interface PromisedParts {
  promise: FoundPromise
  own: readonly Fact[]
}

/**
 * Returns the article, policy, macro or earlier message of an agent that supports a promise: it is about the same
 * subject, in similar words, and contains every fact.
 */
function policyBehind(
  sentence: string,
  { promise, teamAct, own, matches }: Pick<SentenceParts, "teamAct" | "matches"> & PromisedParts,
  evidence: Evidence
): EvidenceUnit | undefined {
  const times = relativeTimes(sentence)
  const stands = (group: number) => {
    const passage = bindingUnitsOf(group, evidence)
    const text = passage.map((unit) => unit.text).join(" ")
    const said = text.toLowerCase()
    return (
      speaksOf(text, promise.kind) &&
      times.every((time) => said.includes(time)) &&
      own.every(
        (fact) =>
          fact.kind === "name" ||
          statesFact(passage, fact) ||
          (!TIMED.has(fact.kind) && statesFact(evidence.units, fact))
      )
    )
  }
  const match = onePerGroup(matches).find(
    ({ unit, near, around }) =>
      unit.kind !== "ticket" &&
      !bindsNobody(unit) &&
      around >= PROMISED &&
      (!teamAct || near.some((one) => saysAct(one, teamAct))) &&
      stands(unit.group)
  )
  if (match) return match.unit
  return own.length === 0
    ? undefined
    : evidence.units.find(
        (unit) =>
          unit.foreign &&
          unit.n > 0 &&
          !bindsNobody(unit) &&
          own.some((fact) => statesFact([unit], fact)) &&
          stands(unit.group)
      )
}

/** Says whether a sentence denies what the customer asks for. A refusal is no wish that came true. */
function isRefusal(sentence: string, { match }: Statement, { language }: Evidence): boolean {
  const patterns = patternsFor(language)
  return patterns !== undefined && negations(sentence, patterns) > negations(match.unit.text, patterns)
}

/**
 * Returns the words by which the writer says what they do, have done or will do, such as "I'm asking". An offer of help
 * ("and we will gladly help you") says nothing of the kind.
 */
function actIn(sentence: string, language: string | null): string | undefined {
  const { acts, breaks } = patternsFor(language) ?? {}
  if (!acts || !breaks) return undefined
  return [...sentence.matchAll(acts)].find(({ index, 0: words }) => {
    const [rest = ""] = sentence.slice(index + words.length).split(breaks)
    return language === "ja" || rest.trim() === "" || !tellsNothing(rest, language)
  })?.[0]
}

/**
 * Removes names that the ticket gave. They show whom a sentence is about, and no evidence that anybody said it. Their
 * words count only where there are no others.
 */
function withoutNames(sentence: string, said: readonly Fact[], matter: string[], evidence: Evidence): string[] {
  const first =
    evidence.language === "de" ? undefined : /^\p{Lu}[\p{L}'’]+(?: \p{Lu}[\p{L}\p{N}'’]+)+/u.exec(sentence)?.[0]
  const names = [first ?? [], ...said.filter((fact) => fact.kind === "name").map((fact) => fact.text)]
    .flat()
    .map((name) => name.toLowerCase())
  const known = names.filter((name) =>
    evidence.units.some((unit) => unit.n === 0 && unit.text.toLowerCase().includes(name))
  )
  const words = new Set(contentWords(known.join(" "), evidence.language))
  const rest = matter.filter((word) => !words.has(word))
  return rest.length > 0 ? rest : matter
}

/**
 * Says whether a statement stands in the customer's words as it is. Whoever answers turns "my parcel" into "your
 * parcel", or says it shorter; what is copied whole was most likely put there to be copied, as an order to a machine.
 * It takes linear time.
 */
function isCopiedFromCustomer(sentence: string, { units, language }: Evidence): boolean {
  const copied = plain(sentence, language)
  const words = language === "ja" ? copied.length / CHARACTERS_A_WORD : copied.trim().split(" ").length
  if (words < MIN_WORDS || /[?？]/.test(sentence)) return false
  return plainTexts(units, language).some((text) => text.includes(copied))
}

/** Fewer are said by chance, such as "Thank you very much". */
const MIN_WORDS = 4
const CHARACTERS_A_WORD = 2

/** Returns the letters and digits in lower case, with single spaces between and around words, or none in Japanese. */
function plain(text: string, language: string | null): string {
  const gap = language === "ja" ? "" : " "
  return `${gap}${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, gap)
    .trim()}${gap}`
}

/** Kept for as long as the units are, because a long ticket is compared with each sentence of a letter. */
const textsByUnits = new WeakMap<readonly EvidenceUnit[], string[]>()

function plainTexts(units: readonly EvidenceUnit[], language: string | null): string[] {
  const cached = textsByUnits.get(units)
  if (cached) return cached
  const texts = units.filter((unit) => unit.kind === "customer" || unit.isRemark)
  const joined = [...Map.groupBy(texts, ({ group }) => group).values()].map((some) =>
    plain(some.map(({ text }) => text).join(" "), language)
  )
  textsByUnits.set(units, joined)
  return joined
}

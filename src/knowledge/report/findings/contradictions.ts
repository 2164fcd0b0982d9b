import { contradiction } from "../../../checks/find-contradiction.ts"
import { Evidence } from "../../../checks/evidence/evidence.ts"
import { comparable, sameFact } from "../../../text/facts.ts"
import type { MaskedTicket } from "../../../ticket/masked-ticket.ts"
import { isPublicPage, sentencesOf, type Corpus, type CorpusDocument } from "../corpus/corpus.ts"
import { findingDocument, type FindContext, type Finder, type NewFinding } from "../corpus/finding.ts"
import { PageTopics } from "../statements/page-topics.ts"
import { pairsOf, sameQuestion, factsKey, statementOf, type Statement } from "../statements/statement.ts"
import { forEachYielding } from "../../../runtime/event-loop.ts"

/** Finds two public pages that say the same with another number, date or rule. */
export const contradictions: Finder = { kind: "contradiction", find }

async function find({ docs }: Corpus, { signal }: FindContext): Promise<NewFinding[]> {
  const bySet = new Map<string, Statement[]>()
  const all: Statement[] = []
  const scopes = new PageTopics()
  await forEachYielding(
    docs.filter((doc) => isPublicPage(doc) || (doc.kind === "macro" && doc.visibility === "public")),
    signal,
    async (doc) => {
      await forEachYielding(sentencesOf(doc), signal, (sentence) => {
        const statement = statementOf(doc, sentence)
        if (!statement) return
        all.push(statement)
        const key = `${doc.language ?? ""} ${statement.words.join(" ")}`
        const same = bySet.get(key)
        if (same) same.push(statement)
        else bySet.set(key, [statement])
      })
      await scopes.read(doc, signal)
    }
  )
  const [groups, withFigures] = [[] as Statement[][], [] as Statement[][]]
  await forEachYielding(bySet.values(), signal, async (same) => {
    const group = same.length > 1 ? await representatives(same, signal) : same
    const figures = group.filter(({ said }) => said.length > 0)
    if (group.length > 1) groups.push(group)
    if (figures.length > 0) withFigures.push(figures)
  })
  const findings = new Map<string, NewFinding>()
  const compare = (
    one: Statement,
    other: Statement,
    differ: (one: Statement, other: Statement) => Difference | undefined
  ) => {
    if (one.doc.id === other.doc.id || one.doc.language !== other.doc.language) return
    const difference = differ(one, other)
    if (!difference || scopes.apart(one, other)) return
    const key = JSON.stringify([difference.says.toSorted(), [one.doc.id, other.doc.id].sort()])
    if (!findings.has(key)) findings.set(key, tell(one, other, difference))
  }
  const differ = (one: Statement, other: Statement) => {
    const [figures, rule] = [otherFigures(one, other), otherRule(one, other)]
    if ((!figures && !rule) || narrowed(one, other, scopes) || scopes.apart(one, other)) return undefined
    return (figures ? contradicted(one, other, scopes) : undefined) ?? (rule ? { says: [] as [] } : undefined)
  }
  await forEachYielding(groups, signal, (group) =>
    forEachYielding(pairsOf(group), signal, ([one, other]) => compare(one, other, differ))
  )
  await nearPairs(
    withFigures.map(([first]) => first?.words ?? []),
    signal,
    (a, b) => {
      for (const one of withFigures[a]?.slice(0, FEW) ?? [])
        for (const other of withFigures[b]?.slice(0, FEW) ?? []) compare(one, other, differ)
    }
  )
  await sameQuestion(all, signal, (one, other, says) => compare(one, other, () => ({ says })))
  return [...findings.values()]
}

interface Difference {
  /** The words of each side, or none if one side denies what the other says. */
  says: [string, string] | []
}

/** Returns, for statements with the same words, a few for each set of facts. */
async function representatives(same: Statement[], signal: AbortSignal): Promise<Statement[]> {
  const byFacts = new Map<string, Statement[]>()
  await forEachYielding(same, signal, (statement) => {
    const key = factsKey(statement)
    const known = byFacts.get(key)
    if (!known) byFacts.set(key, [statement])
    else if (known.length < FEW) known.push(statement)
  })
  return [...byFacts.values()].slice(0, MOST).flat()
}

/**
 * `FEW` statements represent all that say the same, and up to `MOST` different ones with the same words are compared.
 */
const FEW = 4
const MOST = 12

/**
 * Returns whether words that only one statement has make it about something else, such as "express delivery". If both
 * have words of their own, it is about something else.
 */
function narrowed(one: Statement, other: Statement, scopes: PageTopics): boolean {
  const [mine, theirs] = [new Set(one.words), new Set(other.words)]
  const [ownMine, ownTheirs] = [
    one.words.filter((word) => !theirs.has(word)),
    other.words.filter((word) => !mine.has(word))
  ]
  if (ownMine.length > 0 && ownTheirs.length > 0) return true
  return (
    ownMine.some((word) => scopes.narrows(word, one.doc, other.doc)) ||
    ownTheirs.some((word) => scopes.narrows(word, other.doc, one.doc))
  )
}

const otherFigures = (one: Statement, other: Statement) =>
  one.said.some((fact) => other.said.some((said) => comparable(fact, said) && !sameFact(fact, said)))

/** Returns whether one statement denies what the other says in the same words. */
const otherRule = (one: Statement, other: Statement) =>
  one.negated !== other.negated &&
  one.words.length >= RULE_WORDS &&
  one.words.length === other.words.length &&
  factsKey({ ...one, negated: true }) === factsKey({ ...other, negated: true })

/** A rule and its denial share at least this many words. */
const RULE_WORDS = 4

/**
 * Compares two statements in both directions with the check for drafts. They contradict each other if a similar
 * sentence of the other page states another fact, and no sentence of about the same similarity states the same fact.
 */
function contradicted(one: Statement, other: Statement, scopes: PageTopics): Difference | undefined {
  const conditions = missing(one, other.doc, scopes)
  return conditions && missing(other, one.doc, scopes)
    ? { says: [conditions.words ?? "", conditions.says ?? ""] }
    : undefined
}

function missing({ text, said, words, doc }: Statement, other: CorpusDocument, scopes: PageTopics) {
  const sources = scopes.passages(other, words).map(({ headings, text: passage }, at) => ({
    n: at + 1,
    id: other.id,
    title: other.title,
    kind: other.kind,
    headings,
    passage,
    visibility: other.visibility,
    locale: other.locale,
    score: 1
  }))
  const evidence = new Evidence(NO_TICKET, sources, doc.language)
  return contradiction(text, said, { matter: words, matches: evidence.matches(words) }, evidence)
}

const NO_TICKET: MaskedTicket = {
  helpdesk: "",
  ticketId: "",
  version: "",
  subject: "",
  requester: "",
  agent: "",
  tags: [],
  messages: []
}

function tell(one: Statement, other: Statement, { says: [mine, theirs] }: Difference): NewFinding {
  const [a, b] = [
    `“${one.doc.title}”`,
    other.doc.title === one.doc.title ? "another page of that title" : `“${other.doc.title}”`
  ]
  return {
    documents: [findingDocument(one.doc, one.text), findingDocument(other.doc, other.text)],
    says:
      mine !== undefined && theirs !== undefined
        ? `${a} says ${mine}, ${b} says ${theirs}.`
        : `${one.negated ? a : b} denies what ${one.negated ? b : a} says.`,
    fix: `Find out which holds, and put the other right${newer(one.doc, other.doc)}.`
  }
}

function newer(one: CorpusDocument, other: CorpusDocument): string {
  if (!one.changed || !other.changed || one.changed === other.changed) return ""
  const last = one.changed > other.changed ? one : other
  return ` (“${last.title}” was changed last, on ${last.changed?.slice(0, 10) ?? ""})`
}

/**
 * Finds pairs of sets that have nearly all words in common, each pair once and without equal sets. Two such sets share
 * at least one of their rarest words, so only those are looked up: R. Bayardo, Y. Ma, R. Srikant, Scaling up all pairs
 * similarity search (WWW, 2007). Words that occur in very many sets aren't looked up, so that some pairs of boilerplate
 * are missed.
 */
async function nearPairs(
  sets: readonly (readonly string[])[],
  signal: AbortSignal,
  tell: (one: number, other: number) => void | Promise<void>
): Promise<void> {
  const often = new Map<string, number>()
  await forEachYielding(sets, signal, (set) => {
    for (const word of set) often.set(word, (often.get(word) ?? 0) + 1)
  })
  const standing = new Map<string, number[]>()
  await forEachYielding(sets.keys(), signal, (at) => {
    const set = sets[at] ?? []
    if (set.length < LEAST_WORDS) return
    const rare = [...set]
      .sort((a, b) => (often.get(a) ?? 0) - (often.get(b) ?? 0) || (a < b ? -1 : 1))
      .slice(0, set.length - Math.ceil(NEAR * set.length) + 1)
    const own = new Set(set)
    const met = new Set<number>()
    const near: number[] = []
    for (const word of rare) {
      const others = standing.get(word) ?? []
      for (const other of others) {
        if (met.has(other)) continue
        met.add(other)
        const theirs = sets[other] ?? []
        const most = Math.max(set.length, theirs.length)
        if (
          Math.min(set.length, theirs.length) >= NEAR * most &&
          theirs.filter((one) => own.has(one)).length >= NEAR * most
        )
          near.push(other)
      }
      if (others.length < MAX_OTHERS) others.push(at)
      standing.set(word, others)
    }
    return near.length > 0 ? forEachYielding(near, signal, (other) => tell(other, at)) : undefined
  })
}

/** This share of the longer set's words must be common. */
const NEAR = 0.75
const LEAST_WORDS = 4
const MAX_OTHERS = 200

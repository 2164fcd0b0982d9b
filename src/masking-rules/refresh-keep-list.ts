import type { Kysely } from "kysely"
import { originInUse } from "../storage/knowledge-origin.ts"
import type { Schema } from "../storage/schema.ts"
import { forEachYielding } from "../runtime/event-loop.ts"
import type { ArticleFinding } from "./article-words.ts"
import { packWords, readArticleWordCounts, writeProposed } from "./packed-words.ts"
import {
  wordKey,
  MAX_RULE_WORDS,
  readNewest,
  storeVersion,
  lockRules,
  type ArticleWord,
  type StoredRules,
  isListableWord
} from "./stored-rules.ts"
import { isCalendarOrPlace, isCommonGivenName } from "./plain-words.ts"
import type { ArticleWordSort, ProposedWord } from "../protocol/routes/masking-rules.ts"

/**
 * Makes the keep list, and the words that are evidence, anew from the current articles. The sample shop's articles
 * count while the team has none of its own.
 * @throws the signal's reason
 */
export async function refreshKeepList(write: Kysely<Schema>, now: Date, signal: AbortSignal): Promise<void> {
  await lockRules(write)
  const { origin } = await originInUse(write)
  const rows = await write
    .selectFrom("article_words")
    .innerJoin("documents", "documents.id", "article_words.document")
    .select("article_words.found")
    .where("documents.origin", "=", origin)
    .orderBy("documents.id")
    .execute()
  const articles: ArticleFinding[][] = []
  await forEachYielding(rows, signal, ({ found }) => {
    articles.push(JSON.parse(found) as ArticleFinding[])
  })
  const said = await readArticleWordCounts(write, origin, signal)
  const { keep, proposed } = await gatherWords(articles, (word) => said.lower.has(word), signal)
  const standing = await readNewest(write)
  const rules = withArticleWords(
    standing.rules,
    keep.map((word) => ({ ...word, from: "articles" as const }))
  )
  if (listOf(rules) !== listOf(standing.rules)) await storeVersion(write, standing, rules, { why: "import" }, now)
  await writeProposed(write, proposed)
  await packWords(write, said)
}

/** Words that people added stay and come first. Words that were removed, or are always masked, don't return. */
function withArticleWords(rules: StoredRules, found: ArticleWord[]): StoredRules {
  const own = rules.keep.filter(({ from }) => from !== "articles")
  const known = new Set([...own, ...rules.names].map(({ word }) => wordKey(word)).concat(rules.refused.map(wordKey)))
  const fresh = found
    .filter(({ word }) => !known.has(wordKey(word)))
    .slice(0, Math.min(MAX_FROM_ARTICLES, MAX_RULE_WORDS - own.length))
  return { ...rules, keep: [...own, ...fresh] }
}

/** This leaves room for the team's own words. */
const MAX_FROM_ARTICLES = 400

/** The number of articles that contain a word changes with every import, so it makes no new version. */
const listOf = ({ keep }: StoredRules) =>
  keep
    .map(({ word }) => word)
    .sort()
    .join("\n")

interface GatheredWords {
  keep: ProposedWord[]
  proposed: ProposedWord[]
}

/**
 * Decides what of all public articles is kept automatically, and what is only proposed. Contacts are kept unless a
 * person's name may stand with them. Words with a capital are kept when enough articles contain them and they are no
 * word of the language and nobody's name; a code in a title is kept from the first
 * article on. Hosts are kept when they are the team's own or occur in as many articles.
 * @param isLower whether some article contains a word in lower case
 * @throws the signal's reason
 */
export async function gatherWords(
  articles: ArticleFinding[][],
  isLower: (word: string) => boolean,
  signal: AbortSignal
): Promise<GatheredWords> {
  const words = new Words()
  const titled = new Set<string>()
  await forEachYielding(articles.entries(), signal, ([article, findings]) => {
    for (const finding of findings) {
      if (finding.titled) for (const part of finding.word.split(" ")) titled.add(wordKey(part))
      for (const word of finding.sort === "brand" ? partsOf(finding.word) : [finding.word])
        words.add(article, finding, word)
    }
  })
  const enough = Math.max(2, Math.min(3, Math.ceil(articles.length / 10)))
  const own = ownHosts(words)
  const brands = brandsOf(words, { enough, titled, own, isLower })
  const keep = [...brands.keep]
  const proposed = [...brands.proposed]
  const brandKeys = new Set(brands.keep.flatMap(({ word }) => [wordKey(word), ...word.split(" ").map(wordKey)]))
  for (const {
    word,
    sort,
    articles: { length: size },
    beside
  } of words.values()) {
    if (sort === "brand" || !isListableWord(word)) continue
    const isOwn =
      sort === "domain"
        ? own.has(word) || size >= enough
        : beside === undefined || beside.split(" ").every((part) => brandKeys.has(wordKey(part)))
    if (sort === "domain" && FREE_MAIL.test(word)) continue
    if (isOwn) keep.push({ word, sort, articles: size })
    else if (sort !== "domain") proposed.push({ word, sort, articles: size })
  }
  return { keep: keep.sort(byWeight), proposed: proposed.sort(byWeight).slice(0, MAX_PROPOSED) }
}

const MAX_PROPOSED = 100
const FREE_MAIL =
  /^(?:gmail|googlemail|outlook|hotmail|live|yahoo|icloud|me|gmx|web|t-online|aol|proton(?:mail)?|orange|wanadoo|free|laposte|uol|bol|sapo|naver|docomo)\./

interface Counted {
  word: string
  sort: ArticleWordSort
  /** The numbers of the articles in order, each once. */
  articles: number[]
  beside: string | undefined
  isCode?: boolean | undefined
}

class Words {
  readonly #byKey = new Map<string, Counted>()
  /** The words by their spelling, because nearly all are always written the same way. */
  readonly #byWord = new Map<string, Counted>()

  add(article: number, { sort, beside, isCode }: ArticleFinding, word: string): void {
    const known = this.#byWord.get(`${sort} ${word}`) ?? this.#learn(sort, word, beside)
    if (known.articles.at(-1) !== article) known.articles.push(article)
    known.isCode ||= isCode
    // In one article it has no name beside it, so it belongs to the team.
    if (beside === undefined) known.beside = undefined
  }

  values(): Iterable<Counted> {
    return this.#byKey.values()
  }

  #learn(sort: ArticleWordSort, word: string, beside: string | undefined): Counted {
    const key = `${sort} ${wordKey(word)}`
    const known = this.#byKey.get(key) ?? { word, sort, articles: [], beside }
    this.#byKey.set(key, known)
    this.#byWord.set(`${sort} ${word}`, known)
    return known
  }
}

/** Returns a run and every part of it, because "Halo Floor Lamp" may be called "Halo" elsewhere. */
function partsOf(run: string): string[] {
  if (!run.includes(" ")) return FIRST_LETTER.test(run) ? [run] : []
  const words = run.split(" ")
  return words
    .flatMap((_, from) => words.slice(from).map((__, more) => words.slice(from, from + more + 1).join(" ")))
    .filter((part) => FIRST_LETTER.test(part) && !/ &$/u.test(part))
}

const FIRST_LETTER = /^\p{L}/u

/** Returns the hosts of the mailboxes that are kept. */
function ownHosts(words: Words): Set<string> {
  return new Set(
    [...words.values()]
      .filter(({ sort, beside }) => sort === "email" && beside === undefined)
      .map(({ word }) => word.slice(word.indexOf("@") + 1).toLowerCase())
      .filter((host) => !FREE_MAIL.test(host))
  )
}

function brandsOf(
  words: Words,
  {
    enough,
    titled,
    own,
    isLower
  }: { enough: number; titled: Set<string>; own: Set<string>; isLower: (word: string) => boolean }
): GatheredWords {
  const often = [...words.values()].filter(
    ({ sort, word, articles, isCode }) =>
      sort === "brand" &&
      isListableWord(word) &&
      !isCode &&
      articles.length >= 2 &&
      !word.split(" ").some((part) => titled.has(wordKey(part)))
  )
  const isPlain = (part: string) =>
    isLower(stemOf(part)) || isCalendarOrPlace(part) || part.length === 1 || part === "&"
  const labels = [...own].map((host) => host.replace(/[^\p{L}\p{N}]/gu, ""))
  const isHouse = (word: string) => labels.some((label) => label.includes(wordKey(word).replace(/[^\p{L}\p{N}]/gu, "")))
  const codes = [...words.values()].filter(({ isCode, word }) => isCode && isListableWord(word))
  const gathered: GatheredWords = {
    keep: codes.map(({ word, articles }) => ({ word, sort: "brand", articles: articles.length })),
    proposed: []
  }
  const covered = new Map<string, Set<number>>()
  // The longest come first, so that a part counts only for the articles in which it occurs by itself.
  for (const { word, articles } of often.sort((a, b) => b.word.split(" ").length - a.word.split(" ").length)) {
    const parts = word.split(" ")
    // "Halo Lamp" also counts as "Halo".
    if (isPlain(parts[0] ?? "") || isPlain(parts.at(-1) ?? "")) continue
    const alone = articles.length - (covered.get(wordKey(word))?.size ?? 0)
    if (alone < 2) continue
    // A product may be called "Maria" or "Maria Jones", but a person has to confirm that.
    const mayBePerson = !isHouse(word) && parts.some(isCommonGivenName)
    const isKept = alone >= enough && !mayBePerson
    gathered[isKept ? "keep" : "proposed"].push({ word, sort: "brand", articles: articles.length })
    if (isKept)
      for (const part of partsOf(word))
        covered.set(wordKey(part), new Set([...(covered.get(wordKey(part)) ?? []), ...articles]))
  }
  return gathered
}

/** "You're" is reduced to "you". */
const stemOf = (part: string) => wordKey(part).replace(/['’].*$/, "")

/** Sorts contacts first, then words by the number of articles, because the list is cut at its end. */
function byWeight(a: ProposedWord, b: ProposedWord): number {
  return (
    Number(a.sort === "brand") - Number(b.sort === "brand") || b.articles - a.articles || (a.word < b.word ? -1 : 1)
  )
}

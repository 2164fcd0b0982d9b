import { derivable } from "../../../checks/figures/derivable.ts"
import { mayFollowOrders } from "../../../checks/injection/ticket-orders.ts"
import { settleClaim, type SettledBy } from "../../../checks/verdicts/settle.ts"
import { askVerifier, type VerifierAnswer } from "../../../models/ask-verifier.ts"
import type { HeldUsage, LetterSetting, Verdict, Verifier } from "../../../models/drafter/contract.ts"
import { runInWorkerIfLarge, type NamedJob } from "../../../runtime/worker-thread/run-in-worker.ts"
import type { PairedPerson } from "../../../protocol/relay.ts"
import { sentences } from "../../../text/sentences.ts"
import { contentWords } from "../../../text/words/words.ts"
import {
  isConfirmed,
  isDenied,
  type Claim,
  type SentenceVerdict,
  type Source,
  type Verification
} from "../../../ticket/draft.ts"
import { type MaskedTicket, ticketSize } from "../../../ticket/masked-ticket.ts"
import { likeliestEvidence, sentenceOf, type letterEvidence, type LetterEvidence } from "./letter-evidence.ts"
import { inSpan } from "../../../runtime/scope/span.ts"
import { markLetterLanguage } from "./ticket-language.ts"
import type { DisclosedLetter, DraftTask, VerifiedLetter, WrittenLetter } from "./write-draft.ts"
import { once } from "../../../text/memo/text-memory.ts"

/** Begins the verification of a letter that a model writes from the public sources, or returns undefined. */
export function openVerification(
  { verifier, verifyMs, person, signal, held, readTicket: ticket, team, today, drafter, emit }: DraftTask,
  { sources, language }: Pick<WrittenLetter, "sources" | "language">
): LetterVerification | undefined {
  if (!verifier || drafter.name === "offline") return undefined
  const setting = { today, channel: ticket.channel, team }
  return new LetterVerification(
    { ticket, sources, language, setting },
    { verifier, verifyMs, person, signal, held },
    (claim) => emit({ type: "check", claim })
  )
}

/**
 * Verifies a whole letter, after the rules have checked its sentences: marks those in another language, says that the
 * letter is whole, and waits for the verifier's word on each sentence. A letter of the offline drafter, whose sentences
 * are copied from pages, isn't verified.
 * @throws the signal's reason once it is aborted
 */
export async function verifyLetter(
  { verification, ...letter }: DisclosedLetter,
  task: DraftTask
): Promise<VerifiedLetter> {
  const claims = await markLetterLanguage(letter)
  if (!verification || letter.refusal || letter.model === "offline" || letter.text === "") return { ...letter, claims }
  task.emit({ type: "draft-written", text: `${letter.text}${letter.below.text}` })
  const verified = await inSpan("verify", {}, () => verification.end(letter.text, claims))
  task.signal.throwIfAborted()
  return { ...letter, ...verified }
}

/** What a letter is verified against. */
export interface VerifiedAgainst {
  ticket: MaskedTicket
  /** The public sources, which the letter's writer had. */
  sources: readonly Source[]
  language: string | null
  setting: LetterSetting
}

export interface VerifierParts {
  verifier: Verifier
  /** How long it may take for a request, in milliseconds. */
  verifyMs?: number | undefined
  /** The one who asked, or undefined for the relay itself. */
  person?: PairedPerson | undefined
  signal: AbortSignal
  held?: HeldUsage | undefined
}

/** A sentence of the letter with what the rules found. */
interface LetterSentence {
  claim: Claim
  text: string
}

/** So many sentences that state something are asked about while the letter is written. */
const BATCH = 6
/** More sentences of one letter are not asked about, and the verification says how many. */
const MAX_ASKED = 40

/**
 * Has the sentences of a letter verified: some while it is written, and the rest once it is whole. A verdict belongs to
 * the words of its sentence, so a letter that is written once more keeps those on what stayed.
 */
export class LetterVerification {
  readonly #against: VerifiedAgainst
  readonly #parts: VerifierParts
  readonly #onVerdict: (claim: Claim) => void
  /** It is read for the first request, so that no first word waits for it. */
  readonly #evidence: () => Promise<LetterEvidence>
  readonly #verdicts = new Map<string, SentenceVerdict>()
  readonly #answers: VerifierAnswer[] = []
  readonly #asked = new Set<string>()
  #waiting: LetterSentence[] = []
  #requests: Promise<void>[] = []

  /** @param onVerdict hears of each sentence on which there is a verdict before the letter is whole */
  constructor(against: VerifiedAgainst, parts: VerifierParts, onVerdict: (claim: Claim) => void = () => undefined) {
    this.#against = against
    this.#parts = parts
    this.#onVerdict = onVerdict
    const { ticket, sources, language } = against
    this.#evidence = once(() => runInWorkerIfLarge(ticketSize(ticket), EVIDENCE, ticket, sources, language))
  }

  /** Takes a finished sentence. Once enough of them wait, they are asked about. */
  add(claim: Claim, letter: string): void {
    const text = letter.slice(claim.start, claim.end)
    if (this.#isAskable(claim, text)) this.#waiting.push({ claim, text })
    if (this.#waiting.filter(({ claim: { state } }) => state !== "courtesy").length >= BATCH) this.#ask(letter)
  }

  /**
   * Asks about what is left of the whole letter, waits for all verdicts, and returns the claims as they are with them.
   * @throws the signal's reason if aborted
   */
  async end(letter: string, claims: readonly Claim[]): Promise<{ claims: Claim[]; verification?: Verification }> {
    const sentences = claims.map((claim) => ({ claim, text: letter.slice(claim.start, claim.end) }))
    this.#waiting = sentences.filter(({ claim, text }) => this.#isAskable(claim, text))
    this.#ask(letter)
    await Promise.all(this.#requests)
    this.#parts.signal.throwIfAborted()
    if (this.#answers.length === 0) return { claims: [...claims] }
    const evidence = await this.#evidence()
    const settled = sentences.map((sentence) => this.#settled(sentence, letter, evidence))
    return { claims: settled, verification: this.#outcome(settled) }
  }

  #isAskable({ state }: Claim, text: string): boolean {
    const statesSomething = state !== "courtesy" || contentWords(text, this.#against.language).length > COURTESY_WORDS
    return statesSomething && !this.#asked.has(text)
  }

  #ask(letter: string): void {
    const batch = this.#waiting.slice(0, Math.max(0, MAX_ASKED - this.#asked.size))
    this.#waiting = []
    if (!batch.some(({ claim }) => claim.state !== "courtesy")) return
    for (const { text } of batch) this.#asked.add(text)
    const request = this.#answer(batch, letter)
    // An error is thrown by `end`, which nobody calls after an abort.
    request.catch(() => undefined)
    this.#requests.push(request)
  }

  async #answer(batch: readonly LetterSentence[], letter: string): Promise<void> {
    const { verifier, ...options } = this.#parts
    const evidence = await this.#evidence()
    const task = {
      of: "letter" as const,
      evidence: evidence.parts,
      sentences: batch.map(({ text }, at) => ({ n: at + 1, text })),
      text: letter,
      setting: this.#against.setting
    }
    const canaries = evidence.canaries.map((text) => ({ text }))
    const answer = await askVerifier(verifier, task, canaries, options)
    this.#answers.push(answer)
    for (const [at, sentence] of batch.entries()) {
      const verdict = answer.verdicts.find(({ n }) => n === at + 1)
      if (!verdict) continue
      this.#verdicts.set(sentence.text, quoted(verdict, evidence))
      this.#onVerdict(this.#settled(sentence, letter, evidence))
    }
  }

  #settled({ claim, text }: LetterSentence, letter: string, { parts, orders, thread }: LetterEvidence): Claim {
    const { setting, language } = this.#against
    const about: SettledBy = {
      mayBeOrdered: ({ evidence }) =>
        evidence.length > 0
          ? orders !== "" && evidence.every(({ text: quote }) => orders.includes(quote))
          : mayFollowOrders(text, orders, language),
      hasBindingEvidence: ({ evidence }) =>
        evidence.some(({ text: quote }) => parts.some((part) => part.isBinding && part.sentences.includes(quote))),
      reckoningOf: ({ evidence }) => {
        const around = sentences(letter, language)
        return derivable(
          text,
          {
            evidence: evidence.length > 0 ? evidence.map((one) => one.text) : likeliestEvidence(text, parts, language),
            thread,
            today: setting.today,
            earlier: around.filter(({ end }) => end <= claim.start).map((one) => one.text),
            next: around.find(({ start }) => start >= claim.end)?.text
          },
          language
        )
      }
    }
    return settleClaim(claim, this.#verdicts.get(text), about)
  }

  #outcome(claims: readonly Claim[]): Verification {
    const done = this.#answers.filter(({ state }) => state === "done")
    const [first = done[0]] = this.#answers.filter(({ state }) => state !== "done")
    const count = (is: typeof isConfirmed) => claims.filter(({ verdict }) => is(verdict)).length
    const open = claims.filter(({ state, verdict }) => state !== "courtesy" && verdict === undefined).length
    const unanswered = [...new Set(done.at(-1)?.unanswered)]
    return {
      model: (done[0] ?? first)?.model ?? this.#parts.verifier.name,
      state: done.length > 0 ? "done" : (first?.state ?? "failed"),
      confirmed: count(isConfirmed),
      doubted: count(isDenied),
      ...(done.length > 0 && open > 0 && { unasked: open }),
      ...(unanswered.length > 0 && { unanswered })
    }
  }
}

/** Courtesy of no more content words states nothing: a greeting, a closing, a signature. */
const COURTESY_WORDS = 2

const EVIDENCE: NamedJob<typeof letterEvidence> = {
  module: new URL("./letter-evidence.ts", import.meta.url).href,
  name: "letterEvidence"
}

/** Puts the sentences in the place of their names. Names of nothing are dropped. */
function quoted({ verdict, evidence = [], why }: Verdict, { parts }: LetterEvidence): SentenceVerdict {
  return {
    kind: verdict,
    evidence: evidence.flatMap((name) => sentenceOf(name, parts) ?? []),
    ...(why !== undefined && { why })
  }
}

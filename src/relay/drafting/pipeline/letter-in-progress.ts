import { hiddenRemover } from "../../../checks/guard/find/hidden.ts"
import type { DraftPart, Fallback } from "../../../models/drafter/contract.ts"
import { sentenceStream, type Sentence } from "../../../text/sentences.ts"
import type { Answer, Claim, MissingFact, Refusal } from "../../../ticket/draft.ts"
import type { OpenDraftChecker } from "./open-draft-checker.ts"
import type { Emit } from "./pipeline-events.ts"

/** What checks a letter, and what receives its events while it grows. */
export interface LetterChecks {
  language: string | null
  checker: OpenDraftChecker
  /** The numbers of the sources that the drafter was given. */
  numbers: number[]
  emit: Emit
}

/** What belongs to the letter itself. */
type LetterPart = Exclude<DraftPart, { upstream: unknown } | { language: string } | { waiting: unknown }>

/** A letter as its drafter wrote it, or why there is none. */
export interface FinishedLetter {
  text: string
  language: string | null
  /** What the checks of its sentences returned, in order. */
  claims: readonly Claim[]
  questions: readonly MissingFact[]
  refusal: Refusal | undefined
  answer: Answer | undefined
  tokens: { in: number; out: number } | undefined
  /** The model that wrote it, if several are asked in order. */
  writer: string | undefined
  /** Why the first model in the order didn't write it. */
  instead: Fallback | undefined
  /** How many milliseconds passed until the first text. */
  firstMs: number | undefined
}

/** Follows the text while it grows, and checks each sentence once it is finished. */
export class LetterInProgress {
  text = ""
  claims: Claim[] = []
  questions: MissingFact[] = []
  refusal: Refusal | undefined
  answer: Answer | undefined
  tokens: { in: number; out: number } | undefined
  writer: string | undefined
  instead: Fallback | undefined
  #firstMs: number | undefined
  readonly #cites: { at: number; numbers: number[] }[] = []
  /** Settles when every sentence that was finished so far is checked, or when a check has failed. */
  #checked: Promise<unknown> = Promise.resolve()
  #sentences
  readonly #remover = hiddenRemover()
  #checks: LetterChecks

  readonly #onClaim: ((claim: Claim) => void) | undefined

  /** @param onClaim hears of each sentence that is checked, in order */
  constructor(checks: LetterChecks, onClaim?: (claim: Claim) => void) {
    this.#sentences = sentenceStream(checks.language)
    this.#checks = checks
    this.#onClaim = onClaim
  }

  get language(): string | null {
    return this.#checks.language
  }

  /** Goes over to another language before the first text. */
  writeIn(language: string, checker: OpenDraftChecker): void {
    this.close()
    this.#checks = { ...this.#checks, language, checker }
    this.#sentences = sentenceStream(language)
  }

  close(): void {
    this.#checks.checker.close()
  }

  take(part: LetterPart, began: number): void {
    if ("writer" in part) this.#begin(part)
    else if ("questions" in part) this.questions.push(...part.questions)
    else if ("refusal" in part) this.refusal = part.refusal
    else if ("answer" in part) this.answer = part.answer
    else if ("tokens" in part) this.tokens = part.tokens
    else if ("cites" in part) this.#cites.push({ at: this.text.length, numbers: part.cites })
    else this.#grow(this.#remover.push(part.text), began)
  }

  /** Waits for the last checks, and returns the whole letter. @throws what a check throws */
  async finish(began: number): Promise<FinishedLetter> {
    this.#grow(this.#remover.end(), began)
    this.#checkAll(this.#sentences.end())
    await this.#checked
    // A citation may have arrived after its sentence was checked.
    this.claims = this.claims.map((claim, at) => this.#withCitations(claim, this.#cites, this.claims[at + 1]?.start))
    const { language, questions, refusal, answer, tokens, writer, instead } = this
    // What a model wrote before it refused is no letter.
    const { text, claims } = refusal ? { text: "", claims: [] } : this
    return { text, language, claims, questions, refusal, answer, tokens, writer, instead, firstMs: this.#firstMs }
  }

  /** Clears what belongs to a model that failed before its first text, so that the next model doesn't inherit it. */
  #begin({ writer, instead }: { writer: string; instead?: Fallback }): void {
    this.writer = writer
    this.instead = instead
    this.tokens = undefined
  }

  #grow(text: string, began: number): void {
    if (text === "") return
    this.#firstMs ??= Math.round(performance.now() - began)
    this.text += text
    this.#checks.emit({ type: "draft-delta", text })
    this.#checkAll(this.#sentences.push(text))
  }

  /** The text doesn't wait for the checks, but a sentence is reported after those before it. */
  #checkAll(finished: Sentence[]): void {
    for (const sentence of finished) {
      const cites = [...this.#cites]
      const check = this.#checks.checker.check(sentence.text, sentence.start)
      this.#checked = Promise.all([check, this.#checked]).then(([result]) => {
        const claim = this.#withCitations(result, cites)
        this.claims.push(claim)
        this.#checks.emit({ type: "check", claim })
        this.#onClaim?.(claim)
      })
      // It is reported by `finish`, which nobody calls after an abort.
      this.#checked.catch(() => undefined)
    }
  }

  /**
   * Adds the sources that the model named for this sentence. A number counts only if there is such a source. Of the
   * sources that the check found, those that the model named too come first; the check alone decides which they are.
   */
  #withCitations(claim: Claim, cites: readonly { at: number; numbers: number[] }[], next?: number): Claim {
    if (claim.state === "courtesy") return claim
    const named = cites
      .filter(({ at }) => at > claim.start && (next === undefined ? true : at <= next))
      .flatMap(({ numbers }) => numbers)
    const cited = [...new Set(named)].filter((number) => this.#checks.numbers.includes(number))
    if (cited.length === 0) return claim
    const sources = [
      ...claim.sources.filter((number) => cited.includes(number)),
      ...claim.sources.filter((number) => !cited.includes(number))
    ]
    return { ...claim, sources, cited }
  }
}

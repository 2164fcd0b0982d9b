import { placeholderUnescaper } from "../../text/model-signs/placeholder-escapes.ts"
import { BARE_THOUGHTS, CONTROL_SIGNS, LETTER_LABELS, THOUGHTS_AT_START } from "../../text/model-signs/control-signs.ts"
import { ModelError } from "../drafter/contract.ts"

export interface LetterReader {
  /** Returns what may be shown of the text so far. */
  push(text: string): string
  /** Returns the rest. */
  end(): string
  /** The text ended within thoughts. */
  isThinking(): boolean
}

/**
 * Reads the text of a model as it arrives: whole characters, without the model's own signs, and with its placeholders
 * as they were given.
 */
export function letterReader(): LetterReader {
  const characters = wholeCharacters()
  const signs = withoutControlSigns()
  const placeholders = placeholderUnescaper()
  return {
    push: (text) => placeholders.push(signs.push(characters.push(text))),
    end: () => placeholders.push(signs.push(characters.end()) + signs.end()) + placeholders.end(),
    isThinking: () => signs.isThinking()
  }
}

/** Joins the halves of a character that were sent apart, and puts U+FFFD for a half whose other half never comes. */
function wholeCharacters(): { push(text: string): string; end(): string } {
  let half = ""
  return {
    push(text) {
      const all = half + text
      half = /[\uD800-\uDBFF]$/.exec(all)?.[0] ?? ""
      return all.slice(0, all.length - half.length).toWellFormed()
    },
    end() {
      const last = half.toWellFormed()
      half = ""
      return last
    }
  }
}

/**
 * Takes a model's own signs out of its text, wherever the pieces are split: thoughts, what stands before a letter, and
 * what ends it. Text behind an end isn't the letter's, and neither is the call of a tool: both stay, so that the checks
 * find them. What `push` and `end` return may be shown.
 * @throws ModelError at the end of thoughts that nothing opened, because the text before it was thought and not letter
 */
function withoutControlSigns(): ControlSignReader {
  return new ControlSignReader()
}

class ControlSignReader {
  #place: "start" | "thought" | "bare-thought" | "letter" = "start"
  #held = ""
  /** Thoughts that only words opened, up to what is held: without an end, they are the letter. */
  #bareThought = ""
  /** Something of the letter has been returned. */
  #isBegun = false

  push(text: string): string {
    this.#held += text
    return this.#read(false)
  }

  end(): string {
    if (this.#place === "thought") return ""
    // Without their end, such words are the letter's, or the checks find them.
    if (this.#place === "bare-thought") return this.#bareThought + this.#release(this.#held.length)
    return this.#read(true).replace(CUT_SIGN, "")
  }

  isThinking(): boolean {
    return this.#place === "thought"
  }

  #read(isEnd: boolean): string {
    let free = ""
    for (;;) {
      const before = this.#held
      if (this.#place === "start") this.#readStart(isEnd)
      else if (this.#place !== "letter") this.#readThought()
      if (this.#place === "letter") free += this.#readLetter(isEnd)
      this.#isBegun ||= free !== ""
      if (this.#held === before || this.#held === "") return free
    }
  }

  #readStart(isEnd: boolean): void {
    this.#held = this.#held.trimStart()
    const text = this.#held
    if (!isEnd && (text === "" || MAY_BEGIN_SIGN.test(text) || MAY_BE_BARE.test(text) || MAY_BE_LABEL.test(text)))
      return
    const bare = BARE.exec(text)
    const opens = bare ?? OPENS_FIRST.exec(text)
    const skipped = opens ?? STANDS_FIRST.exec(text) ?? LABEL_FIRST.exec(text)
    const start = this.#release(skipped?.[0].length ?? 0)
    if (bare) this.#bareThought = start
    if (opens) this.#place = bare ? "bare-thought" : "thought"
    else if (!skipped && this.#held !== "") this.#place = "letter"
  }

  #readThought(): void {
    const closes = CLOSES.exec(this.#held)
    if (closes) {
      this.#held = this.#held.slice(closes.index + closes[0].length)
      this.#place = this.#isBegun ? "letter" : "start"
      this.#bareThought = ""
    } else {
      const thought = this.#release(Math.max(0, this.#held.length - MAX_HELD))
      if (this.#place === "bare-thought") this.#bareThought += thought
    }
  }

  #readLetter(isEnd: boolean): string {
    const sign = IN_LETTER.exec(this.#held)
    if (!sign) return this.#release(isEnd ? this.#held.length : this.#begunSignAt())
    const { closes, opens } = sign.groups ?? {}
    if (closes !== undefined) {
      this.#held = ""
      throw shown()
    }
    if (opens !== undefined) {
      const text = this.#release(sign.index)
      this.#held = this.#held.slice(sign[0].length)
      this.#place = "thought"
      return text
    }
    const [ends = ""] = ALL_ENDS.exec(this.#held.slice(sign.index)) ?? []
    const behind = this.#held.slice(sign.index + ends.length)
    const isLast = behind === "" || (isEnd ? CUT_SIGN : MAY_FOLLOW_END).test(behind)
    if (!isLast || ends.length > MAX_HELD) return this.#release(sign.index + ends.length)
    const text = this.#release(sign.index)
    if (isEnd) this.#held = ""
    return text
  }

  #begunSignAt(): number {
    const tail = this.#held.slice(-MAX_HELD)
    return this.#held.length - tail.length + (BEGUN_SIGN.exec(tail)?.index ?? tail.length)
  }

  #release(to: number): string {
    const text = this.#held.slice(0, to)
    this.#held = this.#held.slice(to)
    return text
  }
}

const { opensThought, closesThought, beginsLetter, endsLetter } = CONTROL_SIGNS
const CLOSES = new RegExp(closesThought, "iu")
const OPENS_FIRST = new RegExp(`^(?:${opensThought})`, "iu")
/** Models that don't think send the end of their thoughts alone. */
const STANDS_FIRST = new RegExp(`^(?:${closesThought}|${beginsLetter})`, "iu")
/** "Assistant: Hello", "### Response:" and "model" in a line of its own. */
const LABEL_FIRST = new RegExp(
  String.raw`^(?:\*{0,2}(?:${LETTER_LABELS.join("|")})\*{0,2}(?:\s?:\*{0,2}\s{0,3}|[ \t]{0,3}\n\s{0,3})|` +
    String.raw`#{1,4} response:\s{0,3})`,
  "iu"
)
const IN_LETTER = new RegExp(`(?<closes>${closesThought})|(?<opens>${opensThought})|(?:${endsLetter})`, "iu")
const ALL_ENDS = new RegExp(String.raw`^(?:(?:${endsLetter})\s*)+`, "iu")
const BARE = new RegExp(BARE_THOUGHTS, "u")

/**
 * Matches what may become a sign: a bracket and what is in it so far, and a header with a role or channel, which ends
 * somewhere behind the bracket.
 */
const BEGINNING =
  String.raw`<(?![\s\d])[^<>\n]{0,130}|[◁⟨✿][^\s◁▷⟨⟩✿]{0,12}|\[[/|]?[a-z_\d]{0,30}\|?|<\|?(?:start|channel|im_start|` +
  String.raw`turn|start_of_turn|bos)\|?>[^<\n]{0,60}(?:<[^<>\n]{0,20})?|<[|｜][^<>\n|｜]{1,40}[|｜]>\s{0,3}[a-z]{0,9}|` +
  String.raw`assistant(?:f(?:i(?:n(?:a)?)?)?)?`
const MAY_BEGIN_SIGN = new RegExp(`^(?:${BEGINNING})$`, "iu")
/** The header of a next turn, whose role arrives behind its sign, or a further sign. */
const MAY_FOLLOW_END = new RegExp(
  `^(?:${BEGINNING}|${["assistant", "user", "system", "model"].map(beginningsOf).join("|")})$`,
  "iu"
)
const BEGUN_SIGN = new RegExp(`(?:${BEGINNING})$`, "iu")
const MAY_BE_BARE = new RegExp(
  `^(?:${[...THOUGHTS_AT_START, "assistantfinal"].map(beginningsOf).join("|")}|(?:${THOUGHTS_AT_START.join("|")})[:\\s]{0,3})$`,
  "u"
)
const MAY_BE_LABEL = new RegExp(
  String.raw`^(?:\*{0,2}(?:${LETTER_LABELS.map(beginningsOf).join("|")})?\*{0,2}\s{0,3}(?::\*{0,2}\s{0,3})?|` +
    String.raw`#{1,4} ?(?:${beginningsOf("response:")})?)$`,
  "iu"
)
/** Matches an end that the server cut off with the rest of its sign. */
const CUT_SIGN = /\s*<(?:[|｜][^<>\s]{0,40}|\/[a-z]{0,8}|end_[a-z_]{0,20})$/u
/** The most UTF-16 units that are kept of thoughts and ends: more than any sign has. */
const MAX_HELD = 400

/** Matches each beginning of a word. */
function beginningsOf(word: string): string {
  return [...word].map((_, at) => word.slice(0, at + 1)).join("|")
}

function shown(): ModelError {
  return new ModelError(
    "model-bad-answer",
    "The model writes its thoughts into the letter. Switch its thinking off, or its server's reasoning parser on.",
    false
  )
}

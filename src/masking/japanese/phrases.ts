import { foldWord } from "../basis/fold.ts"

/** A stretch of the text as given. */
export interface TextSpan {
  start: number
  end: number
}

/**
 * Looks for words in a text without spaces between words, in either width and case, and ignores spaces and middle dots.
 * It uses the method of Aho and Corasick (1975): the text is read once, however many words there are.
 */
export class Phrases {
  readonly #nodes: Node[] = [node(0)]

  constructor(phrases: readonly string[]) {
    for (const phrase of phrases) this.#add(read(phrase).text)
    this.#link()
  }

  /**
   * Returns where the words occur, left to right and without overlap. Of those that begin at one place it returns the
   * longest.
   */
  find(written: string): TextSpan[] {
    const { text, starts, ends } = read(written)
    const found: TextSpan[] = []
    let at = 0
    for (let i = 0; i < text.length; i++) {
      at = this.#step(at, text.charCodeAt(i))
      const length = this.#nodes[at]?.longest ?? 0
      if (length === 0) continue
      const hit = { start: starts[i + 1 - length] ?? 0, end: ends[i] ?? written.length }
      // This hit ends further right than the last one, and it may also begin further left.
      while ((found.at(-1)?.start ?? -1) >= hit.start) found.pop()
      if (hit.start >= (found.at(-1)?.end ?? 0)) found.push(hit)
    }
    return found
  }

  #add(phrase: string) {
    let at = 0
    for (let i = 0; i < phrase.length; i++) {
      const unit = phrase.charCodeAt(i)
      let next = this.#nodes[at]?.next.get(unit)
      if (next === undefined) {
        next = this.#nodes.push(node(i + 1)) - 1
        this.#nodes[at]?.next.set(unit, next)
      }
      at = next
    }
    const last = this.#nodes[at]
    if (last && phrase.length > 0) last.longest = phrase.length
  }

  /**
   * Links the nodes breadth first. A node falls back to the longest end of its path that is the beginning of another
   * phrase.
   */
  #link() {
    const queue = [0]
    for (const from of queue) {
      for (const [unit, to] of this.#nodes[from]?.next ?? []) {
        const child = this.#nodes[to]
        if (!child) continue
        if (from !== 0) child.fall = this.#step(this.#nodes[from]?.fall ?? 0, unit)
        child.longest ||= this.#nodes[child.fall]?.longest ?? 0
        queue.push(to)
      }
    }
  }

  #step(from: number, unit: number): number {
    for (let at = from; ; at = this.#nodes[at]?.fall ?? 0) {
      const next = this.#nodes[at]?.next.get(unit)
      if (next !== undefined) return next
      if (at === 0) return 0
    }
  }
}

/** A node of the tree of phrases. `longest` is the length of the longest phrase that ends here, or 0. */
interface Node {
  depth: number
  fall: number
  longest: number
  next: Map<number, number>
}

const node = (depth: number): Node => ({ depth, fall: 0, longest: 0, next: new Map() })

interface Read {
  text: string
  starts: number[]
  ends: number[]
}

/** Returns the text as it is compared, and where each of its units began and ended. */
function read(written: string): Read {
  const starts: number[] = []
  const ends: number[] = []
  let text = ""
  for (let i = 0; i < written.length; ) {
    const unit = written.charCodeAt(i)
    let end = i + 1
    if (isHalfKana(unit)) while (end < i + 2 && isVoicing(written.charCodeAt(end))) end++
    const sign = written.slice(i, end)
    const folded = isPlain(unit) ? sign : HYPHEN.test(sign) && /[0-9]$/.test(text) ? "-" : foldSign(unit, sign)
    const isGap = GAP.test(folded) && !(LATIN.test(text.charAt(text.length - 1)) && LATIN.test(written.charAt(end)))
    for (let k = 0; k < folded.length && !isGap; k++) {
      starts.push(i)
      ends.push(end)
    }
    if (!isGap) text += folded
    i = end
  }
  return { text, starts, ends }
}

/** Only Latin letters lose their accents, because ガ is another sign than カ. */
const foldSign = (unit: number, sign: string) => (unit < 0x250 ? foldWord(sign) : sign.normalize("NFKC").toLowerCase())
/** Says whether a unit stands for itself, as kana and common kanji do. */
const isPlain = (unit: number) =>
  (unit >= 0x3041 && unit <= 0x30fa) ||
  (unit >= 0x3400 && unit <= 0x9fff) ||
  (unit >= 0x61 && unit <= 0x7a) ||
  (unit >= 0x30 && unit <= 0x39)
const isHalfKana = (unit: number) => unit >= 0xff66 && unit <= 0xff9d
const isVoicing = (unit: number) => unit === 0xff9e || unit === 0xff9f || unit === 0x3099 || unit === 0x309a
const HYPHEN = /[\u002d\u2010-\u2015\u2212\u2500\u30fc\uff0d\uff70]/
const GAP = /^[\s・･]*$/
const LATIN = /[A-Za-z0-9\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/

/**
 * Returns a stretch without the parts that don't distinguish it from others of its kind: a firm's legal form and
 * branch, a post code and prefecture before a town, プラン behind a name.
 */
export function distinctivePartOf(text: string, { start, end }: TextSpan, type: string): TextSpan {
  const whole = text.slice(start, end)
  const before = HEADS[type]?.exec(whole)?.[0].length ?? 0
  const behind = TAILS[type]?.exec(whole.slice(before))?.[0].length ?? 0
  return before + behind < whole.length ? { start: start + before, end: end - behind } : { start, end }
}

const FORM = "(?:株式会社|有限会社|合同会社|合資会社|合名会社|(?:一般|公益)?(?:社団|財団)法人|\\([株有同]\\)|[㈱㈲])"
const HEADS: Record<string, RegExp> = {
  ORG: new RegExp(`^${FORM} ?`, "u"),
  ADDRESS:
    /^(?:〒? ?\d{3}-?\d{4}\s{0,3})?(?:(?:北海道|東京都|(?:京都|大阪)府|\p{Script=Han}{2,3}県)(?=.{0,30}[市区町村郡].{0,30}\d))?/su
}
const TAILS: Record<string, RegExp> = {
  ORG: new RegExp(
    `(?: ?${FORM})?(?: ?(?:本社|本店|支社|(?<=.)[\\p{Script=Han}\\p{Script=Katakana}ー]{0,6}(?:支店|営業所|センター)))?$`,
    "u"
  ),
  PERSON: /(?:プラン|サポート|デスク|ショップ|ストア|アプリ|カード|サービス|センター|シリーズ|チーム|会員)$/u
}

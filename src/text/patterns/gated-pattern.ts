import { matchesOf, mayMatch } from "./may-match.ts"

/**
 * A pattern that is tried only on a text with the letters that each match contains. It is for long lists, which few
 * texts have a word of. `matchAll` on it doesn't compile it anew, as it does a plain pattern.
 */
export class GatedPattern extends RegExp {
  override exec(text: string): RegExpExecArray | null {
    if (mayMatch(this, text)) return super.exec(text)
    this.lastIndex = 0
    return null
  }

  override [Symbol.matchAll](text: string): RegExpStringIterator<RegExpExecArray> {
    return matchesOf(this, text)
  }
}

import { placeholderUnescaper } from "../../../text/model-signs/placeholder-escapes.ts"
import { withoutControlSigns } from "./without-control-signs.ts"

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

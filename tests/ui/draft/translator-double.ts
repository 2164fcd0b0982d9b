import { onTestFinished } from "vitest"

type State = "unavailable" | "downloadable" | "available"
interface Pair {
  sourceLanguage: string
  targetLanguage: string
  signal?: AbortSignal
}

/**
 * Gives this page the documented interface of `Translator` (Chrome 138). Like the browser's, it makes nothing without a
 * press where a package is missing, waits for ever where the download can't begin, and a destroyed one translates
 * nothing.
 * @param words what a line becomes; a line that isn't named comes back as it is
 */
export function translatorDouble(words: Record<string, string>, states: Record<string, State> = {}) {
  const seen: string[] = []
  const downloads: string[] = []
  let alive = 0
  const double = { seen, downloads, pressed: false, offline: false, alive: () => alive }
  const pairOf = ({ sourceLanguage, targetLanguage }: Pair) => `${sourceLanguage}-${targetLanguage}`
  class Translator {
    #destroyed = false
    static async availability(pair: Pair): Promise<State> {
      return states[pairOf(pair)] ?? "available"
    }
    static async create(pair: Pair): Promise<Translator> {
      const state = await Translator.availability(pair)
      if (state === "unavailable") throw new DOMException("no such pair", "NotSupportedError")
      if (state === "downloadable") {
        if (!double.pressed) throw new DOMException("needs a user gesture", "NotAllowedError")
        if (double.offline)
          await new Promise((_, reject) => pair.signal?.addEventListener("abort", () => reject(pair.signal?.reason)))
        downloads.push(pairOf(pair))
        states[pairOf(pair)] = "available"
      }
      alive++
      return new Translator()
    }
    async translate(text: string): Promise<string> {
      if (this.#destroyed) throw new DOMException("destroyed", "InvalidStateError")
      seen.push(text)
      return words[text] ?? text
    }
    destroy() {
      if (!this.#destroyed) alive--
      this.#destroyed = true
    }
  }
  Object.assign(globalThis, { Translator })
  onTestFinished(() => {
    Reflect.deleteProperty(globalThis, "Translator")
  })
  return double
}

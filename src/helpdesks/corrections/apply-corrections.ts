import type { Correctable } from "../contract/correctable.ts"

/** One selector of one helpdesk, as a signed file has it. */
export interface Correction {
  helpdesk: string
  /** The selector's name in the adapter's table. */
  name: string
  selector: string
}

/**
 * Creates what puts corrected selectors into the adapters' tables. The built-in ones are kept: what the newest list
 * doesn't name gets its own back. It applies all of a list or nothing of it, and an empty list takes everything back.
 * @param correctables the tables that are here, which may become more
 * @param elsewhere helpdesks whose tables may be in other pages: what is named for them isn't for this one to judge
 */
export function createCorrector(
  correctables: readonly Correctable[],
  document: Document,
  elsewhere: readonly string[] = []
) {
  let inert: Document | undefined
  let newest: readonly Correction[] = []

  const isSelector = (selector: string) => {
    inert ??= document.implementation.createHTMLDocument("")
    try {
      inert.querySelectorAll(selector)
      return true
    } catch (error) {
      if (error instanceof Error || isDomError(error)) return false
      throw error
    }
  }
  const mayBeCorrected = ({ helpdesk, name }: Correction) =>
    correctables.find((of) => of.helpdesk === helpdesk)?.names.includes(name) ?? elsewhere.includes(helpdesk)
  const isUsable = (correction: Correction) =>
    correction.selector.length <= LONGEST && mayBeCorrected(correction) && isSelector(correction.selector)

  const wrongIn = (corrections: readonly Correction[]) => corrections.find((one) => !isUsable(one)) ?? corrections[MOST]
  const nameOf = ({ helpdesk, name }: Correction) => `${helpdesk} ${name}`
  const apply = (corrections: readonly Correction[]): { changed: boolean; unusable?: string } => {
    newest = corrections
    const wrong = wrongIn(corrections)
    const usable = wrong ? [] : corrections
    let changed = false
    for (const { helpdesk, table, names, builtIn } of correctables)
      for (const name of names) {
        const own = usable.find((one) => one.helpdesk === helpdesk && one.name === name)
        const selector = own?.selector ?? builtIn[name]
        if (table[name] === selector) continue
        table[name] = selector
        changed = true
      }
    return { changed, ...(wrong ? { unusable: nameOf(wrong) } : {}) }
  }

  return {
    /** Returns which correction can't be used, if one can't, and changes nothing. */
    unusable(corrections: readonly Correction[]): string | undefined {
      const wrong = wrongIn(corrections)
      return wrong && nameOf(wrong)
    },
    /**
     * Applies the corrections instead of those before.
     * @returns whether any selector is another now, or which correction can't be used. Then the built-in ones are used.
     */
    apply,
    /** Applies the newest list to tables that have come since. */
    applyAgain: () => apply(newest)
  }
}

/** Characters of a selector, and corrections in a list. The background has counted them before. */
const LONGEST = 300
const MOST = 200

/** A page's own DOMException is no Error of the script's world in every browser. */
const isDomError = (error: unknown) =>
  typeof error === "object" && error !== null && "name" in error && error.name === "SyntaxError"

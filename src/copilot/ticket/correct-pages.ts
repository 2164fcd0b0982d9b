import type { PageClient } from "./page-client.ts"
import type { CorrectionsVerdict, SelectorCorrection } from "../../protocol/routes/helpdesk-pages.ts"

interface Corrections {
  areNone: boolean
  current(): Promise<CorrectionsVerdict>
  refused(correction: string): void
}

export type PageCorrector = ReturnType<typeof createPageCorrector>

/**
 * Hands corrected selectors to pages of helpdesks, to each once. Which page has which is lost with the worker, and a
 * page that gets the same ones again changes nothing.
 * @param failed is called if it can't be told which corrections there are. The page is then asked without them.
 */
export function createPageCorrector(
  corrections: Corrections,
  page: () => Pick<PageClient, "useCorrections">,
  failed: (error: unknown) => Promise<void>
) {
  /** What the page of a tab was handed, and when it has it. */
  const handed = new Map<number, { those: readonly SelectorCorrection[]; done: Promise<void> }>()

  const hand = async (tabId: number, alsoNone: boolean): Promise<void> => {
    try {
      const verdict = await corrections.current()
      const those = verdict.state === "applied" ? verdict.corrections : NONE
      const before = handed.get(tabId)
      if (before?.those === those) return await before.done
      if (those === NONE && !before && !alsoNone) return
      const done = page()
        .useCorrections(tabId, those)
        .then((used) => {
          if (!used) handed.delete(tabId)
          else if (used.unusable !== undefined) corrections.refused(used.unusable)
        })
      handed.set(tabId, { those, done })
      await done
    } catch (error) {
      await failed(error)
    }
  }
  return {
    /** Hands the page what it lacks. Returns undefined if there is nothing to hand. */
    before: (tabId: number): Promise<void> | undefined =>
      corrections.areNone && !handed.has(tabId) ? undefined : hand(tabId, false),
    /** The tab has loaded another page, which has nothing yet. */
    loaded(tabId: number): void {
      handed.delete(tabId)
    },
    /** Hands the pages what there is now, also if there is nothing any more. */
    async again(tabIds: readonly number[]): Promise<void> {
      await Promise.all(tabIds.map((tabId) => hand(tabId, true)))
    }
  }
}

const NONE: readonly SelectorCorrection[] = []

import * as z from "zod/mini"
import type { Browser } from "../../platform/browser.ts"
import { pickAnswer, pickWords, type PickState, type PickWords } from "../../protocol/picking/picking.ts"
import type { PageClient } from "../ticket/page-client.ts"

/**
 * Has pointing go on in a page that was loaded anew, from its beginning, because what had been pointed at is gone with
 * the former page. What it needs outlives the worker.
 */
export function createBeginAgain({ browser, page }: { browser: Browser; page: Pick<PageClient, "picker"> }) {
  const begun = async () => {
    const kept = started.safeParse(await browser.session.get(NAME))
    return kept.success ? kept.data : undefined
  }
  return {
    /** Notes that pointing began in a page of that site. */
    note: (tabId: number, site: string, words: PickWords): Promise<void> =>
      browser.session.set(NAME, { tabId, site, words }),
    /** Returns undefined if the tab now has a page of another site, or one in which no script may run. */
    async again(tabId: number, site: string | undefined): Promise<PickState | undefined> {
      const before = await begun()
      if (before?.tabId !== tabId || before.site !== site) return undefined
      try {
        await browser.contentScripts.injectPicker(tabId)
      } catch {
        return undefined
      }
      const { words } = before
      const answer = await page.picker(tabId, { kind: "pick-start", words, again: true }, pickAnswer)
      return answer?.ok ? answer.state : undefined
    }
  }
}

const started = z.object({ tabId: z.number(), site: z.string(), words: pickWords })
const NAME = "picking-begun"

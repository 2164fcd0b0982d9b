import type { Page } from "../../helpdesks/contract/adapter.ts"
import type { FromPage } from "../../protocol/page.ts"
import type { PageRecipe } from "../../ticket/page-recipe.ts"
import { observeChanges } from "../../helpdesks/contract/observe-changes.ts"
import { observePlaces } from "./observe-places.ts"
import { unfitPart } from "./unfit-part.ts"

/** A page that draws itself has this many ms without a change to show its ticket. */
const SETTLE_MS = 1500

/**
 * Reports when an address at which tickets were shown has none at its places any more, because the page has changed. At
 * other addresses of the site, such as a list, nothing is said.
 */
export function watchFit(page: Page, recipe: PageRecipe, send: (message: FromPage) => void, signal: AbortSignal): void {
  const { document } = page
  let timer: ReturnType<typeof setTimeout> | undefined
  let told: string | undefined
  const tell = (part: ReturnType<typeof unfitPart>) => {
    if (part === told || signal.aborted) return
    told = part
    send(part ? { kind: "recipe-unfit", part } : { kind: "recipe-fits" })
  }
  const look = () => {
    clearTimeout(timer)
    if (unfitPart(page, recipe) === undefined) return tell(undefined)
    timer = setTimeout(() => tell(unfitPart(page, recipe)), SETTLE_MS)
  }
  observeChanges(document.documentElement, { childList: true, subtree: true, characterData: true }, look, signal)
  observePlaces(document, recipe, look, signal)
  signal.addEventListener("abort", () => clearTimeout(timer), { once: true })
  look()
}

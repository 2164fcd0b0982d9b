import type { Page } from "../../helpdesks/contract/adapter.ts"
import type { FromPage } from "../../protocol/page.ts"
import type { PageRecipe } from "../../ticket/page-recipe.ts"
import { observeChanges } from "../../helpdesks/contract/observe-changes.ts"
import { observeRoots } from "./observe-roots.ts"
import { readMessages } from "./read-messages.ts"
import { subjectOf } from "./recipe-adapter.ts"

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
  observeRoots(document, look, signal)
  signal.addEventListener("abort", () => clearTimeout(timer), { once: true })
  look()
}

/** Returns the part of the ticket that isn't at its place, at an address at which a ticket was shown. */
export function unfitPart({ document, url }: Page, recipe: PageRecipe): "subject" | "messages" | undefined {
  if (!fitsAddress(url, recipe)) return undefined
  const messages = readMessages(document, recipe, new Date())
  if (messages.length === 0 || messages.every(({ role }) => role === undefined)) return "messages"
  return recipe.subject && subjectOf(document, recipe) === "" ? "subject" : undefined
}

function fitsAddress(url: URL, { site, address, fragment }: PageRecipe): boolean {
  const parts = address.split("/")
  const own = (fragment ? url.pathname + url.hash : url.pathname).split("/")
  return url.origin === site && own.length === parts.length && parts.every((part, n) => part === "*" || part === own[n])
}

import type { KeyValue } from "../../platform/key-value.ts"
import { sharedRecipes, type SharedRecipes } from "../../protocol/operating/page-recipes.ts"
import type { Cipher } from "../../store/cipher.ts"
import type { PageRecipe } from "../../ticket/page-recipe.ts"
import type { Clock } from "../relay-client/copilot-parts.ts"
import { keepSealed, opened } from "./sealed-value.ts"

/**
 * Where pages have their tickets, as the team shares it. The places are kept encrypted for the next worker, and fetched
 * when an answer of the relay names another version. Nobody who isn't signed in has any.
 * @param ask calls the relay; @param failed is called with the reason for which it didn't answer
 * @param changed is called when there are others
 */
export function createTeamRecipes(
  local: KeyValue,
  clock: Clock,
  ask: (signal: AbortSignal) => Promise<SharedRecipes>,
  failed: (error: unknown) => Promise<void>,
  changed: () => void
) {
  let cipher: Cipher | undefined
  let known: SharedRecipes | undefined
  /** The version that the relay last named, and when. */
  let told: { version: number; at: number } | undefined
  let fetching: Promise<void> | undefined
  let reading: Promise<void> | undefined

  const isCurrent = () => told !== undefined && told.version === (known?.version ?? 0)
  const isFresh = () => told !== undefined && Math.abs(clock.now() - told.at) < FRESH_MS
  const read = () =>
    (reading ??= (async () => {
      const by = cipher
      const kept = by && (await opened(local, by, NAME, sharedRecipes))
      if (cipher === by) known ??= kept
    })())
  const fetchOnce = async () => {
    const by = cipher
    if (!by) return
    await read()
    if (isCurrent() && isFresh()) return
    try {
      const answer = await ask(AbortSignal.timeout(LONGEST_MS))
      if (cipher !== by) return
      const isOther = answer.version !== (known?.version ?? 0)
      known = answer
      told = { version: answer.version, at: clock.now() }
      if (!isOther) return
      await keepSealed(local, by, NAME, answer, () => cipher === by)
    } catch (error) {
      await failed(error)
    }
    changed()
  }
  const fetchThem = () => (fetching ??= fetchOnce().finally(() => (fetching = undefined)))
  const ofSite = (site: string) => known?.recipes.find((one) => one.site === site)
  const reset = (key: Cipher | undefined) => {
    cipher = key
    known = told = reading = undefined
  }
  return {
    /** Starts when somebody has signed in and what is kept can be read. */
    open(key: Cipher): void {
      reset(key)
    },
    /** Takes the newest version, which every answer of the relay names. */
    heard(version: number): void {
      told = { version, at: clock.now() }
      if (cipher && !isCurrent()) void fetchThem()
    },
    /**
     * Returns the site's places as they are at the relay, which is asked if nothing was heard of them for twenty
     * seconds: places that were taken back aren't used again. If it doesn't answer, the last known ones are returned.
     */
    async current(site: string): Promise<PageRecipe | undefined> {
      await fetchThem()
      return ofSite(site)
    },
    /** Returns the site's places as far as they are known, without asking the relay. */
    async known(site: string): Promise<PageRecipe | undefined> {
      await read()
      return ofSite(site)
    },
    /** Forgets the places because nobody is signed in any more. */
    async forget(): Promise<void> {
      reset(undefined)
      await local.remove(NAME)
    }
  }
}

const NAME = "team-page-recipes"
/** In milliseconds. */
const FRESH_MS = 20_000
const LONGEST_MS = 5000

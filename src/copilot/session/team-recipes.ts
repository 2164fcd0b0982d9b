import type { KeyValue } from "../../platform/key-value.ts"
import type { Cipher } from "../../store/cipher.ts"
import type { PageRecipe } from "../../ticket/page-recipe.ts"
import type { Clock } from "../relay-client/copilot-parts.ts"
import { keepSealed, opened } from "./sealed-value.ts"
import { sharedRecipes, type SharedRecipes } from "../../protocol/routes/helpdesk-pages.ts"

/**
 * Where pages have their tickets, as the team shares it. The places are kept encrypted for the next worker, and fetched
 * when an answer of the relay names another version. Nobody who isn't signed in has any.
 * @param ask calls the relay; @param onFailure is called with the reason for which it didn't answer
 * @param onChange is called when there are others
 */
export class TeamRecipes {
  readonly #local: KeyValue
  readonly #clock: Clock
  readonly #ask: (signal: AbortSignal) => Promise<SharedRecipes>
  readonly #onFailure: (error: unknown) => Promise<void>
  readonly #onChange: () => void
  #cipher: Cipher | undefined
  #shared: SharedRecipes | undefined
  /** The version that the relay last named, and when. */
  #newest: { version: number; at: number } | undefined
  #fetching: Promise<void> | undefined
  #reading: Promise<void> | undefined

  constructor(
    local: KeyValue,
    clock: Clock,
    ask: (signal: AbortSignal) => Promise<SharedRecipes>,
    onFailure: (error: unknown) => Promise<void>,
    onChange: () => void
  ) {
    this.#local = local
    this.#clock = clock
    this.#ask = ask
    this.#onFailure = onFailure
    this.#onChange = onChange
  }

  /** Starts when somebody has signed in and what is kept can be read. */
  open(key: Cipher): void {
    this.#reset(key)
  }

  /** Takes the newest version, which every answer of the relay names. */
  heard(version: number): void {
    this.#newest = { version, at: this.#clock.now() }
    if (this.#cipher && !this.#isCurrent()) void this.#fetchThem()
  }

  /**
   * Returns the site's places as they are at the relay, which is asked if nothing was heard of them for twenty
   * seconds: places that were taken back aren't used again. If it doesn't answer, the last known ones are returned.
   */
  async current(site: string): Promise<PageRecipe | undefined> {
    await this.#fetchThem()
    return this.#ofSite(site)
  }

  /** Returns the site's places as far as they are known, without asking the relay. */
  async known(site: string): Promise<PageRecipe | undefined> {
    await this.#read()
    return this.#ofSite(site)
  }

  /** Forgets the places because nobody is signed in any more. */
  async forget(): Promise<void> {
    this.#reset(undefined)
    await this.#local.remove(NAME)
  }

  #isCurrent() {
    return this.#newest !== undefined && this.#newest.version === (this.#shared?.version ?? 0)
  }

  #isFresh() {
    return this.#newest !== undefined && Math.abs(this.#clock.now() - this.#newest.at) < FRESH_MS
  }

  #read() {
    return (this.#reading ??= (async () => {
      const by = this.#cipher
      const stored = by && (await opened(this.#local, by, NAME, sharedRecipes))
      if (this.#cipher === by) this.#shared ??= stored
    })())
  }

  async #fetchOnce() {
    const by = this.#cipher
    if (!by) return
    await this.#read()
    if (this.#isCurrent() && this.#isFresh()) return
    try {
      const answer = await this.#ask(AbortSignal.timeout(MAX_MS))
      if (this.#cipher !== by) return
      const isOther = answer.version !== (this.#shared?.version ?? 0)
      this.#shared = answer
      this.#newest = { version: answer.version, at: this.#clock.now() }
      if (!isOther) return
      await keepSealed(this.#local, by, NAME, answer, () => this.#cipher === by)
    } catch (error) {
      await this.#onFailure(error)
    }
    this.#onChange()
  }

  #fetchThem() {
    return (this.#fetching ??= this.#fetchOnce().finally(() => (this.#fetching = undefined)))
  }

  #ofSite(site: string) {
    return this.#shared?.recipes.find((one) => one.site === site)
  }

  #reset(key: Cipher | undefined) {
    this.#cipher = key
    this.#shared = this.#newest = this.#reading = undefined
  }
}

const NAME = "team-page-recipes"
/** In milliseconds. */
const FRESH_MS = 20_000
const MAX_MS = 5000

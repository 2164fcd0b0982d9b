import * as z from "zod/mini"
import { MASK_MODES, NO_RULES, type MaskRules } from "../../masking/basis/masking-rules.ts"
import type { KeyValue } from "../../platform/key-value.ts"
import type { Cipher } from "../../store/cipher.ts"
import type { Clock } from "../relay-client/copilot-parts.ts"
import { keepSealed, opened } from "./sealed-value.ts"
import { keyedHash, requesterHash } from "../../text/bytes/keyed-hash.ts"
import type { RulesAnswer } from "../../protocol/routes/masking-rules.ts"

/**
 * The team's masking rules, as the relay last sent them. They are kept encrypted for the next worker, and fetched at
 * sign-in and when an answer of the relay names another version. If they can't be fetched, strict masking applies, with
 * the words that were last known.
 * @param ask calls the relay; @param onFailure is called with the reason for which it didn't answer
 */
export class TeamRules {
  readonly #local: KeyValue
  readonly #clock: Clock
  readonly #ask: (signal: AbortSignal) => Promise<RulesAnswer>
  readonly #onFailure: (error: unknown) => Promise<void>
  readonly #onChange: () => void
  #cipher: Cipher | undefined
  #rules: StoredTeamRules | undefined
  /** The version that the relay last named, and when. */
  #newest: { version: number; at: number } | undefined
  #fetching: Promise<void> | undefined

  constructor(
    local: KeyValue,
    clock: Clock,
    ask: (signal: AbortSignal) => Promise<RulesAnswer>,
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
    this.#cipher = key
    void this.#fetchThem()
  }

  /** Takes the newest version, which every answer of the relay names. */
  heard(version: number): void {
    this.#newest = { version, at: this.#clock.now() }
    if (this.#rules && this.#rules.version !== version) void this.#fetchThem()
  }

  /**
   * Returns the rules as they are at the relay, which is asked again if nothing was heard of them for five minutes.
   * It never fails: strict masking applies then.
   */
  async ready(): Promise<MaskRules> {
    if (!this.#isCurrent() || Math.abs(this.#clock.now() - (this.#newest?.at ?? 0)) > FRESH_MS) await this.#fetchThem()
    return this.now()
  }

  /**
   * Returns a ticket's site as it is sent: the origin, or its hash if the team has chosen that. Like `ready`, it
   * never fails.
   */
  async siteOf(origin: string): Promise<string> {
    if (!this.#isCurrent()) await this.#fetchThem()
    return this.#rules?.siteKey === undefined ? origin : keyedHash(this.#rules.siteKey, origin)
  }

  /**
   * Returns the keyed hash of a requester's address, or undefined if there is no address or the relay has no key for it.
   * Like `ready`, it never fails.
   */
  async requesterHashOf(address: string | undefined): Promise<string | undefined> {
    if (address === undefined) return undefined
    if (!this.#isCurrent()) await this.#fetchThem()
    return this.#rules?.requesterKey === undefined ? undefined : requesterHash(this.#rules.requesterKey, address)
  }

  /** Whether agents may add words for the team, as far as is known. */
  get agentsMayAdd() {
    return this.#rules?.agentsMayAdd === true
  }

  /** Whether a draft was made under rules other than those that certainly apply. */
  isOther({ rules = 0 }: { rules?: number }) {
    return this.#isCurrent() && this.#rules?.version !== rules
  }

  /** Forgets the rules because nobody is signed in any more, or somebody at another relay. */
  async forget(): Promise<void> {
    this.#cipher = this.#rules = this.#newest = undefined
    await this.#local.remove(NAME)
  }

  #isCurrent() {
    return this.#rules !== undefined && this.#newest?.version === this.#rules.version
  }

  #fetchThem() {
    return (this.#fetching ??= this.#fetchOnce().finally(() => (this.#fetching = undefined)))
  }

  async #fetchOnce() {
    const by = this.#cipher
    if (!by) return
    this.#rules ??= await opened(this.#local, by, NAME, keptRules)
    try {
      const rules = keptOf(await this.#ask(AbortSignal.timeout(MAX_MS)))
      if (this.#cipher !== by) return
      const isOther = JSON.stringify(rules) !== JSON.stringify(this.#rules)
      this.#rules = rules
      this.#newest = { version: rules.version, at: this.#clock.now() }
      if (!isOther) return
      // Without any rules, nothing is kept.
      if (rules.version > 0) await keepSealed(this.#local, by, NAME, rules, () => this.#cipher === by)
    } catch (error) {
      await this.#onFailure(error)
    }
    this.#onChange()
  }

  now(): MaskRules {
    const { agentsMayAdd: _switch, siteKey: _site, requesterKey: _requester, ...rules } = this.#rules ?? NOTHING_KEPT
    return this.#isCurrent() ? rules : { ...rules, mode: "strict" }
  }
}

const NAME = "masking-rules"
/** In milliseconds. */
const FRESH_MS = 5 * 60_000
const MAX_MS = 5000

interface StoredTeamRules extends MaskRules {
  agentsMayAdd: boolean
  siteKey?: string | undefined
  requesterKey?: string | undefined
}
const NOTHING_KEPT: StoredTeamRules = { ...NO_RULES, agentsMayAdd: false }
const keptOf = ({
  mode,
  keep,
  names,
  orderPattern,
  articleWords,
  version,
  agentsMayAdd,
  siteKey,
  requesterKey
}: RulesAnswer): StoredTeamRules => ({
  mode,
  keep,
  names,
  ...(orderPattern === undefined ? {} : { orderPattern }),
  ...(articleWords === undefined ? {} : { articleWords }),
  version,
  agentsMayAdd,
  ...(siteKey === undefined ? {} : { siteKey }),
  ...(requesterKey === undefined ? {} : { requesterKey })
})

const keptRules = z.object({
  mode: z.enum(MASK_MODES),
  keep: z.array(z.string()),
  names: z.array(z.string()),
  orderPattern: z.optional(z.string()),
  articleWords: z.optional(z.string()),
  version: z.number(),
  agentsMayAdd: z.boolean(),
  siteKey: z.optional(z.string()),
  requesterKey: z.optional(z.string())
})

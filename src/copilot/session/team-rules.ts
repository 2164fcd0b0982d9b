import * as z from "zod/mini"
import { MASK_MODES, NO_RULES, type MaskRules } from "../../masking/basis/masking-rules.ts"
import type { KeyValue } from "../../platform/key-value.ts"
import type { RulesAnswer } from "../../protocol/masking-rules.ts"
import type { Cipher } from "../../store/cipher.ts"
import type { Clock } from "../relay-client/copilot-parts.ts"
import { keepSealed, opened } from "./sealed-value.ts"
import { siteHash } from "./site-hash.ts"

/**
 * The team's masking rules, as the relay last sent them. They are kept encrypted for the next worker, and fetched at
 * sign-in and when an answer of the relay names another version. If they can't be fetched, strict masking applies, with
 * the words that were last known.
 * @param ask calls the relay; @param failed is called with the reason for which it didn't answer
 */
export function createTeamRules(
  local: KeyValue,
  clock: Clock,
  ask: (signal: AbortSignal) => Promise<RulesAnswer>,
  failed: (error: unknown) => Promise<void>,
  changed: () => void
) {
  let cipher: Cipher | undefined
  let known: StoredTeamRules | undefined
  /** The version that the relay last named, and when. */
  let told: { version: number; at: number } | undefined
  let fetching: Promise<void> | undefined

  const isCurrent = () => known !== undefined && told?.version === known.version
  const fetchThem = () => (fetching ??= fetchOnce().finally(() => (fetching = undefined)))
  const fetchOnce = async () => {
    const by = cipher
    if (!by) return
    known ??= await opened(local, by, NAME, keptRules)
    try {
      const rules = keptOf(await ask(AbortSignal.timeout(LONGEST_MS)))
      if (cipher !== by) return
      const isOther = JSON.stringify(rules) !== JSON.stringify(known)
      known = rules
      told = { version: rules.version, at: clock.now() }
      if (!isOther) return
      // Without any rules, nothing is kept.
      if (rules.version > 0) await keepSealed(local, by, NAME, rules, () => cipher === by)
    } catch (error) {
      await failed(error)
    }
    changed()
  }
  const now = (): MaskRules => {
    const { agentsMayAdd: _switch, siteKey: _key, ...rules } = known ?? NOTHING_KEPT
    return isCurrent() ? rules : { ...rules, mode: "strict" }
  }
  return {
    /** Starts when somebody has signed in and what is kept can be read. */
    open(key: Cipher): void {
      cipher = key
      void fetchThem()
    },
    /** Takes the newest version, which every answer of the relay names. */
    heard(version: number): void {
      told = { version, at: clock.now() }
      if (known && known.version !== version) void fetchThem()
    },
    now,
    /**
     * Returns the rules as they are at the relay, which is asked again if nothing was heard of them for five minutes.
     * It never fails: strict masking applies then.
     */
    async ready(): Promise<MaskRules> {
      if (!isCurrent() || Math.abs(clock.now() - (told?.at ?? 0)) > FRESH_MS) await fetchThem()
      return now()
    },
    /**
     * Returns a ticket's site as it is sent: the origin, or its hash if the team has chosen that. Like `ready`, it
     * never fails.
     */
    async siteOf(origin: string): Promise<string> {
      if (!isCurrent()) await fetchThem()
      return known?.siteKey === undefined ? origin : siteHash(known.siteKey, origin)
    },
    /** Whether agents may add words for the team, as far as is known. */
    get agentsMayAdd() {
      return known?.agentsMayAdd === true
    },
    /** Whether a draft was made under rules other than those that certainly apply. */
    isOther: ({ rules = 0 }: { rules?: number }) => isCurrent() && known?.version !== rules,
    /** Forgets the rules because nobody is signed in any more, or somebody at another relay. */
    async forget(): Promise<void> {
      cipher = known = told = undefined
      await local.remove(NAME)
    }
  }
}

const NAME = "masking-rules"
/** In milliseconds. */
const FRESH_MS = 5 * 60_000
const LONGEST_MS = 5000

type StoredTeamRules = MaskRules & { agentsMayAdd: boolean; siteKey?: string | undefined }
const NOTHING_KEPT: StoredTeamRules = { ...NO_RULES, agentsMayAdd: false }
const keptOf = ({
  mode,
  keep,
  names,
  orderPattern,
  articleWords,
  version,
  agentsMayAdd,
  siteKey
}: RulesAnswer): StoredTeamRules => ({
  mode,
  keep,
  names,
  ...(orderPattern === undefined ? {} : { orderPattern }),
  ...(articleWords === undefined ? {} : { articleWords }),
  version,
  agentsMayAdd,
  ...(siteKey === undefined ? {} : { siteKey })
})

const keptRules = z.object({
  mode: z.enum(MASK_MODES),
  keep: z.array(z.string()),
  names: z.array(z.string()),
  orderPattern: z.optional(z.string()),
  articleWords: z.optional(z.string()),
  version: z.number(),
  agentsMayAdd: z.boolean(),
  siteKey: z.optional(z.string())
})

import * as z from "zod/mini"
import type { KeyValue } from "../../platform/key-value.ts"
import { canHideTone } from "../../ticket/tone-finding.ts"
import { TONE_RULE_NAMES, type ToneRuleName } from "../../ticket/tone-rule-names.ts"

export type HiddenTone = ReturnType<typeof createHiddenTone>

/** Keeps which tone rules the person in this browser doesn't want to see any more. */
export function createHiddenTone(local: KeyValue) {
  const rules = async (): Promise<ToneRuleName[]> => {
    const kept = schema.safeParse(await local.get(NAME))
    return kept.success ? kept.data.filter(canHideTone) : []
  }
  return {
    rules,
    hide: async (rule: ToneRuleName) => local.set(NAME, [...new Set([...(await rules()), rule])]),
    showAll: () => local.remove(NAME)
  }
}

const NAME = "hidden-tone-rules"
const schema = z.array(z.enum(TONE_RULE_NAMES))

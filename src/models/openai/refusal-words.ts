import * as z from "zod/mini"
import { jsonOrUndefined } from "../../runtime/json.ts"

const field = z.union([z.string(), z.number()])
const said = z.object({
  code: z.optional(z.nullable(field)),
  type: z.optional(z.nullable(field)),
  status: z.optional(z.nullable(field)),
  param: z.optional(z.nullable(field)),
  message: z.optional(z.nullable(z.string()))
})
const entry = z.object({ loc: z.optional(z.array(field)), msg: z.optional(z.string()) })

/**
 * Returns what an error says in its own fields, without the request that some servers repeat beside them. They are for
 * tests only and never shown, because a message may quote the request too. A body that is no JSON is taken as it is.
 */
export function refusalWords(body: string): string {
  const value = jsonOrUndefined(body)
  if (value === undefined) return body.slice(0, MAX_WORDS)
  const list: unknown[] = Array.isArray(value) ? value : [value]
  return list.flatMap(wordsOf).join(" ").slice(0, MAX_WORDS)
}

/** The characters that are read of an error. The reason stands at its beginning. */
const MAX_WORDS = 2000

function wordsOf(value: unknown): string[] {
  const whole = z.record(z.string(), z.unknown()).safeParse(value).data
  if (!whole) return typeof value === "string" ? [value] : []
  const fields = Object.values(said.safeParse(whole).data ?? {})
  const details = z.array(entry).safeParse(whole["detail"]).data ?? []
  return [
    ...fields.flatMap((part) => (part === null || part === undefined ? [] : [String(part)])),
    ...[whole["error"], whole["detail"], whole["errors"]].flatMap((part) =>
      typeof part === "string" || (part && !Array.isArray(part)) ? wordsOf(part) : []
    ),
    ...details.flatMap(({ loc = [], msg = "" }) => [...loc.map(String), msg])
  ]
}

/** What servers say when they refuse a request, whatever status they say it with. The first that matches counts. */
const REFUSALS = {
  region: new RegExp(
    [
      String.raw`unsupported_country`,
      String.raw`(?:country|countries|region|territor\w+|location)\b.{0,60}(?:not supported|unsupported|not allowed|` +
        String.raw`not available|restricted|blocked|prohibited|denied|sanction)`,
      String.raw`geo.?(?:restrict|block|fenc|location)|jurisdiction|export (?:control|restriction)`,
      String.raw`(?:地区|地域|国家).{0,20}(?:不支持|限制|无法)`,
      String.raw`(?:unsupported|restricted|not available in|not allowed (?:in|from)).{0,40}(?:country|countries|region|` +
        String.raw`territor|location)`
    ].join("|"),
    "i"
  ),
  quota: new RegExp(
    [
      String.raw`insufficient_quota|exceeded_current_quota|quota.{0,30}(?:used up|exhausted)|credit balance`,
      String.raw`insufficient.{0,12}(?:balance|credit|funds)|(?:out of|no|used all|run out of).{0,20}credits`,
      String.raw`billing_(?:hard_limit|not_active)|billing.{0,30}not.{0,10}enabled|enable billing`,
      String.raw`(?:free )?trial.{0,20}(?:expired|ended|over)|spend(?:ing)?[ _]limit|arrearage|余额不足|欠费`
    ].join("|"),
    "i"
  ),
  tooLong: new RegExp(
    [
      String.raw`context_length_exceeded|exceed_context_size|string_above_max_length`,
      String.raw`(?:maximum|max) context length|context (?:window|length|size).{0,60}exceed|exceed.{0,60}context`,
      String.raw`prompt is too long|input.{0,30}too long|too many (?:input |prompt )?tokens`,
      String.raw`tokens.{0,40}must be <=|reduce the length|range of input length`,
      String.raw`(?:input|prompt) tokens?.{0,40}exceed|exceed.{0,40}(?:input|prompt) tokens?`
    ].join("|"),
    "i"
  ),
  noModel: new RegExp(
    [
      String.raw`model_not_found|model_not_available|model_not_supported|invalid_model|deployment_?notfound`,
      String.raw`unknown_model`,
      String.raw`(?:model|deployment)\b.{0,120}(?:not found|(?:does|did)? ?not exist|doesn't exist|identifier is invalid)`,
      String.raw`(?:unknown|invalid|no such|not found the|not a valid|unsupported) model\b`,
      String.raw`(?:model|模型).{0,40}(?:不存在|未找到)`
    ].join("|"),
    "i"
  ),
  key: new RegExp(
    [
      String.raw`api[_ ]?key[_ ]?(?:not valid|invalid|expired|missing)`,
      String.raw`(?:invalid|incorrect|expired|missing|no|malformed)[_ ](?:or missing )?api[_ ]?key`,
      String.raw`(?:invalid|expired)[_ ]?(?:access )?token|authentication[_ ]?(?:error|failed)|API ?密钥`
    ].join("|"),
    "i"
  )
} as const
type Refusal = keyof typeof REFUSALS

/** Returns which of these a server says, or undefined for anything else. */
export function refusalIn(words: string): Refusal | undefined {
  const kinds: Refusal[] = ["region", "quota", "tooLong", "noModel", "key"]
  return kinds.find((kind) => REFUSALS[kind].test(words))
}

import { LISTS } from "replywright/lexicon/given"
import { optionalEntriesOf } from "../lexicon/lexicon.ts"

/** A thing that teams ask customers for. */
export type AskedThing = "order" | "address" | "iban" | "phone" | "serial" | "tax" | "photo" | "message"

/**
 * Returns for each thing what matches its name in a language ("order number"). The patterns are global, for `replace`
 * and `search`.
 */
export function askedThings(language: string): ReadonlyMap<AskedThing, RegExp> {
  const known = patterns.get(language)
  if (known) return known
  const read = new Map(
    THINGS.flatMap((thing): [AskedThing, RegExp][] => {
      const any = optionalEntriesOf(LISTS, language, thing)?.join("|")
      if (!any) return []
      return [[thing, new RegExp(language === "ja" ? any : `(?<!\\p{L})(?:${any})(?!\\p{L})`, "giu")]]
    })
  )
  patterns.set(language, read)
  return read
}

const THINGS: readonly AskedThing[] = ["order", "address", "iban", "phone", "serial", "tax", "photo", "message"]
const patterns = new Map<string, ReadonlyMap<AskedThing, RegExp>>()

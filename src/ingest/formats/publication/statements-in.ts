import { LISTS } from "replywright/lexicon/import"
import * as z from "zod/mini"
import { wordsOf } from "../../../lexicon/lexicon.ts"
import { plainName } from "./plain-name.ts"
import { publicationFieldOf } from "./publication-fields.ts"
import type { Statement } from "./refuse-unpublished.ts"

/**
 * Returns what an entry says about its publication: in its own fields, and in objects that describe it, such as `meta`
 * or `attributes`. What an author, a category or a menu says of itself isn't read.
 */
export function statementsIn(entry: Record<string, unknown>, depth = 0): Statement[] {
  return Object.entries(entry).flatMap(([name, value]): Statement[] => {
    if (publicationFieldOf(name) !== undefined) return [depth === 0 ? [name, value] : [name, value, "around"]]
    if (depth >= MAX_DEPTH || !OWN_OBJECTS.has(plainName(name))) return []
    const inner = OBJECT.safeParse(value)
    return inner.success ? statementsIn(inner.data, depth + 1) : []
  })
}

const MAX_DEPTH = 2
const OBJECT = z.record(z.string(), z.unknown())
const OWN_OBJECTS = new Set([...wordsOf(LISTS, "own-objects")].map(plainName))

import { LISTS } from "../../lexicon/groups/japanese.ts"
import { wordsOf } from "../../lexicon/lexicon.ts"

/** Who is spoken of with 様 and さん without being named. */
export const ROLES = wordsOf(LISTS, "roles")

import { LISTS } from "replywright/lexicon/japanese"
import { wordsOf } from "../../lexicon/lexicon.ts"

/** Words for people that take 様 or さん without naming anybody. */
export const ROLES = wordsOf(LISTS, "roles")

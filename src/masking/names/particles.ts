import { LISTS } from "../../lexicon/groups/names.ts"
import { wordsOf } from "../../lexicon/lexicon.ts"

/** Small words inside people's names: "van", "de la", "bint". */
export const PARTICLES = wordsOf(LISTS, "particles")

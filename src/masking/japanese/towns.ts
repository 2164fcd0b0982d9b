import { LISTS } from "../../lexicon/groups/japanese.ts"
import { entriesOf, wordsOf } from "../../lexicon/lexicon.ts"

/** Prefectures without their last sign. */
export const PREFECTURES = entriesOf(LISTS, "ja", "prefectures").join("|")

/**
 * Towns, wards, quarters and islands, without 市, 区 and the like; big towns abroad. One sign alone is too little to tell
 * a town.
 */
export const TOWNS = wordsOf(LISTS, "towns")

import { LISTS } from "replywright/lexicon/japanese"
import { entriesOf, wordsOf } from "../../lexicon/lexicon.ts"

/** Prefectures without their last sign. */
export const PREFECTURES = entriesOf(LISTS, "ja", "prefectures").join("|")

/**
 * Towns, wards, quarters and islands without 市, 区 and the like, and big towns abroad. A town has at least two signs,
 * because one sign alone is too little evidence.
 */
export const TOWNS = wordsOf(LISTS, "towns")

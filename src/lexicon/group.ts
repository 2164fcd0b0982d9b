import type { WordLists } from "./lexicon.ts"
import { readGroup } from "./read-group.ts"

/**
 * The word lists of one group, as `import { LISTS } from "replywright/lexicon/checks"` names it: Node takes this module
 * for it ("exports" in package.json), with the group behind the question mark of its address. A builder puts a module
 * with the lists in its place (`demo/lexicon.ts`), so a bundle holds the groups that it imports and no others.
 */
export const LISTS: WordLists = readGroup(new URL(import.meta.url).search.slice(1))

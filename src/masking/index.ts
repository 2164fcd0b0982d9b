// An extension page that only asks or restores imports mask-host.ts, job-size.ts or restore.ts itself: the finders are
// heavy.
export { ArticleWords, capitalsOf } from "./names/article-words.ts"
export {
  createMaskHost,
  deadlineFor,
  MaskFailed,
  MaskTimeout,
  MOST_CHARACTERS,
  TextTooLong,
  type MaskHost
} from "./mask-host.ts"
export { isMaskJob } from "./job-size.ts"
export type { MaskJob, MaskResult } from "./jobs.ts"
export { maskText, type MaskedSpan, type MaskedText } from "./mask-text.ts"
export { maskTicket } from "./mask-ticket.ts"
export { BLANK_WORDS, restore, restorer, type BlankWords, type Restored } from "./restore.ts"
export { findUnmasked, UNMASKED_KINDS, type Unmasked, type UnmaskedKind } from "./second-look.ts"
export type { MaskEntry, MaskTable, MaskType } from "./basis/placeholder-table.ts"

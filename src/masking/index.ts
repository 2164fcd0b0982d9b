// An extension page that only sends jobs or restores imports mask-host.ts, job-size.ts or restore.ts directly, because
// the finders are large.
export { ArticleWords, capitalsOf } from "./names/article-words.ts"
export {
  createMaskHost,
  deadlineFor,
  MaskFailed,
  MaskTimeout,
  TextTooLong
} from "./mask-host.ts"
export { isMaskJob } from "./job-size.ts"
export type { MaskJob } from "./jobs.ts"
export { maskText, type MaskedText } from "./mask-text.ts"
export { maskTicket } from "./mask-ticket.ts"
export { BLANK_WORDS, restore, restorer } from "./restore.ts"
export { findUnmasked } from "./second-look.ts"
export type { MaskEntry, MaskTable, MaskType } from "./basis/placeholder-table.ts"

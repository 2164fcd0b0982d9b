import { safeFix } from "../../src/checks/tone/fix.ts"
import type { Reply, ToneContext } from "../../src/checks/tone/basis/finding.ts"

export const about = (change: Partial<ToneContext> = {}): ToneContext => ({
  requester: "Maya Lindqvist",
  language: "en",
  channel: "mail",
  firstReply: true,
  sources: [],
  thread: [{ role: "customer", text: "Hello, where is my parcel?\nMaya" }],
  ...change
})
export const replyOf = (text: string, written: string, change: Partial<ToneContext> = {}): Reply => ({
  ...about({ language: written, ...change }),
  text,
  written,
  sentences: []
})
/** What becomes of a fix that puts all of `after` in the place of all of `before`. */
export const offered = (language: string, before: string, after: string, change?: Partial<ToneContext>) =>
  safeFix(replyOf(before, language, change), { from: 0, to: before.length, text: after })

import { sentenceInLanguage, sentenceMarker, supportChecker } from "../../checks/index.ts"
import type { Claim, Source } from "../../ticket/draft.ts"
import type { MaskedTicket } from "../../ticket/masked.ts"
import { inThread, SMALL } from "../../runtime/thread/beside.ts"
import { sizeOf } from "../../ticket/size.ts"

export type Judge = (sentence: string, start: number) => Claim

/** All that a finished sentence is looked at for. */
export function judgeOf(ticket: MaskedTicket, sources: Source[], language: string | null): Judge {
  const support = supportChecker(ticket, sources, { language })
  const mark = sentenceMarker({ ticket, sources, language })
  return (sentence, start) => sentenceInLanguage(sentence, mark(support(sentence, start), sentence), language)
}

export interface OpenJudge {
  check(sentence: string, start: number): Promise<Claim>
  /** What was read of the ticket is forgotten. */
  close(): void
}

/** The same, in the thread beside where the ticket is large. */
export async function openJudge(ticket: MaskedTicket, sources: Source[], language: string | null): Promise<OpenJudge> {
  if (sizeOf(ticket) <= SMALL) {
    const judge = judgeOf(ticket, sources, language)
    return { check: async (sentence, start) => judge(sentence, start), close: () => undefined }
  }
  const key = crypto.randomUUID()
  await inThread(OPEN, key, ticket, sources, language)
  return {
    check: (sentence, start) => inThread(CHECK, key, sentence, start),
    close: () => void inThread(FORGET, key).catch(() => undefined)
  }
}

/** In the thread: what each open draft is judged by. */
const judges = new Map<string, Judge>()

/** Reads ticket and sources once, for `checkByKey` with the same key, until `forgetJudge`. */
export function keepJudge(key: string, ticket: MaskedTicket, sources: Source[], language: string | null): void {
  judges.set(key, judgeOf(ticket, sources, language))
}

/** @throws Error when nothing is kept under this key */
export function checkByKey(key: string, sentence: string, start: number): Claim {
  const judge = judges.get(key)
  if (!judge) throw new Error("What the sentence is judged by is gone.")
  return judge(sentence, start)
}

export function forgetJudge(key: string): void {
  judges.delete(key)
}

const OPEN = { module: import.meta.url, run: keepJudge }
const CHECK = { module: import.meta.url, run: checkByKey }
const FORGET = { module: import.meta.url, run: forgetJudge }

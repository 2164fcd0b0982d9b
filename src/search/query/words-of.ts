import type { TicketQuery } from "./query.ts"

/** Returns every word and synonym mark of the query, in each way in which it may be stemmed. */
export function wordsOf({ messages, otherLanguageStems }: TicketQuery): string[] {
  return [
    ...new Set([
      ...messages.flatMap((turn) => [...turn.words, ...turn.synonyms]),
      ...[...otherLanguageStems.values()].flatMap((stems) => [...stems.keys()])
    ])
  ]
}

import type { TicketSize } from "./peer-tickets.ts"
import { PEERS, type PeerName } from "./start-peers.ts"

/** Some streams begun evenly within a time, several times. */
export interface Load {
  what: string
  streams: number
  withinMs: number
  rounds: number
  size: TicketSize
}

export interface Comparison {
  peers: readonly PeerName[]
  /** What runs on the sample's articles, and what on 70 made-up articles of so many words. */
  shop: readonly Load[]
  articles: readonly { words: number; loads: readonly Load[] }[]
}

const oneMessage = (words: number): TicketSize => ({ words, messages: 1 })
const tenASecond = (what: string, size: TicketSize, rounds: number): Load => ({
  what: `10 a second, ${what}`,
  streams: 40,
  withinMs: 4000,
  rounds,
  size
})
const bursts = (rounds: number): Load[] => [
  { what: "50 in 2 s, 200 words", streams: 50, withinMs: 2000, rounds, size: oneMessage(200) },
  { what: "100 in 1 s, 200 words", streams: 100, withinMs: 1000, rounds, size: oneMessage(200) }
]

export const WHOLE: Comparison = {
  peers: PEERS,
  shop: [
    ...bursts(5),
    ...[20, 200, 1000].map((words) => tenASecond(`a ticket of ${words} words`, oneMessage(words), 2)),
    ...[2, 20, 200].map((messages) => tenASecond(`a thread of ${messages} messages`, { words: 60, messages }, 2)),
    { what: "200 in 1 s, 200 words", streams: 200, withinMs: 1000, rounds: 2, size: oneMessage(200) },
    { what: "300 in 1 s, 200 words", streams: 300, withinMs: 1000, rounds: 2, size: oneMessage(200) }
  ],
  articles: [300, 9000].map((words) => ({
    words,
    loads: [tenASecond(`70 articles of ${words} words`, oneMessage(60), 3)]
  }))
}
export const QUICK: Comparison = {
  peers: ["only piped", "AI SDK", "relay"],
  shop: [...bursts(2), tenASecond("a thread of 200 messages", { words: 60, messages: 200 }, 1)],
  articles: [{ words: 9000, loads: [tenASecond("70 articles of 9000 words", oneMessage(60), 2)] }]
}

import { inspect } from "node:util"
import type { ChatPiece } from "../../src/models/openai/read-answer.ts"
import { ModelError } from "../../src/models/drafter/contract.ts"
import { streamChat, type ChatRequest } from "../../src/models/openai/stream-chat.ts"

export interface Collected {
  text: string
  pieces: ChatPiece[]
  usage?: { in: number; out: number } | undefined
  error?: ModelError
}

/** Reads a stream to its end or its ModelError. Other errors are thrown. */
export async function collect(stream: AsyncIterable<ChatPiece>): Promise<Collected> {
  const pieces: ChatPiece[] = []
  const result = (): Collected => ({
    text: pieces.map((piece) => piece.text ?? "").join(""),
    pieces,
    usage: pieces.find((piece) => piece.usage)?.usage
  })
  try {
    for await (const piece of stream) pieces.push(piece)
    return result()
  } catch (error) {
    if (!(error instanceof ModelError)) throw error
    return { ...result(), error }
  }
}

export const BODY = {
  model: "double-small",
  messages: [{ role: "user", content: "SECRET-PROMPT" }],
  stream: true,
  stream_options: { include_usage: true }
}

export function ask(
  baseUrl: string,
  more: Partial<ChatRequest> = {},
  signal = new AbortController().signal
): AsyncGenerator<ChatPiece> {
  return streamChat({ baseUrl, apiKey: "sk-test", body: () => BODY, pauseMs: 1, ...more }, signal)
}

/** Returns everything that a log could print about an error, including causes and properties. */
export function everythingIn(error: unknown): string {
  return inspect(error, { depth: 8, showHidden: true })
}

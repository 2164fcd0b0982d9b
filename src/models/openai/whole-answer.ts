import { streamChat, type ChatRequest } from "./stream-chat.ts"

/**
 * Asks a model for an answer that is read as a whole.
 * @throws ModelError as `streamChat` does
 */
export async function wholeAnswer(
  request: Omit<ChatRequest, "count">,
  asked: Pick<ChatRequest, "count"> | undefined,
  signal: AbortSignal
): Promise<string> {
  let answer = ""
  const counted = { ...request, ...(asked?.count && { count: asked.count }) }
  for await (const { text = "" } of streamChat(counted, signal)) answer += text
  return answer
}

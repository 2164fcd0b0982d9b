import { ModelError } from "../drafter/contract.ts"
import { streamChat, type ChatRequest } from "./stream-chat.ts"

type Counting = Pick<ChatRequest, "count">

/**
 * Asks a model for an answer that is read as a whole.
 * @throws ModelError as `streamChat` does
 */
export async function wholeAnswer(
  request: Omit<ChatRequest, "count">,
  asked: Counting | undefined,
  signal: AbortSignal
): Promise<string> {
  const { text, error } = await answerSoFar(request, asked, signal)
  if (error) throw error
  return text
}

/**
 * Asks for such an answer and returns what came of it, with the error if it broke off.
 * @throws ModelError as `streamChat` does, if nothing came
 */
export async function answerSoFar(
  request: Omit<ChatRequest, "count">,
  asked: Counting | undefined,
  signal: AbortSignal
): Promise<{ text: string; error?: ModelError }> {
  let answer = ""
  const counted = { ...request, ...(asked?.count && { count: asked.count }) }
  try {
    for await (const { text = "" } of streamChat(counted, signal)) answer += text
  } catch (error) {
    if (answer === "" || !(error instanceof ModelError)) throw error
    return { text: answer, error }
  }
  return { text: answer }
}

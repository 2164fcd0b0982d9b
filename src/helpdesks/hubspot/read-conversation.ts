import { TokenWanted, Unreadable, type Page } from "../contract/adapter.ts"
import { readByApi } from "./api.ts"
import type { ReadConversation } from "./messages.ts"
import { readInSession } from "./session.ts"
import { openThread } from "./thread.ts"

/**
 * Reads the conversation in front by HubSpot's documented API, if a token is kept for it. Where that gives nothing, the
 * agent's session is asked, so that whoever has no token, or one that is refused, isn't worse off for it.
 * @throws LoggedOut, Unreadable, PageChanged, TokenWanted
 */
export async function readConversation(page: Page, ticketId: string, signal: AbortSignal): Promise<ReadConversation> {
  signal.throwIfAborted()
  const open = openThread(page)
  if (open?.ticketId !== ticketId) throw new Unreadable("not-found")
  if (!page.tokens) return readInSession(page, open, signal)
  try {
    return await readByApi(page, open, signal)
  } catch (error) {
    signal.throwIfAborted()
    if (open.thread === undefined) throw error
    const isMissing = error instanceof TokenWanted && error.part === "missing"
    return await readInSession(page, open, signal).catch((inSession: unknown) => {
      signal.throwIfAborted()
      throw isMissing ? inSession : error
    })
  }
}

import * as z from "zod/mini"
import type { CommandAnswer } from "../../protocol/panel.ts"
import type { Browser } from "../../platform/browser.ts"
import { permissionRequestSchema, type PermissionRequest } from "./command-schema.ts"
import type { Clock } from "../relay-client/copilot-parts.ts"

/**
 * Keeps what a click asked for while a permission is still missing. The browser's question may close the popup, which
 * then can't continue. So the request is kept before the question and carried out when the permission is granted. The
 * worker may die in between.
 */
export function createPendingPermissions(
  { session, permissions }: Pick<Browser, "session" | "permissions">,
  clock: Clock,
  run: (wish: PermissionRequest) => Promise<CommandAnswer>
) {
  const doing = new Map<string, Promise<CommandAnswer>>()
  /** A popup that stayed open asks too: it is done once, and both are answered. */
  const once = (wish: PermissionRequest, kept = 0): Promise<CommandAnswer> => {
    const key = JSON.stringify(wish)
    const there = doing.get(key)
    if (there) return there
    const answer = run(wish)
    doing.set(key, answer)
    const forget = () => void doing.delete(key)
    answer.then(({ ok }) => void (ok && kept > 0 ? clock.after(kept, forget) : forget()), forget)
    return answer
  }
  return {
    keep: (wish: PermissionRequest) => session.set(NAME, { wish, at: clock.now() }),
    now: (wish: PermissionRequest) => once(wish),
    /** Called when a permission was granted, which may be the one that was waited for. */
    async granted(): Promise<void> {
      const kept = keptSchema.safeParse(await session.get(NAME))
      if (!kept.success) return
      const { wish, at } = kept.data
      const tooLate = clock.now() - at > MAX_WAIT_MS
      if (!tooLate && !(await permissions.contains(wish.kind === "popup-site" ? wish.origin : wish.address))) return
      await session.remove(NAME)
      if (!tooLate) await once(wish, SLOW_POPUP)
    }
  }
}

/** How many milliseconds somebody may think about the browser's question. A pairing code lives no longer. */
const MAX_WAIT_MS = 10 * 60_000
/** After this many milliseconds, the popup would have asked by itself. */
const SLOW_POPUP = 5000
const NAME = "wish"
const keptSchema = z.object({ wish: permissionRequestSchema, at: z.number() })

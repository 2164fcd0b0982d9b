import type { ShownAnswer, ToPage } from "../protocol/page.ts"
import { requireInFront, type HelpdeskPage } from "./helpdesk-page.ts"
import { PageRefusal } from "./page-problem.ts"

/** How long the mark stays, in ms. */
const MARKED = 2500
/**
 * The mark is visible on white and on black. It is drawn inside the element, where nothing cuts it off, and doesn't
 * affect the layout.
 */
const MARK = { outline: "3px solid #0f8a73", outlineOffset: "-3px" }

/**
 * Scrolls the page, without a glide, to a message of the open ticket and marks it for a moment. The mark is an
 * animation, so that no style of the page is changed or has to be restored. It doesn't take the focus.
 * @throws Refused when another ticket is open, or when the message isn't in the page
 */
export function showMessage(
  helpdeskPage: HelpdeskPage,
  { ticketId, messageId, at }: Extract<ToPage, { kind: "message-show" }>
): ShownAnswer {
  requireInFront(helpdeskPage, ticketId)
  const {
    adapter,
    page: { document }
  } = helpdeskPage
  const element = adapter.messageElement?.(helpdeskPage.page, ticketId, { id: messageId, at })
  if (!element) throw new PageRefusal({ code: "no-message" })
  const view = document.defaultView
  // A message longer than the window is shown from its beginning.
  const fits = element.getBoundingClientRect().height < (view?.innerHeight ?? 0)
  element.scrollIntoView({ block: fits ? "center" : "start", behavior: "instant" })
  const calm = view?.matchMedia("(prefers-reduced-motion: reduce)").matches ?? true
  const faded = calm ? MARK : { ...MARK, outlineColor: "transparent" }
  element.animate([MARK, { ...MARK, offset: 0.8 }, faded], { duration: MARKED })
  return { ok: true }
}

import { CopyOnly } from "../helpdesks/contract/adapter.ts"
import type { SelfTestAnswer } from "../protocol/page.ts"
import type { HelpdeskPage } from "./helpdesk-page.ts"

/** Says how the page in front fits what its adapter knows, and whether its editor is of a known kind. */
export function selfTest({ adapter, composers, page }: HelpdeskPage): SelfTestAnswer {
  const ticketId = adapter.openTicket(page)?.ticketId
  const parts = adapter.selfTest(page)
  const editor = parts.find(({ part, fit }) => part === "reply editor" && fit === "fits")
  const product = adapter.productVersion?.(page)
  return {
    ok: true,
    helpdesk: adapter.id,
    ...(ticketId === undefined ? {} : { ticketId }),
    ...(product === undefined ? {} : { product }),
    parts:
      editor && ticketId !== undefined && !isKnownEditor(() => adapter.findReplyEditor(page, ticketId), composers)
        ? [...parts, { part: "known editor", fit: "broken" }]
        : parts
  }
}

/** Where a reply is never proven to be public, no editor is written in, so none needs to be known. */
function isKnownEditor(find: () => HTMLElement, composers: HelpdeskPage["composers"]): boolean {
  try {
    const editor = find()
    return composers.some((composer) => composer.accepts(editor))
  } catch (error) {
    if (error instanceof CopyOnly) return true
    throw error
  }
}

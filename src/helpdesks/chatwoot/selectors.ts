import { correctable, type Correctable } from "../contract/correctable.ts"

/** Markers of Chatwoot's dashboard that no translation changes, from its public source (3 and 4, 2026-11). */
export const cw = {
  app: "#app",
  /** An inline script of every page of the dashboard sets this. */
  config: "window.chatwootConfig",
  message: "[data-message-id]",
  /** A message by its other mark, "message" and its number. */
  numbered: "[id^='message']",
  /** One box for replies and private notes. */
  box: ".reply-box",
  private: "is-private",
  top: ".reply-box__top",
  rich: ".ProseMirror[contenteditable]",
  plain: "textarea",
  /** The chip under the words "Reply" and "Private note", which stands under the first or beside it. */
  chip: "[style*='--translate-x']",
  /** Before version 4: the tab of the reply. */
  replyTab: ".button--reply.is-active"
}

/** None: Chatwoot is read by its API, and the page is only looked at for its reply box. */
export const chatwootCorrectable: Correctable = correctable("chatwoot", cw, [])

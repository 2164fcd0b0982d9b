import { correctable, type Correctable } from "../contract/correctable.ts"

/** Markers of Intercom's inbox, as public extensions use them (2026-11). Their classes are renamed now and then. */
export const ic = {
  /** The inbox is drawn in the open shadow root of this element. Older ones are drawn in the page itself. */
  host: "#teammate-app-react",
  /** One for each message, note and event that is drawn. They are only counted. */
  part: "[class*='group/content-part'], [data-part-group-id]",
  /** The one editor of replies and notes. */
  editor:
    "[data-conversation-reply-composer] .ProseMirror[contenteditable=true], .embercom-prosemirror-composer-editor",
  /** Whatever ProseMirror draws. */
  proseMirror: ".ProseMirror[contenteditable=true]"
}

/** What is only read from the page. */
export const intercomCorrectable: Correctable = correctable("intercom", ic, ["part"])

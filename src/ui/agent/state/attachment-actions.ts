import type { PanelCommand } from "../../../protocol/panel.ts"

/** What can be done with the attachments of the ticket. */
export interface AttachmentActions {
  /** Has the text of one read. The draft stays. */
  read(id: string): void
  /** Takes out what was read. */
  drop(id: string): void
  /** Has the draft made again with what is read now. The facts that were typed stay, and so do the edits. */
  redo(): void
}

/** @param send reports what went wrong; @param redo has the draft made again */
export function attachmentActions(
  key: string,
  { send, redo }: { send: (command: PanelCommand) => Promise<boolean>; redo: () => void }
): AttachmentActions {
  return {
    read: (id) => void send({ kind: "panel-attachment-read", key, id }),
    drop: (id) => void send({ kind: "panel-attachment-drop", key, id }),
    redo
  }
}

import { correctable, type Correctable } from "../contract/correctable.ts"

/**
 * Markers of FreeScout that no translation changes, seen on a running 1.8.235 and in its templates (2026-11). A message
 * can't fake them: FreeScout takes ids and classes from what it shows of one.
 */
export const fs = {
  /** On every page of somebody who is signed in. */
  product: "body[data-auth_user_id]",
  /** A conversation that was sent or received. A new one that is being written has the id too, but no threads. */
  conversation: "body[data-conversation_id] #conv-layout-main",
  /** Messages, notes and unsent drafts. Changes of status and assignee have no such id. */
  thread: "#conv-layout-main .thread[data-thread_id]",
  draft: "thread-type-draft",
  fromCustomer: "thread-type-customer",
  fromAgent: "thread-type-message",
  /** What isn't known to have reached or come from the customer: notes, drafts, changes of status. */
  internal: "[class*=thread-type-]:not(.thread-type-customer, .thread-type-message)",
  /** Above what an agent wrote: it couldn't be sent, or came back. */
  unsent: ".thread-body > .alert-danger",
  /** What the author wrote, below everything that FreeScout says about it. */
  content: ".thread-content",
  /** What holds messages and notes, and nothing that is written in. */
  written: ".thread, .thread-content",
  person: ".thread-person strong",
  /** The address of an agent's profile, with the number that the body has for whoever is signed in. */
  profile: /\/users\/profile\/(\d+)\/?(?:[?#].*)?$/,
  /** The title is the time in the agent's format. A tooltip moves it to `data-original-title`. */
  date: ".thread-info .thread-date",
  file: ".thread-attachments li[data-attachment-id] a.attachment-link",
  /** Beside the link of a file. */
  size: ".text-help",
  subject: ".conv-subjtext span",
  status: "#conv-status .conv-info-val span",
  customer: "#conv-layout-customer .customer-name",
  customerEmail: "#conv-layout-customer .customer-email",
  /** The first name of whoever is signed in. */
  agent: ".nav-user",
  /** One block for replies, notes and forwards. It is always in the page, and hidden until it is opened. */
  block: ".conv-reply-block",
  hidden: ".hidden",
  conversationId: "input[name=conversation_id]",
  /** "" in a reply and 1 in a note. */
  isNote: "input[name=is_note]",
  /** "" except in a forward. Older versions have none. */
  subtype: "input[name=subtype]",
  /** Classes of the block that say that it is no reply. */
  otherKinds: ["conv-note-block", "conv-forward-block", "conv-phone-block"],
  editor: ".note-editable"
}

/** What is only read from the page. */
export const freescoutCorrectable: Correctable = correctable("freescout", fs, [
  "conversation",
  "thread",
  "content",
  "person",
  "date",
  "file",
  "size",
  "subject",
  "status",
  "customer",
  "customerEmail",
  "agent"
])

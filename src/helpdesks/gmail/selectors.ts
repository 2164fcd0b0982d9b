import { correctable, type Correctable } from "../contract/correctable.ts"

/**
 * Markers of Gmail's page that no translation changes, as public extensions use them (2026-11). Google documents none
 * of them, and most names are made by a machine.
 */
export const gm = {
  /** In the head: the address of whoever is signed in. */
  account: "meta[name=og-profile-acct]",
  /** Leads to the list of accounts. Its label has the address in brackets. */
  accountButton: "a[href^='https://accounts.google.com/SignOutOptions']",
  /** The view in front. Others stay in the page and are hidden. */
  pane: "[role=main]",
  /** The subject on top of an open conversation. */
  heading: "h2.hP",
  /** Says the conversation's id, 16 hexadecimal digits. */
  threadId: "data-legacy-thread-id",
  /** Says the same in decimal, or another id for a conversation that was begun in this browser. */
  permanentId: "data-thread-perm-id",
  /** One for each message, open or collapsed, and for each draft. */
  row: "[role=list] [role=listitem]",
  /** In a row: says the message's id. An open message is one of its own beside its collapsed form. */
  message: "[data-legacy-message-id], [data-message-id]",
  /** What the author wrote. A collapsed message that was never opened has none. */
  content: ".a3s",
  /** A collapsed message's beginning, which Gmail cuts. */
  snippet: ".iA.g6",
  sender: ".gD[email]",
  /** Everybody whom the message went to, as far as the head of an open message tells. */
  recipient: ".hb [email]",
  /** The title is the time to the minute, in the agent's language. */
  time: ".g3[title]",
  /** Tells "type:name:address" of an attached file. */
  file: "[download_url]",
  /** An open reply, reply to all, or forward in the conversation. Windows for new messages stand elsewhere. */
  composer: ".M9, [role=region][data-compose-id]",
  /** In its form: the conversation that it answers, "#thread-f:" and its id in decimal. */
  answered: "input[name=rt]",
  editor: "[g_editable=true][contenteditable=true]",
  /** The sign of a forward on the button that says which kind of response this is. */
  forward: ".Un .mI",
  /** While the recipients are being edited: each of them; before 2021, a hidden field for each. */
  chip: "[role=option][data-hovercard-id]",
  formerChip: ".vR input[type=hidden]",
  /** While the text is being edited: the recipients in one line. */
  shortened: ".oL [email]",
  /** Fields of the form, which are often empty. */
  fields: "input[name=to], input[name=cc], input[name=bcc], textarea[name=to]"
}

/** What is only read from the page. */
export const gmailCorrectable: Correctable = correctable("gmail", gm, ["time", "snippet", "file"])

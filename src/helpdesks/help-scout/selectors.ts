import { correctable, type Correctable } from "../contract/correctable.ts"

/** Markers of Help Scout's conversation page, as public extensions and notes use them (2026-11). */
export const hs = {
  /** The conversation, in English only, as the whole interface. */
  list: "ol[aria-label='Thread Items']",
  /** One for each message, note and event. Its id is "thread-" and a number. */
  thread: ":scope > li > [id^='thread-']",
  /** On what the customer wrote. Nothing is known that tells a reply from a note. */
  fromCustomer: "is-customer",
  /** What the author wrote; before, whatever follows the first line across. */
  text: "[class*='is-wide-layout']:not([data-testid])",
  line: "hr",
  author: "span[data-nocollapse=true]",
  time: "time",
  /** The title of the conversation, which agents edit in its place. */
  subject: "[data-cy=EditableTextarea]",
  /** The one editor of replies and notes. */
  editor: "[role=textbox][aria-label='Reply Editor'], [data-cy=ConvoEditor]",
  /** Whatever Slate draws. */
  slate: "[data-slate-editor=true]"
}

/** What is only read from the page. */
export const helpScoutCorrectable: Correctable = correctable("help-scout", hs, [
  "text",
  "line",
  "author",
  "time",
  "subject"
])

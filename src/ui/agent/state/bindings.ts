import type { Binding } from "../../kit/key-list.tsx"
import { isMac, MOD_ENTER } from "../../kit/use-keys.ts"

/** The keys of the panel. Bindings, hints on the buttons, the shortcut sheet and the palette all read them here. */
export const bindings = {
  insert: { key: "Mod Enter", hint: MOD_ENTER, shortcut: isMac ? "Meta+Enter" : "Control+Enter", does: "key.insert" },
  copy: { key: "C", hint: "C", shortcut: "C", does: "key.copy" },
  regenerate: { key: "R", hint: "R", shortcut: "R", does: "key.regenerate" },
  saw: { key: "W", hint: "W", shortcut: "W", does: "key.saw" },
  evidence: { key: "J", hint: "J", shortcut: "J", does: "key.evidence" },
  evidenceBack: { key: "K", hint: "K", shortcut: "K", does: "key.evidence-back" },
  why: { key: "Y", hint: "Y", shortcut: "Y", does: "key.why" },
  useSource: { key: "U", hint: "U", shortcut: "U", does: "key.use-source" },
  handOver: { key: "H", hint: "H", shortcut: "H", does: "key.hand-over" },
  question: { key: "Q", hint: "Q", shortcut: "Q", does: "key.question" },
  // ARIA names this key, because "+" joins keys there.
  addAnswer: { key: "+", hint: "+", shortcut: "Plus", does: "key.add-answer" },
  escape: { key: "Escape", hint: "Esc", shortcut: "Escape", does: "key.escape" },
  next: { key: "N", hint: "N", shortcut: "N", does: "key.next" },
  previous: { key: "Shift N", hint: "⇧ N", shortcut: "Shift+N", does: "key.previous" },
  edit: { key: "E", hint: "E", shortcut: "E", does: "key.edit" },
  more: { key: "M", hint: "M", shortcut: "M", does: "key.more" },
  ask: { key: "/", hint: "/", shortcut: "/", does: "key.ask" },
  reject: { key: "U", hint: "U", shortcut: "U", does: "key.reject" },
  askCustomer: { key: "A", hint: "A", shortcut: "A", does: "key.ask-customer" },
  hold: { key: "D", hint: "D", shortcut: "D", does: "key.hold" },
  danger: { key: "S", hint: "S", shortcut: "S", does: "key.danger" },
  search: { key: "F", hint: "F", shortcut: "F", does: "key.search" },
  rewrite: { key: "X", hint: "X", shortcut: "X", does: "key.rewrite" },
  tone: { key: "T", hint: "T", shortcut: "T", does: "key.tone" },
  checkReply: { key: "V", hint: "V", shortcut: "V", does: "key.check-reply" },
  lookUp: { key: "L", hint: "L", shortcut: "L", does: "key.look-up" },
  redoFacts: { key: "Shift L", hint: "⇧ L", shortcut: "Shift+L", does: "key.redo-facts" },
  palette: {
    key: "Mod K",
    hint: isMac ? "⌘ K" : "Ctrl K",
    shortcut: isMac ? "Meta+K" : "Control+K",
    does: "key.palette"
  },
  keys: { key: "?", hint: "?", shortcut: "?", does: "key.sheet" }
} satisfies Record<string, Binding>

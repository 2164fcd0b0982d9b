import { isMac, MOD_ENTER } from "../kit/use-keys.ts"
import type { MessageKey } from "../messages/t.ts"

/** One key of the panel: how it is bound, printed, told by `aria-keyshortcuts`, and what it does. */
export interface Binding {
  key: string
  hint: string
  shortcut: string
  does: MessageKey
}

/** The keys of the panel, each once: what binds them, the hints on the buttons, the sheet and the palette read them here. */
export const bindings = {
  insert: { key: "Mod Enter", hint: MOD_ENTER, shortcut: isMac ? "Meta+Enter" : "Control+Enter", does: "key.insert" },
  copy: { key: "C", hint: "C", shortcut: "C", does: "key.copy" },
  regenerate: { key: "R", hint: "R", shortcut: "R", does: "key.regenerate" },
  saw: { key: "W", hint: "W", shortcut: "W", does: "key.saw" },
  escape: { key: "Escape", hint: "Esc", shortcut: "Escape", does: "key.escape" },
  next: { key: "N", hint: "N", shortcut: "N", does: "key.next" },
  previous: { key: "Shift N", hint: "⇧ N", shortcut: "Shift+N", does: "key.previous" },
  edit: { key: "E", hint: "E", shortcut: "E", does: "key.edit" },
  ask: { key: "/", hint: "/", shortcut: "/", does: "key.ask" },
  palette: { key: "Mod K", hint: isMac ? "⌘ K" : "Ctrl K", shortcut: isMac ? "Meta+K" : "Control+K", does: "key.palette" },
  keys: { key: "?", hint: "?", shortcut: "?", does: "key.sheet" }
} satisfies Record<string, Binding>

/** What a button that does the same shows and tells. */
export function keyOf({ hint, shortcut }: Binding): { hint: string; shortcut: string } {
  return { hint, shortcut }
}

/** Whether a key acts with single letters switched off: it is held with another, or has a name. */
export const actsAlways = ({ key }: Pick<Binding, "key">) => !/^(Shift )?.$/u.test(key)

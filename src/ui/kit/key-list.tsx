import { use } from "react"
import { t, tell, type MessageKey } from "../messages/t.ts"
import { SingleKeys } from "./use-keys.ts"

/** One key of a page: how it is bound, printed and named in `aria-keyshortcuts`, and what it does. */
export interface Binding {
  key: string
  hint: string
  shortcut: string
  does: MessageKey
}

/** The props of a button that does the same. */
export function shortcutProps({ hint, shortcut }: Binding): { hint: string; shortcut: string } {
  return { hint, shortcut }
}

/** Whether a key works with single letters switched off: it is pressed with a modifier, or has a name. */
export const actsAlways = ({ key }: Pick<Binding, "key">) => !/^(Shift )?.$/u.test(key)

export type KeyRow = Pick<Binding, "key" | "hint" | "does">

/** The keys that work, and what each does. With single letters off, these are only the ones with a modifier. */
export function KeyList({ keys }: { keys: KeyRow[] }) {
  const single = use(SingleKeys)
  return (
    <dl className="keys">
      {keys
        .filter((row) => single || actsAlways(row))
        .map(({ hint, does }) => (
          <div key={does}>
            <dt>
              <kbd>{hint}</kbd>
            </dt>
            <dd>{tell(does, {})}</dd>
          </div>
        ))}
    </dl>
  )
}

/** The switch for single letters (WCAG 2.1.4). */
export function SingleKeysSwitch({ set }: { set: (on: boolean) => void }) {
  const single = use(SingleKeys)
  return (
    <>
      <p className="quiet small note">{t("keys.single")}</p>
      <label className="row tick">
        <input type="checkbox" checked={single} onChange={({ target }) => set(target.checked)} />
        {t("keys.single.on")}
      </label>
    </>
  )
}

import { useQuery } from "@tanstack/react-query"
import { KeyList, SingleKeysSwitch, type KeyRow } from "../../kit/key-list.tsx"
import { printed } from "../../kit/use-keys.ts"
import { t, tell, type MessageKey } from "../../messages/t.ts"
import { bindings } from "../state/bindings.ts"
import type { PanelLink } from "../state/panel-link.ts"

/** Lists every key with what it does, and holds the switch for single-letter keys (WCAG 2.1.4). */
export function ShortcutSheet({ link, setSingle }: { link: PanelLink; setSingle: (on: boolean) => void }) {
  return (
    <div className="in-card">
      <KeyList keys={panelKeys} />
      <SingleKeysSwitch set={setSingle} />
      <BrowserKeys link={link} />
    </div>
  )
}

/** Lists the browser-wide keys as the person has set them. Nothing is shown until they are known. */
function BrowserKeys({ link }: { link: PanelLink }) {
  const { data } = useQuery({ queryKey: ["shortcuts"], queryFn: () => link.shortcuts() })
  if (!data) return null
  return (
    <>
      <p className="quiet small note">{t("keys.browser")}</p>
      <dl className="keys">
        {browserKeys.map(([name, does]) => (
          <div key={name}>
            <dt>{data[name] ? <kbd>{printed(data[name])}</kbd> : <span className="muted">{t("keys.unset")}</span>}</dt>
            <dd>{tell(does, {})}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

const SOURCES: KeyRow = { key: "1", hint: "1–9", does: "key.source" }
const BLANKS: KeyRow = { key: "Tab", hint: "Tab", does: "key.tab" }

export const firstShortcuts: KeyRow[] = [bindings.insert, bindings.next, bindings.palette, bindings.keys]

/** Every key of the panel, in the order in which they stand in `bindings`, with those that have no button of their own. */
export const panelKeys: KeyRow[] = Object.values(bindings).flatMap((binding): KeyRow[] =>
  binding === bindings.edit ? [SOURCES, binding] : binding === bindings.palette ? [BLANKS, binding] : [binding]
)
/** The browser-wide keys by their names in the manifest. */
const browserKeys: [string, MessageKey][] = [
  ["open-panel", "key.open-panel"],
  ["insert", "key.insert"],
  ["next", "key.next"],
  ["say", "key.ask"]
]

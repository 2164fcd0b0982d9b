import { use } from "react"
import { useQuery } from "@tanstack/react-query"
import { printed, SingleKeys } from "../kit/use-keys.ts"
import { t, tell, type MessageKey } from "../messages/t.ts"
import { actsAlways, bindings } from "./bindings.ts"
import type { PanelLink } from "./panel-link.ts"

/** Every key with what it does, and the switch for single letters (WCAG 2.1.4). */
export function KeySheet({ link, setSingle }: { link: PanelLink; setSingle: (on: boolean) => void }) {
  const single = use(SingleKeys)
  return (
    <div className="in-card">
      <Keys keys={panelKeys} />
      <p className="quiet small note">{t("keys.single")}</p>
      <label className="row tick"><input type="checkbox" checked={single} onChange={({ target }) => setSingle(target.checked)} />{t("keys.single.on")}</label>
      <BrowserKeys link={link} />
    </div>
  )
}

/** The browser-wide keys as the person has them; none is shown that isn't known. */
function BrowserKeys({ link }: { link: PanelLink }) {
  const { data } = useQuery({ queryKey: ["shortcuts"], queryFn: () => link.shortcuts() })
  if (!data) return null
  return (
    <>
      <p className="quiet small note">{t("keys.browser")}</p>
      <dl className="keys">
        {browserKeys.map(([name, does]) => (
          <div key={name}><dt>{data[name] ? <kbd>{printed(data[name])}</kbd> : <span className="muted">{t("keys.unset")}</span>}</dt><dd>{tell(does, {})}</dd></div>
        ))}
      </dl>
    </>
  )
}

/** Keys that act, and what each does: with single letters off only those that are held with another. */
export function Keys({ keys }: { keys: Row[] }) {
  const single = use(SingleKeys)
  return (
    <dl className="keys">
      {keys.filter((row) => single || actsAlways(row)).map(({ hint, does }) => <div key={does}><dt><kbd>{hint}</kbd></dt><dd>{tell(does, {})}</dd></div>)}
    </dl>
  )
}

interface Row { key: string; hint: string; does: MessageKey }
export const firstKeys: Row[] = [bindings.insert, bindings.next, bindings.palette, bindings.keys]

const { insert, copy, regenerate, saw, escape, next, previous, edit, ask, palette, keys } = bindings
const panelKeys: Row[] = [
  insert, copy, regenerate, saw, escape, next, previous, { key: "1", hint: "1–9", does: "key.source" }, edit, ask,
  { key: "Tab", hint: "Tab", does: "key.tab" }, palette, keys
]
/** By the manifest's name. */
const browserKeys: [string, MessageKey][] = [["open-panel", "key.open-panel"], ["insert", "key.insert"], ["next", "key.next"], ["say", "key.ask"]]

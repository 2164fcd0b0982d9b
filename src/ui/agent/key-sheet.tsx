import { MOD_ENTER } from "../kit/use-keys.ts"
import { t, tell, type MessageKey } from "../messages/t.ts"

/** Every key with what it does, and the switch for single letters (WCAG 2.1.4). */
export function KeySheet({ single, setSingle }: { single: boolean; setSingle: (on: boolean) => void }) {
  return (
    <div className="in-card">
      <Keys keys={panelKeys} />
      <p className="quiet small note">{t("keys.single")}</p>
      <label className="row tick"><input type="checkbox" checked={single} onChange={({ target }) => setSingle(target.checked)} />{t("keys.single.on")}</label>
      <p className="quiet small note">{t("keys.browser")}</p>
      <Keys keys={browserKeys} />
    </div>
  )
}

export function Keys({ keys }: { keys: [string[], MessageKey][] }) {
  return (
    <dl className="keys">
      {keys.map(([names, does]) => (
        <div key={does}><dt>{names.map((name) => <kbd key={name}>{name}</kbd>)}</dt><dd>{tell(does, {})}</dd></div>
      ))}
    </dl>
  )
}

export const firstKeys: [string[], MessageKey][] = [[[MOD_ENTER], "key.insert"], [["N"], "key.next"], [["?"], "key.sheet"]]

const panelKeys: [string[], MessageKey][] = [
  [[MOD_ENTER], "key.insert"], [["C"], "key.copy"], [["R"], "key.regenerate"], [["W"], "key.saw"], [["Esc"], "key.escape"], [["N"], "key.next"],
  [["⇧ N"], "key.previous"], [["1–9"], "key.source"], [["E"], "key.edit"], [["/"], "key.ask"], [["Tab"], "key.tab"], [["?"], "key.sheet"]
]
const browserKeys: [string[], MessageKey][] = [
  [["Alt ⇧ R"], "key.open-panel"], [["Alt ⇧ I"], "key.insert"], [["Alt ⇧ N"], "key.next"], [["Alt ⇧ A"], "key.ask"]
]

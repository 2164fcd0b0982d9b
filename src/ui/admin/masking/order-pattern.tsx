import { useId, useState } from "react"
import { MAX_PATTERN, patternMatches, readOrderPattern } from "../../../text/order-pattern.ts"
import { quoted } from "../../messages/format.ts"
import { t, tell } from "../../messages/t.ts"

/** The team's pattern for order numbers, with a text to try it on. */
export function OrderPattern({ value, set }: { value: string; set: (value: string) => void }) {
  const ids = { pattern: useId(), lead: useId(), wrong: useId(), text: useId() }
  const [text, setText] = useState("")
  return (
    <div>
      <label htmlFor={ids.pattern}>{t("rules.pattern")}</label>
      <input
        className="in pattern"
        id={ids.pattern}
        value={value}
        maxLength={MAX_PATTERN}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${ids.lead} ${ids.wrong}`}
        onChange={({ target }) => set(target.value)}
      />
      <p className="small quiet" id={ids.lead}>
        {t("rules.pattern.lead")}
      </p>
      <p role="status" className="fault" id={ids.wrong}>
        {orderPatternFault(value)}
      </p>
      <label className="small muted" htmlFor={ids.text}>
        {t("rules.try")}
      </label>
      <textarea
        className="in"
        id={ids.text}
        rows={2}
        value={text}
        maxLength={5000}
        onChange={({ target }) => setText(target.value)}
      />
      <p role="status" className="small">
        {tried(value, text)}
      </p>
    </div>
  )
}

/** Returns why a pattern can't be used, or undefined if it can or is empty. */
export function orderPatternFault(source: string): string | undefined {
  const read = source.trim() === "" ? undefined : readOrderPattern(source.trim())
  return read && !read.ok ? tell(`rules.pattern.${read.why}`, {}) : undefined
}

function tried(source: string, text: string): string {
  if (source.trim() === "" || text.trim() === "") return ""
  const read = readOrderPattern(source.trim())
  if (!read.ok) return ""
  const found = [...new Set(patternMatches(read.pattern, text).map((match) => match[0]))]
  return found.length > 0 ? t("rules.try.found", { found: quoted(found.slice(0, MOST)) }) : t("rules.try.nothing")
}

const MOST = 20

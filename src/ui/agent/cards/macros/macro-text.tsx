import { useQuery } from "@tanstack/react-query"
import { useId, useRef, useState } from "react"
import { BLANK } from "../../../../ticket/draft.ts"
import { Button } from "../../../kit/button.tsx"
import { LOCALE } from "../../../messages/en.ts"
import { t } from "../../../messages/t.ts"
import { focusOn } from "../../focus.ts"
import { usePanelHold } from "../../use-panel.ts"
import { answered, saidOf } from "./asked.ts"

/** One macro as it would go into the reply of this ticket, a field for each of its blanks, and Insert. */
export function MacroText({ id, title }: { id: string; title: string }) {
  const { ticket, link, speak } = usePanelHold()
  const field = useId()
  const [fills, setFills] = useState<Record<string, string>>({})
  const told = useRef("")
  const { data: text, error } = useQuery({
    queryKey: ["macro", ticket.key, id], staleTime: 0, gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false,
    queryFn: async () => answered(await link.send({ kind: "panel-macro", key: ticket.key, macroId: id }), ({ macro }) => macro?.text)
  })
  if (error) return <p role="status" className="small">{saidOf(error)}</p>
  if (text === undefined) return <p role="status" className="small muted">{t("macros.reading")}</p>

  const blanks = [...new Set([...text.matchAll(BLANK)].map(([, name = ""]) => name))]
  const filled = text.replace(BLANK, (blank, name: string) => fills[name]?.trim() || blank)
  const insert = async () => {
    const open = blanks.filter((name) => !fills[name]?.trim())
    // As with a draft: the first press goes to what is missing, the second puts it in as it is.
    if (open.length > 0 && told.current !== open.join("\n")) {
      told.current = open.join("\n")
      speak({ code: "blank-open", data: { count: open.length, blanks: new Intl.ListFormat(LOCALE).format(open.map((name) => `[${name}]`)) } })
      return focusOn(`${field}-${blanks.indexOf(open[0] ?? "")}`)
    }
    const answer = await link.send({ kind: "panel-macro-insert", key: ticket.key, text: filled, ...(open.length > 0 ? { anyway: true } : {}) })
    speak(answer.ok ? { code: "inserted" } : answer)
  }
  return (
    <>
      <div className="macro-text" dir="auto" role="group" aria-label={title}>{filled.split(/(\[\[[^[\]\n]+\]\])/).map((part, n) => (n % 2 === 1 ? <mark key={n}>{part.slice(1, -1)}</mark> : part))}</div>
      {blanks.map((name, n) => (
        <label key={name}>
          <span className="small"><bdi>{name}</bdi></span>
          <input id={`${field}-${n}`} className="in" value={fills[name] ?? ""} autoComplete="off" onChange={({ target }) => setFills({ ...fills, [name]: target.value })} />
        </label>
      ))}
      <div className="do"><Button small onPress={() => void insert()}>{t("macros.insert")}</Button></div>
      <p className="small muted">{t("macros.only-text")}</p>
    </>
  )
}

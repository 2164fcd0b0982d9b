import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { useState } from "react"
import type { MacrosFound } from "../../../../protocol/page.ts"
import { Button, IconButton } from "../../../kit/button.tsx"
import { Card } from "../../../kit/card.tsx"
import { useStored } from "../../../kit/use-stored.ts"
import { t } from "../../../messages/t.ts"
import { usePanelHold } from "../../use-panel.ts"
import type { PanelCard } from "../panel-card.ts"
import { answered, saidOf } from "./asked.ts"
import { MacroText } from "./macro-text.tsx"

export const macros: PanelCard = { id: "macros", order: 60, Card: Macros }

/** The helpdesk's own ready texts. Folded until they are wanted: only then are they read. Draws nothing where there are none to be had. */
function Macros() {
  const { ticket, link } = usePanelHold()
  const [open, setOpen] = useStored("fold.macros", false)
  const { data: there } = useQuery({
    queryKey: ["macros-there", ticket.key], staleTime: ({ state }) => (state.data ? Infinity : 0),
    queryFn: async () => {
      const answer = await link.send({ kind: "panel-macros", key: ticket.key })
      return answer.ok && answer.macros !== undefined
    }
  })
  if (!there) return null
  return (
    <Card title={t("macros")} aside={<IconButton icon="chevron-down" tiny expanded={open} label={open ? t("macros.fold") : t("macros.unfold")} onPress={() => setOpen(!open)} />}>
      {open ? <Finder key={ticket.key} /> : null}
    </Card>
  )
}

function Finder() {
  const { ticket, link } = usePanelHold()
  const [typed, setTyped] = useState("")
  const [shown, setShown] = useState<string>()
  const words = typed.trim()
  const { data, error, isPending } = useQuery({
    queryKey: ["macros", ticket.key, words], placeholderData: keepPreviousData, staleTime: KEPT, refetchOnWindowFocus: false,
    queryFn: async () => answered(await link.send({ kind: "panel-macros", key: ticket.key, words }), ({ macros: found }) => found)
  })
  const found = error ? undefined : data
  return (
    <div className="in-card stack">
      <input className="in" type="search" aria-label={t("macros.find")} placeholder={t("macros.find")} value={typed} autoComplete="off" spellCheck={false}
        onChange={({ target }) => setTyped(target.value)} />
      <p role="status" className="small muted">{error ? saidOf(error) : isPending || !found ? t("macros.loading") : countOf(found, words)}</p>
      {found && found.macros.length > 0 ? (
        <ul>{found.macros.map(({ id, title, start }) => (
          <li key={id} className="macro">
            <Button look="bare" small icon="chevron-down" expanded={shown === id} onPress={() => setShown(shown === id ? undefined : id)}><bdi>{title}</bdi></Button>
            {shown === id ? <MacroText id={id} title={title} /> : <p className="small muted" dir="auto">{start}</p>}
          </li>
        ))}</ul>
      ) : null}
    </div>
  )
}

/** Milliseconds that the answer to the same words is used again. */
const KEPT = 60_000

function countOf({ macros: listed, found, more }: MacrosFound, words: string): string {
  const count = found === 0 && words === "" ? t("macros.none")
    : found > listed.length ? t("macros.first", { shown: listed.length, count: found }) : t("macros.found", { count: found })
  return more ? `${count} ${t("macros.more")}` : count
}

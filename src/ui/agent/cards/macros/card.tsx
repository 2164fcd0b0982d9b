import { useQuery, keepPreviousData } from "@tanstack/react-query"
import { Card } from "../../../kit/card.tsx"
import { t } from "../../../messages/t.ts"
import { usePanelContext } from "../../state/use-panel.ts"
import type { PanelCard } from "../../card-kit/panel-card.ts"
import { isPartOpen } from "../../state/use-drawer.ts"
import { useState } from "react"
import { plainBlanks } from "../../../../ticket/draft.ts"
import { Button } from "../../../kit/button.tsx"
import { DocumentFacts } from "../../source/document-facts.tsx"
import { useReplies } from "../../card-kit/use-replies.ts"
import { RankedMacroText, MacroText } from "../../card-kit/macro-text.tsx"
import type { MacrosFound } from "../../../../protocol/page.ts"
import { takeAnswer, failureText } from "../../card-kit/command-answers.ts"
import { useTypedWords } from "../../state/typed-words.ts"

export const macros: PanelCard = {
  id: "macros",
  place: "more",
  order: 40,
  Card: Macros,
  row: {
    icon: "macros",
    title: () => t("macros"),
    detail: () => ""
  }
}

/**
 * Ready texts: those of the team's knowledge that fit the thread, and the helpdesk's own macros, if it has any. Nothing
 * is requested until the card is opened.
 */
function Macros() {
  const { ticket, drawer } = usePanelContext()
  return <Card title={t("macros")}>{isPartOpen(drawer, "macros") ? <Both key={ticket.key} /> : null}</Card>
}

function Both() {
  const { ticket, link } = usePanelContext()
  const { data: there } = useQuery({
    queryKey: ["macros-there", ticket.key],
    staleTime: ({ state }) => (state.data ? Infinity : 0),
    queryFn: async () => {
      const answer = await link.send({ kind: "panel-macros", key: ticket.key })
      return answer.ok && answer.macros !== undefined
    }
  })
  return (
    <div className="in-card stack">
      <SuggestedMacros />
      {there ? <MacroSearch /> : null}
    </div>
  )
}

/** The team's macros that fit this thread, best first. */
function SuggestedMacros() {
  const { answer, status } = useReplies()
  const [shown, setShown] = useState<string>()
  const macros = answer?.macros ?? []
  return (
    <section aria-labelledby="macros-ranked">
      <h3 id="macros-ranked">{t("macros.ranked")}</h3>
      <p role="status" className="small muted">
        {status ?? (macros.length === 0 ? t("macros.ranked.none") : "")}
      </p>
      {macros.length > 0 ? (
        <ul>
          {macros.map((macro) => (
            <li key={macro.id} className="macro">
              <Button
                variant="bare"
                small
                icon="chevron-down"
                expanded={shown === macro.id}
                onPress={() => setShown(shown === macro.id ? undefined : macro.id)}
              >
                <bdi>{macro.title}</bdi>
              </Button>
              <DocumentFacts of={macro} />
              {shown === macro.id ? (
                <RankedMacroText macro={macro} />
              ) : (
                <p className="small muted two-lines" lang={macro.locale} dir="auto">
                  {plainBlanks(macro.text)}
                </p>
              )}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}

/** Searches the helpdesk's own macros, in its page. */
function MacroSearch() {
  const { ticket, link } = usePanelContext()
  const typed = useTypedWords()
  const [shown, setShown] = useState<string>()
  const words = typed.of(FIELD).trim()
  const { data, error, isPending } = useQuery({
    queryKey: ["macros", ticket.key, words],
    placeholderData: keepPreviousData,
    staleTime: KEPT,
    refetchOnWindowFocus: false,
    queryFn: async () =>
      takeAnswer(await link.send({ kind: "panel-macros", key: ticket.key, words }), ({ macros }) => macros)
  })
  const answer = error ? undefined : data
  return (
    <section className="stack" aria-labelledby="macros-all">
      <h3 id="macros-all">{t("macros.all")}</h3>
      <input
        className="in"
        type="search"
        aria-label={t("macros.find")}
        placeholder={t("macros.find")}
        value={typed.of(FIELD)}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => typed.write(FIELD, target.value)}
      />
      <p role="status" className="small muted">
        {error ? failureText(error) : isPending || !answer ? t("macros.loading") : countOf(answer, words)}
      </p>
      {answer && answer.macros.length > 0 ? (
        <ul>
          {answer.macros.map(({ id, title, start }) => (
            <li key={id} className="macro">
              <Button
                variant="bare"
                small
                icon="chevron-down"
                expanded={shown === id}
                onPress={() => setShown(shown === id ? undefined : id)}
              >
                <bdi>{title}</bdi>
              </Button>
              {shown === id ? (
                <MacroText id={id} title={title} />
              ) : (
                <p className="small muted" dir="auto">
                  {start}
                </p>
              )}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}

const FIELD = "macros"
/** How many milliseconds the answer to the same words is reused. */
const KEPT = 60_000

function countOf({ macros: listed, found, more }: MacrosFound, words: string): string {
  const count =
    found === 0 && words === ""
      ? t("macros.none")
      : found > listed.length
        ? t("macros.first", { shown: listed.length, count: found })
        : t("macros.found", { count: found })
  return more ? `${count} ${t("macros.more")}` : count
}

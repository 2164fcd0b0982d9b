import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { useState } from "react"
import type { MacrosFound } from "../../../../protocol/page.ts"
import { Button } from "../../../kit/button.tsx"
import { t } from "../../../messages/t.ts"
import { usePanelContext } from "../../state/use-panel.ts"
import { takeAnswer, failureText } from "../../card-kit/command-answers.ts"
import { MacroText } from "../../card-kit/macro-text.tsx"
import { useTypedWords } from "../../card-kit/typed-words.ts"

/** Searches the helpdesk's own macros, in its page. */
export function MacroSearch() {
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
      takeAnswer(await link.send({ kind: "panel-macros", key: ticket.key, words }), ({ macros: found }) => found)
  })
  const found = error ? undefined : data
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
        {error ? failureText(error) : isPending || !found ? t("macros.loading") : countOf(found, words)}
      </p>
      {found && found.macros.length > 0 ? (
        <ul>
          {found.macros.map(({ id, title, start }) => (
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

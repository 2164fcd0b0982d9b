import { useState } from "react"
import { plainBlanks } from "../../../../ticket/draft.ts"
import { Button } from "../../../kit/button.tsx"
import { t } from "../../../messages/t.ts"
import { DocumentFacts } from "../../source/document-facts.tsx"
import { useReplies } from "../../card-kit/use-replies.ts"
import { RankedMacroText } from "../../card-kit/macro-text.tsx"

/** The team's macros that fit this thread, best first. */
export function SuggestedMacros() {
  const { found, said } = useReplies()
  const [shown, setShown] = useState<string>()
  const macros = found?.macros ?? []
  return (
    <section aria-labelledby="macros-ranked">
      <h3 id="macros-ranked">{t("macros.ranked")}</h3>
      <p role="status" className="small muted">
        {said ?? (macros.length === 0 ? t("macros.ranked.none") : "")}
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

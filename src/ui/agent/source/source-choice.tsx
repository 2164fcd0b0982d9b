import type { ChosenDocument } from "../../../protocol/panel.ts"
import type { Source } from "../../../ticket/draft.ts"
import { Button } from "../../kit/button.tsx"
import { t } from "../../messages/t.ts"
import { usePanelContext } from "../state/use-panel.ts"
import { chosenId } from "../state/focus.ts"

/**
 * The buttons "Use this source" and "Not this one". Each makes the draft again. A draft never uses an internal page, so
 * for such a page only the second is offered.
 */
export function SourceChoice({ source: { id, title, visibility } }: { source: Source }) {
  const {
    ticket: { chosen },
    choose,
    disabledReasons,
    showNotice
  } = usePanelContext()
  const off = { disabledReason: disabledReasons.regenerate, onRefused: (why: string) => showNotice({ why }) }
  const stands = (list: ChosenDocument[] = []) => list.some((one) => one.id === id)
  return (
    <div className="do" role="group" aria-label={t("source.do", { title })}>
      {visibility === "internal" || stands(chosen?.use) ? null : (
        <Button small {...off} onPress={() => choose({ id, title }, "use")}>
          {t("source.use")}
        </Button>
      )}
      {stands(chosen?.not) ? null : (
        <Button small {...off} onPress={() => choose({ id, title }, "not")}>
          {t("source.not")}
        </Button>
      )}
    </div>
  )
}

/** Lists what was chosen on this ticket. Each choice can be taken back. */
export function ChosenSources() {
  const {
    ticket: { chosen },
    choose,
    disabledReasons,
    showNotice
  } = usePanelContext()
  if (!chosen) return null
  const lines = (["use", "not"] as const).flatMap((as) => chosen[as].map((document) => ({ as, document })))
  return (
    <ul className="in-card chosen" aria-label={t("chosen")}>
      {lines.map(({ as, document }) => (
        <li key={document.id}>
          <span>
            {as === "use" ? t("chosen.use") : t("chosen.not")} <bdi>{document.title}</bdi>
          </span>
          <Button
            id={chosenId(document)}
            variant="link"
            label={t("chosen.back.long", { title: document.title })}
            disabledReason={disabledReasons.regenerate}
            onRefused={(why) => showNotice({ why })}
            onPress={() => choose(document, "nothing")}
          >
            {t("chosen.back")}
          </Button>
        </li>
      ))}
    </ul>
  )
}

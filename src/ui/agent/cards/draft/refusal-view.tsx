import type { Refusal } from "../../../../ticket/draft.ts"
import { Button } from "../../../kit/button.tsx"
import { shortcutProps } from "../../../kit/key-list.tsx"
import { direction } from "../../../kit/direction.ts"
import { languageName, quoted } from "../../../messages/format.ts"
import { t, tell } from "../../../messages/t.ts"
import { bindings } from "../../state/bindings.ts"
import { focusInstruction, focusSearch } from "../../state/focus.ts"
import { HandOver } from "./hand-over.tsx"
import { usePanelContext } from "../../state/use-panel.ts"

/** Shows that there is no draft, why, and what was searched. */
export function RefusalView({ refusal }: { refusal: Refusal }) {
  const { ticket } = usePanelContext()
  const why =
    refusal.reason === "language" && ticket.language
      ? t("refused.language.of", { language: languageName(ticket.language) })
      : tell(`refused.${refusal.reason}`, {})
  return (
    <div className="in-card refused">
      <p className="lead">{why}</p>
      {refusal.reason === "no-knowledge" ? (
        <p className="quiet">{t("refused.no-knowledge.do")}</p>
      ) : refusal.searched.length > 0 ? (
        <p className="quiet">{t("refused.searched", { words: quoted(refusal.searched), count: refusal.documents })}</p>
      ) : (
        <p className="quiet">{t("refused.searched.all", { count: refusal.documents })}</p>
      )}
      {refusal.say ? (
        <p className="quiet">
          {t("refused.say")} <bdi {...direction(ticket.language)}>“{refusal.say}”</bdi>
        </p>
      ) : null}
      <div className="do">
        <Button {...shortcutProps(bindings.ask)} hint={bindings.ask.hint} onPress={focusInstruction}>
          {t("refused.give")}
        </Button>
        <HandOver />
        <Button {...shortcutProps(bindings.search)} hint={bindings.search.hint} onPress={focusSearch}>
          {t("search.do")}
        </Button>
      </div>
    </div>
  )
}

import type { PanelDraft } from "../../../../protocol/panel.ts"
import type { Answer, MissingFact } from "../../../../ticket/draft.ts"
import { Button } from "../../../kit/button.tsx"
import { shortcutProps } from "../../../kit/key-list.tsx"
import { languageName, listed } from "../../../messages/format.ts"
import { t } from "../../../messages/t.ts"
import { bindings } from "../../state/bindings.ts"
import { focusSearch } from "../../state/focus.ts"
import { AskCustomer } from "./ask-customer.tsx"
import { HandOver } from "./hand-over.tsx"
import { usePanelContext } from "../../state/use-panel.ts"

/**
 * Of how many tickets pages whose chance leaves a draft unsure answered one, on four invented companies
 * (docs/quality/tables.md, reliability of the chance).
 */
const ONE_IN = 7

/**
 * There is no draft, because it isn't sure that the pages answer. The agent picks the sentences that fit, asks the
 * customer for what the pages need, or searches.
 */
export function UnsureView({ answer }: { answer: Answer }) {
  const { draft, suggestions } = usePanelContext()
  const needs = draft?.questions ?? []
  return (
    <div className="in-card unsure">
      <p className="lead">{answer.suggestions.length > 0 ? t("unsure") : elsewhere(draft)}</p>
      {answer.chance === undefined ? null : <p className="quiet">{t("unsure.chance", { n: ONE_IN })}</p>}
      <Needs needs={needs} />
      <div className="do">
        {suggestions.canAsk ? <AskCustomer /> : null}
        <HandOver />
        <Button {...shortcutProps(bindings.search)} onPress={focusSearch}>
          {t("search.do")}
        </Button>
      </div>
    </div>
  )
}

function Needs({ needs }: { needs: MissingFact[] }) {
  if (needs.length === 0) return null
  return (
    <>
      <p className="quiet">{t("unsure.needs")}</p>
      <ul className="quiet" dir="auto">
        {needs.map(({ blank }) => (
          <li key={blank}>{blank}</li>
        ))}
      </ul>
    </>
  )
}

/** No page in the customer's language answers: says in which languages those are that may. */
function elsewhere(draft: PanelDraft | undefined): string {
  const sources = (draft?.sources ?? []).filter(({ locale }) => locale?.slice(0, 2) !== draft?.language)
  const languages = [...new Set(sources.flatMap(({ locale }) => (locale ? [languageName(locale.slice(0, 2))] : [])))]
  return languages.length > 0 ? t("unsure.elsewhere", { languages: listed(languages) }) : t("unsure")
}

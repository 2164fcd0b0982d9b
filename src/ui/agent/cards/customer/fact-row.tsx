import type { LookupFact } from "../../../../ticket/lookup-results.ts"
import { IconButton } from "../../../kit/button.tsx"
import { t } from "../../../messages/t.ts"
import { usePanelContext } from "../../state/use-panel.ts"
import { isDay, shownFact, writtenFact } from "./fact-text.ts"
import { TypeIn } from "../../card-kit/type-in.tsx"

/** A fact with where it comes from, and what can be done with it: add it to the letter, or type in what isn't known. */
export function FactRow({
  fact,
  from,
  source
}: {
  fact: LookupFact
  from: string
  /** The number of its system among the sources of the draft. */
  source: number | undefined
}) {
  const { lookups } = usePanelContext()
  const { label, value, typed, withheld } = fact
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <span className="fact">
          <FactValue fact={fact} />
          {value !== undefined && withheld === undefined ? (
            <AddToLetter label={label} value={value} source={source} />
          ) : null}
        </span>
        {withheld === "identity" || withheld === "orders" || withheld === "note" ? (
          <p className="small from">{t(`lookups.${withheld}`)}</p>
        ) : null}
        <p className="small from">{typed === undefined ? from : t("lookups.typed")}</p>
        {value === undefined && withheld === undefined ? <TypeIn labels={[label]} typeIn={lookups.typeIn} /> : null}
      </dd>
    </div>
  )
}

function FactValue({ fact: { value, typed, withheld } }: { fact: LookupFact }) {
  if (withheld === "secret") return <span className="miss">{t("lookups.secret")}</span>
  if (value === undefined)
    return typed === undefined ? <span className="muted">{t("lookups.unread")}</span> : <bdi>{typed}</bdi>
  const shown = shownFact(value, Date.now())
  return isDay(value) ? <time dateTime={value}>{shown}</time> : <bdi>{shown}</bdi>
}

/** Puts the fact into the letter as a sentence with its source, in the words of the letter's language. */
function AddToLetter({ label, value, source }: { label: string; value: string; source: number | undefined }) {
  const { draft, suggestions } = usePanelContext()
  const { add } = suggestions
  if (!add) return null
  const text = `${label}: ${writtenFact(value, draft?.language ?? null)}.`
  return <IconButton tiny icon="plus" label={t("lookups.add", { label })} onPress={() => add([{ text, source }])} />
}

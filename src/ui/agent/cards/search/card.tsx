import { useState } from "react"
import type { KnowledgeSearchResult } from "../../../../protocol/search.ts"
import { Card } from "../../../kit/card.tsx"
import { MaskedTextView } from "../../../kit/masked-text-view.tsx"
import { t } from "../../../messages/t.ts"
import { SourceItem } from "../../source/source-item.tsx"
import { usePanelContext } from "../../state/use-panel.ts"
import { takeAnswer, failureText } from "../../card-kit/command-answers.ts"
import type { PanelCard } from "../../card-kit/panel-card.ts"
import { useTypedWords } from "../../state/typed-words.ts"
import { useRequest } from "../../card-kit/use-request.ts"
import { WordsForm } from "../../card-kit/words-form.tsx"

export const search: PanelCard = { id: "search", place: "ask", order: 45, Card: Search }

/**
 * Searches all of the team's knowledge with the agent's own words. They are sent, masked, when Enter is pressed, and
 * the card shows how they were sent.
 */
function Search() {
  const { ticket } = usePanelContext()
  return (
    <Card title={t("search")}>
      <Finder key={ticket.key} />
    </Card>
  )
}

function Finder() {
  const { ticket, link } = usePanelContext()
  const typed = useTypedWords()
  const { got, failed, busy, ask } = useRequest(async (words) => {
    const found = takeAnswer(
      await link.send({ kind: "panel-search", key: ticket.key, words }),
      (answer) => answer.search
    )
    return { ...found, words }
  })
  return (
    <div className="in-card stack">
      <WordsForm
        id="search"
        type="search"
        name={t("search.find")}
        action={t("search.do")}
        typed={typed.of(FIELD)}
        setTyped={(words) => typed.write(FIELD, words)}
        ask={ask}
        most={MOST_TYPED}
      />
      {/* Always there, so that what changes in it is read out. */}
      <p role="status" className="small muted">
        {busy
          ? t("search.busy")
          : failed
            ? failureText(failed)
            : got
              ? t("search.found", { count: got.found.length, documents: got.documents })
              : t("search.lead")}
      </p>
      {got?.sentAs === undefined ? null : (
        <p className="small">
          {t("search.sent-as")} <MaskedTextView text={got.sentAs} />
        </p>
      )}
      {got ? <Results found={got} words={got.words} /> : null}
    </div>
  )
}

function Results({ found: { found }, words }: { found: KnowledgeSearchResult; words: string }) {
  const [open, setOpen] = useState<string>()
  if (found.length === 0) return null
  return (
    <ol>
      {found.map((source) => (
        <SourceItem
          key={source.id}
          source={source}
          sought={[words]}
          open={open === source.id}
          toggle={() => setOpen(open === source.id ? undefined : source.id)}
          unused
        />
      ))}
    </ol>
  )
}

const FIELD = "search"
/** In characters. Nobody searches for more. */
const MOST_TYPED = 2000

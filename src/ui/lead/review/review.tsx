import { useState } from "react"
import { Button } from "../../kit/button.tsx"
import { shortcutProps, KeyList, SingleKeysSwitch, type KeyRow } from "../../kit/key-list.tsx"
import { SingleKeys } from "../../kit/use-keys.ts"
import { useStored } from "../../kit/use-stored.ts"
import { t } from "../../messages/t.ts"
import { HeaderAside, LeadFrame, useAccessDenied } from "../lead-frame.tsx"
import { CaseView } from "./case-view.tsx"
import { QueueList } from "./queue-list.tsx"
import { ScorecardEditor } from "./scorecard-editor.tsx"
import { criterionKey, reasonKeys, reviewKeys, useReviewKeys, verdictKeys } from "./review-keys.ts"
import { useReview, type ReviewContextValue } from "./use-review.ts"
import { ReviewForm } from "./review-form.tsx"
import type { RelayLink } from "../../kit/relay/relay-link.ts"

/** The review page: the queue, the case, and the lead's review of it. */
export function Review({ link }: { link: RelayLink }) {
  return (
    <LeadFrame link={link} here="review">
      <Admitted />
    </LeadFrame>
  )
}

function Admitted() {
  const hold = useReview()
  return useAccessDenied(hold.queue.error ?? hold.error) ?? <Columns hold={hold} />
}

function Columns({ hold }: { hold: ReviewContextValue }) {
  const [sheet, setSheet] = useState(false)
  const [single, setSingle] = useStored("keys.single", true)
  const toggleSheet = () => setSheet(!sheet)
  useReviewKeys(hold, single, { isOpen: sheet, toggle: toggleSheet })
  return (
    <SingleKeys value={single}>
      <HeaderAside>
        {hold.case?.agent === undefined ? <span className="small muted masked">{t("review.masked")}</span> : null}
        <Button small {...shortcutProps(reviewKeys.keys)} expanded={sheet} onPress={toggleSheet}>
          {t("keys")}
        </Button>
      </HeaderAside>
      <main className="review">
        <QueueList hold={hold} />
        {sheet ? (
          <ReviewShortcuts setSingle={setSingle} close={toggleSheet} />
        ) : hold.editedCard ? (
          <ScorecardEditor key={hold.editedCard.version} card={hold.editedCard} close={hold.closeCard} />
        ) : (
          <CaseView hold={hold} />
        )}
        <ReviewForm hold={hold} />
      </main>
    </SingleKeys>
  )
}

/** Every key, shown in place of the case. */
function ReviewShortcuts({ setSingle, close }: { setSingle: (on: boolean) => void; close: () => void }) {
  const { next, previous, save, skip, undo, keys } = reviewKeys
  const rows: KeyRow[] = [next, previous, save, skip, undo, keys]
  return (
    <article className="mid" aria-labelledby="sheet">
      <div className="row case-head">
        <h1 id="sheet" className="grow">
          {t("keys")}
        </h1>
        <Button small onPress={close}>
          {t("review.back")}
        </Button>
      </div>
      <section className="box">
        <KeyList keys={rows} />
      </section>
      <section className="box" aria-labelledby="sheet-verdict">
        <h2 id="sheet-verdict">{t("verdict.ask")}</h2>
        <KeyList keys={verdictKeys} />
        <KeyList keys={[criterionKey]} />
      </section>
      <section className="box" aria-labelledby="sheet-reasons">
        <h2 id="sheet-reasons">{t("reasons")}</h2>
        <KeyList keys={reasonKeys} />
      </section>
      <section className="box">
        <SingleKeysSwitch set={setSingle} />
      </section>
    </article>
  )
}

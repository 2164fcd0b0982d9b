import { useState } from "react"
import { Button } from "../../kit/button.tsx"
import { keyOf } from "../../kit/keys.tsx"
import { SingleKeys } from "../../kit/use-keys.ts"
import { useStored } from "../../kit/use-stored.ts"
import { t } from "../../messages/t.ts"
import { HeadAside, LeadFrame, useClosed } from "../lead-frame.tsx"
import { leadLink, type LeadLink } from "../lead-link.ts"
import { CaseView } from "./case-view.tsx"
import { QueueList } from "./queue-list.tsx"
import { reviewKeys, useReviewKeys } from "./review-keys.ts"
import { ReviewSheet } from "./review-sheet.tsx"
import { useReview, type ReviewHold } from "./use-review.ts"
import { Verdict } from "./verdict.tsx"

/** The review tab: queue, case, and what the lead says of it. */
export function Review({ link = leadLink }: { link?: LeadLink }) {
  return (
    <LeadFrame link={link} here="review">
      <Admitted />
    </LeadFrame>
  )
}

function Admitted() {
  const hold = useReview()
  return useClosed(hold.queue.error ?? hold.error) ?? <Columns hold={hold} />
}

function Columns({ hold }: { hold: ReviewHold }) {
  const [sheet, setSheet] = useState(false)
  const [single, setSingle] = useStored("keys.single", true)
  const toggleSheet = () => setSheet(!sheet)
  useReviewKeys(hold, single, toggleSheet)
  return (
    <SingleKeys value={single}>
      <HeadAside>
        <span className="small muted masked">{t("review.masked")}</span>
        <Button small {...keyOf(reviewKeys.keys)} expanded={sheet} onPress={toggleSheet}>
          {t("keys")}
        </Button>
      </HeadAside>
      <main className="review">
        <QueueList hold={hold} />
        {sheet ? <ReviewSheet setSingle={setSingle} close={toggleSheet} /> : <CaseView hold={hold} />}
        <Verdict hold={hold} />
      </main>
    </SingleKeys>
  )
}

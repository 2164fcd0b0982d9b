import { useState } from "react"
import { Button } from "../../kit/button.tsx"
import { shortcutProps } from "../../kit/key-list.tsx"
import { SingleKeys } from "../../kit/use-keys.ts"
import { useStored } from "../../kit/use-stored.ts"
import { t } from "../../messages/t.ts"
import { HeaderAside, LeadFrame, useAccessDenied } from "../lead-frame.tsx"
import { CaseView } from "./case-view.tsx"
import { QueueList } from "./queue-list.tsx"
import { reviewKeys, useReviewKeys } from "./review-keys.ts"
import { ReviewShortcuts } from "./review-shortcuts.tsx"
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
        <span className="small muted masked">{t("review.masked")}</span>
        <Button small {...shortcutProps(reviewKeys.keys)} expanded={sheet} onPress={toggleSheet}>
          {t("keys")}
        </Button>
      </HeaderAside>
      <main className="review">
        <QueueList hold={hold} />
        {sheet ? <ReviewShortcuts setSingle={setSingle} close={toggleSheet} /> : <CaseView hold={hold} />}
        <ReviewForm hold={hold} />
      </main>
    </SingleKeys>
  )
}

import { use } from "react"
import { SCORES, type Criterion, type Score, type Scorecard } from "../../../protocol/scorecard.ts"
import { Button } from "../../kit/button.tsx"
import { SegmentedControl } from "../../kit/choice-fields.tsx"
import { SingleKeys } from "../../kit/use-keys.ts"
import { t, tell } from "../../messages/t.ts"
import { criterionName } from "../criterion-name.ts"
import { percentText } from "../review-text.ts"
import type { ReviewContextValue } from "./use-review.ts"

/** The keys of the criteria, in the order of the scorecard: 1 to 3 are the verdict's. */
export const CRITERION_KEYS = ["4", "5", "6", "7", "8", "9"] as const

/** Returns what a criterion's key makes of its score: yes, partly, no, and none again. */
export const nextScore = (score: Score | undefined): Score => (score === undefined ? "yes" : NEXT[score])
const NEXT: Record<Score, Score> = { yes: "partly", partly: "no", no: "no" }

/** The scorecard of the case in front, with a key for each criterion. */
export function Criteria({ hold }: { hold: ReviewContextValue }) {
  const { card, isOlderCard, case: there, editCard } = hold
  if (!card || !there) return null
  const { total } = there.review
  return (
    <section className="criteria" aria-labelledby="scorecard">
      <div className="pane-h">
        <h2 className="grow" id="scorecard">
          {t("scorecard")}
        </h2>
        <Button small variant="link" onPress={editCard}>
          {t("scorecard.edit")}
        </Button>
      </div>
      {isOlderCard ? <p className="pane-p small quiet">{t("scorecard.older")}</p> : null}
      {card.criteria.map((criterion, at) => (
        <Row key={criterion.id} hold={hold} card={card} criterion={criterion} at={at} />
      ))}
      {total === null ? null : (
        <p className="pane-p small quiet">{t("scorecard.total", { share: percentText(total) })}</p>
      )}
    </section>
  )
}

function Row({
  hold: { form, score },
  card,
  criterion,
  at
}: {
  hold: ReviewContextValue
  card: Scorecard
  criterion: Criterion
  at: number
}) {
  const single = use(SingleKeys)
  const name = criterionName(criterion)
  return (
    <div className="crit">
      <span className="grow">
        <bdi>{name}</bdi>
      </span>
      {single ? <kbd aria-hidden="true">{CRITERION_KEYS[at]}</kbd> : null}
      <SegmentedControl<Score | "">
        label={name}
        value={form.scores[criterion.id] ?? ""}
        choose={(value) => (value === "" ? undefined : score(card, criterion.id, value))}
        choices={SCORES.map((value) => ({ value, label: tell(`score.${value}`, {}) }))}
      />
    </div>
  )
}

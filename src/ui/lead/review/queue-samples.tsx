import { ENOUGH_CASES, VERDICTS } from "../../../protocol/review.ts"
import type { ReviewSample } from "../../../protocol/review-queue.ts"
import { Button } from "../../kit/button.tsx"
import { SelectField } from "../../kit/choice-fields.tsx"
import { useRelayCommand, useRelayQuery } from "../../kit/relay/use-relay-query.ts"
import { faultWords } from "../../kit/relay/call-fault.ts"
import { day } from "../../messages/format.ts"
import { t } from "../../messages/t.ts"
import { intervalText, percentText, verdictWord } from "../review-text.ts"
import type { QueuePosition } from "./queue-position.ts"

const SAMPLES = "GET /v1/review/samples"

/** Draws a stratified sample of what is filtered, and shows what its reviews say of all those cases. */
export function QueueSamples({
  place: { filter },
  choose
}: {
  place: QueuePosition
  choose: (next: Pick<Partial<QueuePosition>, "order" | "state" | "filter">) => void
}) {
  const { data } = useRelayQuery(SAMPLES, {})
  const open = (sample: string) => choose({ order: "sample", state: "all", filter: { sample } })
  const draw = useRelayCommand(SAMPLES, "POST /v1/review/samples", ({ id }) => open(id))
  const samples = data?.samples ?? []
  const shown = samples.find(({ id }) => id === filter.sample)
  const { sample: _, ...drawnFrom } = filter
  return (
    <div className="sampled">
      {samples.length > 0 ? (
        <SelectField
          label={t("sample.choose")}
          value={shown?.id ?? ""}
          choose={(id) => (id === "" ? choose({ order: "newest", filter: {} }) : open(id))}
          choices={[
            { value: "", label: t("sample.none") },
            ...samples.map(({ id, at, by, reviewed, size }) => ({
              value: id,
              label: t("sample.choice", { day: day(at), by, reviewed, size })
            }))
          ]}
        />
      ) : null}
      {shown ? <Estimates sample={shown} /> : null}
      <Button small onPress={() => draw.mutate({ query: drawnFrom, body: { size: SIZE } })}>
        {t("sample.draw", { size: SIZE })}
      </Button>
      <p className="small muted">{t("sample.lead")}</p>
      {draw.error ? (
        <p className="fault small" role="alert">
          {faultWords(draw.error).what}
        </p>
      ) : null}
    </div>
  )
}

/** Enough for an interval of some ten points, and an hour's work. */
const SIZE = 60

function Estimates({ sample: { verdicts, reviewed, cases } }: { sample: ReviewSample }) {
  const lines = VERDICTS.flatMap((verdict) => {
    const { share, low, high } = verdicts[verdict]
    if (share === null || low === null || high === null) return []
    return [
      t("sample.estimate", {
        verdict: verdictWord(verdict),
        share: percentText(share),
        interval: intervalText(low, high)
      })
    ]
  })
  if (lines.length === 0)
    return <p className="small quiet">{t("sample.more", { count: Math.max(1, ENOUGH_CASES - reviewed) })}</p>
  return (
    <div>
      <ul className="small num">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="small muted">{t("sample.of", { cases })}</p>
    </div>
  )
}

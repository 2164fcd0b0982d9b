import { useId, useState } from "react"
import { Button } from "../../kit/button.tsx"
import { SegmentedControl } from "../../kit/choice-fields.tsx"
import { t } from "../../messages/t.ts"
import { faultWords } from "../lead-frame.tsx"
import { MemoryRow } from "./memory-row.tsx"
import { listOf, useMemories, type MemoryList } from "./use-memories.ts"

/**
 * What agents' edits say that may hold for other replies, each with its origin. It is shown only if there is anything
 * of the kind.
 */
export function MemoriesCard() {
  const id = useId()
  const [show, setShow] = useState<MemoryList>("open")
  const decided = useMemories()
  const { data, error, isFetching, refetch } = decided.memories
  if (!data?.memories.length && !error) return null
  const listed = (list: MemoryList) => data?.memories.filter((one) => listOf(one) === list) ?? []
  const shown = listed(show)
  const fault = error && !isFetching ? faultWords(error) : undefined
  return (
    <section className="box full" aria-labelledby={id}>
      <div className="row">
        <h2 id={id} className="grow">
          {t("memories")}
        </h2>
        {data ? (
          <SegmentedControl
            label={t("report.show")}
            value={show}
            choose={setShow}
            choices={[
              { value: "open", label: t("memories.open", { n: listed("open").length }) },
              { value: "used", label: t("memories.used", { n: listed("used").length }) },
              { value: "expired", label: t("memories.expired", { n: listed("expired").length }) }
            ]}
          />
        ) : null}
      </div>
      <p className="lead">{t("memories.lead")}</p>
      <ol className="findings">
        {shown.map((memory) => (
          <MemoryRow key={`${memory.id} ${memory.version}`} memory={memory} memories={decided} />
        ))}
      </ol>
      {data && shown.length === 0 ? <p className="quiet">{t(NONE[show])}</p> : null}
      {data && data.more > 0 ? <p className="small quiet">{t("memories.more", { n: data.more })}</p> : null}
      <p role="status" className="small quiet">
        {isFetching ? t("memories.loading") : ""}
      </p>
      {fault ? (
        <>
          <p role="alert" className="fault">
            <b>{t("memories.failed")}</b> {fault.what} {fault.then}
          </p>
          <div className="do">
            <Button small onPress={() => void refetch()}>
              {t("lead.again")}
            </Button>
          </div>
        </>
      ) : null}
    </section>
  )
}

const NONE = {
  open: "memories.none.open",
  used: "memories.none.used",
  expired: "memories.none.expired"
} as const

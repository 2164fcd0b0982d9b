import { useId, useState } from "react"
import { Button } from "../../kit/button.tsx"
import { SegmentedControl } from "../../kit/choice-fields.tsx"
import { t } from "../../messages/t.ts"
import { faultWords } from "../../kit/relay/call-fault.ts"
import type { TypedMemory } from "./memory-form.tsx"
import { MemoryRow, type Meanwhile } from "./memory-row.tsx"
import { listOf, useMemories, type MemoryList } from "./use-memories.ts"
import type { MemoryLine } from "../../../protocol/routes/memories.ts"

/**
 * What agents' edits say that may hold for other replies, each with its origin. It is shown only if there is anything
 * of the kind.
 */
export function MemoriesCard() {
  const id = useId()
  const [show, setShow] = useState<MemoryList>("open")
  const decided = useMemories()
  const edits = useEdits()
  const { data, error, isFetching, refetch } = decided.memories
  if (!data?.memories.length && !error && edits.all.length === 0) return null
  const listed = (list: MemoryList) => data?.memories.filter((one) => listOf(one) === list) ?? []
  const shown = rowsOf(data?.memories ?? [], edits.all, show)
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
        {shown.map(({ memory, edit, meanwhile }) => (
          <MemoryRow
            key={memory.id}
            memory={memory}
            meanwhile={meanwhile}
            typed={edit?.typed ?? {}}
            write={(typed) => edits.write(edit?.memory ?? memory, typed)}
            written={() => edits.forget(memory.id)}
            memories={decided}
          />
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

/** What a lead writes, and how the memory was when they began. */
interface Edit {
  memory: MemoryLine
  typed: TypedMemory
}

/** What is being written belongs to the card, because another lead's decision moves the row or takes it away. */
function useEdits() {
  const [all, setAll] = useState<readonly Edit[]>([])
  const others = (before: readonly Edit[], id: string) => before.filter(({ memory }) => memory.id !== id)
  return {
    all,
    write: (memory: MemoryLine, typed: TypedMemory) =>
      setAll((before) => [...others(before, memory.id), { memory, typed }]),
    forget: (id: string) => setAll((before) => others(before, id))
  }
}

/** A memory that is being edited stays in its list. */
function rowsOf(memories: readonly MemoryLine[], edits: readonly Edit[], list: MemoryList) {
  const known = new Set(memories.map(({ id }) => id))
  const removed = edits.filter(({ memory }) => !known.has(memory.id)).map(({ memory }) => memory)
  return [...memories, ...removed].flatMap((memory) => {
    const edit = edits.find((one) => one.memory.id === memory.id)
    if (listOf(edit?.memory ?? memory) !== list) return []
    const meanwhile: Meanwhile | undefined = !known.has(memory.id)
      ? "removed"
      : edit && edit.memory.version !== memory.version
        ? "changed"
        : undefined
    return [{ memory, edit, meanwhile }]
  })
}

const NONE = {
  open: "memories.none.open",
  used: "memories.none.used",
  expired: "memories.none.expired"
} as const

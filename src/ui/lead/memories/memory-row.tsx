import { useEffect, useId, useRef, useState } from "react"
import type { MemoryChange, MemoryLine } from "../../../protocol/operating/memories.ts"
import { keyOfTicket } from "../../../ticket/ticket-key.ts"
import { PageLink } from "../../kit/page-link.tsx"
import { Button } from "../../kit/button.tsx"
import { day } from "../../messages/format.ts"
import { t } from "../../messages/t.ts"
import { faultWords } from "../../kit/relay/fault-words.ts"
import { ticketWords } from "../review-text.ts"
import { dayText } from "../../messages/time-text.ts"
import { MemoryForm, type TypedMemory } from "./memory-form.tsx"
import type { Memories } from "./use-memories.ts"

/** What somebody else did with a memory since a lead began to edit it. */
export type Meanwhile = "changed" | "removed"

/** A memory: what it says, where it comes from, what says otherwise, and what a lead can do with it. */
export function MemoryRow({
  memory,
  meanwhile,
  typed,
  write,
  written,
  memories
}: {
  memory: MemoryLine
  meanwhile: Meanwhile | undefined
  typed: TypedMemory
  write: (typed: TypedMemory) => void
  /** Called when what was typed is saved, or is of no more use. */
  written: () => void
  memories: Pick<Memories, "save" | "remove">
}) {
  const { id, version, kind, word, text, state, expired } = memory
  const name = useId()
  const [open, setOpen] = useState<"form" | "question">()
  const [told, tell] = useState<{ busy?: true; fault?: Error }>({})
  const buttons = useRef<HTMLDivElement>(null)
  const run = async (work: () => Promise<void>) => {
    tell({ busy: true })
    try {
      await work()
      tell({})
    } catch (error) {
      tell({ fault: error instanceof Error ? error : new Error(String(error)) })
    }
  }
  const save = (change: Omit<MemoryChange, "version">) =>
    void run(async () => {
      await memories.save(id, { version, ...change })
      setOpen(undefined)
      written()
    })
  const close = () => {
    setOpen(undefined)
    if (meanwhile === "removed") written()
    buttons.current?.querySelector("button")?.focus()
  }
  const busy = told.busy ? t("report.saving") : undefined
  const fault = told.fault ? faultWords(told.fault) : undefined
  return (
    <li className="finding">
      <p className="says" id={name}>
        <bdi>{kind === "wording" ? t("memory.wording", { word, text }) : text}</bdi>
      </p>
      <Origin memory={memory} />
      <Otherwise memory={memory} />
      <p className="small quiet">{standingWords(memory)}</p>
      <div className="act row" role="group" aria-labelledby={name} ref={buttons}>
        {state === "proposed" || expired ? (
          <Button small disabledReason={busy} onPress={() => save({})}>
            {t("memory.approve")}
          </Button>
        ) : null}
        <Button small expanded={open === "form"} onPress={() => setOpen(open === "form" ? undefined : "form")}>
          {t("memory.edit")}
        </Button>
        <Button
          small
          variant="danger"
          expanded={open === "question"}
          onPress={() => setOpen(open === "question" ? undefined : "question")}
        >
          {t("memory.remove")}
        </Button>
      </div>
      {open === "form" ? (
        <MemoryForm
          memory={memory}
          meanwhile={busy === undefined && meanwhile ? t(`memory.meanwhile.${meanwhile}`) : undefined}
          {...{ typed, write, busy, save }}
          cancel={close}
        />
      ) : null}
      {open === "question" ? (
        <Question busy={busy} keep={close} remove={() => void run(() => memories.remove(id))} />
      ) : null}
      <p role="status" className="small quiet">
        {busy ?? ""}
      </p>
      {fault ? (
        <p role="alert" className="fault">
          <b>{t("report.not-saved")}</b> {fault.what} {fault.then}
        </p>
      ) : null}
    </li>
  )
}

/** From how many tickets and agents it comes, and which tickets. No agent is named. */
function Origin({ memory: { tickets, agents, since, edits } }: { memory: MemoryLine }) {
  const origin = t("memory.origin", { tickets, agents, day: day(since) })
  if (edits.length === 0) return <p className="small">{origin}</p>
  return (
    <details className="small">
      <summary>{origin}</summary>
      <ul className="pages" aria-label={t("memory.tickets")}>
        {edits.map((edit) => (
          <li key={keyOfTicket(edit)}>
            <bdi>{ticketWords(edit)}</bdi> <span className="quiet">{dayText(edit.at, Date.now())}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Otherwise({ memory: { conflicts, against } }: { memory: MemoryLine }) {
  return (
    <>
      {conflicts.map((other) => (
        <p key={other.id}>
          <span className="quiet">{t("memory.conflict")}</span> <q dir="auto">{other.title}</q>
        </p>
      ))}
      {against ? (
        <p>
          <span className="quiet">{t("memory.against")}</span>{" "}
          <PageLink url={against.url ?? against.title}>
            <bdi>{against.title}</bdi>
          </PageLink>
        </p>
      ) : null}
    </>
  )
}

function standingWords({ state, used, durable, expired, expires, by, at }: MemoryLine): string {
  const until = t(expired ? "memory.over" : "memory.until", { day: day(expires) })
  if (state === "approved" && at !== null) {
    const when = dayText(at, Date.now())
    return `${by === null ? t("memory.approved", { when }) : t("memory.by", { name: by, when })} ${until}`
  }
  return used && durable ? `${t("memory.durable")} ${until}` : until
}

/** The focus moves to the question. */
function Question({ busy, keep, remove }: { busy: string | undefined; keep: () => void; remove: () => void }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div className="settling" role="alert" ref={box} tabIndex={-1}>
      <p>{t("memory.sure")}</p>
      <div className="row">
        <Button small once variant="danger" disabledReason={busy} onPress={remove}>
          {t("memory.remove.do")}
        </Button>
        <Button small onPress={keep}>
          {t("memory.keep")}
        </Button>
      </div>
    </div>
  )
}

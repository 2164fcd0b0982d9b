import { useEffect, useId, useRef, useState, type RefObject } from "react"
import { keyOfTicket } from "../../../ticket/ticket-key.ts"
import { PageLink } from "../../kit/page-link.tsx"
import { Button } from "../../kit/button.tsx"
import { day } from "../../messages/format.ts"
import { t } from "../../messages/t.ts"
import { faultWords } from "../../kit/relay/call-fault.ts"
import { ticketWords } from "../review-text.ts"
import { dayText } from "../../messages/time-text.ts"
import { MemoryForm, type TypedMemory } from "./memory-form.tsx"
import type { Memories } from "./use-memories.ts"
import type { MemoryChange, MemoryLine } from "../../../protocol/routes/memories.ts"

/** What somebody else did with a memory since a lead began to edit it. */
export type Meanwhile = "changed" | "removed"

interface MemoryRowProps {
  memory: MemoryLine
  meanwhile: Meanwhile | undefined
  typed: TypedMemory
  write: (typed: TypedMemory) => void
  /** Called when what was typed is saved, or is of no more use. */
  written: () => void
  memories: Pick<Memories, "save" | "remove">
}

/** A memory: what it says, where it comes from, what says otherwise, and what a lead can do with it. */
export function MemoryRow(props: MemoryRowProps) {
  const { memory, meanwhile, typed, write } = props
  const { kind, word, text, state, expired } = memory
  const name = useId()
  const buttons = useRef<HTMLDivElement>(null)
  const { part, toggle, close, save, remove, busy, fault } = useOpenMemory(props, buttons)
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
        <Button small expanded={part === "form"} onPress={() => toggle("form")}>
          {t("memory.edit")}
        </Button>
        <Button small variant="danger" expanded={part === "question"} onPress={() => toggle("question")}>
          {t("memory.remove")}
        </Button>
      </div>
      {part === "form" ? (
        <MemoryForm
          memory={memory}
          meanwhile={busy === undefined && meanwhile ? t(`memory.meanwhile.${meanwhile}`) : undefined}
          typed={typed}
          write={write}
          busy={busy}
          save={save}
          cancel={close}
        />
      ) : null}
      {part === "question" ? <Question busy={busy} keep={close} remove={remove} /> : null}
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

/** Which part of the row is open, and what is being stored. @param buttons get the focus when a part is closed */
function useOpenMemory(
  { memory: { id, version }, meanwhile, written, memories }: MemoryRowProps,
  buttons: RefObject<HTMLElement | null>
) {
  const [part, open] = useState<"form" | "question">()
  const [state, setState] = useState<{ busy?: true; fault?: Error }>({})
  const run = async (work: () => Promise<void>) => {
    setState({ busy: true })
    try {
      await work()
      setState({})
    } catch (error) {
      setState({ fault: error instanceof Error ? error : new Error(String(error)) })
    }
  }
  return {
    part,
    busy: state.busy ? t("report.saving") : undefined,
    fault: state.fault ? faultWords(state.fault) : undefined,
    toggle: (next: "form" | "question") => open(part === next ? undefined : next),
    save: (change: Omit<MemoryChange, "version">) =>
      void run(async () => {
        await memories.save(id, { version, ...change })
        open(undefined)
        written()
      }),
    remove: () => void run(() => memories.remove(id)),
    close: () => {
      open(undefined)
      if (meanwhile === "removed") written()
      buttons.current?.querySelector("button")?.focus()
    }
  }
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

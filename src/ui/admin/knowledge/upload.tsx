import { useEffect, useId, useRef, useState, type DragEvent } from "react"
import type { KnowledgeSource } from "../../../protocol/knowledge.ts"
import { Button } from "../../kit/button.tsx"
import { durationText } from "../../messages/time-text.ts"
import { t } from "../../messages/t.ts"
import { InternalSwitch } from "./new-source.tsx"
import { Refusal } from "../frame/error-message.tsx"
import { fileSize } from "../../messages/file-size.ts"
import { useQueryClient } from "@tanstack/react-query"
import { useLeaving } from "../frame/use-kept.ts"
import { CallFault } from "../../kit/relay/call-fault.ts"
import { useRelayLink } from "../../kit/relay/use-relay-link.ts"
import { useSignedOutPage } from "../../kit/relay/use-relay-query.ts"

/** A file or an archive from this computer: chosen or dropped, checked, sent. */
export function Upload({ known, tell }: { known: readonly KnowledgeSource[]; tell: (words: string) => void }) {
  const [file, setFile] = useState<File>()
  const [internal, setInternal] = useState(false)
  const [wrong, setWrong] = useState("")
  const [over, setOver] = useState(false)
  const picker = useRef<HTMLInputElement>(null)
  const id = useId()
  const { sending, error, send, cancel, forget } = useUpload(({ name }) => {
    tell(t("imports.send.done", { name }))
    choose(undefined)
  })
  const choose = (chosen: File | undefined) => {
    setFile(chosen)
    // Otherwise, choosing the same file again would not be a change.
    if (picker.current) picker.current.value = ""
  }
  const look = (files: FileList, folder: boolean) => {
    forget()
    const [first, second] = files
    setWrong(folder ? t("imports.send.folder") : second ? t("imports.send.one") : "")
    choose(folder || second ? undefined : first)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (sending) return
    const { files, items } = event.dataTransfer
    if (files.length > 0)
      look(
        files,
        [...items].some((item) => item.webkitGetAsEntry()?.isDirectory)
      )
  }
  return (
    <div
      className={over ? "drop over" : "drop"}
      role="group"
      aria-labelledby={id}
      onDrop={drop}
      onDragLeave={() => setOver(false)}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(!sending)
      }}
    >
      <h3 id={id}>{t("imports.send")}</h3>
      <p className="small quiet">{t("imports.send.lead")}</p>
      <input
        ref={picker}
        type="file"
        hidden
        onChange={({ target }) => {
          if (target.files && target.files.length > 0) look(target.files, false)
        }}
      />
      <div className="row">
        <Button disabledReason={sending ? t("imports.send.busy") : undefined} onPress={() => picker.current?.click()}>
          {t("imports.send.choose")}
        </Button>
        <span className="small quiet">{t("imports.send.drop")}</span>
      </div>
      <p role="alert" className="fault">
        {wrong}
      </p>
      {file && !sending ? (
        <ChosenFile
          file={file}
          known={known}
          internal={internal}
          setInternal={setInternal}
          send={() => void send(file, internal)}
        />
      ) : null}
      {sending ? (
        <Progress
          sending={sending}
          cancel={() => {
            cancel()
            tell(t("imports.send.cancelled"))
          }}
        />
      ) : null}
      <Refusal error={error} />
    </div>
  )
}

/** The file before it is sent. */
function ChosenFile({
  file,
  known,
  internal,
  setInternal,
  send
}: {
  file: File
  known: readonly KnowledgeSource[]
  internal: boolean
  setInternal: (internal: boolean) => void
  send: () => void
}) {
  const former = known.find(({ kind, label }) => kind === "file" && label === file.name.normalize("NFC"))
  return (
    <div className="stack part">
      <p role="status">
        <bdi>{t("imports.send.chosen", { name: file.name, size: fileSize(file.size) })}</bdi>{" "}
        {former ? <span className="small quiet">{t("imports.send.over", { name: former.label })}</span> : null}
      </p>
      <InternalSwitch on={internal} set={setInternal} />
      <div className="do">
        <Button onPress={send}>
          {t("imports.send.do")}
          <span className="sr"> {file.name}</span>
        </Button>
      </div>
    </div>
  )
}

/** Shows the progress. */
function Progress({ sending: { name, sent, total, began }, cancel }: { sending: Sending; cancel: () => void }) {
  const way = useRef<HTMLDivElement>(null)
  // The button that started the upload is gone.
  useEffect(() => way.current?.focus(), [])
  const seconds = (performance.now() - began) / 1000
  const perSecond = seconds < 1 ? 0 : sent / seconds
  const there = sent >= total
  const said = [t("imports.send.progress", { sent: fileSize(sent), total: fileSize(total) })]
  if (perSecond > 0 && !there)
    said.push(
      t("imports.send.rate", { rate: fileSize(perSecond) }),
      t("imports.rest", { time: durationText(((total - sent) / perSecond) * 1000) })
    )
  return (
    <div className="stack part" ref={way} tabIndex={-1}>
      <p role="status">{there ? t("imports.send.reading", { name }) : t("imports.send.sending", { name })}</p>
      <progress aria-label={t("imports.send.bar", { name })} value={sent} max={Math.max(total, 1)} />
      <p className="small num">{said.join(", ")}</p>
      <div className="do">
        <Button small onPress={cancel}>
          {t("imports.send.cancel")}
        </Button>
      </div>
    </div>
  )
}

/** A file that is being sent: how many bytes were sent, and since when. */
interface Sending {
  name: string
  sent: number
  total: number
  began: number
}

/**
 * Sends one file at a time, for as long as this page is open. `error` is the relay's or the browser's objection to the
 * last one.
 */
function useUpload(done: (file: File) => void) {
  const link = useRelayLink()
  const queries = useQueryClient()
  const [sending, setSending] = useState<Sending>()
  const [error, setError] = useState<Error | null>(null)
  const stop = useRef<AbortController>(undefined)
  useEndedWithPage(stop)
  useLeaving(sending !== undefined)
  useSignedOutPage(error)
  return {
    sending,
    error,
    forget: () => setError(null),
    cancel: () => stop.current?.abort(),
    async send(file: File, internal: boolean) {
      if (stop.current) return
      const { signal } = (stop.current = new AbortController())
      const on = { name: file.name, total: file.size, began: performance.now() }
      setError(null)
      setSending({ ...on, sent: 0 })
      try {
        await link.sendFile(file, internal, (sent) => setSending({ ...on, sent: Math.min(sent, file.size) }), signal)
        done(file)
      } catch (fault) {
        if (!signal.aborted) setError(fault instanceof Error ? fault : new CallFault("no-answer", String(fault)))
      } finally {
        stop.current = undefined
        setSending(undefined)
        await queries.invalidateQueries({ queryKey: ["GET /v1/admin/knowledge"] })
      }
    }
  }
}

function useEndedWithPage(stop: { current: AbortController | undefined }) {
  useEffect(() => () => stop.current?.abort(), [stop])
}

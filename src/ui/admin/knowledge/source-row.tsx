import { useId, useState } from "react"
import type { KnowledgeSource, LastImport } from "../../../protocol/knowledge.ts"
import { Button } from "../../kit/button.tsx"
import { t } from "../../messages/t.ts"
import { WebhookSettings } from "./webhook-settings.tsx"
import { Refusal } from "../frame/error-message.tsx"
import type { ListState } from "../frame/entry-list.tsx"
import { ScheduleForm } from "./schedule.tsx"
import { kindWord, nextWords, progressWords, stateWords } from "./source-text.ts"
import { dayText } from "../../messages/time-text.ts"
import { useRelayCommand } from "../../kit/relay/use-relay-query.ts"
import { RemovalQuestion } from "../frame/removal.tsx"

type Part = "schedule" | "hook" | "remove"

/** One source: what it is, its state, and what can be done with it. One of its parts is open at a time. */
export function SourceRow({ source, list }: { source: KnowledgeSource; list: ListState }) {
  const { say: tell } = list
  const [open, setOpen] = useState<Part>()
  const id = useId()
  const { label, kind, internal, documents, last, waiting, again, hook, schedule } = source
  const now = Date.now()
  const toggle = (part: Part) => setOpen(open === part ? undefined : part)
  const close = () => {
    setOpen(undefined)
    // The focus returns to the button that opened it.
    if (open) document.getElementById(`${id}-${open}`)?.focus()
  }
  const part = (name: Part) => (
    <Button
      key={name}
      small
      variant={name === "remove" ? "danger" : undefined}
      id={`${id}-${name}`}
      expanded={open === name}
      onPress={() => toggle(name)}
    >
      {t(`imports.${name}`)}
      <span className="sr"> {label}</span>
    </Button>
  )
  return (
    <li aria-labelledby={id}>
      <h3 id={id} tabIndex={-1}>
        <bdi>{label}</bdi> <span className="tag">{kindWord(kind)}</span>{" "}
        {internal ? <span className="tag consent">{t("imports.internal")}</span> : null}
      </h3>
      <p className={last?.state === "failed" && !waiting ? "small fault" : "small quiet"}>
        {t("sentence", { text: t("imports.documents", { count: documents }) })} {stateWords(source, now)}
      </p>
      {last?.state === "running" ? <Progress last={last} label={label} /> : null}
      {schedule.every === "off" && !hook ? null : (
        <p className="small quiet">
          {schedule.every === "off" ? "" : nextWords(source, now)} {hookWords(hook, now)}
        </p>
      )}
      {last && !waiting ? <Complaints last={last} label={label} /> : null}
      <div className="do">
        <Starting source={source} heading={id} tell={tell} />
        {again || schedule.every !== "off" ? part("schedule") : null}
        {again || hook ? part("hook") : null}
        {part("remove")}
      </div>
      {again ? null : <p className="small muted">{t("imports.file.again")}</p>}
      {open === "schedule" ? <ScheduleForm source={source} tell={tell} close={close} /> : null}
      {open === "hook" ? <WebhookSettings source={source} tell={tell} /> : null}
      {open === "remove" ? <RemoveSource source={source} removed={list.gone} close={close} /> : null}
    </li>
  )
}

type Import = NonNullable<KnowledgeSource["last"]>

function Progress({ last, label }: { last: Import; label: string }) {
  return (
    <div className="progress">
      {last.total === null ? null : (
        <progress
          aria-label={t("imports.progress", { name: label })}
          value={Math.min(last.seen, last.total)}
          max={Math.max(last.total, 1)}
        />
      )}
      <p className="small num">{progressWords(last)}</p>
    </div>
  )
}

/** What of the last import failed, and what was noticed. */
function Complaints({ last, label }: { last: Import; label: string }) {
  return (
    <>
      {last.failed > 0 ? <Failures of="failures" list={last.failures} count={last.failed} label={label} /> : null}
      {last.noted > 0 ? <Failures of="notices" list={last.notices} count={last.noted} label={label} /> : null}
    </>
  )
}

function hookWords(hook: KnowledgeSource["hook"], now: number): string {
  if (!hook) return ""
  const since = dayText(hook.since, now)
  return hook.called === null
    ? t("imports.hook.on.never", { since })
    : t("imports.hook.on", { since, called: dayText(hook.called, now) })
}

/** Starts the import again, or stops the one that is running. */
function Starting({
  source: { collection, label, last, waiting, again },
  heading,
  tell
}: {
  source: KnowledgeSource
  heading: string
  tell: (words: string) => void
}) {
  const start = useRelayCommand("GET /v1/admin/knowledge", "POST /v1/admin/knowledge/imports", () =>
    tell(t("imports.asked", { name: label }))
  )
  const stop = useRelayCommand("GET /v1/admin/knowledge", "POST /v1/admin/knowledge/imports/:id/cancel", () =>
    tell(t("imports.stopping", { name: label }))
  )
  const name = <span className="sr"> {label}</span>
  const moving = waiting || last?.state === "running"
  // The button that was pressed disappears, so the focus stays at its source.
  const stay = () => document.getElementById(heading)?.focus()
  const begin = (whole: boolean) => {
    stay()
    start.mutate({ body: { collection, ...(whole && { again: true }) } })
  }
  return (
    <>
      {moving && last ? (
        <Button
          small
          onPress={() => {
            stay()
            stop.mutate({ path: { id: last.id } })
          }}
        >
          {t("imports.stop")}
          {name}
        </Button>
      ) : null}
      {!moving && again ? (
        <Button small onPress={() => begin(false)}>
          {last && last.state !== "done" ? t("imports.start") : t("imports.again")}
          {name}
        </Button>
      ) : null}
      {!moving && again && last ? (
        <Button small onPress={() => begin(true)}>
          {t("imports.whole")}
          {name}
        </Button>
      ) : null}
      <Refusal error={start.error ?? stop.error} />
    </>
  )
}

/**
 * Documents that could not be imported, or not wholly, each with its reason. Of many, the first are shown, and how many
 * more there are.
 */
function Failures({
  of,
  list,
  count,
  label
}: {
  of: "failures" | "notices"
  list: LastImport["failures"]
  count: number
  label: string
}) {
  const title = of === "failures" ? t("imports.failures", { count }) : t("imports.notices", { count })
  const more = count - list.length
  return (
    <details className="failures">
      <summary className="small">
        {title}
        <span className="sr"> {label}</span>
      </summary>
      <p className="small muted">{of === "failures" ? t("imports.failures.lead") : t("imports.notices.lead")}</p>
      <ul className="words small" tabIndex={0} aria-label={title}>
        {list.map(({ path, reason }, index) => (
          <li key={index}>
            <bdi>{path}</bdi> <span className="quiet">{reason}</span>
          </li>
        ))}
        {more > 0 ? <li className="muted">{t("imports.failures.more", { count: more })}</li> : null}
      </ul>
    </details>
  )
}

/** Asks once more, and says how much is removed. */
function RemoveSource({
  source: { collection, label, documents },
  removed,
  close
}: {
  source: KnowledgeSource
  removed: (words: string) => void
  close: () => void
}) {
  const remove = useRelayCommand(
    "GET /v1/admin/knowledge",
    "DELETE /v1/admin/knowledge/sources/:collection",
    ({ documents: count }) => removed(t("imports.removed", { name: label, count }))
  )
  const consequence = documents > 0 ? t("imports.remove.kept") : ""
  return (
    <>
      <RemovalQuestion
        words={{
          sure: `${t("imports.remove.sure", { name: label, count: documents })} ${consequence}`,
          do: t("imports.remove.do"),
          keep: t("imports.remove.keep")
        }}
        busy={remove.isPending ? t("imports.remove.busy") : undefined}
        keep={close}
        remove={() => remove.mutate({ path: { collection } })}
      />
      <Refusal error={remove.error} />
    </>
  )
}

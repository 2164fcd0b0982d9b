import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import type { RewriteRow, TextToTranslate, TranslatedMessage } from "../../../../protocol/search.ts"
import { languageInto, type Translation } from "../../../../ticket/rewrite.ts"
import { isLanguage } from "../../../../text/languages.ts"
import { Button } from "../../../kit/button.tsx"
import { Card } from "../../../kit/card.tsx"
import { SelectField } from "../../../kit/choice-fields.tsx"
import { languageCode } from "../../../messages/locale.ts"
import { t } from "../../../messages/t.ts"
import { failureText, takeAnswer } from "../../card-kit/command-answers.ts"
import type { PanelCard } from "../../card-kit/panel-card.ts"
import { ChangeTags } from "../../rewriting/change-tags.tsx"
import {
  BROWSER,
  browserFailure,
  hasBrowserTranslator,
  useBrowserTranslation,
  type BrowserTranslation
} from "../../rewriting/use-browser-translation.ts"
import { translationChoices } from "../../rewriting/translation-choices.ts"
import { usePanelContext } from "../../state/use-panel.ts"
import "./thread.css"

export const thread: PanelCard = {
  id: "thread",
  place: "more",
  order: 10,
  Card: Thread,
  row: {
    icon: "languages",
    title: () => t("thread"),
    detail: ({ state }) => (state.relay.model !== null || hasBrowserTranslator() ? "" : undefined)
  }
}

interface ThreadState {
  change: Translation
  step: "busy" | "failed" | "found" | "download"
  messages: TranslatedMessage[]
  failed?: string
  /** What the browser has to download before it can translate, in words, and the texts that wait for it. */
  download?: string
  waiting?: TextToTranslate[]
}

/**
 * The newest messages in the agent's language, the original beside each sentence, by a model or, without one, by the
 * browser's own translator; where there is neither, the card isn't there. Nothing is asked for until Translate is
 * pressed.
 */
function Thread() {
  const { state } = usePanelContext()
  const browser = useBrowserTranslation()
  if (state.relay.model === null && !browser.isThere) return null
  return (
    <Card title={t("thread")}>
      <Translation />
    </Card>
  )
}

function Translation() {
  const { shown, translate } = useTranslatedThread()
  const [original, setOriginal] = useState(true)
  const [change, setChange] = useState(ownTranslation)
  const found = shown?.step === "found" && shown.messages.some(({ rows }) => rows.length > 0)
  return (
    <>
      <div className="in-card do">
        <SelectField label={t("thread.into")} value={change} choices={translationChoices()} choose={setChange} />
        <Button
          small
          disabledReason={shown?.step === "busy" ? t("thread.busy") : undefined}
          onPress={() => void translate(change)}
        >
          {t("thread.translate")}
        </Button>
        {shown?.step === "download" ? (
          <Button small onPress={() => void translate(shown.change, shown.waiting)}>
            {t("translation.download")}
          </Button>
        ) : null}
        {found ? (
          <Button variant="bare" small pressed={original} onPress={() => setOriginal(!original)}>
            {t("thread.original")}
          </Button>
        ) : null}
      </div>
      <p role="status" className="in-card small muted">
        {leadOf(shown)}
      </p>
      {shown?.step === "found" ? (
        <ol className="in-card thread-messages">
          {shown.messages.map((message) => (
            <Message key={message.id} message={message} change={shown.change} original={original} />
          ))}
        </ol>
      ) : null}
    </>
  )
}

/** English where the interface's language is none that can be written. */
function ownTranslation(): Translation {
  const own = languageCode()
  return isLanguage(own) ? `to-${own}` : "to-en"
}

function leadOf(shown: ThreadState | null): string {
  if (!shown) return t("thread.lead")
  if (shown.failed !== undefined) return shown.failed
  if (shown.step === "busy") return shown.download ?? t("thread.busy")
  if (shown.step === "download") return shown.download ?? ""
  const rows = shown.messages.flatMap((message) => message.rows)
  if (rows.length === 0) return t("thread.same")
  const writer = shown.messages.find((message) => message.writer !== undefined)?.writer ?? ""
  if (writer === BROWSER) return t("translation.by-browser")
  return t("thread.by", { model: writer, changed: rows.filter(({ changes }) => changes.length > 0).length })
}

function Message({
  message: { author, role, rows },
  change,
  original
}: {
  message: TranslatedMessage
  change: Translation
  original: boolean
}) {
  if (rows.length === 0) return null
  return (
    <li>
      <p className="small muted">
        {role === "customer" ? t("thread.customer", { author }) : t("thread.agent", { author })}
      </p>
      <ul>
        {rows.map((row, at) => (
          // Rows have no id, and none is moved or removed while they are shown.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <Row key={at} row={row} language={languageInto(change)} original={original} />
        ))}
      </ul>
    </li>
  )
}

function Row({ row, language, original }: { row: RewriteRow; language: string | undefined; original: boolean }) {
  return (
    <li>
      <p dir="auto" lang={language}>
        {row.after}
      </p>
      {original && row.before !== "" ? (
        <p dir="auto" className="small muted">
          {row.before}
        </p>
      ) : null}
      <ChangeTags changes={row.changes} />
    </li>
  )
}

const messageOf = ({
  id,
  author,
  role,
  at,
  translated
}: Extract<BrowserTranslation, { texts: unknown }>["texts"][number]): TranslatedMessage => ({
  id,
  author,
  role,
  at,
  rows: translated?.rows ?? [],
  ...(translated && { writer: BROWSER })
})

/** The translation that is shown for this ticket, and the way to get one. */
function useTranslatedThread() {
  const { ticket, link } = usePanelContext()
  const browser = useBrowserTranslation()
  const queries = useQueryClient()
  const queryKey = ["thread", ticket.key]
  const { data } = useQuery<ThreadState | null>({
    queryKey,
    queryFn: () => null,
    initialData: null,
    staleTime: Infinity,
    gcTime: Infinity
  })
  const set = (next: ThreadState) => queries.setQueryData(queryKey, next)
  return {
    shown: data,
    /** @param waiting what a press allows the browser to download a package for */
    async translate(change: Translation, waiting?: TextToTranslate[]): Promise<void> {
      set({ change, step: "busy", messages: [], ...(waiting && { download: t("translation.downloading") }) })
      try {
        if (browser.isThere) {
          const found = await browser.translate({ of: "thread", change, waiting })
          if ("failed" in found) set({ change, step: "failed", messages: [], failed: found.failed })
          else if ("waiting" in found) set({ change, step: "download", messages: [], ...found })
          else set({ change, step: "found", messages: found.texts.map(messageOf) })
          return
        }
        const answer = await link.send({ kind: "panel-translate", key: ticket.key, change })
        set({ change, step: "found", messages: takeAnswer(answer, ({ translated }) => translated) })
      } catch (error) {
        const failed = browserFailure(error) ?? failureText(error instanceof Error ? error : new Error(String(error)))
        set({ change, step: "failed", messages: [], failed })
      }
    }
  }
}

import { useEffect, useRef } from "react"
import type { RewriteRow, Rewritten } from "../../../protocol/search.ts"
import { plainBlanks } from "../../../ticket/draft.ts"
import { languageInto } from "../../../ticket/rewrite.ts"
import { Button } from "../../kit/button.tsx"
import { Card } from "../../kit/card.tsx"
import { Icon } from "../../kit/icon.tsx"
import { t, tell } from "../../messages/t.ts"
import { ChangeTags, SettledNote } from "./change-tags.tsx"
import { useRewrite, type RewriteState, type RewrittenText } from "./use-rewrite.ts"
import { BROWSER } from "./use-browser-translation.ts"
import "./rewrite.css"

/** A rewrite beside the text that it was made from. It is used at a press only, and can be taken back. */
export function RewriteResult({ of }: { of: RewrittenText }) {
  const { shown, close } = useRewrite()
  const body = useRef<HTMLDivElement>(null)
  const step = shown?.step
  // The buttons stand above it, and the answer may come below the fold.
  useEffect(() => {
    if (step !== undefined) body.current?.scrollIntoView?.({ block: "nearest" })
  }, [step])
  if (shown?.of !== of) return null
  return (
    <Card
      title={t("rewrite.result", { change: tell(`rewrite.change.${shown.change}`, {}), of: shown.of })}
      aside={
        shown.step === "busy" ? null : (
          <Button variant="bare" small onPress={close}>
            {t("rewrite.close")}
          </Button>
        )
      }
    >
      <div className="in-card stack" ref={body}>
        <p role="status" className="note">
          {leadOf(shown)}
        </p>
        {shown.got && shown.step !== "used" ? (
          <Rows rows={shown.got.rows} isTranslation={languageInto(shown.change) !== undefined} />
        ) : null}
        <Choices shown={shown} />
        {shown.got ? <p className="small muted">{byWhom(shown.got.writer)}</p> : null}
        <RewriteVerifyNote verification={shown.got?.verification} />
      </div>
    </Card>
  )
}

const byWhom = (writer: string) =>
  writer === "offline"
    ? t("rewrite.by-rules")
    : writer === BROWSER
      ? t("translation.by-browser")
      : t("rewrite.by", { model: writer })

function leadOf({ step, failed, got, change, download }: RewriteState): string {
  const isTranslation = languageInto(change) !== undefined
  if (failed !== undefined) return failed
  if (step === "busy") return isTranslation ? (download ?? t("translation.busy")) : t("rewrite.busy")
  if (step === "download") return download ?? ""
  if (step === "used") return t("rewrite.used")
  const rows = got?.rows ?? []
  const changed = rows.filter(({ changes }) => changes.length > 0).length
  if (rows.length === 0) return t("rewrite.nothing")
  if (isTranslation) return t("translation.found", { changed, all: rows.length })
  if (changed === 0) return t("rewrite.faithful")
  return t("rewrite.changed", { changed, all: rows.length })
}

function Rows({ rows, isTranslation }: { rows: RewriteRow[]; isTranslation: boolean }) {
  return (
    <ol className="rewrite-rows">
      {rows.map(({ before, after, changes, settled = [] }, at) => (
        // Rows have no id, and none is moved or removed while they are shown.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <li key={at}>
          {before ? <p dir="auto">{isTranslation ? plainBlanks(before) : <del>{plainBlanks(before)}</del>}</p> : null}
          {after ? (
            <p dir="auto">
              <ins>{plainBlanks(after)}</ins>
            </p>
          ) : null}
          {changes.length === 0 && !isTranslation ? (
            <span className="tag ok">
              <Icon name="check" />
              {t("rewrite.keeps")}
            </span>
          ) : (
            <ChangeTags changes={changes} />
          )}
          <SettledNote changes={settled} />
        </li>
      ))}
    </ol>
  )
}

/** Uses what keeps every fact first; the whole of a rewrite that may change one takes a press of its own. */
function Choices({ shown }: { shown: RewriteState }) {
  const { use, undo, ask } = useRewrite()
  const { got, step } = shown
  if (step === "busy") return null
  if (step === "download")
    return (
      <div className="do">
        <Button onPress={() => void ask(shown.of, shown, shown.waiting)}>{t("translation.download")}</Button>
      </div>
    )
  if (step === "used")
    return (
      <div className="do">
        <Button onPress={() => void undo(shown)}>{t("rewrite.undo")}</Button>
      </div>
    )
  const changed = got?.rows.filter(({ changes }) => changes.length > 0).length ?? 0
  const kept = (got?.rows.length ?? 0) - changed
  return (
    <div className="do">
      {got && got.rows.length > 0 && changed === 0 ? (
        <Button variant="main" onPress={() => void use(shown, got.text)}>
          {t("rewrite.use")}
        </Button>
      ) : null}
      {got?.safe === undefined ? null : (
        <Button variant="main" onPress={() => void use(shown, got.safe ?? "")}>
          {t("rewrite.use-others", { count: kept })}
        </Button>
      )}
      {got && changed > 0 ? <Button onPress={() => void use(shown, got.text)}>{t("rewrite.use-anyway")}</Button> : null}
      <Button onPress={() => void ask(shown.of, shown)}>{t("rewrite.again")}</Button>
    </div>
  )
}

/** Says what became of the request to verify a rewrite, if there was one, also if there are no verdicts. */
function RewriteVerifyNote({ verification }: { verification: Rewritten["verification"] }) {
  if (!verification) return null
  const { model, state, confirmed, doubted, unasked = 0 } = verification
  const isTooLong = state === "done" && confirmed + doubted === 0 && unasked > 0
  return (
    <p className="small muted">
      {isTooLong
        ? t("rewrite.verify.long", { model })
        : tell(`rewrite.verify.${state}`, { model, confirmed, doubted, unasked })}
    </p>
  )
}

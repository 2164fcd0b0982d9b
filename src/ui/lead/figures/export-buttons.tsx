import { useState } from "react"
import type { ExportQuery, FiguresQuery } from "../../../protocol/review.ts"
import { Button } from "../../kit/button.tsx"
import { t } from "../../messages/t.ts"
import { HeaderAside } from "../lead-frame.tsx"
import { faultWords } from "../../kit/relay/fault-words.ts"
import { useRelayLink } from "../../kit/relay/use-relay-link.ts"

type What = Pick<ExportQuery, "of" | "format">

/** Exports what is shown: the figures from the header, the cases behind them from the end of the page. */
export function ExportButtons({ query }: { query: FiguresQuery }) {
  const link = useRelayLink()
  const [told, tell] = useState<{ busy?: string; fault?: Error }>({})
  const save = async ({ of, format }: What) => {
    tell({ busy: t("export.busy") })
    try {
      const text = await link.call("GET /v1/review/export", { query: { ...query, of, format } })
      link.download(
        `replywright-${of}-${new Date().toISOString().slice(0, 10)}.${format}`,
        format === "csv" ? "text/csv" : "application/x-ndjson",
        text
      )
      tell({})
    } catch (error) {
      tell({ fault: error instanceof Error ? error : new Error(String(error)) })
    }
  }
  const button = (what: What, words: string) => (
    <Button small disabledReason={told.busy} onPress={() => void save(what)}>
      {words}
    </Button>
  )
  const fault = told.fault ? faultWords(told.fault) : undefined
  return (
    <>
      <HeaderAside>
        {button({ of: "figures", format: "csv" }, t("export.csv"))}
        {button({ of: "figures", format: "jsonl" }, t("export.jsonl"))}
      </HeaderAside>
      <section className="full box" aria-labelledby="export">
        <h2 id="export">{t("export")}</h2>
        <p className="lead">{t("export.lead")}</p>
        <div className="do">
          {button({ of: "cases", format: "csv" }, t("export.cases.csv"))}
          {button({ of: "cases", format: "jsonl" }, t("export.cases.jsonl"))}
        </div>
        <p role="status" className="small quiet">
          {told.busy ?? ""}
        </p>
        {fault ? (
          <p role="alert" className="fault">
            <b>{t("export.failed")}</b> {fault.what} {fault.then}
          </p>
        ) : null}
      </section>
    </>
  )
}

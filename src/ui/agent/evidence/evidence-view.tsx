import { useEffect, useId, useDeferredValue, useMemo, Fragment } from "react"
import { plainBlanks } from "../../../ticket/draft.ts"
import { Button } from "../../kit/button.tsx"
import { direction } from "../../kit/direction.ts"
import { shortcutProps } from "../../kit/key-list.tsx"
import { t, tell } from "../../messages/t.ts"
import { Card } from "../../kit/card.tsx"
import { bindings } from "../state/bindings.ts"
import { usePanelContext } from "../state/use-panel.ts"
import { comparedSentences, type ComparedSentence } from "./compared-sentences.ts"
import { EvidenceTag, Findings } from "./findings.tsx"
import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type { Difference } from "../../../ticket/evidence-pair.ts"

/**
 * Holds each sentence of the letter, the agent's own too, beside the sentence of its source, with what differs marked
 * in both. One key steps through them, and what differs most comes first.
 */
export function EvidenceView() {
  const { evidence } = usePanelContext()
  const { all, isFailed } = useEvidence()
  const at = all && all.length > 0 ? ((evidence.at % all.length) + all.length) % all.length : 0
  const now = all?.[at]
  const { hold } = evidence
  const start = now?.pair.start
  useEffect(() => hold(start), [start, hold])
  if (!all || all.length === 0)
    return (
      <Card title={t("evidence")}>
        <p className="in-card quiet" role="status">
          {isFailed ? t("evidence.failed") : all ? t("evidence.none") : t("evidence.comparing")}
        </p>
      </Card>
    )
  return (
    <Card
      title={t("evidence.at", { n: at + 1, of: all.length })}
      aside={
        <>
          <Button small onPress={() => evidence.step(-1)} {...shortcutProps(bindings.evidenceBack)}>
            {t("evidence.previous")}
          </Button>
          <Button small onPress={() => evidence.step(1)} {...shortcutProps(bindings.evidence)}>
            {t("evidence.next")}
          </Button>
        </>
      }
    >
      <div className="in-card stack">
        {now ? <Pair sentence={now} /> : null}
        <AllSentences all={all} at={at} />
      </div>
    </Card>
  )
}

function Pair({ sentence }: { sentence: ComparedSentence }) {
  const { draft } = usePanelContext()
  const { pair } = sentence
  const [first] = pair.sources
  const way = direction(draft?.language ?? null)
  return (
    <>
      <div className="pair">
        <div>
          <p className="who">{sentence.claim ? t("evidence.letter") : t("evidence.own")}</p>
          <blockquote {...way}>
            <MarkedText text={pair.text} differences={first?.differences ?? []} side="draft" />
          </blockquote>
        </div>
        {pair.sources.map((source, place) => (
          <div key={`${source.n} ${source.text}`}>
            <p className="who">
              {source.n > 0 ? <span className="n1">{source.n}</span> : null}
              <span className="grow">
                {place > 0 ? `${t("evidence.or")} ` : ""}
                {source.n > 0 ? <bdi>{titleOf(draft?.sources, source.n)}</bdi> : t("evidence.ticket")}
              </span>
            </p>
            <blockquote className="src-q" {...way}>
              <MarkedText text={source.text} differences={source.differences} side="source" />
            </blockquote>
          </div>
        ))}
      </div>
      <Findings sentence={sentence} />
    </>
  )
}

type Sources = NonNullable<ReturnType<typeof usePanelContext>["draft"]>["sources"]
function titleOf(sources: Sources | undefined, n: number): string {
  const source = sources?.find((one) => one.n === n)
  return source ? [source.title, ...source.headings.filter((heading) => heading !== source.title)].join(" › ") : ""
}

function AllSentences({ all, at }: { all: ComparedSentence[]; at: number }) {
  const { evidence, draft } = usePanelContext()
  const heading = useId()
  return (
    <section className="compared" aria-labelledby={heading}>
      <h3 id={heading}>{t("evidence.all")}</h3>
      <ol className="all">
        {all.map((sentence, place) => (
          <li key={sentence.pair.start}>
            <button type="button" aria-current={place === at ? "step" : undefined} onClick={() => evidence.show(place)}>
              <span className="cut" {...direction(draft?.language ?? null)}>
                {plainBlanks(sentence.pair.text)}
              </span>
              <EvidenceTag sentence={sentence} />
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The sentences of the letter as it is now beside those of its sources. Undefined until they are compared. */
function useEvidence(): { all: ComparedSentence[] | undefined; isFailed: boolean } {
  const { draft, draftText, ticket, link } = usePanelContext()
  const { letter } = draftText
  const text = useDeferredValue(letter.text)
  const draftId = draft?.id ?? ""
  const { data, isError } = useQuery({
    queryKey: ["evidence", ticket.key, draftId, text],
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const answer = await link.send({ kind: "panel-evidence", key: ticket.key, draftId, text })
      if (answer.ok && answer.evidence) return { text, pairs: answer.evidence }
      throw new Error("The letter could not be compared.")
    }
  })
  const all = useMemo(
    () => (data && data.text === letter.text ? comparedSentences(letter, data.pairs) : undefined),
    [data, letter]
  )
  return { all, isFailed: isError }
}

/** A sentence with the words marked that the other side doesn't say. What it lacks altogether is named before it. */
function MarkedText({
  text,
  differences,
  side
}: {
  text: string
  differences: readonly Difference[]
  side: "draft" | "source"
}) {
  const spans = differences
    .flatMap(({ kind, [side]: span }) => (span ? [{ ...span, kind }] : []))
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start }, at, all) => all.slice(0, at).every((other) => other.end <= start))
  const missing = side === "draft" ? differences.filter((one) => !one.draft && one.source) : []
  const textBetween = (start: number, end?: number) => plainBlanks(text.slice(start, end))
  return (
    <>
      {missing.map(({ kind, source }) => (
        <Fragment key={`${kind} ${source?.start ?? 0}`}>
          <span className="gap">{t("evidence.missing", { kind: tell(`evidence.kind.${kind}`, {}) })}</span>{" "}
        </Fragment>
      ))}
      {spans.map(({ start, end, kind }, at) => (
        <Fragment key={start}>
          {textBetween(spans[at - 1]?.end ?? 0, start)}
          <mark className={kind === "word" ? "word" : side === "draft" ? "off" : "says"}>
            {textBetween(start, end)}
          </mark>
        </Fragment>
      ))}
      {textBetween(spans.at(-1)?.end ?? 0)}
    </>
  )
}

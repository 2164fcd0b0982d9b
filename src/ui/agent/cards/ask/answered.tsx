import { useId, useState } from "react"
import type { AnsweredQuestion, ModelAnswer } from "../../../../protocol/search.ts"
import { Button } from "../../../kit/button.tsx"
import { direction } from "../../../kit/direction.ts"
import { Icon } from "../../../kit/icon.tsx"
import { MaskedTextView } from "../../../kit/masked-text-view.tsx"
import { t, tell } from "../../../messages/t.ts"
import { PageLink } from "../../source/page-link.tsx"
import type { AnswerSentence } from "../../state/suggested-sentence.ts"
import { usePanelContext } from "../../state/use-panel.ts"

export interface Asked {
  question: string
  answer: AnsweredQuestion
}

/** A question of the agent with its answer. It isn't part of the draft until the agent adds it. */
export function Answered({ asked: { question, answer } }: { asked: Asked }) {
  const heading = useId()
  return (
    <section className="asked" aria-labelledby={heading}>
      <h3 id={heading}>{question}</h3>
      {answer.sentAs === undefined ? null : (
        <p className="small">
          {t("search.sent-as")} <MaskedTextView text={answer.sentAs} />
        </p>
      )}
      {answer.answer ? <ByModel answered={answer} answer={answer.answer} /> : <Nearest answered={answer} />}
    </section>
  )
}

/** The sentences of pages and ticket that are nearest, word for word. */
function Nearest({ answered }: { answered: AnsweredQuestion }) {
  const { draft, ticket } = usePanelContext()
  const { sentences, sources, nearest, documents, unanswered } = answered
  if (sentences.length === 0)
    return (
      <p className="quiet">
        {nearest === undefined ? t("question.none", { count: documents }) : t("question.nearest", { title: nearest })}
      </p>
    )
  return (
    <>
      <p className="small quiet">
        {unanswered ? tell(`question.unanswered.${unanswered}`, {}) : t("question.sentences")}
      </p>
      <ul className="stack" {...direction(draft?.language ?? ticket.language)}>
        {sentences.map(({ n, text }) => (
          <li key={`${n} ${text}`}>
            {text} <Cites numbers={[n]} sources={sources} />
            {n > 0 && sources.find((source) => source.n === n)?.visibility === "public" ? (
              <AddToReply sentences={[{ text, n }]} sources={sources} isShort />
            ) : null}
          </li>
        ))}
      </ul>
      <Pages sources={sources} />
    </>
  )
}

/** A model's answer, each sentence with the pages that say it, or without one. */
function ByModel({ answered: { sources }, answer }: { answered: AnsweredQuestion; answer: ModelAnswer }) {
  return (
    <>
      <p className="answer" dir="auto">
        {answer.sentences.map(({ text, sources: of, state }, at) => (
          <span key={at} className="s">
            {text}
            {state === "courtesy" ? null : of.length > 0 && state === "supported" ? (
              <Cites numbers={of} sources={sources} />
            ) : (
              <span className="mk doubt">
                <Icon name="no-source" />
                {t("mark.no-source")}
              </span>
            )}{" "}
          </span>
        ))}
      </p>
      <p className="small muted">{t("question.by", { model: answer.model })}</p>
      <Pages sources={sources} />
      <AddToReply
        sentences={answer.sentences
          .filter(({ state }) => state !== "courtesy")
          .map(({ text, sources: [n], state }) => ({ text, n: state === "supported" ? n : undefined }))}
        sources={sources}
      />
      {answer.body === undefined ? null : (
        <details className="small">
          <summary>{t("question.saw")}</summary>
          <pre className="saw">{answer.body}</pre>
        </details>
      )}
    </>
  )
}

function Cites({ numbers, sources }: { numbers: number[]; sources: AnsweredQuestion["sources"] }) {
  const shown = numbers.map((n) => (n === 0 ? t("mark.ticket") : String(sources.findIndex((one) => one.n === n) + 1)))
  return shown.map((text) => (
    <span key={text} className="cite own">
      {text}
    </span>
  ))
}

function Pages({ sources }: Pick<AnsweredQuestion, "sources">) {
  if (sources.length === 0) return null
  return (
    <ol className="small quiet from-list">
      {sources.map(({ id, title, headings, url, visibility }) => (
        <li key={id}>
          <PageLink url={url}>
            <bdi>{[title, ...headings.filter((one) => one !== title)].join(" › ")}</bdi>
          </PageLink>
          {visibility === "internal" ? ` · ${t("source.internal")}` : ""}
        </li>
      ))}
    </ol>
  )
}

interface AddToReplyProps {
  sentences: { text: string; n: number | undefined }[]
  sources: AnsweredQuestion["sources"]
  /** Beside a single sentence, the button stands alone. */
  isShort?: boolean
}

/** Puts sentences into the draft. A page that is a source of the draft too keeps its number there. */
function AddToReply({ sentences, sources, isShort = false }: AddToReplyProps) {
  const { draft, suggestions } = usePanelContext()
  const [isAdded, setAdded] = useState(false)
  const { add } = suggestions
  if (!add || sentences.length === 0) return null
  const numbered = sentences.map(({ text, n }): AnswerSentence => {
    const id = sources.find((source) => source.n === n)?.id
    return { text, source: draft?.sources.find((source) => source.id === id)?.n }
  })
  const button = (
    <Button
      small
      icon="plus"
      {...(isShort ? { label: t("question.add"), pressed: isAdded } : {})}
      onPress={() => {
        add(numbered)
        setAdded(true)
      }}
    >
      {isShort ? null : t("question.add")}
    </Button>
  )
  if (isShort) return button
  return (
    <div className="row">
      <span className="grow small muted" role="status">
        {isAdded ? t("question.added") : t("question.not-in-reply")}
      </span>
      {button}
    </div>
  )
}

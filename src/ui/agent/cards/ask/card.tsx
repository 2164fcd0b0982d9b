import { useQuery, useQueryClient } from "@tanstack/react-query"
import { Card } from "../../../kit/card.tsx"
import { t, tell } from "../../../messages/t.ts"
import { failureText, takeAnswer } from "../../card-kit/command-answers.ts"
import type { PanelCard } from "../../card-kit/panel-card.ts"
import { useTypedWords } from "../../state/typed-words.ts"
import { useRequest } from "../../card-kit/use-request.ts"
import { WordsForm } from "../../card-kit/words-form.tsx"
import { usePanelContext } from "../../state/use-panel.ts"
import { use, useId, useState } from "react"
import type { AnsweredQuestion, ModelAnswer } from "../../../../protocol/search.ts"
import { Button } from "../../../kit/button.tsx"
import { direction } from "../../../kit/direction.ts"
import { Icon } from "../../../kit/icon.tsx"
import { MaskedTextView } from "../../../kit/masked-text-view.tsx"
import { shortcutProps } from "../../../kit/key-list.tsx"
import { SingleKeys, useKeys } from "../../../kit/use-keys.ts"
import { PageLink } from "../../../kit/page-link.tsx"
import { bindings } from "../../state/bindings.ts"
import type { AnswerSentence } from "../../state/suggested-sentence.ts"
import { citesSources } from "../../../../ticket/draft.ts"

export const askCard: PanelCard = { id: "ask", place: "ask", order: 44, Card: Ask }

/**
 * Answers the agent's own questions from the ticket and the team's pages, each sentence with its source. Only the agent
 * sees the answers: they aren't part of the draft.
 */
function Ask() {
  const { ticket } = usePanelContext()
  return (
    <Card title={t("question")} aside={<span className="small muted">{t("question.aside")}</span>}>
      <Questions key={ticket.key} />
    </Card>
  )
}

function Questions() {
  const { ticket, link } = usePanelContext()
  const queries = useQueryClient()
  const queryKey = ["asked", ticket.key]
  // They stay while the panel is open, also when another ticket is looked at meanwhile.
  const { data: all = [] } = useQuery<Asked[]>({
    queryKey,
    queryFn: () => [],
    initialData: [],
    staleTime: Infinity,
    gcTime: Infinity
  })
  const typed = useTypedWords()
  const { failed, busy, ask } = useRequest(async (question) => {
    const answer = takeAnswer(await link.send({ kind: "panel-ask", key: ticket.key, question }), ({ asked }) => asked)
    queries.setQueryData<Asked[]>(queryKey, (before = []) => [{ question, answer }, ...before].slice(0, MOST))
    // What was typed while the answer was made stays.
    if (typed.of(FIELD) === question) typed.write(FIELD, "")
    return answer
  })
  return (
    <div className="in-card stack">
      <WordsForm
        id="question"
        name={t("question.field")}
        action={t("question.do")}
        typed={typed.of(FIELD)}
        setTyped={(words) => typed.write(FIELD, words)}
        ask={ask}
        most={MOST_TYPED}
      />
      <p role="status" className="small muted">
        {busy ? t("question.busy") : failed ? failureText(failed) : all.length > 0 ? "" : t("question.lead")}
      </p>
      {all.map((asked, at) => (
        <Answered key={all.length - at} asked={asked} isNewest={at === 0} />
      ))}
    </div>
  )
}

const FIELD = "question"
/** Older questions of a ticket are left out. */
const MOST = 20
/** In characters. */
const MOST_TYPED = 500

interface Asked {
  question: string
  answer: AnsweredQuestion
}

/** A question of the agent with its answer. It isn't part of the draft until the agent adds it. */
function Answered({ asked: { question, answer }, isNewest }: { asked: Asked; isNewest: boolean }) {
  const heading = useId()
  return (
    <section className="asked" aria-labelledby={heading}>
      <h3 id={heading}>{question}</h3>
      {answer.sentAs === undefined ? null : (
        <p className="small">
          {t("search.sent-as")} <MaskedTextView text={answer.sentAs} />
        </p>
      )}
      {answer.answer ? (
        <ByModel answered={answer} answer={answer.answer} isNewest={isNewest} />
      ) : (
        <Nearest answered={answer} isNewest={isNewest} />
      )}
    </section>
  )
}

/** The sentences of pages and ticket that are nearest, word for word. */
function Nearest({ answered, isNewest }: { answered: AnsweredQuestion; isNewest: boolean }) {
  const { draft, ticket } = usePanelContext()
  const [added, setAdded] = useState<readonly string[]>([])
  const { sentences, sources, nearest, documents, unanswered } = answered
  const addable = sentences.filter(
    ({ n, deniedBy }) =>
      n > 0 && deniedBy === undefined && sources.find((source) => source.n === n)?.visibility === "public"
  )
  const next = isNewest ? addable.find(({ text }) => !added.includes(text)) : undefined
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
        {sentences.map((one) => (
          <li key={`${one.n} ${one.text}`}>
            {one.deniedBy === undefined ? null : <b>{underHeading(one.deniedBy)}</b>}
            {one.text} <Cites isNear={false} numbers={[one.n]} sources={sources} />
            {addable.includes(one) ? (
              <AddToReply
                sentences={[one]}
                sources={sources}
                isShort
                hasKey={one === next}
                isAdded={added.includes(one.text)}
                onAdded={() => setAdded((before) => [...before, one.text])}
              />
            ) : null}
          </li>
        ))}
      </ul>
      <Pages sources={sources} />
    </>
  )
}

const underHeading = (heading: string): string => `${heading.replace(/[:：]$/u, "")}: `

/** A model's answer, each sentence with the pages that say it, or without one. */
function ByModel({
  answered: { sources },
  answer,
  isNewest
}: {
  answered: AnsweredQuestion
  answer: ModelAnswer
  isNewest: boolean
}) {
  const [isAdded, setAdded] = useState(false)
  return (
    <>
      <p className="answer" dir="auto">
        {answer.sentences.map(({ text, sources: of, state }, at) => (
          <span key={at} className="s">
            {text}
            {state === "courtesy" ? null : of.length > 0 && citesSources({ state }) ? (
              <Cites numbers={of} sources={sources} isNear={state === "near"} />
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
        hasKey={isNewest && !isAdded}
        isAdded={isAdded}
        onAdded={() => setAdded(true)}
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

interface CitesProps {
  numbers: number[]
  sources: AnsweredQuestion["sources"]
  /** They have words of the sentence, which don't prove it. */
  isNear: boolean
}

function Cites({ numbers, sources, isNear }: CitesProps) {
  const labels = numbers.map((n) => (n === 0 ? t("mark.ticket") : String(sources.findIndex((one) => one.n === n) + 1)))
  return labels.map((text) => (
    <span key={text} className={`cite own${isNear ? " near" : ""}`}>
      {isNear ? <span className="sr">{t("mark.near.ask")}</span> : null}
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
  /** It is the next one that the key for adding adds. */
  hasKey: boolean
  isAdded: boolean
  onAdded: () => void
}

/** Puts sentences into the draft. A page that is a source of the draft too keeps its number there. */
function AddToReply({ sentences, sources, isShort = false, hasKey, isAdded, onAdded }: AddToReplyProps) {
  const { draft, suggestions } = usePanelContext()
  const single = use(SingleKeys)
  const { add } = suggestions
  const put = () => {
    if (!add || sentences.length === 0) return
    add(numbered())
    onAdded()
  }
  const numbered = () =>
    sentences.map(({ text, n }): AnswerSentence => {
      const id = sources.find((source) => source.n === n)?.id
      return { text, source: draft?.sources.find((source) => source.id === id)?.n }
    })
  useKeys(hasKey ? { [bindings.addAnswer.key]: put } : {}, single)
  if (!add || sentences.length === 0) return null
  const button = (
    <Button
      small
      icon="plus"
      {...(isShort ? { label: t("question.add"), pressed: isAdded } : {})}
      // Its name for ARIA is longer than one character, so Button doesn't see that it is a single key.
      {...(hasKey && single ? shortcutProps(bindings.addAnswer) : {})}
      onPress={put}
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

import { useQuery, useQueryClient } from "@tanstack/react-query"
import { Card } from "../../../kit/card.tsx"
import { t } from "../../../messages/t.ts"
import { failureText, takeAnswer } from "../../card-kit/command-answers.ts"
import type { PanelCard } from "../../card-kit/panel-card.ts"
import { useTypedWords } from "../../card-kit/typed-words.ts"
import { useRequest } from "../../card-kit/use-request.ts"
import { WordsForm } from "../../card-kit/words-form.tsx"
import { usePanelContext } from "../../state/use-panel.ts"
import { Answered, type Asked } from "./answered.tsx"

export const askCard: PanelCard = { id: "ask", order: 44, Card: Ask }

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

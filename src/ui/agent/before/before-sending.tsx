import { use, useState } from "react"
import type { OpenCase } from "../../../ticket/draft.ts"
import { Button } from "../../kit/button.tsx"
import { Icon } from "../../kit/icon.tsx"
import { SingleKeys } from "../../kit/use-keys.ts"
import { shortcutProps } from "../../kit/key-list.tsx"
import { bindings } from "../state/bindings.ts"
import { dangerOf } from "../state/hand-over.ts"
import { t } from "../../messages/t.ts"
import { foldsAbove } from "../state/use-drawer.ts"
import { usePanelContext } from "../state/use-panel.ts"
import { toDoId, type ToDoState } from "../state/use-to-do.ts"
import "./before-sending.css"

/**
 * What is to do before the letter is sent, above the letter because that claims it: at most three lines, each with a
 * tick. Open ones hold nothing. Nothing is shown where there is nothing to do, or while a drawer is open.
 */
export function BeforeSending() {
  const { toDo, cases, ticket, drawer } = usePanelContext()
  const [whole, setWhole] = useState("")
  const questions = [...new Set(cases.answers.map(({ open }) => open))]
  if (toDo.all.length + questions.length === 0 || foldsAbove(drawer)) return null
  const isWhole = whole === ticket.key || toDo.all.length <= MAX_LINES
  const shown = isWhole ? toDo.all : toDo.all.slice(0, MAX_LINES - 1)
  return (
    <section className="todo" aria-labelledby="todo">
      <header>
        <h2 id="todo" className="grow">
          {t("todo")}
        </h2>
        <span className="small muted num" role="status">
          {toDo.all.length > 0
            ? t("todo.count", { done: toDo.all.length - toDo.open.length, all: toDo.all.length })
            : ""}
        </span>
      </header>
      <ul>
        {questions.map((open) => (
          <Question key={open.asked?.question} open={open} />
        ))}
        {shown.map((one, at) => (
          <Line key={one.id} one={one} n={at + 1} />
        ))}
      </ul>
      {isWhole ? null : (
        <Button variant="bare" small onPress={() => setWhole(ticket.key)}>
          {t("todo.more", { count: toDo.all.length - shown.length })}
        </Button>
      )}
    </section>
  )
}

const MAX_LINES = 3

/** A question that decides the case, which an agent who knows the answer settles with one press. */
function Question({ open }: { open: OpenCase }) {
  const { cases, toDo } = usePanelContext()
  // What is to do has the digits, where there is something.
  const keyOf = (digit: number) => (toDo.all.length > 0 ? {} : { hint: String(digit), shortcut: String(digit) })
  return (
    <li className="question">
      <Icon name="question" />
      <div>
        <b dir="auto">{open.asked?.question}</b>
        <p>{t("cases.know")}</p>
        <div className="do">
          {cases.answers
            .filter((answer) => answer.open === open)
            .map(({ name, digit }) => (
              <Button key={name} small {...keyOf(digit)} onPress={() => cases.answer(open, name)}>
                <span dir="auto">{name}</span>
              </Button>
            ))}
        </div>
      </div>
    </li>
  )
}

function Line({ one: { id, what, why, kind, isDone }, n }: { one: ToDoState["all"][number]; n: number }) {
  const { toDo, state, handOver } = usePanelContext()
  const single = use(SingleKeys)
  const bound = single && n < 10
  return (
    <li>
      <input
        type="checkbox"
        className="todo-tick"
        id={toDoId(n)}
        aria-describedby={`${toDoId(n)}-why`}
        aria-keyshortcuts={bound ? String(n) : undefined}
        checked={isDone}
        onChange={() => toDo.tick(id)}
      />
      <div>
        <label htmlFor={toDoId(n)} dir="auto">
          {what}
        </label>
        <p id={`${toDoId(n)}-why`} dir="auto">
          {why}
        </p>
        {kind === "hand-over" && dangerOf(state) ? (
          <div className="do">
            <Button {...shortcutProps(bindings.handOver)} variant={isDone ? "bare" : "main"} onPress={handOver}>
              {t("danger.copy")}
            </Button>
          </div>
        ) : null}
      </div>
      {bound ? <kbd aria-hidden="true">{n}</kbd> : null}
    </li>
  )
}

import { useId, useRef, useState, type FormEvent } from "react"
import { Button } from "../../kit/button.tsx"
import { t, tell } from "../../messages/t.ts"
import {
  MAX_WORD_CHARACTERS,
  MAX_RULE_WORDS,
  type RuleWord,
  type WordKind
} from "../../../protocol/routes/masking-rules.ts"

/** A list of words, each with its origin. Words can be added and removed. */
export function WordListEditor({
  kind,
  words,
  other,
  known,
  set
}: {
  kind: WordKind
  words: string[]
  other: string[]
  known: RuleWord[]
  set: (words: string[]) => void
}) {
  const id = useId()
  const list = useRef<HTMLUListElement>(null)
  const part = kind === "keep" ? "keep" : "names"
  const out = (word: string, at: number) => {
    set(words.filter((one) => one !== word))
    // The button disappears with its word, so the focus moves to the next one.
    const buttons = [...(list.current?.querySelectorAll("button") ?? [])]
    const next = buttons[at + 1] ?? buttons[at - 1] ?? document.getElementById(`${id}-new`)
    next?.focus()
  }
  return (
    <div>
      <h3 id={id}>{tell(`rules.${part}`, {})}</h3>
      <p className="small quiet">{tell(`rules.${part}.lead`, {})}</p>
      {words.length === 0 ? (
        <p className="small muted">{tell(`rules.${part}.none`, {})}</p>
      ) : (
        <ul className="entries words" aria-labelledby={id} ref={list}>
          {words.map((word, at) => (
            <li key={word} className="row">
              <span className="grow">
                <bdi>{word}</bdi>{" "}
                <span className="small quiet">
                  {origin(known.find((one) => one.kind === kind && one.word === word))}
                </span>
              </span>
              <Button small onPress={() => out(word, at)}>
                {t("rules.out")}
                <span className="sr"> {word}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <NewWord
        id={`${id}-new`}
        label={tell(`rules.${part}.add`, {})}
        words={words}
        other={other}
        add={(word) => set([...words, word])}
      />
    </div>
  )
}

function NewWord({
  id,
  label,
  words,
  other,
  add
}: {
  id: string
  label: string
  words: string[]
  other: string[]
  add: (word: string) => void
}) {
  const [typed, setTyped] = useState("")
  const [wrong, setWrong] = useState("")
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const word = typed.replace(/\s+/gu, " ").trim()
    const fault = faultOf(word, words, other)
    setWrong(fault)
    if (fault) return
    setTyped("")
    add(word)
  }
  return (
    <form onSubmit={submit}>
      <label className="small muted" htmlFor={id}>
        {label}
      </label>
      <div className="new-word">
        <input
          className="in"
          id={id}
          value={typed}
          maxLength={MAX_WORD_CHARACTERS}
          autoComplete="off"
          aria-describedby={`${id}-wrong`}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Button submit onPress={() => undefined}>
          {t("rules.add")}
          <span className="sr"> {label}</span>
        </Button>
      </div>
      <p role="alert" className="fault" id={`${id}-wrong`}>
        {wrong}
      </p>
    </form>
  )
}

function faultOf(word: string, words: string[], other: string[]): string {
  const stands = (list: string[]) => list.some((one) => one.toLowerCase() === word.toLowerCase())
  if (word.length < 2) return t("rules.word.length")
  if (stands(words)) return t("rules.word.there", { word })
  if (stands(other)) return t("rules.word.other", { word })
  return words.length >= MAX_RULE_WORDS ? t("rules.word.full", { most: MAX_RULE_WORDS }) : ""
}

function origin(word: RuleWord | undefined): string {
  if (!word) return t("rules.from.new")
  if (word.from === "articles")
    return t("rules.from.articles", { sort: tell(`rules.sort.${word.sort ?? "brand"}`, {}), count: word.articles ?? 1 })
  return tell(`rules.from.${word.from}`, { name: word.by ?? t("rules.somebody") })
}

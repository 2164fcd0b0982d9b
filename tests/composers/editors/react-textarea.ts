import { createElement, useState, type TextareaHTMLAttributes } from "react"
import { flushSync } from "react-dom"
import { createRoot } from "react-dom/client"
import type { Opened } from "../editor.ts"

export function openReact(value: string): Opened {
  const host = document.body.appendChild(document.createElement("div"))
  const root = createRoot(host)
  let state = value
  let taken = (next: string) => next
  let readOnly: (() => void) | undefined
  function Field() {
    const [words, setWords] = useState(value)
    const [locked, setLocked] = useState(false)
    state = words
    readOnly = () => flushSync(() => setLocked(true))
    return createElement<TextareaHTMLAttributes<HTMLTextAreaElement>>("textarea", {
      value: words,
      readOnly: locked,
      onChange: (event) => setWords(taken(event.currentTarget.value))
    })
  }
  flushSync(() => root.render(createElement(Field)))
  const element = host.querySelector("textarea")
  if (!element) throw new Error("React drew no textarea")
  return {
    element,
    model: () => state,
    lines: () => state,
    readOnly: () => readOnly?.(),
    revert: () => (taken = () => value),
    close() {
      root.unmount()
      host.remove()
    }
  }
}

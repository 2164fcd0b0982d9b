import { use, useEffect, useId, useState, type KeyboardEvent } from "react"
import { flushSync } from "react-dom"
import { actsAlways } from "../../kit/key-list.tsx"
import { SingleKeys } from "../../kit/use-keys.ts"
import { isMessage, t, tell } from "../../messages/t.ts"
import { useTypedWords } from "../state/typed-words.ts"
import { actionsOf, type Action } from "./actions.ts"
import { PanelPage } from "../layout/panel-page.tsx"
import { usePanelContext } from "../state/use-panel.ts"

/**
 * Lists everything that can be done now, in place of the cards. Typing narrows the list, the arrow keys choose, and
 * Enter runs the action.
 */
export function CommandPalette() {
  const panel = usePanelContext()
  const [typed, setTyped] = useState("")
  const [wanted, setWanted] = useState(0)
  const list = useId()
  const matched = matching(
    actionsOf(panel).filter(({ disabled }) => !disabled),
    typed
  )
  const found = [...matched, ...useWordActions(typed.trim())]
  const at = Math.min(wanted, found.length - 1)
  const idOf = (action: Action | undefined) => (action ? `${list}-${action.id}` : undefined)
  const chosen = idOf(found[at])
  useEffect(() => {
    if (chosen) document.getElementById(chosen)?.scrollIntoView?.({ block: "nearest" })
  }, [chosen])

  const run = (action: Action | undefined) => {
    if (!action) return
    // The cards and the focus are restored before the action runs, because it may lead to a place in the cards.
    flushSync(() => panel.setView("seat"))
    action.run()
  }
  const pressed = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, nativeEvent } = event
    if (ctrlKey || metaKey || nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[key]
    if (step !== undefined) setWanted((at + step + found.length) % Math.max(1, found.length))
    else if (key === "Enter") run(found[at])
    // Here Esc only goes back, even while a draft is being written.
    else if (key === "Escape") panel.setView("seat")
    else return
    event.preventDefault()
  }
  return (
    <PanelPage title={t("palette")}>
      <input
        id="palette"
        className="in"
        role="combobox"
        aria-label={t("palette.find")}
        aria-autocomplete="list"
        aria-expanded={found.length > 0}
        aria-controls={found.length > 0 ? list : undefined}
        aria-activedescendant={chosen}
        value={typed}
        placeholder={t("palette.find")}
        autoComplete="off"
        spellCheck={false}
        onKeyDown={pressed}
        onChange={({ target }) => {
          setTyped(target.value)
          setWanted(0)
        }}
      />
      {found.length > 0 ? (
        <ul className="palette" id={list} role="listbox" aria-label={t("palette")}>
          {found.map((action) => (
            <Option
              key={action.id}
              id={idOf(action)}
              action={action}
              chosen={action === found[at]}
              onPress={() => run(action)}
            />
          ))}
        </ul>
      ) : null}
      <p role="status" className="quiet">
        {matched.length > 0 ? "" : t("palette.none")}
      </p>
    </PanelPage>
  )
}

function Option({
  id,
  action: { label, binding },
  chosen,
  onPress
}: {
  id: string | undefined
  action: Action
  chosen: boolean
  onPress: () => void
}) {
  const single = use(SingleKeys)
  const bound = binding && (single || actsAlways(binding)) ? binding : undefined
  return (
    // The field keeps the focus, because it receives the keys.
    <li
      id={id}
      role="option"
      aria-selected={chosen}
      aria-keyshortcuts={bound?.shortcut}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      <span className="grow" dir="auto">
        {label}
      </span>
      {bound ? <kbd aria-hidden="true">{bound.hint}</kbd> : null}
    </li>
  )
}

/** What can be done with the typed words themselves, at the end of the list. */
function useWordActions(words: string): Action[] {
  const typed = useTypedWords()
  const { toField } = usePanelContext()
  const inField = (field: "search" | "question") => () => {
    typed.write(field, words)
    toField(field)
  }
  if (words === "") return []
  return [
    { id: "search-words", label: t("palette.search", { words }), run: inField("search") },
    { id: "ask-words", label: t("palette.ask", { words }), run: inField("question") }
  ]
}

/**
 * Returns the actions whose name or other usual words have every typed word, as the beginning of one or within it. Those
 * whose name begins with the typed text come first, then those that have it in their name.
 */
function matching(actions: Action[], typed: string): Action[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const label = (action: Action) => action.label.toLowerCase()
  const inLabel = (action: Action) => words.every((word) => label(action).includes(word))
  const found = actions.filter((action) => {
    const all = `${label(action)} ${otherWords(action)}`
    return words.every((word) => all.includes(word))
  })
  const rank = (action: Action) => (label(action).startsWith(typed.trim().toLowerCase()) ? 0 : inLabel(action) ? 1 : 2)
  return found.sort((a, b) => rank(a) - rank(b))
}

function otherWords({ id }: Action): string {
  const key = `find.${id}`
  return isMessage(key) ? tell(key, {}).toLowerCase() : ""
}

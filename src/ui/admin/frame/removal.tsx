import { useEffect, useId, useRef, useState, type ReactNode } from "react"
import type { PageRoute } from "../../../protocol/routes/calls/page-call.ts"
import type { CallParts } from "../../../protocol/routes/calls/route-types.ts"
import { Button } from "../../kit/button.tsx"
import { useRelayCommand } from "../../kit/relay/use-relay-query.ts"
import { t, type MessageKey } from "../../messages/t.ts"
import { ErrorMessage } from "./error-message.tsx"

/** A list by the name of its title, for which there are words that remove an entry. */
type RemovableName = {
  [K in MessageKey]: `${K}.remove` | `${K}.sure` | `${K}.do` | `${K}.keep` extends MessageKey ? K : never
}[MessageKey]

/**
 * The button that removes an entry of a list, and below the entry its question and what went wrong. The focus goes to
 * the question, and back to the button if the entry is kept.
 * @param name names the entry to who can't see it @param list the route that the list is read by
 * @param route removes the entry with these `parts`
 */
export function useRemoval<R extends PageRoute>({
  of,
  name,
  list,
  route,
  parts,
  removed
}: {
  of: RemovableName
  name: string
  list: PageRoute
  route: R
  parts: CallParts<R>
  removed: () => void
}): { button: ReactNode; question: ReactNode } {
  const id = useId()
  const [asking, setAsking] = useState(false)
  const remove = useRelayCommand(list, route, removed)
  const words = t(`${of}.remove`)
  const keep = () => {
    setAsking(false)
    document.getElementById(id)?.focus()
  }
  return {
    button: (
      <Button
        small
        variant="danger"
        id={id}
        label={`${words} ${name}`}
        expanded={asking}
        onPress={() => setAsking(!asking)}
      >
        {words}
      </Button>
    ),
    question: (
      <>
        {asking ? (
          <RemovalQuestion
            words={{ sure: t(`${of}.sure`), do: t(`${of}.do`), keep: t(`${of}.keep`) }}
            keep={keep}
            remove={() => remove.mutate(parts)}
          />
        ) : null}
        {remove.error ? <ErrorMessage error={remove.error} /> : null}
      </>
    )
  }
}

/**
 * Asks once more before something of a list is removed. The focus moves to the question.
 * @param busy why it can't be pressed again
 */
export function RemovalQuestion({
  words,
  busy,
  keep,
  remove
}: {
  words: { sure: string; do: string; keep: string }
  busy?: string | undefined
  keep: () => void
  remove: () => void
}) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div className="stack ask" role="alert" ref={box} tabIndex={-1}>
      <p>{words.sure}</p>
      <div className="do">
        <Button small once variant="danger" disabledReason={busy} onPress={remove}>
          {words.do}
        </Button>
        <Button small onPress={keep}>
          {words.keep}
        </Button>
      </div>
    </div>
  )
}

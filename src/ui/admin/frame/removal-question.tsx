import { useEffect, useRef } from "react"
import { Button } from "../../kit/button.tsx"
import { t } from "../../messages/t.ts"

/** Asks once more before something of a list is removed. The focus moves to the question. */
export function RemovalQuestion({
  of,
  keep,
  remove
}: {
  of: "voices" | "playbooks" | "shared" | "webhooks"
  keep: () => void
  remove: () => void
}) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div className="stack ask" role="alert" ref={box} tabIndex={-1}>
      <p>{t(`${of}.sure`)}</p>
      <div className="do">
        <Button small once variant="danger" onPress={remove}>
          {t(`${of}.do`)}
        </Button>
        <Button small onPress={keep}>
          {t(`${of}.keep`)}
        </Button>
      </div>
    </div>
  )
}

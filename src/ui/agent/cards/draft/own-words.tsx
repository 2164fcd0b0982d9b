import { Button } from "../../../kit/button.tsx"
import { t } from "../../../messages/t.ts"
import { focusIfLost } from "../../state/focus.ts"
import { usePanelContext } from "../../state/use-panel.ts"

/** Says whose words a letter has that the agent has begun where nothing answers. What we put in can be taken out. */
export function OwnWords() {
  const { draft, draftText, editing, suggestions } = usePanelContext()
  const { begun, takeBack } = suggestions
  if (draftText.letter.text === "" || editing || (!draft?.refusal && !begun)) return null
  if (!begun && draftText.letter.claims.length > 0) return null
  return (
    <div className="in-card row own-words">
      <p className="grow small muted">{t(begun ? `own.${begun}` : "own.words")}</p>
      {begun ? (
        <Button
          small
          onPress={() => {
            takeBack()
            focusIfLost("ask-customer")
          }}
        >
          {t("own.back")}
        </Button>
      ) : null}
    </div>
  )
}

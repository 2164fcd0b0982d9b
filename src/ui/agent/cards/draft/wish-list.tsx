import type { UndoneWish } from "../../../../ticket/draft.ts"
import { Button } from "../../../kit/button.tsx"
import { t } from "../../../messages/t.ts"
import { isWriting } from "../../state/disabled-reasons.ts"
import { usePanelContext } from "../../state/use-panel.ts"

/** What the agent wanted changed and is still in force, each to be taken back, and what of it can't be done. */
export function WishList() {
  const { draft, regenerate, disabledReasons, showNotice } = usePanelContext()
  const wishes = draft?.wishes ?? []
  const notDone = isWriting(draft) ? [] : (draft?.answer?.notDone ?? [])
  return (
    <>
      {wishes.length > 0 ? (
        <ul className="wishes" aria-label={t("wishes")}>
          {wishes.map((wish, at) => (
            <li key={`${at} ${wish}`}>
              <Button
                small
                icon="x"
                label={t("wishes.remove", { wish })}
                disabledReason={disabledReasons.regenerate}
                onRefused={(why) => showNotice({ why })}
                onPress={() => void regenerate(wishes.filter((_, other) => other !== at).join("\n"))}
              >
                <span dir="auto">{wish}</span>
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <div role="status" className="not-done small">
        {notDone.map((one, at) => (
          <p key={`${at} ${one.part}`}>{wordsFor(one)}</p>
        ))}
      </div>
    </>
  )
}

const wordsFor = ({ part, why }: UndoneWish) => t(`wishes.${why}`, { part })

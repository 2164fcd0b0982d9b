import { Button } from "../../kit/button.tsx"
import { KeyList, SingleKeysSwitch, type KeyRow } from "../../kit/key-list.tsx"
import { t } from "../../messages/t.ts"
import { reasonKeys, reviewKeys } from "./review-keys.ts"

/** Every key, shown in place of the case. */
export function ReviewShortcuts({ setSingle, close }: { setSingle: (on: boolean) => void; close: () => void }) {
  const { next, previous, save, skip, undo, keys } = reviewKeys
  const rows: KeyRow[] = [next, previous, save, skip, undo, keys]
  return (
    <article className="mid" aria-labelledby="sheet">
      <div className="row case-head">
        <h1 id="sheet" className="grow">
          {t("keys")}
        </h1>
        <Button small onPress={close}>
          {t("review.back")}
        </Button>
      </div>
      <section className="box">
        <KeyList keys={rows} />
      </section>
      <section className="box" aria-labelledby="sheet-reasons">
        <h2 id="sheet-reasons">{t("reasons")}</h2>
        <KeyList keys={reasonKeys} />
      </section>
      <section className="box">
        <SingleKeysSwitch set={setSingle} />
      </section>
    </article>
  )
}

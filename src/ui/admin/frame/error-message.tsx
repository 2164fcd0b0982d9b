import { Button } from "../../kit/button.tsx"
import { t } from "../../messages/t.ts"
import { CallFault } from "../../kit/relay/call-fault.ts"
import { faultWords } from "../../kit/relay/fault-words.ts"

/** Says what went wrong and what to do, with a button if asking again may help. */
export function ErrorMessage({ error, again }: { error: Error; again?: () => void }) {
  const { what, then } = wordsOf(error)
  return (
    <div role="alert" className="stack">
      <p className="fault">
        <b>{what}</b> {then}
      </p>
      {again ? (
        <div className="do">
          <Button small onPress={again}>
            {t("admin.again")}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

function wordsOf(error: Error): { what: string; then: string } {
  const code =
    error instanceof CallFault && error.code === "no-admin"
      ? "not-allowed"
      : error instanceof CallFault
        ? error.code
        : ""
  const own = OWN.find((one) => one === code)
  if (!own) return faultWords(error)
  const [what = "", then = ""] = t(`admin.fault.${own}`).split("|")
  return { what, then }
}

const OWN = ["not-allowed", "signed-out", "name-taken"] as const

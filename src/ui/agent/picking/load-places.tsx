import { useRef, useState } from "react"
import { Button } from "../../kit/button.tsx"
import { t, tell, type MessageKey } from "../../messages/t.ts"
import type { PanelLink } from "../state/panel-link.ts"

/** Takes the places of a site from a file that somebody saved. */
export function LoadPlaces({ link, site, tabId }: { link: PanelLink; site: string; tabId: number }) {
  const field = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState("")
  const load = async (file: File) => {
    let recipe: unknown
    try {
      recipe = JSON.parse(await file.text())
    } catch {
      return setSaid(t("taught.bad-recipe"))
    }
    const answer = await link.send({ kind: "panel-recipe-import", site, tabId, recipe })
    if (answer.ok) setSaid(t("taught.loaded"))
    else setSaid(tell(FAULTS.get(answer.code) ?? "taught.bad-recipe", {}))
  }
  return (
    <>
      <input
        ref={field}
        type="file"
        accept="application/json,.json"
        hidden
        aria-label={t("taught.load")}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) void load(file)
          target.value = ""
        }}
      />
      <Button variant="link" onPress={() => field.current?.click()}>
        {t("taught.load")}
      </Button>
      <p role="status" className="small">
        {said}
      </p>
    </>
  )
}

const FAULTS = new Map<string, MessageKey>([
  ["recipe-of-other-site", "taught.recipe-of-other-site"],
  ["switched-off", "site.switched-off"]
])

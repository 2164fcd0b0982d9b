import { useQuery } from "@tanstack/react-query"
import type { CorrectionsStored, CorrectionsVerdict } from "../../../protocol/operating/corrections.ts"
import { calendarDay } from "../../messages/format.ts"
import { t } from "../../messages/t.ts"
import { helpdeskTitle } from "./helpdesk-title.ts"
import { useRelayLink } from "../../kit/relay/use-relay-link.ts"

/** The file of corrected selectors that the relay has, and what this browser does with it. */
export function Corrections({ stored }: { stored: CorrectionsStored | undefined }) {
  const link = useRelayLink()
  const { data } = useQuery({
    queryKey: ["corrections"],
    queryFn: () => link.corrections(),
    refetchOnWindowFocus: "always",
    refetchInterval: EVERY_MS
  })
  return (
    <>
      <h3>{t("corrections")}</h3>
      {stored ? (
        <p>
          {t("corrections.stored", { serial: stored.serial, day: calendarDay(stored.made) })}{" "}
          {stored.helpdesks
            .map(({ helpdesk, corrections }) =>
              t("corrections.of", { helpdesk: helpdeskTitle(helpdesk), count: corrections })
            )
            .join(", ")}
        </p>
      ) : (
        <p className="few">{t("corrections.none")}</p>
      )}
      {data ? <Verdict of={data} /> : null}
    </>
  )
}

/** How many milliseconds pass between two requests, as for the rest of the card. */
const EVERY_MS = 10_000

function Verdict({ of }: { of: CorrectionsVerdict }) {
  switch (of.state) {
    case "none":
      return null
    case "applied":
      return of.unusable === undefined ? (
        <p>{t("corrections.applied")}</p>
      ) : (
        <p className="fault">{t("corrections.unusable", { name: of.unusable })}</p>
      )
    case "replayed":
      return <p className="fault">{t("corrections.replayed", { serial: of.serial, accepted: of.accepted })}</p>
    default:
      return <p className="fault">{t(`corrections.${of.state}`)}</p>
  }
}

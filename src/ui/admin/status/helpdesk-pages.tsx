import { EVERY_PART, type FitDay } from "../../../protocol/operating/page-fits.ts"
import { calendarDay } from "../../messages/format.ts"
import { t } from "../../messages/t.ts"
import { helpdeskTitle } from "./helpdesk-title.ts"
import { fitsByHelpdesk, type HelpdeskFits, type PageFault } from "./page-fits.ts"
import { StatusTable } from "./status-table.tsx"

/** Whether the pages of helpdesks are as the team's browsers know them: a sentence for each, and what broke by day. */
export function HelpdeskPages({ fits }: { fits: readonly FitDay[] }) {
  const broken = fits.filter(({ part }) => part !== EVERY_PART)
  const helpdesks = fitsByHelpdesk(fits)
  return (
    <>
      <h3>{t("pages")}</h3>
      <p className="small quiet">{t("pages.lead")}</p>
      {helpdesks.length === 0 ? <p className="few">{t("pages.none")}</p> : null}
      {helpdesks.map((one) => (
        <Sentences key={one.helpdesk} of={one} />
      ))}
      {broken.length > 0 ? (
        <StatusTable
          caption={t("pages.days")}
          head={[
            t("pages.day"),
            t("pages.helpdesk"),
            t("pages.part"),
            t("pages.extension"),
            t("pages.product"),
            t("pages.browsers"),
            t("pages.tickets")
          ]}
          numbers={[5, 6]}
          rows={broken.map(({ day, helpdesk, part, extension, product, browsers, tickets }) => ({
            key: [day, helpdesk, part, extension, product].join(" "),
            cells: [
              calendarDay(day),
              helpdeskTitle(helpdesk),
              part,
              extension,
              product || t("status.unknown"),
              t("figures.count", { n: browsers }),
              t("figures.count", { n: tickets })
            ]
          }))}
        />
      ) : null}
    </>
  )
}

function Sentences({ of: { helpdesk, faults, newest } }: { of: HelpdeskFits }) {
  const open = faults.filter(({ fitsSince }) => fitsSince === undefined)
  return (
    <>
      {open.map((fault) => (
        <p key={fault.part} className="fault">
          {t("pages.fault", aboutFault(helpdesk, fault))}
        </p>
      ))}
      {open.length === 0 ? (
        <p>
          {t("pages.fine", {
            helpdesk: helpdeskTitle(helpdesk),
            day: calendarDay(newest.day),
            browsers: newest.browsers
          })}
        </p>
      ) : null}
      {faults.map((fault) =>
        fault.fitsSince === undefined ? null : (
          <p key={fault.part} className="small quiet">
            {t("pages.mended", { ...aboutFault(helpdesk, fault), again: calendarDay(fault.fitsSince) })}
          </p>
        )
      )}
    </>
  )
}

const aboutFault = (helpdesk: string, { part, since, browsers, tickets }: PageFault) => ({
  helpdesk: helpdeskTitle(helpdesk),
  part,
  day: calendarDay(since),
  browsers,
  tickets
})

import { pagePartWords } from "../../kit/page-part-words.ts"
import { calendarDay } from "../../messages/format.ts"
import { t } from "../../messages/t.ts"
import { helpdeskTitle } from "./status-text.ts"
import { StatusTable } from "./status-table.tsx"
import { EVERY_PART, type FitDay, type FitPart } from "../../../protocol/routes/helpdesk-pages.ts"

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
              pagePartWords(part),
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
            {t("pages.fits-again", { ...aboutFault(helpdesk, fault), again: calendarDay(fault.fitsSince) })}
          </p>
        )
      )}
    </>
  )
}

const aboutFault = (helpdesk: string, { part, since, browsers, tickets }: PageFault) => ({
  helpdesk: helpdeskTitle(helpdesk),
  part: pagePartWords(part),
  day: calendarDay(since),
  browsers,
  tickets
})

/** A part of a helpdesk's pages that isn't as a version of the extension knows it. */
interface PageFault {
  part: FitPart
  /** The first day of those in a row on which it was seen, of all days on which the helpdesk's pages were looked at. */
  since: string
  /** The first day on which the pages were looked at and it wasn't seen any more. */
  fitsSince?: string
  /** On the day with the most. The same browser may tell on each day, so days aren't added up. */
  browsers: number
  tickets: number
}

/** What is known of a helpdesk's pages. */
interface HelpdeskFits {
  helpdesk: string
  faults: PageFault[]
  /** The newest day on which its pages were looked at, and how many browsers saw each part fit on it. */
  newest: { day: string; browsers: number }
}

/** Sums up the counts by helpdesk: those with something broken come first. @param days in any order */
function fitsByHelpdesk(days: readonly FitDay[]): HelpdeskFits[] {
  const all = [...Map.groupBy(days, ({ helpdesk }) => helpdesk)].map(([helpdesk, of]) => {
    const looked = [...new Set(of.map(({ day }) => day))].sort().reverse()
    const parts = [...new Set(of.map(({ part }) => part))].filter((part) => part !== EVERY_PART)
    const faults = parts.map((part) => faultOf(part, of, looked))
    const day = looked[0] ?? ""
    return { helpdesk, faults, newest: { day, browsers: browsersOn(day, EVERY_PART, of) } }
  })
  return all.toSorted((a, b) => openFaults(b) - openFaults(a))
}

const openFaults = ({ faults }: HelpdeskFits) => faults.filter(({ fitsSince }) => fitsSince === undefined).length

function faultOf(part: FitPart, of: readonly FitDay[], looked: readonly string[]): PageFault {
  const isSeen = (day: string) => of.some((one) => one.day === day && one.part === part)
  const newest = looked.findIndex(isSeen)
  const end = looked.findIndex((day, at) => at > newest && !isSeen(day))
  const run = looked.slice(newest, end === -1 ? undefined : end)
  const fitsSince = newest > 0 ? looked[newest - 1] : undefined
  const inRun = of.filter((one) => one.part === part && run.includes(one.day))
  return {
    part,
    since: run.at(-1) ?? "",
    ...(fitsSince === undefined ? {} : { fitsSince }),
    browsers: Math.max(...run.map((day) => browsersOn(day, part, of))),
    tickets: inRun.reduce((sum, { tickets }) => sum + tickets, 0)
  }
}

const browsersOn = (day: string, part: FitPart, of: readonly FitDay[]) =>
  of.filter((one) => one.day === day && one.part === part).reduce((sum, { browsers }) => sum + browsers, 0)

import { EVERY_PART, type FitDay, type FitPart } from "../../../protocol/operating/page-fits.ts"

/** A part of a helpdesk's pages that isn't as a version of the extension knows it. */
export interface PageFault {
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
export interface HelpdeskFits {
  helpdesk: string
  faults: PageFault[]
  /** The newest day on which its pages were looked at, and how many browsers saw each part fit on it. */
  newest: { day: string; browsers: number }
}

/** Sums up the counts by helpdesk: those with something broken come first. @param days in any order */
export function fitsByHelpdesk(days: readonly FitDay[]): HelpdeskFits[] {
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

import { namesConnection, namesOtherTime, saysOr } from "../../../../text/cases/case-signs.ts"
import { saysWhenItCame, type Told } from "../../../../text/cases/clock-signs.ts"
import { months } from "../../../../text/dates.ts"
import { facts, type Fact } from "../../../../text/facts.ts"
import { sentences } from "../../../../text/sentences.ts"
import { HALF_DAY, isHalfDay, minutesOf, type ClockPeriod } from "./clock-periods.ts"

/**
 * Returns by how much something came later than it was to come, if a text gives one time for each: "due at 13:40, and
 * we arrived at 16:25". Of two times in all, a word for one is enough. Returns nothing for another occasion, for a time
 * at a change on the way, which isn't the one of the journey's end, and for "at 2 or at 3".
 */
export function delayIn(text: string, language: string): ClockPeriod | undefined {
  if (namesConnection(text, language)) return undefined
  const read = sentences(text, language).map((sentence) => timesIn(sentence.text, language))
  if (read.some(({ isOpen }) => isOpen)) return undefined
  const all = read.flatMap(({ times }) => times)
  const rest =
    all.length === 2 && !read.some(({ holdsHours }) => holdsHours) ? all.find(({ told }) => !told) : undefined
  const [due = rest?.time, came = rest?.time] = [onlyOne(all, "due"), onlyOne(all, "came")]
  if (!due || !came || due === came) return undefined
  const round = isHalfDay(due) && isHalfDay(came) ? HALF_DAY : 2 * HALF_DAY
  const late = ((minutesOf(came) - minutesOf(due)) / 60 + round) % round
  return late > 0 && late <= HALF_DAY
    ? { least: late, most: late, text: `${due.text.trim()}, ${came.text.trim()}` }
    : undefined
}

interface ToldTime {
  time: Fact
  told: Told | undefined
}

/** @returns `isOpen` where it isn't sure of what or when the times are, `holdsHours` where "9h" may be one more */
function timesIn(sentence: string, language: string): { times: ToldTime[]; isOpen: boolean; holdsHours: boolean } {
  const factsOfIt = facts(sentence, language)
  const times = factsOfIt.filter(({ kind }) => kind === "time")
  const between = times.slice(1).map((time, at) => sentence.slice(times[at]?.end, time.start))
  const isOther = times.length > 0 && (namesOtherTime(sentence, language) || namesMonth(sentence, factsOfIt))
  return {
    times: times.map((time, at) => {
      const before = sentence.slice(times[at - 1]?.end ?? 0, time.start)
      const after = sentence.slice(time.end, times[at + 1]?.start)
      return { time, told: saysWhenItCame(before, after, language) }
    }),
    isOpen: isOther || between.some((words) => saysOr(words, language)),
    holdsHours: factsOfIt.some(({ kind, text }) => kind === "duration" && /^\d{1,2} ?h$/i.test(text))
  }
}

/** Returns the only time that was due, or at which it came, if there aren't several. */
function onlyOne(all: ToldTime[], which: Told): Fact | undefined {
  const [first, ...others] = all.filter(({ told }) => told === which).map(({ time }) => time)
  return others.every(({ value }) => value === first?.value) ? first : undefined
}

/** "In June", without a day, tells of another occasion. */
const namesMonth = (sentence: string, factsOfIt: readonly Fact[]) =>
  months(sentence).length > 0 &&
  !factsOfIt.some(({ kind, value }) => kind === "date" && /-\d\d-\d\d$/.test(String(value)))

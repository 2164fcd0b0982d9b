import type { units as english } from "../../en/common/units.ts"
import type { Translation } from "../../translation.ts"

/** How values, lists, quotations and times are written, wherever they stand. */
export const units: Translation<typeof english> = {
  quoted: "« {text} »",
  named: "{name} : {value}",
  sentence: "{text}.",
  clauses: "{before} ; {next}",
  "from-to": "{before} → {after}",
  percent: "{n} %",
  "time.seconds": "{seconds} s",
  "time.tenths": "{seconds, number, ::.0} s",
  "time.minutes": "{minutes} min",
  "time.minutes.seconds": "{minutes} min {seconds} s",
  "time.hours.minutes": "{hours} h {minutes} min",
  "time.day.clock": "{day}, {time}",
  "subject.sign": "O",
  "week.short": "S{n}"
}

import type { units as english } from "../../en/common/units.ts"
import type { Translation } from "../../translation.ts"

export const units: Translation<typeof english> = {
  quoted: "“{text}”",
  named: "{name}: {value}",
  sentence: "{text}.",
  clauses: "{before}؛ {next}",
  "from-to": "{before} ← {after}",
  percent: "\u2066{n}%\u2069",
  "time.seconds": "{seconds} ث",
  "time.tenths": "{seconds, number, ::.0} ث",
  "time.minutes": "{minutes} د",
  "time.minutes.seconds": "{minutes} د {seconds} ث",
  "time.hours.minutes": "{hours} س {minutes} د",
  "time.day.clock": "{day}، {time}",
  "subject.sign": "م",
  "week.short": "أ{n}"
}

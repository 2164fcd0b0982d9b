import type { units as english } from "../../en/common/units.ts"
import type { Translation } from "../../translation.ts"

/** How values, lists, quotations and times are written, wherever they stand. */
export const units: Translation<typeof english> = {
  quoted: "「{text}」",
  named: "{name}：{value}",
  sentence: "{text}。",
  clauses: "{before}／{next}",
  "from-to": "{before}→{after}",
  percent: "{n}%",
  "time.seconds": "{seconds}秒",
  "time.tenths": "{seconds, number, ::.0}秒",
  "time.minutes": "{minutes}分",
  "time.minutes.seconds": "{minutes}分{seconds}秒",
  "time.hours.minutes": "{hours}時間{minutes}分",
  "time.day.clock": "{day} {time}",
  "subject.sign": "件",
  "week.short": "{n}週"
}

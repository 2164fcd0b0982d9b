import type { Condition, Test } from "../playbook.ts"

/** Says a condition in short, as it stands in the file. */
export function conditionText(condition: Condition): string {
  switch (condition.kind) {
    case "all":
    case "any":
      return condition.of.map(conditionText).join(condition.kind === "all" ? " and " : " or ")
    case "not":
      return `not (${conditionText(condition.of)})`
    case "tag":
    case "intent":
      return `${condition.kind} ${condition.is.join(" or ")}`
    case "fact":
      return `${condition.fact} ${testText(condition.test)}`
  }
}

/** Says a comparison in short: "within 30 days". */
export function testText(test: Test): string {
  switch (test.by) {
    case "is":
      return `is ${test.values.join(" or ")}`
    case "known":
      return test.value ? "is known" : "isn't known"
    case "within":
    case "longer-than":
      return `${test.by.replace("-", " ")} ${test.period.text}`
    case "before":
    case "after":
      return `${test.by} ${test.day}`
    default:
      return `${test.by.replace("-", " ")} ${test.figure}`
  }
}

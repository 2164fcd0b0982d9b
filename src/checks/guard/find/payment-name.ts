import type { Found } from "../basis/finding.ts"
import type { Given } from "../basis/given.ts"
import { spansOf } from "./request/asking.ts"

/** Finds names to which money is sent in an app, such as `$name`, that neither ticket nor sources contain. */
export function findPaymentNames(text: string, given: Given): Found[] {
  return spansOf(PAYMENT_NAME, text)
    .filter(({ start, end }) => {
      const name = text.slice(start, end)
      return !given.holds(name) && !given.text.includes(name)
    })
    .map((span) => ({ kind: "account", ...span }))
}

/** A sign of money right before a name. A price has its digits there, and a currency ("$CAD") three capitals. */
const PAYMENT_NAME =
  /(?<![\p{L}\p{N}$£€])[$£€](?![A-Z]{3}(?![\p{L}\p{N}_-]))[a-z](?:[a-z0-9]|[._-](?=[a-z0-9])){2,40}(?![\p{L}\p{N}(])/giu

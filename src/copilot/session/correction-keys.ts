import type { Browser } from "../../platform/browser.ts"
import { managedPolicy } from "./managed-policy.ts"

/**
 * The public keys by which corrected selectors are accepted where the organisation's policy names none. There are none
 * here. Whoever maintains a build adds the line that `npm run release -- correction-keys FOLDER` prints, and keeps the
 * private key off every relay. A key is replaced by listing both until all relays have a file signed by the new one; in
 * the policy they are separated by a space.
 */
const BUILT_IN: readonly string[] = []

/** Returns the keys that are trusted now: the policy's keys instead of the built-in ones, and none if it is "". */
export async function correctionKeys(browser: Pick<Browser, "managed">): Promise<readonly string[]> {
  const { correctionKey } = await managedPolicy(browser)
  if (correctionKey === undefined) return BUILT_IN
  return correctionKey.split(/[\s,;]+/).filter((key) => key !== "")
}

import type { ArgumentsOf } from "./arguments.ts"
import { en } from "./en/en.ts"
import { translate } from "./locale.ts"
import type { MessageData } from "./translate.ts"

export type { MessageData }
/** Key of a message of the interface. */
export type MessageKey = keyof typeof en

/** A message of the interface with its arguments filled in. The compiler knows which arguments it has. */
export function t<K extends MessageKey>(key: K, ...data: Data<K>): string
export function t(key: MessageKey, data: MessageData = {}): string {
  return translate(key, data)
}

/** As `t`, for a key or data that arrive at run time; an argument that is missing counts as 0 or stays empty. */
export function tell(key: MessageKey, data: MessageData): string {
  return translate(key, data)
}

/** Whether the interface has a message of that name. */
export function isMessage(key: string): key is MessageKey {
  return Object.hasOwn(en, key)
}

type Data<K extends MessageKey> = [keyof ArgumentsOf<(typeof en)[K]>] extends [never]
  ? [data?: undefined]
  : [data: ArgumentsOf<(typeof en)[K]>]

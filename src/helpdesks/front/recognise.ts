import type { Address, Recogniser } from "../contract/recogniser.ts"

/**
 * Front has one host, and one more for each company. Only links to conversations are known, and not what the address is
 * while one is open, so every page of it is taken.
 */
export const isFront = ({ hostname }: Address): boolean => /^(?!api)[a-z0-9-]+\.frontapp\.com$/.test(hostname)

export const recogniseFront: Recogniser = ({ url }) => isFront(url)

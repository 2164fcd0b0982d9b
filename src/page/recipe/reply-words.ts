import { LISTS } from "replywright/lexicon/page"
import { wordsOf } from "../../lexicon/lexicon.ts"

const listed = (list: string): readonly string[] => [...wordsOf(LISTS, list)]

/** Words that name a reply to the customer where one of several ways to write is chosen. */
export const REPLY_WORDS = listed("replies")

/** What may stand before or behind such a word: "Public reply", "Reply all", "Antwort an Kunden". */
export const BESIDE_REPLY = listed("beside-reply")

/** Words for passing a ticket on to somebody else. */
export const FORWARD_WORDS = listed("forwards")

/** Matches a text that is nothing but a word for who reads a reply: "Customer" beside "Team". */
export const TO_CUSTOMER = new RegExp(`^\\s*(?:${listed("to-customer").join("|")})\\s*$`, "iu")

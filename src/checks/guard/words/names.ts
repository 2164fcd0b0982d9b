import { LISTS } from "replywright/lexicon/requests"
import { LISTS as GUARD } from "replywright/lexicon/guard"
import { entriesOf } from "../../../lexicon/lexicon.ts"

/** Names that are the same in all languages, and how Japanese writes them, as sources of regular expressions. */
const names = (list: string) => entriesOf(LISTS, "mul", list)
/** In Japanese text, spaces and ends of words mean nothing, so its names are kept apart. */
const denseNames = (list: string) => entriesOf(LISTS, "ja", list)

/** Programs by which somebody else works on a computer. */
export const REMOTE_TOOLS = names("remote-tools")
export const REMOTE_TOOLS_DENSE = denseNames("remote-tools")
/** Services that pay money out to whoever says a number, and coins. */
export const MONEY_SERVICES = names("money-services")
export const MONEY_SERVICES_DENSE = denseNames("money-services")
/** Brands whose cards are money anywhere. */
export const CARD_BRANDS = names("card-brands")
/** Cards that are money by their name alone. */
export const CARDS_BY_NAME = names("cards-by-name")
/** Brands whose card is money even where it is just called a card. */
export const GAME_BRANDS = names("game-brands")
/** Schemes of links that open another program or a download. */
export const SCHEMES = entriesOf(GUARD, "mul", "schemes")
/** Words that stand for a letter when somebody spells. */
export const SPELLING_ALPHABET = entriesOf(GUARD, "mul", "spelling-alphabet")

import { elementsAt, isSeen, outerElement } from "./deep-page.ts"
import { NOTE_COLOUR, type MessagePlaces } from "../../ticket/page-recipe.ts"
import { groundBehind, isNoteColour } from "./message-looks.ts"
import { isChosenOtherwise } from "./chosen-otherwise.ts"
import { isNoteLabel, noteWordsIn, TEAM_ONLY, namesOf } from "./note-words.ts"
import { wordsInName } from "./structure-words.ts"

/** Where a reply is written, each of these tells that it is chosen. */
const CHOSEN =
  "[aria-selected=true],[aria-checked=true],[aria-pressed=true],[aria-current]:not([aria-current=false]),:checked," +
  "[data-state=active],[data-state=on],[data-state=checked],[data-selected=true],[data-active=true]"
/** So do these words in a class, unless the element itself says that it isn't. */
const CHOSEN_WORDS = ["active", "selected", "current", "checked", "chosen", "pressed", "aktiv"]
const NOT_CHOSEN =
  "[aria-selected=false],[aria-checked=false],[aria-pressed=false],[data-state=inactive],[data-state=off]"
/** Shows what was chosen in a list that is closed. */
const CHOICE = "[role=combobox],[aria-haspopup=listbox],[aria-haspopup=menu],[aria-haspopup=true]"
const SEND = "[type=submit],button:not([type])"
/** A button that chooses something. */
const TAB = "[role=tab],[role=radio],[aria-pressed],[aria-selected],[aria-checked]"
const BUTTON = "button,[role=button],[type=button],[type=submit]"
/** What a button that sends or stores says. */
const ACTION =
  /^(?:add|save|send|submit|post|create|publish|reply|answer|hinzufügen|speichern|senden|absenden|anlegen|antworten|ajouter|enregistrer|envoyer|publier|répondre|agregar|añadir|guardar|enviar|publicar|responder|adicionar|salvar|gravar|追加|保存|送信|投稿|返信|toevoegen|opslaan|versturen)$/
const UNSPACED_ACTION = /追加|保存|送信|投稿|返信/
/** The sign of a choice that isn't the reply, though its words are none of the list. */
const NO_REPLY = "other"
/** How far around the box its form is looked for, in elements. */
const MAX_DEPTH = 12
/** The label of a control is no longer than this, in characters. What is longer holds other things. */
const MAX_LABEL = 60

/**
 * Returns the words of the note list, and `NOTE_COLOUR`, by which a box where a reply is written, what is around it,
 * and what is chosen there say that this will be a note. Another choice that could be made, such as a tab, says
 * nothing.
 * @param site the origin of the page
 * @param messages what is around them too belongs to the page, not to the box
 */
export function editorNoteSigns(box: HTMLElement, site: string, messages?: MessagePlaces): string[] {
  const thread = messages ? elementsAt(box.ownerDocument, messages) : []
  const around = aroundBox(box, thread)
  const texts = [
    labelOf(box),
    ...referredBy(box),
    ...placeholdersOf(box),
    ...around.flatMap((one) => [...namesOf(one), one.getAttribute("placeholder")])
  ]
  const signs = new Set(texts.flatMap((text) => noteWordsIn(text ?? "", site)))
  for (const area of areasOf(around)) for (const sign of signsIn(area, box, site)) signs.add(sign)
  if (isNoteColour(groundBehind(box))) signs.add(NOTE_COLOUR)
  return [...signs]
}

/** Returns the signs that stand in an area beside the box: by what is chosen there, by what sends, and by hints. */
function signsIn(area: HTMLElement, box: HTMLElement, site: string): string[] {
  const parts = [...area.querySelectorAll("*")].filter((one) => !box.contains(one) && !one.contains(box))
  const texts = [...choicesIn(area, parts, site), ...sendersIn(parts, site), headingBefore(box, parts)?.textContent]
  return [
    ...texts.flatMap((text) => noteWordsIn(text ?? "", site)),
    ...(parts.some((hint) => saysTeamOnly(hint, site)) ? [TEAM_ONLY] : []),
    ...(isChosenOtherwise(box, parts, site, CHOOSING) ? [NO_REPLY] : [])
  ]
}

/** The texts of what is chosen in an area. */
function choicesIn(area: HTMLElement, parts: readonly Element[], site: string): (string | null)[] {
  const chosen = parts.filter((one) => isChosen(one))
  const options = [...area.querySelectorAll<HTMLOptionElement>("option")].filter((option) => option.selected)
  const choices = parts
    .filter((one) => one.matches(CHOICE) && isSeen(one))
    .map((one) => `${one.textContent} ${"value" in one ? String(one.value) : ""}`)
  return [
    ...chosen.flatMap((one) => [labelOf(one), ...namesOf(one)]),
    ...options.map(({ textContent }) => textContent),
    ...choices.filter((text) => isNoteLabel(text, site))
  ]
}

/** The texts of what sends or stores what is written. */
function sendersIn(parts: readonly Element[], site: string): string[] {
  const senders = parts.filter((one) => one.matches(SEND) && !one.matches(TAB)).map(labelOf)
  const actions = parts.filter((one) => one.matches(BUTTON) && isSeen(one) && isAction(labelOf(one))).map(labelOf)
  // Beside a button that sends a reply, "Add note" is another choice.
  return actions.every((text) => noteWordsIn(text, site).length > 0) ? [...senders, ...actions] : senders
}

/**
 * Returns the box and what is around it, the innermost first, as far as it belongs to the box: up to what holds the
 * thread too or, where no thread is known, up to its form.
 */
function aroundBox(box: HTMLElement, thread: readonly HTMLElement[]): HTMLElement[] {
  const around: HTMLElement[] = []
  const shared = new Set(thread.flatMap((one) => [one, ...outerElements(one)]))
  for (const one of [box, ...outerElements(box)].slice(0, MAX_DEPTH + 1)) {
    const isWholePage = one.localName === "body" && !one.ownerDocument.defaultView?.frameElement
    if (isWholePage || one.localName === "main" || shared.has(one)) break
    around.push(one)
    if (one.localName === "form" && thread.length === 0) break
  }
  return around
}

function outerElements(element: HTMLElement): HTMLElement[] {
  const found: HTMLElement[] = []
  for (let one = outerElement(element); one; one = outerElement(one)) found.push(one)
  return found
}

/** Returns the outermost element of each tree: of the page, and of a frame or a shadow root in which the box stands. */
const areasOf = (around: readonly HTMLElement[]) =>
  around.filter((one, n) => around[n + 1]?.getRootNode() !== one.getRootNode())

const isControl = (element: Element) =>
  element.closest(`${BUTTON},a,li,option,label,h1,h2,h3,h4,h5,h6,[role=tab],[role=menuitem],[role=heading]`) !== null

function isChosen(element: Element): boolean {
  if (element.matches(CHOSEN)) return element.matches(ONE_OF_SEVERAL) || (isOneControl(element) && isSeen(element))
  const words = wordsInName(element.getAttribute("class") ?? "")
  if (!words.some((word) => CHOSEN_WORDS.includes(word)) || !isOneControl(element)) return false
  return !element.matches(NOT_CHOSEN) && !element.querySelector(NOT_CHOSEN) && isSeen(element)
}

const ONE_OF_SEVERAL = "input,option,[role=tab],[role=radio],[role=option],[role=menuitemradio],[role=switch]"

/** A pane, or a list of tabs, may be active as well, and holds what isn't chosen. */
const isOneControl = (element: Element) =>
  (element.textContent ?? "").trim().length <= MAX_LABEL &&
  element.querySelectorAll("a,button,[role=button],[role=tab],[role=option],label,li").length <= 1

const isAction = (text: string) =>
  text.trim().length <= MAX_LABEL && (wordsInName(text).some((word) => ACTION.test(word)) || UNSPACED_ACTION.test(text))

/** The last heading before the box. */
const headingBefore = (box: Element, parts: readonly Element[]) =>
  parts.findLast(
    (one) =>
      one.matches("h1,h2,h3,h4,h5,h6,legend,[role=heading]") &&
      isSeen(one) &&
      (one.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  )

/** A line that says nothing else than who sees what is written. */
const saysTeamOnly = (element: Element, site: string) =>
  element.children.length === 0 &&
  (element.textContent ?? "").length <= MAX_LABEL &&
  !element.closest(`${BUTTON},a,li,option,[role=tab],[role=menuitem]`) &&
  noteWordsIn(element.textContent ?? "", site).includes(TEAM_ONLY) &&
  isSeen(element)

const placeholdersOf = (box: Element) =>
  [box, ...box.querySelectorAll("[data-placeholder]")].flatMap((one) => [
    one.getAttribute("placeholder"),
    one.getAttribute("aria-placeholder"),
    one.getAttribute("data-placeholder")
  ])

/** The texts that name and describe the box by their ids. */
function referredBy(box: Element): (string | null)[] {
  const ids = ["aria-labelledby", "aria-describedby"].flatMap((name) => box.getAttribute(name)?.split(/\s+/) ?? [])
  const root = box.getRootNode() as Document | ShadowRoot
  return ids.map((id) => (id === "" ? null : (root.getElementById(id)?.textContent ?? null)))
}

/** What a control says: its own words, unless somebody types them, and those of its label. */
function labelOf(element: Element): string {
  const own = element.matches("textarea,[contenteditable],select") ? "" : element.textContent
  const label = element.id ? element.ownerDocument.querySelector(`label[for="${CSS.escape(element.id)}"]`) : null
  const around = element.closest("label")
  return [own, element.getAttribute("value"), label?.textContent, around?.textContent].join(" ")
}

const CHOOSING = { isChosen, labelOf, isControl }

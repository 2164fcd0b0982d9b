import type { ChosenDocument } from "../../../protocol/panel.ts"

/** Of the button that takes a choice back. */
export const chosenId = ({ id }: ChosenDocument) => `chosen-${id}`

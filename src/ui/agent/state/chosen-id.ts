import type { ChosenDocument } from "../../../protocol/panel.ts"

/** The id of the button that removes a choice. */
export const chosenId = ({ id }: ChosenDocument) => `chosen-${id}`

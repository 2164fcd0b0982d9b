import { inject } from "vitest"

declare module "vitest" {
  interface ProvidedContext {
    /** Whether this is `npm run soak`: a page of the browser knows no variables of the process. */
    soak: boolean
  }
}

/**
 * Returns every `step`th case for an editor, beginning with another one for the next editor, so that each case has some
 * editors. In `npm run soak` each editor has all cases.
 * @param editorAt the editor's place among those that share the cases
 */
export const casesFor = <T>(cases: readonly T[], editorAt: number, step: number): T[] =>
  cases.filter((_, at) => inject("soak") || at % step === editorAt % step)

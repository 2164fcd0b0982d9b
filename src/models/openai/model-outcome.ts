import { ModelError } from "../drafter/contract.ts"

/** An answer, or the error with which a model failed. */
export type ModelOutcome<Answer> = { answer: Answer; error?: undefined } | { answer?: undefined; error: ModelError }

/**
 * Waits for a model's answer, and returns its error if that is an expected one.
 * @throws any other error
 */
export async function modelOutcome<Answer>(
  answer: Promise<Answer>,
  isExpected: (error: ModelError) => boolean
): Promise<ModelOutcome<Answer>> {
  try {
    return { answer: await answer }
  } catch (error) {
    if (error instanceof ModelError && isExpected(error)) return { error }
    throw error
  }
}

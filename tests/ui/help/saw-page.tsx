import { within } from "@testing-library/react"
import { texts } from "../open-saw.ts"

export const chip = (name: string) =>
  within(texts()[0] ?? document.body).getAllByRole("button", { name })[0] ?? document.body

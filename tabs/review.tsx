import "../src/ui/kit/tokens.css"
import "../src/ui/kit/fonts.css"
import "../src/ui/kit/kit.css"
import "../src/ui/lead/lead.css"
import { nameDocument } from "../src/ui/kit/document.ts"
import { Review } from "../src/ui/lead/review/review.tsx"

nameDocument("title.review")
export default function ReviewTab() {
  return <Review />
}

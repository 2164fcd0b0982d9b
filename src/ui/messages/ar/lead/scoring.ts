import type { scoring as english } from "../../en/lead/scoring.ts"
import type { Translation } from "../../translation.ts"

/** The scorecard of the review page. */
export const scoring: Translation<typeof english> = {
  scorecard: "بطاقة التقييم",
  "scorecard.edit": "تعديل البطاقة",
  "scorecard.older": "قُيّمت بنسخة أقدم من البطاقة، وتبقى كما كانت.",
  "scorecard.total": "التقييم المحفوظ: {share}",
  "scorecard.lead":
    "كل تعديل ينشئ نسخة جديدة، وتحتفظ التقييمات بالنسخة التي أُعطيت بها. «حاسم»: الجواب «لا» يجعل التقييم كله صفرًا.",
  "scorecard.name": "المعيار {n, number}",
  "scorecard.weight": "الوزن",
  "scorecard.weight.send": "وزن «تُرسل كما هي»",
  "scorecard.critical": "حاسم",
  "scorecard.remove": "إزالة {name}",
  "scorecard.add": "إضافة معيار",
  "scorecard.save": "حفظ كنسخة جديدة",
  "scorecard.unnamed": "كل معيار يحتاج إلى اسم.",
  "scorecard.changed": "حفظ {name} نسخة جديدة أولًا، وهي المعروضة الآن، ولم يُحفظ شيء من نسختك.",
  "criterion.correct": "صحيح",
  "criterion.complete": "كامل",
  "criterion.grounded": "مستند إلى المصادر",
  "criterion.tone": "النبرة",
  "criterion.language": "اللغة",
  "score.no": "لا",
  "score.partly": "جزئيًا",
  "score.yes": "نعم",
  "key.case.score": "تقييم معيار: نعم، جزئيًا، لا، بلا تقييم",
  "review.asked": "ما يسأل عنه العميل",
  "review.open-ticket": "فتح التذكرة",
  "audit.action.scorecard-saved": "غيّر بطاقة التقييم"
}

import type { queue as english } from "../../en/lead/queue.ts"
import type { Translation } from "../../translation.ts"

/** The queue of the review page: its orders, filters and samples. */
export const queue: Translation<typeof english> = {
  "queue.risk": "المخاطر",
  "queue.disagreement": "اختلاف الآراء",
  "queue.sample": "العيّنة",
  "queue.none-risky": "لا حالات فيها مخاطر.",
  "signal.contradicted": "يناقض مصدرًا",
  "signal.promise": "وعد",
  "signal.angry": "عميل غاضب",
  "signal.unverified": "غير مؤكَّد",
  "signal.heavy-edit": "تعديل كبير",
  "signal.disagreement": "اختلاف الآراء",
  "signal.money": "مبالغ مالية",
  "queue.filter": "تصفية",
  "queue.filter.signal": "سبب المراجعة",
  "queue.filter.signal.all": "أي سبب للمراجعة",
  "queue.filter.result": "النتيجة",
  "queue.filter.result.all": "أي نتيجة",
  "queue.filter.topic": "الوسم",
  "queue.filter.topic.all": "أي وسم",
  "queue.filter.intent": "الغرض",
  "queue.filter.intent.all": "أي غرض",
  "queue.filter.article": "المصدر",
  "queue.filter.article.all": "أي مصدر",
  "queue.filter.from": "من يوم",
  "queue.filter.to": "إلى يوم",
  "queue.filter.text": "كلمات في الموضوع أو المسودة أو الرد",
  "queue.filter.text.hint": "كلمات كاملة. تُحجب الأسماء فيها قبل أن تغادر هذا المتصفح.",
  "queue.filter.search": "بحث",
  "queue.intent": "الغرض {name}",
  "queue.words": "الكلمات: {text}",
  "queue.in-sample": "عيّنة واحدة",
  "sample.choose": "العيّنة",
  "sample.none": "بلا عيّنة",
  "sample.choice": "{day}، {by}: روجع {reviewed, number} من {size, number}",
  "sample.draw": "سحب عيّنة من {size, number}",
  "sample.lead":
    "تُسحب عشوائيًا من الحالات المصفّاة التي لها مسودة، وعدد ذوات المخاطر فيها كعدد غيرها. كل حالة تُحسب عن مثيلاتها، فينطبق التقدير على الجميع.",
  "sample.estimate": "{verdict}: {share} ({interval})",
  "sample.of":
    "تقدير لـ {cases, plural, zero {# حالة} one {حالة واحدة} two {حالتين} few {# حالات} many {# حالة} other {# حالة}} بفترات ثقة 95 %.",
  "sample.more":
    "{count, plural, zero {لا تلزم مراجعات أخرى للتقدير.} one {تلزم مراجعة واحدة أخرى للتقدير.} two {تلزم مراجعتان أخريان للتقدير.} few {تلزم # مراجعات أخرى للتقدير.} many {تلزم # مراجعة أخرى للتقدير.} other {تلزم # مراجعة أخرى للتقدير.}}",
  "audit.action.sample-drawn": "سحب عيّنة من الحالات"
}

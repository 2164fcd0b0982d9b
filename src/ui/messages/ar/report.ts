import type { report as english } from "../en/report.ts"
import type { Translation } from "../translation.ts"

export const report: Translation<typeof english> = {
  "title.knowledge": "المعرفة في Replywright",
  "lead.knowledge": "المعرفة",
  report: "حالة المعرفة",
  "report.looking": "جارٍ تفحّص المعرفة.",
  "report.looking.at": `{count, plural, zero {لا مستندات لتفحّصها.} one {جارٍ تفحّص مستند واحد.}
    two {جارٍ تفحّص مستندين.} few {جارٍ تفحّص # مستندات.} many {جارٍ تفحّص # مستندًا.} other {جارٍ تفحّص # مستند.}}`,
  "report.failed": "تعذّر تفحّص المعرفة.",
  "report.at": `{count, plural, zero {لا مستندات، آخر تفحّص {when}.} one {مستند واحد، آخر تفحّص {when}.}
    two {مستندان، آخر تفحّص {when}.} few {# مستندات، آخر تفحّص {when}.} many {# مستندًا، آخر تفحّص {when}.}
    other {# مستند، آخر تفحّص {when}.}}`,
  "report.again": "إعادة التفحّص",
  "report.no-documents": "لم تُستورد مقالات بعد. يستوردها مسؤول في صفحة الإدارة.",
  "report.clean": "لا شيء للإصلاح.",
  "report.clean.kind": "لا شيء من هذا النوع للإصلاح.",
  "report.none-settled": "لا تنبيهات حالية مُسوّاة.",
  "report.show": "عرض",
  "report.open": "المفتوحة ({n})",
  "report.settled": "المُسوّاة ({n})",
  "report.kind": "النوع",
  "report.kind.all": "كل الأنواع",
  "report.kind.count": "{kind} ({n})",
  "report.heading": "{kind}: {n}",

  "report.coverage": "تذاكر لها صفحة وأخرى دونها",
  "report.coverage.share": "يجد البحث صفحة لنسبة {share} من التذاكر",
  "report.coverage.none": "لا تذاكر لقياس التغطية",
  "report.coverage.few": "التغطية: لا يكفي بعد",
  "report.coverage.lead":
    "{answered, number} من {searched, number} جرى البحث عنها، من تذاكر آخر {weeks, plural, zero {أسابيع} one {أسبوع} two {أسبوعين} few {# أسابيع} many {# أسبوعًا} other {# أسبوع}} التي طُلبت لها مسودة ({count, number}). ولا يتوقف ذلك على من كتب المسودات.",
  "report.coverage.lead.none": `لم تعد أي مسودة مخزّنة
    من آخر {weeks, plural, zero {# أسبوع} one {أسبوع} two {أسبوعين} few {# أسابيع} many {# أسبوعًا} other {# أسبوع}}.`,
  "report.coverage.with": "لها صفحة",
  "report.coverage.without": "دون صفحة",
  "report.coverage.tickets": "التذاكر",
  "report.coverage.result": "النتيجة",

  "report.trend": "التنبيهات المفتوحة حسب اليوم",
  "report.trend.none": "التنبيهات عبر الوقت: لا يكفي بعد",
  "report.trend.lead": "آخر تفحّص كامل في كل يوم: التنبيهات المفتوحة، دون المُسوّاة.",
  "report.trend.lead.kind": "آخر تفحّص كامل في كل يوم، لهذا النوع وحده: {kind}.",
  "report.trend.few": "يظهر الاتجاه ابتداءً من اليوم الثاني لتفحّص المعرفة.",
  "report.trend.fell": "انخفضت التنبيهات من {from} في {first} إلى {to} في {last}",
  "report.trend.rose": "ارتفعت التنبيهات من {from} في {first} إلى {to} في {last}",
  "report.trend.same": `{count, plural, zero {لا تنبيهات في {first}، ولا في {last}}
    one {تنبيه واحد في {first}، ومثله في {last}} two {تنبيهان في {first}، ومثلهما في {last}}
    few {# تنبيهات في {first}، ومثلها في {last}} many {# تنبيهًا في {first}، ومثلها في {last}}
    other {# تنبيه في {first}، ومثلها في {last}}}`,
  "report.trend.open": "مفتوحة",
  "report.trend.day": "اليوم",
  "report.trend.findings": "التنبيهات المفتوحة",
  "report.trend.coverage": "تذاكر لها صفحة",

  "report.kind.contradiction": "تناقضات",
  "report.lead.contradiction": "صفحتان تقولان الشيء نفسه برقم أو تاريخ أو قاعدة مختلفة.",
  "report.kind.duplicate": "نسخ متقاربة",
  "report.lead.duplicate": "صفحات شبه متطابقة. يعرضها البحث كواحدة، لكن يجب إصلاح كل منها على حدة.",
  "report.kind.stale": "قديمة",
  "report.lead.stale": "قديمة وما زالت تُقتبس، أو فيها تاريخ مضى، أو سعر يختلف عما في موجز المنتجات.",
  "report.kind.personal-data": "بيانات شخصية في المقالات",
  "report.lead.personal-data": "أسماء أشخاص وعناوين بريد وأرقام في صفحات يقرؤها الجميع.",
  "report.kind.missing-language": "ترجمات ناقصة",
  "report.lead.missing-language": "مترجمة، لكن ليس إلى لغة يكتب بها عملاؤك.",
  "report.kind.never-quoted": "لم تُقتبس قط",
  "report.lead.never-quoted": "صفحات عامة لا تقتبسها أي مسودة، بعد 100 مسودة وشهر على الأقل.",
  "report.kind.dead-link": "روابط معطّلة",
  "report.lead.dead-link":
    "روابط إلى صفحات لك غير موجودة، أو لا يستطيع العملاء فتحها. تُفحص الروابط إلى مضيفين آخرين عند الضغط على “فحص الروابط”.",
  "report.kind.no-page": "أسئلة دون صفحة",
  "report.lead.no-page": "تذاكر من الأسابيع الأخيرة لا تجيب عنها أي صفحة، مجمّعة حسب كلماتها.",
  "report.kind.refused": "استبعدها الوكلاء",
  "report.lead.refused": "صفحات قال عنها الوكلاء “ليس هذا” مرارًا.",

  "report.kind.taken-out": "أزالها الوكلاء",
  "report.lead.taken-out": "صفحات أزال الوكلاء جملها مرارًا من المسودات قبل إرسالها.",

  "report.links": "فحص الروابط",
  "report.links.on": "جارٍ سؤال مضيفي الروابط، خمسة في الثانية.",
  "report.links.asking": "جارٍ فحص الروابط: {asked} من {of}.",
  "report.links.done": `{count, plural, =0 {لا رابط إلى مضيف آخر.} zero {لا رابط إلى مضيف آخر.}
    one {فُحص {asked} من رابط واحد إلى صفحات أخرى؛ المعطّل مدرج تحت “روابط معطّلة”.}
    two {فُحص {asked} من رابطين إلى صفحات أخرى؛ المعطّل مدرج تحت “روابط معطّلة”.}
    few {فُحص {asked} من # روابط إلى صفحات أخرى؛ المعطّل مدرج تحت “روابط معطّلة”.}
    many {فُحص {asked} من # رابطًا إلى صفحات أخرى؛ المعطّل مدرج تحت “روابط معطّلة”.}
    other {فُحص {asked} من # رابط إلى صفحات أخرى؛ المعطّل مدرج تحت “روابط معطّلة”.}
  }`,
  "report.links.failed": "لم تُفحص الروابط.",

  "report.tickets": `{count, plural, zero {التذاكر:} one {التذكرة:} two {التذكرتان:} few {التذاكر:} many {التذاكر:}
    other {التذاكر:}}`,
  "report.fix": "للإصلاح:",
  "report.since": "ظهر أول مرة في {day}",
  "report.more": `{n, plural, zero {لا مزيد} one {عرض تنبيه آخر} two {عرض تنبيهين آخرين} few {عرض # تنبيهات أخرى}
    many {عرض # تنبيهًا آخر} other {عرض # تنبيه آخر}}`,
  "report.cut": "المدرج أول {shown} من {all}. يظهر الباقي عند إصلاح هذه أو تسويتها.",
  "report.settle": "تسوية",
  "report.settle.lead": "يبقى مُسوّى حتى تتغير كلماته، ولا يدخل في الأعداد.",
  "report.note": "ملاحظة (اختيارية)",
  "report.note.masked": "تُستبدل الأسماء قبل أن تغادر الملاحظة المتصفح.",
  "report.settle.do": "تسوية",
  "report.settle.keep": "إبقاؤه مفتوحًا",
  "report.back": "إعادة فتح",
  "report.saving": "جارٍ الحفظ.",
  "report.settled-by": "سُوّي بواسطة {name}، {when}.",
  "report.settled-at": "سُوّي {when}.",
  "report.reopened": "فُتح مجددًا.",
  "report.not-saved": "لم يُحفظ.",

  solved: "التذاكر المحلولة وصفحاتها",
  "solved.lead":
    "حدّد الصفحة التي أجابت عن تذكرة، ليجدها البحث للتذاكر ذات الكلمات المشابهة. الصفحات التي تأكد منها البحث مرتبطة بالفعل.",
  "solved.open": "دون صفحة ({n})",
  "solved.linked": "لها صفحة ({n})",
  "solved.none-open": "لكل تذكرة محلولة صفحة.",
  "solved.none-linked": "لا صفحة لأي تذكرة محلولة بعد.",
  "solved.reply": "ما أُجيب به",
  "solved.confirm": "أجابت هذه الصفحة عنها",
  "solved.undo": "تراجع",
  "solved.by-search": "تأكد منها البحث.",
  "solved.by-lead": "أجابت هذه الصفحة عنها.",
  "solved.no-page": "لا صفحة تشبه هذه التذكرة.",
  "solved.looking": "جارٍ البحث عن صفحات.",
  "solved.more": "عرض مزيد من التذاكر",
  "solved.failed": "تعذّر سرد التذاكر المحلولة.",

  memories: "ما يكتبه الوكلاء",
  "memories.lead":
    "ما غيّره الوكلاء في المسودات وقد يصلح لردود أخرى. يُستخدم عنصر الذاكرة بعد موافقتك، أو بعد ثلاث تذاكر من وكيلين إن لم يناقضه شيء.",
  "memories.open": "للبت ({n})",
  "memories.used": "المستخدمة ({n})",
  "memories.expired": "المنتهية ({n})",
  "memories.none.open": "لا شيء للبت فيه.",
  "memories.none.used": "لا عناصر مستخدمة.",
  "memories.none.expired": "لا عناصر منتهية.",
  "memories.more": `{n, plural, zero {كل العناصر مدرجة.} one {عنصر آخر غير مدرج.} two {عنصران آخران غير مدرجين.}
    few {# عناصر أخرى غير مدرجة.} many {# عنصرًا آخر غير مدرج.} other {# عنصر آخر غير مدرج.}}`,
  "memories.loading": "جارٍ تحميل الذاكرة.",
  "memories.failed": "تعذّر سرد عناصر الذاكرة.",
  "memory.wording": "اكتب “{text}” لا “{word}”",
  "memory.origin": `{tickets, plural,
    =0 {حُذفت تذاكره.}
    zero {حُذفت تذاكره.}
    one {من تذكرة واحدة في {day}، الوكلاء: {agents, number}.}
    two {من تذكرتين، الوكلاء: {agents, number}، أولاهما في {day}.}
    few {من # تذاكر، الوكلاء: {agents, number}، أولاها في {day}.}
    many {من # تذكرة، الوكلاء: {agents, number}، أولاها في {day}.}
    other {من # تذكرة، الوكلاء: {agents, number}، أولاها في {day}.}
  }`,
  "memory.until": "يسري حتى {day}.",
  "memory.over": "انتهى في {day}.",
  "memory.by": "الموافقة بواسطة {name}، {when}.",
  "memory.approved": "تمت الموافقة {when}.",
  "memory.durable": "يُستخدم دون موافقة، لأن عددًا كافيًا من الوكلاء كتبه.",
  "memory.conflict": "يقول تعديل آخر غير ذلك:",
  "memory.against": "تقول هذه الصفحة غير ذلك:",
  "memory.tickets": "التذاكر",
  "memory.approve": "موافقة",
  "memory.edit": "تحرير",
  "memory.remove": "إزالة",
  "memory.word": "ليس هذا",
  "memory.text": "بل هذا",
  "memory.sentence": "الجملة",
  "memory.expires": "آخر يوم",
  "memory.masked":
    "دون أسماء عملاء: يُستخدم للجميع. تُستبدل الأسماء قبل أن يغادر النص المتصفح، ويُرفض العنصر الذي يحوي اسمًا.",
  "memory.meanwhile.changed": "غيّر شخص آخر هذا العنصر منذ بدأت. النص أعلاه هو الحالي. إن حفظت، حل نصك محله.",
  "memory.meanwhile.removed": "أزال شخص آخر هذا العنصر منذ بدأت، فلم يعد حفظه ممكنًا.",
  "memory.save": "حفظ وموافقة",
  "memory.keep": "إبقاؤه",
  "memory.sure": "إزالته مع أصله؟ لن يُقترح مجددًا.",
  "memory.remove.do": "إزالة"
}

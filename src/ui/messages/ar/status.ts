import type { status as english } from "../en/status.ts"
import type { Translation } from "../translation.ts"

export const status: Translation<typeof english> = {
  status: "الحالة",
  "status.lead": "حالة الخوادم الوسيطة على قاعدة البيانات هذه. تُحدَّث هذه البطاقة كل عشر ثوانٍ.",
  "status.asof": "المعلومات أدناه من {time}.",
  "status.fine": "هذا الخادم الوسيط جاهز، ولا نموذج معطّل.",
  "status.unready": "هذا الخادم الوسيط غير جاهز. {reasons}",
  "status.unready.shutting-down": "يجري إيقاف الخادم الوسيط.",
  "status.unready.database-down": "لا تستجيب قاعدة البيانات: هل تعمل، وهل يمكن الوصول إليها؟",
  "status.unready.database-behind": `تنقص قاعدة البيانات {count, plural, zero {# خطوة} one {خطوة واحدة} two {خطوتان} few {# خطوات}
    many {# خطوة} other {# خطوة}} من هذا الإصدار: أعد تشغيل الخادم الوسيط لينفّذ ذلك.`,
  "status.unready.silent": `لم تصل إلى قاعدة البيانات إشارة من هذا الخادم الوسيط منذ {count, plural, zero {# ثانية} one {ثانية واحدة}
    two {ثانيتين} few {# ثوانٍ} many {# ثانية} other {# ثانية}}، فتعدّه الخوادم الأخرى متوقفًا. السبب في سجله \u2066(relay-beat)\u2069.`,
  "status.silent": `{count, plural,
    zero {لم يتوقف أي خادم وسيط.}
    one {توقف خادم وسيط عن الاستجابة. تبدأ مسوداته من جديد عند طلبها مجددًا.}
    two {توقف خادمان وسيطان عن الاستجابة. تبدأ مسوداتهما من جديد عند طلبها مجددًا.}
    few {توقفت # خوادم وسيطة عن الاستجابة. تبدأ مسوداتها من جديد عند طلبها مجددًا.}
    many {توقف # خادمًا وسيطًا عن الاستجابة. تبدأ مسوداتها من جديد عند طلبها مجددًا.}
    other {توقف # خادم وسيط عن الاستجابة. تبدأ مسوداتها من جديد عند طلبها مجددًا.}
  }`,

  "status.relays": "الخوادم الوسيطة",
  "status.relay": "الخادم الوسيط",
  "status.relay.here": "{id} (هذا)",
  "status.state": "الحالة",
  "status.living": "يستجيب",
  "status.dead": "صامت منذ {time}",
  "status.since": "بدء التشغيل",
  "status.version": "الإصدار",
  "status.version.before": "إصدار أقدم",
  "status.streams": "التدفقات",
  "status.memory": "الذاكرة",
  "status.megabytes": "{count, number} م.ب",
  "status.unknown": "غير معروف",

  "status.models": "نماذج الكتابة",
  "status.models.none": "لم يُهيَّأ أي نموذج: تُجمع المسودات من المقالات.",
  "status.model": "النموذج",
  "status.model.sentence": "{name}: {state}.",
  "status.model.at": "{name} على {id}",
  "status.model.answering": "يجيب منذ {time}",
  "status.model.unasked": "لم يُسأل منذ تشغيل الخادم الوسيط",
  "status.model.failing": "يفشل منذ {time}، وما زال يُسأل",
  "status.model.away": `{count, plural,
    =0 {متوقف منذ {time}، تجرّبه المسودة التالية، ويكتب النموذج التالي في الترتيب حتى يجيب}
    zero {متوقف منذ {time}، تجرّبه المسودة التالية، ويكتب النموذج التالي في الترتيب حتى يجيب}
    one {متوقف منذ {time}، يُجرَّب بعد ثانية، ويكتب النموذج التالي في الترتيب حتى ذلك الحين}
    two {متوقف منذ {time}، يُجرَّب بعد ثانيتين، ويكتب النموذج التالي في الترتيب حتى ذلك الحين}
    few {متوقف منذ {time}، يُجرَّب بعد # ثوانٍ، ويكتب النموذج التالي في الترتيب حتى ذلك الحين}
    many {متوقف منذ {time}، يُجرَّب بعد # ثانية، ويكتب النموذج التالي في الترتيب حتى ذلك الحين}
    other {متوقف منذ {time}، يُجرَّب بعد # ثانية، ويكتب النموذج التالي في الترتيب حتى ذلك الحين}
  }`,
  "status.running": "قيد التنفيذ",
  "status.running.of": "{count, number} من {most, number}",
  "status.waiting": "في الانتظار",

  "status.queues": "الجاري والمنتظر",
  "status.queue.drafts": "مسودات تُكتب",
  "status.queue.running": "عمليات استيراد جارية",
  "status.queue.waiting": "عمليات استيراد منتظرة",
  "status.queue.deliveries": "إرسالات خطافات الويب المنتظرة",
  "status.queue.threads": "تذاكر كبيرة تُقرأ أو تنتظر القراءة",

  "status.budgets": "ميزانيات اليوم",
  "status.prepared": "مسودات مُعدّة مسبقًا",
  "status.prepared.used": `{count, number} {people, plural, zero {دون أشخاص} one {لشخص واحد} two {لشخصين}
    few {لـ # أشخاص} many {لـ # شخصًا} other {لـ # شخص}}؛ الحد لكل شخص {most, number}.`,
  "status.cost": "تكلفة النماذج",
  "status.cost.used": `{amount} {people, plural, zero {دون أشخاص} one {لشخص واحد} two {لشخصين}
    few {لـ # أشخاص} many {لـ # شخصًا} other {لـ # شخص}}؛ الحد لكل شخص {most}.`,
  "status.cost.free": `{amount} {people, plural, zero {دون أشخاص} one {لشخص واحد} two {لشخصين}
    few {لـ # أشخاص} many {لـ # شخصًا} other {لـ # شخص}}؛ لا حد لها.`,
  "status.used-up": `{count, plural,
    =0 {لم يستنفد أحد ميزانيته.}
    zero {لم يستنفد أحد ميزانيته.}
    one {استنفد شخص واحد ميزانيته.}
    two {استنفد شخصان ميزانيتهما.}
    few {استنفد # أشخاص ميزانياتهم.}
    many {استنفد # شخصًا ميزانياتهم.}
    other {استنفد # شخص ميزانياتهم.}
  }`,

  "status.errors": "أخطاء آخر 24 ساعة",
  "status.errors.none": "لم يفشل شيء في آخر 24 ساعة.",
  "status.errors.hour": "حسب الساعة",
  "status.errors.code": "حسب النوع",
  "status.hour": "الساعة",
  "status.kind.request": "الطلبات",
  "status.kind.draft": "المسودات",
  "status.kind.model": "النماذج",
  "status.kind.import": "عمليات الاستيراد",
  "status.kind.webhook": "خطافات الويب",
  "status.what": "ما فشل",
  "status.how": "الخطأ",
  "status.times": "المرات",

  pages: "صفحات مكاتب المساعدة",
  "pages.lead": "تعدّ المتصفحات أجزاء صفحة التذكرة التي ما زالت تتعرف عليها. لا كلمات ولا تذاكر ولا أسماء.",
  "pages.none": "لم يُبلغ أي متصفح بشيء بعد.",
  "pages.fault": `{helpdesk}: “{part}” غير مطابق منذ {day}، {browsers, plural, zero {دون متصفحات} one {متصفح واحد}
    two {متصفحان} few {# متصفحات} many {# متصفحًا} other {# متصفح}}، {tickets, plural, zero {دون تذاكر}
    one {تذكرة واحدة} two {تذكرتان} few {# تذاكر} many {# تذكرة} other {# تذكرة}}.`,
  "pages.fine": `{helpdesk}: كل جزء مطابق، {browsers, plural, zero {دون متصفحات} one {متصفح واحد} two {متصفحان}
    few {# متصفحات} many {# متصفحًا} other {# متصفح}} في {day}.`,
  "pages.fits-again": "{helpdesk}: “{part}” لم يكن مطابقًا من {day}، ثم عاد مطابقًا منذ {again}.",
  "pages.days": "غير المطابق، حسب اليوم",
  "pages.day": "اليوم",
  "pages.helpdesk": "مكتب المساعدة",
  "pages.part": "الجزء",
  "pages.extension": "الإضافة",
  "pages.product": "إصدار مكتب المساعدة",
  "pages.browsers": "المتصفحات",
  "pages.tickets": "التذاكر",

  corrections: "محدِّدات مصحّحة",
  "corrections.none": "لا ملف تصحيحات لدى الخادم الوسيط. تستخدم المتصفحات المحدِّدات المضمّنة.",
  "corrections.stored": "لدى الخادم الوسيط الملف ذو الرقم التسلسلي {serial, number} بتاريخ {day}.",
  "corrections.of": `{helpdesk}: {count, plural, zero {لا محدِّدات} one {محدِّد واحد} two {محدِّدان}
    few {# محدِّدات} many {# محدِّدًا} other {# محدِّد}}`,
  "corrections.applied": "يقبله هذا المتصفح: التوقيع صحيح، وهذه المحدِّدات مصحّحة.",
  "corrections.no-key": "لا يصحّح هذا المتصفح شيئًا: ليس لديه مفتاح لفحص التوقيع. عيّن “correctionKey” في سياسة المتصفح.",
  "corrections.bad-key":
    "لا يصحّح هذا المتصفح شيئًا: “correctionKey” في سياسة المتصفح ليس مفتاحًا عامًا. طول المفتاح 44 حرفًا، ويُفصل بين المفاتيح بمسافة.",
  "corrections.no-ed25519": "لا يصحّح هذا المتصفح شيئًا: هو أقدم من أن يفحص التوقيع. يستطيع ذلك Chrome 137 وFirefox 129.",
  "corrections.bad-signature": "لا يصحّح هذا المتصفح شيئًا: التوقيع ليس من مفتاحه، أو غُيّر الملف بعد توقيعه.",
  "corrections.bad-file": "لا يصحّح هذا المتصفح شيئًا: التوقيع صحيح، لكن هذا الإصدار لا يستطيع قراءة الملف.",
  "corrections.replayed":
    "لا يصحّح هذا المتصفح شيئًا: قبل من قبلُ الرقم التسلسلي {accepted, number}، ورقم هذا الملف {serial, number}. وقّعه مجددًا برقم أعلى.",
  "corrections.unusable": "لا يصحّح هذا المتصفح شيئًا: “{name}” ليس محدِّدًا، أو لا يمكن تصحيحه في هذا الإصدار.",

  "helpdesk.chatwoot": "Chatwoot",
  "helpdesk.freescout": "FreeScout",
  "helpdesk.freshdesk": "Freshdesk",
  "helpdesk.front": "Front",
  "helpdesk.gmail": "Gmail",
  "helpdesk.help-scout": "Help Scout",
  "helpdesk.hubspot": "HubSpot",
  "helpdesk.intercom": "Intercom",
  "helpdesk.osticket": "osTicket",
  "helpdesk.redmine": "Redmine",
  "helpdesk.request-tracker": "Request Tracker",
  "helpdesk.sample": "مكتب المساعدة التجريبي",
  "helpdesk.taught-page": "صفحات تُقرأ بمواضع محددة",
  "helpdesk.zammad": "Zammad",
  "helpdesk.zendesk": "Zendesk"
}

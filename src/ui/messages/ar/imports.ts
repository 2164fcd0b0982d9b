import type { imports as english } from "../en/imports.ts"
import type { Translation } from "../translation.ts"

export const imports: Translation<typeof english> = {
  imports: "المعرفة",
  "imports.lead": "المصادر التي تستخدمها المسودات. يحدّث استيراد المصدر مجددًا ما تغيّر، ويزيل ما لم يعد موجودًا فيه.",
  "imports.none": "لم يُستورد شيء لك بعد. استورد من مكان أدناه، أو أرسل ملفًا.",
  "imports.list": "المصادر",
  "imports.kind.site": "موقع",
  "imports.kind.feed": "موجز منتجات",
  "imports.kind.zendesk": "Zendesk",
  "imports.kind.rt": "Request Tracker",
  "imports.kind.redmine": "Redmine",
  "imports.kind.files": "مجلد",
  "imports.kind.file": "ملف",
  "imports.internal": "للوكلاء فقط",
  "imports.documents": `{count, plural, =0 {لا مستندات} zero {لا مستندات} one {مستند واحد} two {مستندان}
    few {# مستندات} many {# مستندًا} other {# مستند}}`,
  "imports.today": "اليوم {time}",
  "imports.tomorrow": "غدًا {time}",
  "imports.at": "{day}، {time}",

  "imports.never": "لم يُستورد بعد.",
  "imports.waiting": "طُلب. يبدأ قريبًا.",
  "imports.running": "جارٍ الاستيراد.",
  "imports.running.of": `قُرئ {count, number} من {total, plural, zero {# مستند} one {مستند واحد} two {مستندين} few {# مستندات}
    many {# مستندًا} other {# مستند}}`,
  "imports.running.so-far": `{count, plural, zero {لم يُقرأ مستند بعد} one {قُرئ مستند واحد حتى الآن}
    two {قُرئ مستندان حتى الآن} few {قُرئت # مستندات حتى الآن} many {قُرئ # مستندًا حتى الآن}
    other {قُرئ # مستند حتى الآن}}`,
  "imports.rate": "{rate} في الثانية",
  "imports.rest": "المتبقي {time}",
  "imports.progress": "استيراد {name}",
  "imports.done": "استُورد {when}: {what}.",
  "imports.done.same": "لم يتغير شيء",
  "imports.done.new": `{n, plural, zero {لا مستندات جديدة أو متغيّرة} one {مستند جديد أو متغيّر} two {مستندان جديدان أو متغيّران}
    few {# مستندات جديدة أو متغيّرة} many {# مستندًا جديدًا أو متغيّرًا} other {# مستند جديد أو متغيّر}}`,
  "imports.done.removed": `{n, plural, zero {لا مستندات مُزالة} one {مستند مُزال} two {مستندان مُزالان} few {# مستندات مُزالة}
    many {# مستندًا مُزالًا} other {# مستند مُزال}}`,
  "imports.done.failed": `{n, plural, zero {لا مستندات لم تُستورد} one {مستند لم يُستورد} two {مستندان لم يُستوردا}
    few {# مستندات لم تُستورد} many {# مستندًا لم يُستورد} other {# مستند لم يُستورد}}`,
  "imports.stopped": "أُوقف {when}. المقروء: {count}. يبقى ما استُورد. إن بدأته مجددًا خلال يوم، واصل من حيث توقف.",
  "imports.stopped.file": "أُوقف {when}. المقروء: {count}. يبقى ما استُورد.",
  "imports.read": `{count, plural, =0 {لا مستندات} zero {لا مستندات} one {مستند واحد} two {مستندان} few {# مستندات}
    many {# مستندًا} other {# مستند}}`,
  "imports.interrupted":
    "انقطع الاستيراد. المقروء: {count}. توقفت العملية التي تستورده عن الاستجابة. إن كان خادم وسيط يستورده، واصل خلال دقيقتين؛ وإلا فابدأه مجددًا.",
  "imports.interrupted.file":
    "انقطع الاستيراد. المقروء: {count}. توقف الخادم الوسيط الذي يستورده عن الاستجابة. أرسل الملف مجددًا.",
  "imports.failed": "فشل {when}. {reason}",
  "imports.failed.unknown": "فشل {when}، لسبب غير معروف.",
  "imports.over": "{name}: {state}",
  "imports.failures": `{count, plural, zero {استُوردت كل المستندات} one {مستند واحد لم يُستورد} two {مستندان لم يُستوردا}
    few {# مستندات لم تُستورد} many {# مستندًا لم يُستورد} other {# مستند لم يُستورد}}`,
  "imports.failures.more": `{count, plural, zero {ولا غيرها} one {وواحد آخر} two {واثنان آخران} few {و# أخرى}
    many {و# آخر} other {و# آخر}}`,
  "imports.failures.lead": "يبقى لكل منها إصداره السابق إن وُجد، إلا إذا لم يعد منشورًا.",
  "imports.notices": `{count, plural, zero {استُوردت كل المستندات كاملة} one {مستند واحد استُورد جزئيًا}
    two {مستندان استُوردا جزئيًا} few {# مستندات استُوردت جزئيًا} many {# مستندًا استُورد جزئيًا}
    other {# مستند استُورد جزئيًا}}`,
  "imports.notices.lead": "لا يُقتبس المذكور هنا، ويُقتبس باقي كل مستند.",

  "imports.again": "إعادة الاستيراد",
  "imports.start": "إعادة البدء",
  "imports.whole": "إعادة استيراد كل شيء",
  "imports.stop": "إيقاف",
  "imports.asked": "يبدأ استيراد {name} قريبًا.",
  "imports.stopping": "طُلب إيقاف {name}.",
  "imports.file.again": "لاستيراده مجددًا، أرسل الملف مجددًا.",

  "imports.new": "استيراد من مكان",
  "imports.new.kind": "النوع",
  "imports.new.do": "استيراد",
  "imports.new.asking": "جارٍ سؤال الخادم الوسيط.",
  "imports.new.needed": "املأ هذا الحقل.",
  "imports.new.parts": "ما يُستورد",
  "imports.new.parts.none": "اختر واحدًا على الأقل.",
  "imports.new.internal": "للوكلاء فقط",
  "imports.new.internal.lead": "يُعثر عليه ويُعرض للوكلاء، ولا يُقتبس لعميل أبدًا.",
  "imports.new.done": `{count, plural, zero {لم يُطلب شيء.} one {طُلب. يبدأ الاستيراد قريبًا.}
    two {طُلب. يبدأ استيراد المصدرين قريبًا.} few {طُلب. يبدأ استيراد # مصادر قريبًا.}
    many {طُلب. يبدأ استيراد # مصدرًا قريبًا.} other {طُلب. يبدأ استيراد # مصدر قريبًا.}}`,
  "imports.take.site": "موقع، بخريطته",
  "imports.take.feed": "موجز منتجات",
  "imports.take.zendesk": "Zendesk",
  "imports.take.rt": "Request Tracker",
  "imports.take.redmine": "Redmine",
  "imports.site.address": "العنوان",
  "imports.site.address.hint":
    "\u2066https://help.example.com/\u2069، أو جزء منه مثل \u2066https://example.com/help/\u2069، أو عنوان خريطة الموقع نفسها. لا تُقرأ إلا الصفحات التي تذكرها الخريطة.",
  "imports.site.rate": "عدد الصفحات في الثانية",
  "imports.site.rate.hint": "إن كان فارغًا: 5، أو أقل إن طلب الموقع ذلك.",
  "imports.feed.address": "العنوان",
  "imports.feed.address.hint":
    "\u2066https://shop.example.com/products.xml\u2069: Google Merchant، أو صيغة XML أو JSON أو CSV الخاصة بمتجر. يُحفظ المفتاح الموجود في العنوان معه.",
  "imports.zendesk.address": "الحساب",
  "imports.zendesk.address.hint": "acme للعنوان \u2066https://acme.zendesk.com\u2069.",
  "imports.zendesk.access":
    "يسجّل الخادم الوسيط الدخول بـ ZENDESK_EMAIL وZENDESK_TOKEN، أو بـ ZENDESK_OAUTH_TOKEN، وهي معيّنة حيث يُشغَّل. لا يجري تخزينها ولا عرضها في أي مكان.",
  "imports.rt.address": "العنوان",
  "imports.rt.address.hint": "https://support.example.com/rt",
  "imports.rt.access":
    "يسجّل الخادم الوسيط الدخول بـ RT_TOKEN، أو بـ RT_USER وRT_PASSWORD، وهي معيّنة حيث يُشغَّل. لا يجري تخزينها ولا عرضها في أي مكان. يبدأ الاستيراد الأول على جهاز الخادم الوسيط، ثم يُبدأ من هنا.",
  "imports.redmine.address": "العنوان",
  "imports.redmine.address.hint": "https://redmine.example.com",
  "imports.redmine.access":
    "يسجّل الخادم الوسيط الدخول بـ REDMINE_API_KEY، وهو معيّن حيث يُشغَّل. لا يجري تخزينه ولا عرضه في أي مكان. يبدأ الاستيراد الأول على جهاز الخادم الوسيط، ثم يُبدأ من هنا.",
  "imports.part.articles": "المقالات",
  "imports.part.macros": "وحدات الماكرو",
  "imports.part.tickets": "التذاكر المحلولة",
  "imports.part.wiki": "صفحات الويكي",
  "imports.part.issues": "المسائل المغلقة",
  "imports.part.lead": "تُحجب التذاكر والمسائل قبل تخزين أي شيء منها، ولا يراها إلا الوكلاء.",
  "imports.days": "عدد الأيام الماضية",
  "imports.days.hint": "تُؤخذ في المرة الأولى التذاكر أو المسائل التي تغيّرت خلال هذه الأيام. إن كان فارغًا: 365.",
  "imports.queue": "قوائم الانتظار",
  "imports.queue.hint": "أسماء تفصل بينها فواصل. إن كان فارغًا: كل ما يراه المستخدم.",
  "imports.status": "الحالة",
  "imports.status.hint": "ما يُعدّ محلولًا. إن كان فارغًا: resolved.",
  "imports.public.rt": "الفئات العامة",
  "imports.public.rt.hint": "يجوز اقتباس مقالات هذه الفئات للعملاء.",
  "imports.project": "المشاريع",
  "imports.project.hint": "أسماء تفصل بينها فواصل، ومع كل منها ما تحته. إن كان فارغًا: كل ما يراه صاحب المفتاح.",
  "imports.public.redmine": "المشاريع العامة",
  "imports.public.redmine.hint": "يجوز اقتباس صفحات الويكي فيها للعملاء، وإن لم يستطع الزوار قراءتها.",

  "imports.send": "إرسال ملف",
  "imports.send.lead":
    "Markdown أو HTML أو نص أو PDF أو Word أو CSV أو JSON، أو أرشيف منها (\u2066.zip\u2069 أو \u2066.tar.gz\u2069)، حتى 500 م.ب. يحل الملف المرسل بالاسم نفسه محل السابق.",
  "imports.send.choose": "اختيار ملف",
  "imports.send.drop": "أو أفلته هنا.",
  "imports.send.chosen": "{name}، {size}",
  "imports.send.do": "إرسال",
  "imports.send.over": "يحل محل {name} السابق.",
  "imports.send.one": "أرسل ملفًا واحدًا كل مرة، أو أرشيفًا من عدة ملفات.",
  "imports.send.folder": "لا يمكن إرسال مجلد. أنشئ منه أرشيفًا.",
  "imports.send.cancel": "إلغاء",
  "imports.send.cancelled": "أُلغي. لم يُحفظ منه شيء.",
  "imports.send.sending": "جارٍ إرسال {name}. اترك هذه الصفحة مفتوحة حتى يصل.",
  "imports.send.progress": "{sent} من {total}",
  "imports.send.rate": "{rate} في الثانية",
  "imports.send.bar": "جارٍ إرسال {name}",
  "imports.send.reading": "وصل {name}. يفحصه الخادم الوسيط.",
  "imports.send.done": "وصل {name}، ويُستورد الآن.",
  "imports.size.kb": "{size} ك.ب",
  "imports.size.mb": "{size} م.ب",
  "imports.send.busy": "جارٍ إرسال ملف",

  "imports.schedule": "الجدولة",
  "imports.schedule.when": "الاستيراد",
  "imports.schedule.off": "يدويًا فقط",
  "imports.schedule.hour": "كل ساعة",
  "imports.schedule.day": "كل يوم",
  "imports.schedule.weekdays": "الاثنين إلى الجمعة",
  "imports.schedule.week": "كل أسبوع",
  "imports.schedule.cron": "مخصص (خمسة حقول cron)",
  "imports.schedule.at": "الساعة",
  "imports.schedule.on": "اليوم",
  "imports.schedule.fields": "الدقيقة، الساعة، يوم الشهر، الشهر، يوم الأسبوع",
  "imports.schedule.fields.hint": "\u206630 6 * * 1-5\u2069 تعني السادسة والنصف من الاثنين إلى الجمعة.",
  "imports.schedule.zone": "بتوقيت {zone}.",
  "imports.schedule.save": "تعيين",
  "imports.schedule.time": "أدخل وقتًا.",
  "imports.schedule.set": "{name}: {what}",
  "imports.by.off": "دون جدولة.",
  "imports.by.hour": "كل ساعة.",
  "imports.by.day": "كل يوم الساعة {at}.",
  "imports.by.weekdays": "الاثنين إلى الجمعة الساعة {at}.",
  "imports.by.week": "كل {day} الساعة {at}.",
  "imports.by.cron": "حسب الحقول \u2066{cron}\u2069.",
  "imports.by.zone": "بتوقيت {zone}.",
  "imports.by.next": "القادم: {times}.",

  "imports.hook": "خطاف ويب",
  "imports.hook.lead":
    "يستدعي نظام آخر الخادم الوسيط عند تغيّر شيء، فيُستورد المصدر بعد دقيقة. يجب أن يصل إلى الخادم الوسيط بعنوانه.",
  "imports.hook.on": "خطاف الويب منذ {since}، آخر استدعاء {called}.",
  "imports.hook.on.never": "خطاف الويب منذ {since}، لم يُستدعَ بعد.",
  "imports.hook.secret": "سر المرسل",
  "imports.hook.secret.hint": "ينشئ Zendesk سرًا: انسخه من هناك. إن كان فارغًا: ينشئه الخادم الوسيط.",
  "imports.hook.make": "إنشاء خطاف ويب",
  "imports.hook.new": "إنشاء سر جديد",
  "imports.hook.new.lead": "يتوقف السر السابق عن العمل عندئذٍ.",
  "imports.hook.made": "أُنشئ خطاف الويب لـ {name}.",
  "imports.hook.address": "العنوان",
  "imports.hook.once": "السر، يظهر هذه المرة فقط",
  "imports.hook.theirs": "تُعرف الاستدعاءات بالسر الذي أدخلته.",
  "imports.hook.hide": "إخفاء",
  "imports.hook.copy-address": "نسخ العنوان",
  "imports.hook.copy-secret": "نسخ السر",
  "imports.hook.copied": "نُسخ.",
  "imports.hook.copy-failed": "لم يسمح المتصفح بالنسخ. حدّده وانسخه بنفسك.",
  "imports.hook.sign":
    "طريقة توقيع الاستدعاء: الوقت بالثواني في x-replywright-timestamp، وفي x-replywright-signature قيمة HMAC-SHA256 لذلك الوقت ثم المحتوى، متتاليين، بالنظام الست عشري.",
  "imports.hook.zendesk": "يُفهم توقيع Zendesk الخاص كما هو.",
  "imports.hook.remove": "إزالة خطاف الويب",
  "imports.hook.removed": "لم يعد لـ {name} خطاف ويب. تُرفض الاستدعاءات.",

  "imports.remove": "إزالة",
  "imports.remove.sure": `{count, plural, =0 {إزالة {name}؟ لا مستندات فيه.} zero {إزالة {name}؟ لا مستندات فيه.}
    one {إزالة {name} ومستند واحد فيه؟ لن تجده أي مسودة بعد ذلك.}
    two {إزالة {name} ومستندين فيه؟ لن تجدهما أي مسودة بعد ذلك.}
    few {إزالة {name} و# مستندات فيه؟ لن تجدها أي مسودة بعد ذلك.}
    many {إزالة {name} و# مستندًا فيه؟ لن تجدها أي مسودة بعد ذلك.}
    other {إزالة {name} و# مستند فيه؟ لن تجدها أي مسودة بعد ذلك.}
  }`,
  "imports.remove.kept": "يُحفظ ما قالته المستندات ما دامت المسودات محفوظة، فقد تكون اقتبسته.",
  "imports.remove.do": "إزالة",
  "imports.remove.keep": "إبقاء",
  "imports.remove.busy": "جارٍ الإزالة.",
  "imports.removed": `{count, plural, =0 {أُزيل {name}. لم يكن فيه مستندات.} zero {أُزيل {name}. لم يكن فيه مستندات.}
    one {أُزيل {name}، ومعه مستند واحد.} two {أُزيل {name}، ومعه مستندان.} few {أُزيل {name}، ومعه # مستندات.}
    many {أُزيل {name}، ومعه # مستندًا.} other {أُزيل {name}، ومعه # مستند.}}`
}
